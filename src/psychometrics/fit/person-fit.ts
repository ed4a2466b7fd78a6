/**
 * Do a person's answers hang together? lz compares how likely the answers are with how likely answers of somebody of that
 * ability usually are: lz = (l - mean of l) / standard deviation of l, for l = sum of log P(answer).
 * Far below zero: answers that surprise (right where wrong was expected and the reverse); far above: too orderly.
 *
 * Source: Drasgow, Levine & Williams (1985), British Journal of Mathematical and Statistical Psychology 38, 67-86 (Zh).
 * Assumes that ability is known. Because it is estimated, lz spreads less than a standard normal, and a cut of -1.645
 * flags fewer than 5 percent: never a proof of misconduct, only a reason to look. Unanswered cells are left out.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Abilities, type MismatchRefusal, matched } from '../ability/ability.ts';
import { type CategoryCurves, fillCurves, roomForCurves } from '../ability/category-curves.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';

export type PersonFit = Result<number, 'no-ability' | 'no-spread'>;

/** lz of every person at the ability given, in the order of the people. */
export function personFit(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
): Result<readonly PersonFit[], MismatchRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const curves = roomForCurves(items);
  const fits = abilities.map((ability, person): PersonFit => {
    if (!ability.ok) {
      return refuse('no-ability', ability.refusal.because);
    }
    let [surprise, variance] = [0, 0];
    items.forEach((item, place) => {
      const code = matrix.codes[person * items.length + place] ?? NO_ANSWER;
      if (code !== NO_ANSWER) {
        const categories = fillCurves(item, ability.value.theta, curves);
        const mean = logMean(curves, categories);
        surprise += Math.log(at(curves.probability, code)) - mean;
        variance += logVariance(curves, categories, mean);
      }
    });
    return variance > 0
      ? success(surprise / Math.sqrt(variance))
      : refuse('no-spread', 'every answer was as good as certain, so none can surprise');
  });
  return success(fits);
}

/** The expected log probability of an answer. */
function logMean({ probability }: CategoryCurves, categories: number): number {
  let mean = 0;
  for (let k = 0; k < categories; k += 1) {
    const p = at(probability, k);
    mean += p > 0 ? p * Math.log(p) : 0;
  }
  return mean;
}

function logVariance({ probability }: CategoryCurves, categories: number, mean: number): number {
  let variance = 0;
  for (let k = 0; k < categories; k += 1) {
    const p = at(probability, k);
    variance += p > 0 ? p * (Math.log(p) - mean) ** 2 : 0;
  }
  return variance;
}
