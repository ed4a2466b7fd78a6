/**
 * Many comparisons at once: the more are made, the more look surprising by chance. Holm's step-down rule
 * (1979) raises each p-value so that the chance of even one false alarm among them all stays at the level
 * asked for. It may withdraw a finding, never grant one.
 */
import { at } from '../../kernel/result/at.ts';

/** Raised p-values, in the order given. */
export function holm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, place) => place).sort((a, b) => at(pValues, a) - at(pValues, b));
  const raised = pValues.slice();
  let largest = 0;
  order.forEach((place, rank) => {
    const scaled = at(pValues, place) * (pValues.length - rank);
    largest = Math.max(largest, Math.min(1, scaled));
    raised[place] = largest;
  });
  return raised;
}
