/**
 * Fisher's exact test: with both groups' sizes and the number of yes answers held fixed, how often would
 * a blind draw give a table no likelier than the one seen? Exact for any size, and cautious for small ones.
 *
 * Source: Fisher (1922). Tables within one part in ten million of the seen one count as equally likely,
 * so that rounding cannot decide; R does the same.
 */
import { hypergeometricPoint, reach } from '../distributions/hypergeometric.ts';
import { checked, type TwoByTwo } from './two-by-two.ts';

const EQUALLY_LIKELY = 1 + 1e-7;

/** Two-sided p-value. */
export function fisherTwoSided(table: TwoByTwo): number {
  const { firstYes, firstAll, secondYes, secondAll } = checked(table);
  const draw = { first: firstAll, second: secondAll, drawn: firstYes + secondYes };
  const limit = hypergeometricPoint(firstYes, draw) * EQUALLY_LIKELY;
  const [fewest, most] = reach(draw);
  let sum = 0;
  for (let yes = fewest; yes <= most; yes += 1) {
    const chance = hypergeometricPoint(yes, draw);
    if (chance <= limit) {
      sum += chance;
    }
  }
  return Math.min(1, sum);
}
