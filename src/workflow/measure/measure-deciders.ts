/**
 * Deciders beside one another: does one of them approve less often, or more often, than the others? Matters reach
 * deciders without regard to what is in them, so that their approvals can be compared.
 * How they are protected and compared step by step: fairness/disclosure/published-deciders.
 */
import type { Published } from '../../fairness/disclosure/gate.ts';
import {
  type MeasuredDecider,
  protectDeciders,
} from '../../fairness/disclosure/published-deciders.ts';
import { type Asked, countedBefore, dayOf, type MeasureWorld } from './division.ts';

export async function measureDeciders(
  world: MeasureWorld,
  asked: Asked,
): Promise<Published<readonly MeasuredDecider[]>> {
  const before = countedBefore(world);
  const rows = await world.measurements.decisions(asked.dimension, 'eligibility');
  const counts = new Map<string, { approved: number; decided: number }>();
  for (const { program, decider, outcome, closedAt } of rows) {
    const inProgram = asked.program === undefined || asked.program === program;
    const isCounted = closedAt !== undefined && dayOf(program, closedAt) < before;
    if (inProgram && isCounted && decider !== undefined && outcome !== undefined) {
      const count = counts.get(decider) ?? { approved: 0, decided: 0 };
      count.approved += outcome === 'met' ? 1 : 0;
      count.decided += 1;
      counts.set(decider, count);
    }
  }
  const deciders = [...counts]
    .map(([decider, count]) => ({ decider, ...count }))
    .toSorted((a, b) => (a.decider < b.decider ? -1 : 1));
  return protectDeciders(deciders);
}

/** Names of deciders, for a director; everybody else reads numbers. */
export async function deciderNames(
  world: Pick<MeasureWorld, 'records'>,
  director: string,
): Promise<ReadonlyMap<string, string>> {
  const deciders = await world.records.as({ rights: 'director', person: director }, ({ people }) =>
    people.deciders(),
  );
  return new Map(deciders.map(({ id, fullName }) => [id, fullName]));
}
