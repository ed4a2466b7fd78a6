/**
 * Four fifths: is one group's rate below 80 % of another's? A monitoring convention from the Uniform
 * Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4D; not a legal test, and on its own
 * wrong in both directions: with small groups it raises alarms by chance, and where nearly everybody
 * succeeds it cannot see a gap at all. It is shown beside the other numbers and decides nothing here.
 *
 * Compared as whole numbers: 48 of 100 against 60 of 100 is exactly 80 %, which is not below it.
 */
import type { TwoByTwo } from '../../numerics/tables/two-by-two.ts';

/** Undefined where there is no ratio: a group without people, or a second rate of zero. */
export function belowFourFifths({
  firstYes,
  firstAll,
  secondYes,
  secondAll,
}: TwoByTwo): boolean | undefined {
  if (firstAll === 0 || secondYes === 0) {
    return undefined;
  }
  const product = (a: number, b: number, c: number): bigint => BigInt(a) * BigInt(b) * BigInt(c);
  return product(5, firstYes, secondAll) < product(4, secondYes, firstAll);
}
