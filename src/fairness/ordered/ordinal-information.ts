/**
 * How sure an ordinal regression is of its parameters: less the second derivatives of its log-likelihood at the top, which
 * is what R's MASS::polr takes its errors from. Source: McCullagh (1980); Burridge (1981) for the second derivatives.
 */
import { at } from '../../kernel/result/at.ts';
import type { KindCells } from '../../numerics/fitting/multinomial.ts';

/** Row by row; thresholds first, then the terms. */
export function observedInformation(
  { values, counts }: KindCells,
  thresholds: readonly number[],
  coefficients: readonly number[],
): Float64Array {
  const steps = thresholds.length;
  const size = steps + coefficients.length;
  const information = new Float64Array(size * size);
  counts.forEach((row, cell) => {
    const x = at(values, cell);
    const shift = x.reduce((sum, value, term) => sum + value * at(coefficients, term), 0);
    const own = x.flatMap((value, term) => (value === 0 ? [] : [{ place: steps + term, value }]));
    const reach = [1, ...thresholds.map((t) => 1 / (1 + Math.exp(-t - shift))), 0];
    row.forEach((n, k) => {
      const [up, down] = [at(reach, k), at(reach, k + 1)];
      const p = up - down;
      const threshold = (step: number) => ({ place: step, value: 1 });
      const ends = [
        { reached: up, sign: 1, places: k === 0 ? own : [threshold(k - 1), ...own] },
        { reached: down, sign: -1, places: k === steps ? own : [threshold(k), ...own] },
      ];
      const slope = new Float64Array(size);
      for (const { reached, sign, places } of ends) {
        const first = sign * reached * (1 - reached);
        const second = first * (1 - 2 * reached);
        for (const one of places) {
          slope[one.place] = at(slope, one.place) + first * one.value;
          for (const other of places) {
            const entry = one.place * size + other.place;
            const curve = (n * second * one.value * other.value) / p;
            information[entry] = at(information, entry) - curve;
          }
        }
      }
      slope.forEach((one, place) => {
        slope.forEach((other, column) => {
          const entry = place * size + column;
          information[entry] = at(information, entry) + (n * one * other) / (p * p);
        });
      });
    });
  });
  return information;
}
