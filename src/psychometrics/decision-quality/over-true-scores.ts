/**
 * Averages over the spread of true scores, apart below and above the true cut. Double-exponential quadrature (Takahasi &
 * Mori 1974): the nodes crowd toward the ends so fast that a density which is infinite there does no harm. Nodes lie
 * between the two scores that leave out a share of 1e-18 each, so that true scores which are nearly all alike are met too.
 */
import { betaDensity, betaQuantile } from '../../numerics/distributions/beta.ts';
import type { TrueScores } from './true-scores.ts';

const STEP = 1 / 32;
const REACH = 6;
const LEFT_OUT = 1e-18;

interface Node {
  /** From 0 to 1, exact near 0. */
  readonly place: number;
  readonly weight: number;
}

const NODES: readonly Node[] = Array.from({ length: 2 * (REACH / STEP) + 1 }, (_, index) => {
  const t = -REACH + index * STEP;
  const steep = (Math.PI / 2) * Math.sinh(t);
  const weight = ((Math.PI / 4) * Math.cosh(t) * STEP) / Math.cosh(steep) ** 2;
  return { place: 1 / (1 + Math.exp(-2 * steep)), weight };
}).filter(({ place, weight }) => place > 0 && weight > 0);

/**
 * The integral of each function of the true score (a share of the test) times its density, below the cut and from the
 * cut on. The function answers as many numbers as it likes; the sums come back in that order.
 */
export function overTrueScores(
  { alpha, beta, low, high }: TrueScores,
  cut: number,
  functionOf: (share: number) => readonly number[],
): { readonly below: readonly number[]; readonly above: readonly number[] } {
  const wanted = Math.min(1, Math.max(0, (cut - low) / (high - low)));
  const first = betaQuantile(LEFT_OUT, alpha, beta);
  // The distance of the last score from the upper end, which 1 minus that score would not keep.
  const last = betaQuantile(LEFT_OUT, beta, alpha);
  // Both ends may be infinite, so each is approached from its own piece even where the cut lies outside.
  const split = wanted > first && 1 - wanted > last ? wanted : (first + (1 - last)) / 2;
  const below: number[] = [];
  const above: number[] = [];
  for (const { place, weight } of NODES) {
    const left = first + (split - first) * place;
    const right = last + (1 - last - split) * place;
    const shares = [
      { sums: wanted <= first ? above : below, y: left, rest: 1 - left, width: split - first },
      {
        sums: 1 - wanted <= last ? below : above,
        y: 1 - right,
        rest: right,
        width: 1 - last - split,
      },
    ];
    for (const { sums, y, rest, width } of shares) {
      if (y <= 0 || rest <= 0) {
        continue;
      }
      const density = betaDensity(y, rest, alpha, beta) * weight * width;
      functionOf(low + (high - low) * y).forEach((value, index) => {
        sums[index] = (sums[index] ?? 0) + density * value;
      });
    }
  }
  return { below, above };
}
