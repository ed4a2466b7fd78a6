/**
 * Fisher's exact test: with both groups' sizes and the number of yes answers held fixed, how often would
 * a blind draw give a table no likelier than the one seen? Exact for any size, and cautious for small ones.
 *
 *     p = sum of hypergeometric P(k) over the k with P(k) <= P(seen)
 *
 * Source: Fisher (1922). Tables within one part in ten million of the seen one count as equally likely,
 * so that rounding cannot decide; R does the same.
 */
import {
  type Draw,
  hypergeometricLowerTail,
  hypergeometricPoint,
  hypergeometricUpperTail,
  likeliest,
  reach,
} from '../distributions/hypergeometric.ts';
import { checked, type TwoByTwo } from './two-by-two.ts';

export const EQUALLY_LIKELY = 1 + 1e-7;

export interface OneSided {
  /** How often the first group would have as few yes answers or fewer. */
  readonly lower: number;
  /** As many or more. */
  readonly upper: number;
}

/** The blind draw that a table is measured against. */
export const drawOf = (table: TwoByTwo): Draw => {
  const { firstYes, firstAll, secondYes, secondAll } = checked(table);
  return { first: firstAll, second: secondAll, drawn: firstYes + secondYes };
};

/** Both one-sided p-values. */
export function fisherOneSided(table: TwoByTwo): OneSided {
  const draw = drawOf(table);
  return {
    lower: hypergeometricLowerTail(table.firstYes, draw),
    upper: hypergeometricUpperTail(table.firstYes, draw),
  };
}

/** Two-sided p-value. */
export function fisherTwoSided(table: TwoByTwo): number {
  return withChanceUpTo(hypergeometricPoint(table.firstYes, drawOf(table)) * EQUALLY_LIKELY, table);
}

/** The chance of all tables with the same margins whose own chance is at most `limit`. */
export function withChanceUpTo(limit: number, table: TwoByTwo): number {
  const draw = drawOf(table);
  const [fewest, most] = reach(draw);
  const middle = likeliest(draw);
  if (hypergeometricPoint(middle, draw) <= limit) {
    return 1;
  }
  // Chances fall to both sides of the likeliest count, so those within the limit are two tails.
  const small = (count: number): boolean => hypergeometricPoint(count, draw) <= limit;
  const low = small(fewest) ? edge(fewest, middle, small) : fewest - 1;
  const high = small(most) ? edge(most, middle, small) : most + 1;
  const below = low < fewest ? 0 : hypergeometricLowerTail(low, draw);
  const above = high > most ? 0 : hypergeometricUpperTail(high, draw);
  return Math.min(1, below + above);
}

/** The count nearest to the middle that is still small; the outer end is small and the middle is not. */
function edge(outer: number, middle: number, small: (count: number) => boolean): number {
  let [inside, outside] = [middle, outer];
  while (Math.abs(inside - outside) > 1) {
    const half = Math.trunc((inside + outside) / 2);
    if (small(half)) {
      outside = half;
    } else {
      inside = half;
    }
  }
  return outside;
}
