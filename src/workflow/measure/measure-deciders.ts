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
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { dayOf } from './division.ts';
import type { MeasuredDecision } from './measurements.ts';

/** `rows` are those of one program or of all. */
export function measureDeciders(
  rows: readonly MeasuredDecision[],
  before: CivilDate,
): Published<readonly MeasuredDecider[]> {
  const counts = new Map<string, { approved: number; decided: number }>();
  for (const { program, decider, outcome, closedAt } of rows) {
    const isCounted = closedAt !== undefined && dayOf(program, closedAt) < before;
    if (isCounted && decider !== undefined && outcome !== undefined) {
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
