/**
 * How far the two readers of an opening's statements agree: quadratically weighted kappa over every pair of points that two
 * people gave to one criterion of one statement. Which of the two comes first does not matter, so each pair counts both ways.
 */
import { kappa, pairTable } from '../../fairness/rating/kappa.ts';

/** Points run from 0 to 3. */
const POINTS = 4;
/** Below this a coefficient says nothing. */
const FEWEST_PAIRS = 10;

export interface Agreement {
  readonly value: number;
  readonly pairs: number;
}

/** Undefined where there are too few pairs, or all points are alike. `readings`: for each statement the points of its readers. */
export function agreementOf(
  readings: readonly (readonly (readonly number[])[])[],
): Agreement | undefined {
  const pairs = readings.flatMap(([one, other]) =>
    one === undefined || other === undefined
      ? []
      : one.map((points, place) => [points, other[place]] as const),
  );
  const both = pairs.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]);
  const found = kappa(pairTable(both, POINTS), 'squared');
  return pairs.length < FEWEST_PAIRS || !found.ok
    ? undefined
    : { value: found.value.value, pairs: pairs.length };
}
