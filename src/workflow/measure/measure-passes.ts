/** Exam results by group: how many passed, and what the comparison shows. Each exam counts, also a second try. */
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import {
  type Asked,
  countedBefore,
  dayOf,
  divisionBy,
  groupOf,
  type MeasureWorld,
} from './division.ts';
import { measuredOutcomes } from './outcomes.ts';

export async function measurePasses(
  world: MeasureWorld,
  asked: Asked,
): Promise<Published<MeasuredOutcomes>> {
  const division = divisionBy(asked.dimension);
  const before = countedBefore(world);
  const rows = await world.measurements.results(asked.dimension);
  const counted = rows
    .map((row) => ({ ...row, on: dayOf(row.program, row.scoredAt) }))
    .filter(({ on }) => on < before)
    .map(({ program, groups, passed, on }) => ({
      program,
      group: groupOf(division, groups, on),
      succeeded: passed,
    }));
  return measuredOutcomes(division, counted, asked);
}
