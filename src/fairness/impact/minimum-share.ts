/**
 * Which groups are a large enough share of the people to be compared. The convention of the Uniform
 * Guidelines (questions and answers, 1979) is 2 % of the workforce; New York City's Local Law 144 (rule 5-301)
 * also lets a group under 2 % out of the ratios, but its count and rate are still shown. So a group here is
 * only ever marked, never dropped.
 */
import type { GroupCount } from './compare-outcomes.ts';

/** As a fraction, so that 2 of 100 is exactly 2 % and not below it. */
const SMALLEST_PERCENT = 2;

/** The names of the groups below 2 % of all people. */
export function belowMinimumShare(rows: readonly GroupCount[]): readonly string[] {
  const all = rows.reduce((sum, { total }) => sum + total, 0);
  return rows.filter(({ total }) => total * 100 < all * SMALLEST_PERCENT).map(({ group }) => group);
}
