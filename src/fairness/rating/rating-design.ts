/**
 * Ratings as the many-facet model takes them, and which of them say anything: a case or a rater with only the lowest scores
 * (or only the highest) could stand anywhere beyond the others, so it is left out, and whatever that leaves extreme after it.
 * Source: Wright & Masters (1982).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface RatingDesign {
  readonly cases: number;
  /** Raters first; then criteria or whatever else, each with its number of levels. */
  readonly facets: readonly number[];
  /** Scores go from 0 to this. */
  readonly highest: number;
}

export interface Rating {
  readonly case: number;
  /** The level of each facet, from 0. */
  readonly levels: readonly number[];
  readonly score: number;
}

export interface Severity {
  /** In log-odds; above zero is stricter than the mean of the facet. */
  readonly severity: number;
  readonly error: number;
}

/** The place each case and each level takes among those kept; undefined where it is left out. */
export interface KeptPlaces {
  readonly cases: readonly (number | undefined)[];
  readonly keptCases: number;
  readonly facets: readonly (readonly (number | undefined)[])[];
  readonly keptLevels: readonly number[];
}

const MOST_LEVELS = 500;

/** Refused where a score lies outside the scale or one between was never given, or nothing is left that can be compared. */
export function estimable(
  design: RatingDesign,
  all: readonly Rating[],
): Result<
  { readonly ratings: readonly Rating[]; readonly kept: KeptPlaces },
  'too-few' | 'bad-score' | 'unused-score'
> {
  const { highest } = design;
  const bad = all.find(({ score }) => !(Number.isInteger(score) && score >= 0 && score <= highest));
  if (bad !== undefined) {
    return refuse('bad-score', `a score of ${bad.score} is not on the scale from 0 to ${highest}`);
  }
  if (design.facets.reduce((sum, levels) => sum + levels, 0) > MOST_LEVELS) {
    return refuse('too-few', `more than ${MOST_LEVELS} raters: use the mixed model for so many`);
  }
  let ratings = all;
  for (;;) {
    const left = withoutExtremes(design, ratings);
    if (left.length === ratings.length) {
      break;
    }
    ratings = left;
  }
  const used = new Set(ratings.map(({ score }) => score));
  const kept: KeptPlaces = keptOf(design, ratings);
  if (kept.keptCases < 2 || kept.keptLevels.some((levels) => levels < 2)) {
    return refuse('too-few', 'too few cases and raters have scores between the lowest and highest');
  }
  for (let score = 0; score <= highest; score += 1) {
    if (!used.has(score)) {
      return refuse(
        'unused-score',
        `nobody was given the score ${score} on the scale from 0 to ${highest}: leave it out of the scale`,
      );
    }
  }
  return success({ ratings, kept });
}

function withoutExtremes(design: RatingDesign, ratings: readonly Rating[]): readonly Rating[] {
  const extreme = (size: number, placeOf: (rating: Rating) => number): Uint8Array => {
    const low = new Uint8Array(size).fill(1);
    const high = new Uint8Array(size).fill(1);
    for (const rating of ratings) {
      const place = placeOf(rating);
      low[place] = rating.score === 0 ? at(low, place) : 0;
      high[place] = rating.score === design.highest ? at(high, place) : 0;
    }
    return low.map((one, place) => one | at(high, place));
  };
  const cases = extreme(design.cases, (rating) => rating.case);
  const facets = design.facets.map((size, facet) =>
    extreme(size, ({ levels }) => at(levels, facet)),
  );
  return ratings.filter(
    (rating) =>
      at(cases, rating.case) === 0 &&
      rating.levels.every((level, facet) => at(at(facets, facet), level) === 0),
  );
}

function keptOf(design: RatingDesign, ratings: readonly Rating[]): KeptPlaces {
  const places = (size: number, used: ReadonlySet<number>): readonly (number | undefined)[] => {
    let next = 0;
    return Array.from({ length: size }, (_, one) => {
      next += used.has(one) ? 1 : 0;
      return used.has(one) ? next - 1 : undefined;
    });
  };
  const usedCases = new Set(ratings.map((rating) => rating.case));
  const usedLevels = design.facets.map(
    (_, facet) => new Set(ratings.map(({ levels }) => at(levels, facet))),
  );
  return {
    cases: places(design.cases, usedCases),
    keptCases: usedCases.size,
    facets: design.facets.map((size, facet) => places(size, at(usedLevels, facet))),
    keptLevels: usedLevels.map(({ size }) => size),
  };
}
