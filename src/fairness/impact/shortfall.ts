/**
 * How many people are missing: how many more of a group would have had to succeed. Two conventions are in
 * use and give different numbers, so both are given by name; a number without its convention means nothing.
 *
 *     to match the reference: ceil(n1 x2 / n2) - x1      to match the pool: ceil(n1 (x1 + x2) / (n1 + n2)) - x1
 *
 * Source: the expected-minus-observed count of Hazelwood (1977) and of Morris & Dunleavy (2017), in whole
 * people. Below zero the group succeeded more often than that. The pool holds the group itself, so the second
 * is always the nearer to zero.
 */
import type { TwoByTwo } from '../../numerics/tables/two-by-two.ts';

export interface Shortfall {
  readonly toMatchReference: number;
  readonly toMatchPool: number;
}

/** In people; both groups must hold some. */
export function shortfall({ firstYes, firstAll, secondYes, secondAll }: TwoByTwo): Shortfall {
  return {
    toMatchReference: ceilingOf(firstAll, secondYes, secondAll) - firstYes,
    toMatchPool: ceilingOf(firstAll, firstYes + secondYes, firstAll + secondAll) - firstYes,
  };
}

/** ceil(people * yes / all) in whole numbers, so that no rounding adds a person. */
function ceilingOf(people: number, yes: number, all: number): number {
  const [product, divisor] = [BigInt(people) * BigInt(yes), BigInt(all)];
  return Number((product + divisor - 1n) / divisor);
}
