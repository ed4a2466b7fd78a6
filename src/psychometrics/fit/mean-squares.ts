/**
 * Infit and outfit: are answers more scattered, or more orderly, than the calibration says? For the answers x with
 * expected value e and variance w:
 *   outfit = mean of (x - e)^2 / w;  infit = sum of (x - e)^2 / sum of w
 * Near 1 is as expected; above, surprises (outfit: far from the ability, infit: near it); below, too orderly.
 * The standardized value is that of Wilson & Hilferty: z = (m^(1/3) - 1) 3 / q + q / 3, with q the standard deviation of
 * the mean square.
 *
 * Source: Wright & Masters (1982), Rating Scale Analysis, chapter 5. As in the program mirt, q is at most 1.4142 and a
 * variance counts as at least 0.00316, so that one near-certain answer cannot decide the sum.
 * Assumes that ability is known; it is estimated, so z is a guide and no exact test. Unanswered cells are left out.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Abilities, type MismatchRefusal, matched } from '../ability/ability.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { expectationsOf } from './expected-answers.ts';
import type { Residuals } from './residuals.ts';

export interface MeanSquares {
  readonly answers: number;
  readonly outfit: number;
  readonly outfitZ: number;
  readonly infit: number;
  readonly infitZ: number;
}

export interface MeanSquareFit {
  /** In the order of the items. */
  readonly items: readonly Result<MeanSquares, 'no-answers'>[];
  /** In the order of the people. */
  readonly people: readonly Result<MeanSquares, 'no-answers'>[];
}

const LEAST_VARIANCE = Math.sqrt(1e-5);
// Not the root of two: the number that the program it is compared with uses.
const LARGEST_DEVIATION = 14_142 / 10_000;

interface Sums {
  answers: number;
  standardized: number;
  raw: number;
  variance: number;
  outfitSpread: number;
  infitSpread: number;
}

/** Infit and outfit of every item and every person, at the abilities given; people without one are left out. */
export function meanSquareFit(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
): Result<MeanSquareFit, MismatchRefusal> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const expectedOf = expectationsOf(items);
  const byItem = items.map(noSums);
  const people = abilities.map((ability, person) => {
    const own = noSums();
    if (ability.ok) {
      items.forEach((item, place) => {
        const code = matrix.codes[person * items.length + place] ?? NO_ANSWER;
        if (code !== NO_ANSWER) {
          const { mean, variance, fourthMoment } = expectedOf(item, ability.value.theta);
          const weight = Math.max(variance, LEAST_VARIANCE);
          add(own, code - mean, weight, fourthMoment);
          add(at(byItem, place), code - mean, weight, fourthMoment);
        }
      });
    }
    return meanSquares(own);
  });
  return success({ items: byItem.map(meanSquares), people });
}

/** Infit and outfit of the items alone, from residuals as they come. */
export class ItemMeanSquares {
  private readonly sums: readonly Sums[];

  constructor(items: number) {
    this.sums = Array.from({ length: items }, noSums);
  }

  add({ people, stride, values, variances, fourthMoments, answered }: Residuals): void {
    this.sums.forEach((sums, item) => {
      const start = item * stride;
      for (let place = start; place < start + people; place += 1) {
        if (answered === undefined || answered[place] === 1) {
          const weight = Math.max(variances[place] ?? 0, LEAST_VARIANCE);
          add(sums, values[place] ?? 0, weight, fourthMoments[place] ?? 0);
        }
      }
    });
  }

  /** In the order of the items. */
  found(): readonly Result<MeanSquares, 'no-answers'>[] {
    return this.sums.map(meanSquares);
  }
}

const noSums = (): Sums => ({
  answers: 0,
  standardized: 0,
  raw: 0,
  variance: 0,
  outfitSpread: 0,
  infitSpread: 0,
});

function add(sums: Sums, residual: number, variance: number, fourthMoment: number): void {
  sums.answers += 1;
  sums.standardized += (residual * residual) / variance;
  sums.raw += residual * residual;
  sums.variance += variance;
  sums.outfitSpread += fourthMoment / (variance * variance) - 1;
  sums.infitSpread += fourthMoment - variance * variance;
}

function meanSquares(sums: Sums): Result<MeanSquares, 'no-answers'> {
  const { answers } = sums;
  if (answers === 0) {
    return refuse('no-answers', 'no answer of somebody with an ability, so nothing to compare');
  }
  const outfit = sums.standardized / answers;
  const infit = sums.raw / sums.variance;
  return success({
    answers,
    outfit,
    outfitZ: standardized(outfit, Math.sqrt(sums.outfitSpread) / answers),
    infit,
    infitZ: standardized(infit, Math.sqrt(sums.infitSpread) / sums.variance),
  });
}

function standardized(meanSquare: number, deviation: number): number {
  const q = Math.min(deviation, LARGEST_DEVIATION);
  return (Math.cbrt(meanSquare) - 1) * (3 / q) + q / 3;
}
