/**
 * What the flagged items do together: how many points the focal group gains or loses by them against people of the
 * reference group with the same ability. Items biased in opposite directions can cancel in the total and still be unfair,
 * so the sum of sizes stands beside the sum.
 *
 *     signed = sum of STD P-DIF over the flagged items,  unsigned = sum of their sizes
 *
 * Source: Dorans & Kulick (1986) for STD P-DIF. It must be worked out on an anchor without the flagged items: over all items of the
 * matching score itself, the sum is zero by arithmetic, whatever the bias. The error takes the items' errors as independent.
 */
import type { Standardization } from './standardization.ts';

export interface DifferentialTest {
  /** In points; below zero, the focal group loses. */
  readonly signed: number;
  readonly signedError: number;
  readonly unsigned: number;
  readonly items: number;
}

export function differentialTest(
  flagged: readonly Pick<Standardization, 'difference' | 'error'>[],
): DifferentialTest {
  const sum = (value: (item: Pick<Standardization, 'difference' | 'error'>) => number): number =>
    flagged.reduce((total, item) => total + value(item), 0);
  return {
    signed: sum(({ difference }) => difference),
    signedError: Math.sqrt(sum(({ error }) => error ** 2)),
    unsigned: sum(({ difference }) => Math.abs(difference)),
    items: flagged.length,
  };
}
