/** Decisions on applications by group: how many were found eligible, and what the comparison shows. */
import type { Published } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import {
  type Asked,
  countedBefore,
  dayOf,
  divisionBy,
  groupOf,
  type MeasureWorld,
} from './division.ts';
import { measuredOutcomes } from './outcomes.ts';

/** Withdrawn and open applications are not counted here: they show in how long decisions take. */
export async function measureEligibility(
  world: MeasureWorld,
  asked: Asked,
): Promise<Published<MeasuredOutcomes>> {
  const division = divisionBy(asked.dimension);
  const before = countedBefore(world);
  const rows = await world.measurements.decisions(asked.dimension, 'eligibility');
  const decided = rows.flatMap(({ program, groups, openedOn, closedAt, outcome }) =>
    outcome === undefined || closedAt === undefined || dayOf(program, closedAt) >= before
      ? []
      : [
          {
            program,
            group: groupOf(division, groups, date(openedOn)),
            succeeded: outcome === 'met',
          },
        ],
  );
  return measuredOutcomes(division, decided, asked);
}
