/**
 * How the totals are spread: mean, standard deviation (with N - 1), extremes and median, and the third and
 * fourth moments, g1 = m3 / m2^1.5 and g2 = m4 / m2^2 - 3, which show a test that is too easy or cut off at an end.
 */
import { at } from '../../kernel/result/at.ts';

export interface TotalScores {
  readonly people: number;
  readonly items: number;
  /** The total of somebody with every point. */
  readonly highestPossible: number;
  readonly mean: number;
  readonly deviation: number;
  readonly lowest: number;
  readonly highest: number;
  readonly median: number;
  /** Below zero where most people do well and a tail does badly; 0 where everybody has the same total. */
  readonly skewness: number;
  /** Above zero where the tails are heavier than those of a bell curve; 0 where everybody has the same total. */
  readonly excessKurtosis: number;
}

/** `totals` must hold at least two people. */
export function totalScores(
  totals: Int32Array,
  items: number,
  highestPossible: number,
): TotalScores {
  const sorted = totals.slice().sort();
  const people = sorted.length;
  const mean = totals.reduce((sum, total) => sum + total, 0) / people;
  const moment = (power: number): number =>
    sorted.reduce((sum, total) => sum + (total - mean) ** power, 0) / people;
  const [second, third, fourth] = [moment(2), moment(3), moment(4)];
  const middle = at(sorted, Math.floor(people / 2)) + at(sorted, Math.ceil(people / 2) - 1);
  return {
    people,
    items,
    highestPossible,
    mean,
    deviation: Math.sqrt((second * people) / (people - 1)),
    lowest: at(sorted, 0),
    highest: at(sorted, people - 1),
    median: middle / 2,
    skewness: second === 0 ? 0 : third / second ** 1.5,
    excessKurtosis: second === 0 ? 0 : fourth / second ** 2 - 3,
  };
}
