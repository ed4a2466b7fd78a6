/**
 * The standard error of an estimate from raked respondents: what the known variables already settle is not uncertain.
 *
 *     each respondent's influence on the estimate, less what the margins explain of it by regression; times the weight;
 *     variance = n / (n - 1) sum (that - its mean)^2
 *
 * Source: Deville & Särndal (1992), JASA 87, 376-382: every calibration estimator, raking among them, has the variance of the
 * regression estimator. The regression takes everybody alike, as the R package survey does; nothing is taken off because the
 * population is finite.
 */
import { at } from '../../kernel/result/at.ts';
import { orthonormalBasis, removeSpan } from '../../numerics/linear/orthonormal-basis.ts';
import { heardShares } from './raking.ts';
import { type KnownVariable, NOT_STATED } from './study.ts';

/** What the known variables explain, as an orthonormal basis over respondents; empty where nothing is known. */
export function explainedBy(
  respondents: number,
  known: readonly KnownVariable[],
): readonly Float64Array[] {
  if (known.length === 0) {
    return [];
  }
  const columns = known.flatMap((variable) => {
    const shares = heardShares(variable);
    return variable.categories.flatMap((_, category) =>
      at(shares, category) > 0
        ? [
            Float64Array.from(variable.of, (own) =>
              own === NOT_STATED ? 0 : Number(own === category) - at(shares, category),
            ),
          ]
        : [],
    );
  });
  return orthonormalBasis([new Float64Array(respondents).fill(1), ...columns]);
}

/** `influence` is of one respondent of weight 1; it is used up. */
export function standardErrorOf(
  influence: Float64Array,
  weights: Float64Array,
  explained: readonly Float64Array[],
): number {
  removeSpan(explained, influence);
  const people = influence.length;
  let sum = 0;
  for (let person = 0; person < people; person += 1) {
    influence[person] = at(influence, person) * at(weights, person);
    sum += at(influence, person);
  }
  const mean = sum / people;
  const squares = influence.reduce((total, value) => total + (value - mean) ** 2, 0);
  return people < 2 ? Number.NaN : Math.sqrt((people / (people - 1)) * squares);
}
