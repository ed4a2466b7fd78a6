/**
 * Weights under which the respondents are made up like the population in everything that is known of it.
 *
 *     for each known variable in turn, each category's weights are multiplied by
 *     (its share of the population) / (its share of the weights of all who stated the variable),
 *     until every share agrees
 *
 * Whoever did not state a variable keeps the weight they have while its turn lasts. A category from which nobody answered
 * cannot be weighted up: it is left out of the shares, and told. Raking mends only what goes with the known variables.
 *
 * Sources: Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427-444; the loss through unequal weights is
 * Kish's (1992), Journal of Official Statistics 8, 183-200: n sum w^2 / (sum w)^2.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type KnownVariable, NOT_STATED } from './study.ts';

export interface RakedWeights {
  /** For each respondent; together as many as there are respondents. */
  readonly weights: Float64Array;
  readonly rounds: number;
  /** How many times more people a plain sample of the same worth could do without: 1 is no loss. */
  readonly designEffect: number;
  /** Respondents of a plain sample that would tell as much. */
  readonly effective: number;
  readonly largest: number;
  /** Categories of the population from which nobody answered. */
  readonly unheard: readonly { readonly variable: string; readonly category: string }[];
}

/** Shares agree to this, relative; far below what any interval shows. */
const AGREED = 1e-10;
const MOST_ROUNDS = 10_000;

/** Refused where no weights can bring the shares together, as where two variables contradict each other. */
export function rakedWeights(
  respondents: number,
  known: readonly KnownVariable[],
): Result<RakedWeights, 'no-agreement'> {
  const weights = new Float64Array(respondents).fill(1);
  const targets = known.map(heardShares);
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    let furthest = 0;
    for (const [place, { of }] of known.entries()) {
      furthest = Math.max(furthest, turn(weights, of, at(targets, place)));
    }
    if (furthest < AGREED) {
      return success({ ...told(weights), rounds: round, unheard: known.flatMap(unheardOf) });
    }
  }
  return refuse(
    'no-agreement',
    `no weights of the respondents reach the shares of ${known.map(({ name }) => `"${name}"`).join(' and ')} together. Leave one of them out, or join categories that few answered.`,
  );
}

/** How far the categories' shares were off, relative, before they were mended. */
function turn(weights: Float64Array, of: Int32Array, targets: Float64Array): number {
  const sums = new Float64Array(targets.length);
  let stated = 0;
  for (const [person, category] of of.entries()) {
    if (category !== NOT_STATED) {
      sums[category] = at(sums, category) + at(weights, person);
      stated += at(weights, person);
    }
  }
  let furthest = 0;
  const factors = sums.map((sum, category) => {
    const factor = sum > 0 ? (at(targets, category) * stated) / sum : 1;
    furthest = Math.max(furthest, Math.abs(factor - 1));
    return factor;
  });
  for (const [person, category] of of.entries()) {
    if (category !== NOT_STATED) {
      weights[person] = at(weights, person) * at(factors, category);
    }
  }
  return furthest;
}

/** Each category's share of the population, among categories from which somebody answered. */
export function heardShares({ categories, of }: KnownVariable): Float64Array {
  const heard = new Set(of);
  const counts = Float64Array.from(categories, ({ population }, place) =>
    heard.has(place) ? population : 0,
  );
  const all = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (all > 0 ? count / all : 0));
}

const unheardOf = ({ name, categories, of }: KnownVariable) => {
  const heard = new Set(of);
  return categories.flatMap(({ name: category, population }, place) =>
    population > 0 && !heard.has(place) ? [{ variable: name, category }] : [],
  );
};

function told(raw: Float64Array): Omit<RakedWeights, 'rounds' | 'unheard'> {
  const sum = raw.reduce((total, weight) => total + weight, 0);
  const weights = raw.map((weight) => (weight * raw.length) / sum);
  const squares = weights.reduce((total, weight) => total + weight * weight, 0);
  return {
    weights,
    designEffect: squares / raw.length,
    effective: raw.length ** 2 / squares,
    largest: weights.reduce((most, weight) => Math.max(most, weight), 0),
  };
}
