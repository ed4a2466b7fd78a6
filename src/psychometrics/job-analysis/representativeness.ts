/**
 * How far those who answered are made up like everybody who could have been asked, one known variable at a time.
 *
 *     would have to be others = half the sum of |share of respondents - share of the population|  (Duncan & Duncan 1955)
 *     test: Pearson's chi-squared of answering by category, Holm's rule over the variables
 *     spread of answering rates = root of sum (N_k / N)(p_k - p)^2, less what chance alone gives
 *     a mean can be off by at most (spread / p) standard deviations on account of the variable
 *
 * The last line bounds what shows in the known variable, not what nobody knows. Source: Schouten, Cobben & Bethlehem (2009),
 * Survey Methodology 35, 101-113 (spread S, indicator R = 1 - 2 S, largest bias S / p per standard deviation).
 */
import { at } from '../../kernel/result/at.ts';
import type { Result } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { chiSquaredOfRates } from '../../numerics/tables/several-rates.ts';
import type { ChiSquaredTest } from '../../numerics/tables/stratified-odds.ts';
import { type KnownVariable, NOT_STATED } from './study.ts';

export interface CategoryAnswers {
  readonly name: string;
  readonly population: number;
  readonly answered: number;
  /** Shares of the population, and of respondents who stated the variable. */
  readonly share: number;
  readonly shareAnswered: number;
  /** Of the population in this category, who answered. */
  readonly rate: number;
}

export interface Representativeness {
  readonly variable: string;
  readonly categories: readonly CategoryAnswers[];
  readonly notStated: number;
  /** Share of respondents who would have to be of another category. */
  readonly dissimilarity: number;
  readonly test: Result<ChiSquaredTest, 'undefined'>;
  /** After Holm, over the variables that could be tested. */
  readonly pAdjusted: number | undefined;
  /** Spread of answering rates over categories, what chance gives taken out; at least 0. */
  readonly spread: number;
  /** Standard deviations by which a mean can be off on account of this variable. */
  readonly largestBias: number;
}

/** For each known variable, in their order. */
export function representativeness(known: readonly KnownVariable[]): readonly Representativeness[] {
  const looked = known.map(comparedWithPopulation);
  const tested = looked.flatMap(({ test }) => (test.ok ? [test.value.pValue] : []));
  const adjusted = holm(tested);
  let place = 0;
  return looked.map((one) => {
    if (!one.test.ok) {
      return { ...one, pAdjusted: undefined };
    }
    place += 1;
    return { ...one, pAdjusted: at(adjusted, place - 1) };
  });
}

function comparedWithPopulation(variable: KnownVariable): Omit<Representativeness, 'pAdjusted'> {
  const counts = new Array<number>(variable.categories.length).fill(0);
  let notStated = 0;
  for (const category of variable.of) {
    if (category === NOT_STATED) {
      notStated += 1;
    } else {
      counts[category] = at(counts, category) + 1;
    }
  }
  const population = variable.categories.reduce((sum, one) => sum + one.population, 0);
  const stated = variable.of.length - notStated;
  const categories = variable.categories.map(
    (one, place): CategoryAnswers => ({
      name: one.name,
      population: one.population,
      answered: at(counts, place),
      share: one.population / population,
      shareAnswered: stated === 0 ? 0 : at(counts, place) / stated,
      rate: one.population === 0 ? 0 : at(counts, place) / one.population,
    }),
  );
  const rate = stated / population;
  const spread = spreadOfRates(categories, rate);
  return {
    variable: variable.name,
    categories,
    notStated,
    dissimilarity:
      categories.reduce((sum, one) => sum + Math.abs(one.shareAnswered - one.share), 0) / 2,
    test: chiSquaredOfRates(categories.map((one) => ({ yes: one.answered, all: one.population }))),
    spread,
    largestBias: rate === 0 ? 0 : spread / rate,
  };
}

function spreadOfRates(categories: readonly CategoryAnswers[], overall: number): number {
  const squares = categories.reduce((sum, { share, rate, population }) => {
    // Each rate's own variance lies in the squares twice: as itself, and as its part in the overall rate.
    const chance = population > 1 ? (rate * (1 - rate)) / (population - 1) : 0;
    return sum + share * (rate - overall) ** 2 - share * (1 - share) * chance;
  }, 0);
  return Math.sqrt(Math.max(0, squares));
}
