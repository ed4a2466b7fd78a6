/**
 * The likelihood of ratings under the many-facet model, its slope and its information. Cases touch no other case, so they
 * are taken out of the equations one by one (Schur complement), and only raters, criteria and thresholds are left:
 *
 *     reduced = I_oo - sum over cases of I_oc I_co / I_cc
 *
 * Of each facet and of the thresholds the last member is less the sum of the others. Source: Wright & Masters (1982).
 */
import { at } from '../../kernel/result/at.ts';
import type { KeptPlaces, Rating, Severity } from './rating-design.ts';

export interface FacetPoint {
  readonly cases: Float64Array;
  /** Severities of each facet but its last level, then thresholds but the last. */
  readonly others: Float64Array;
  readonly highest: number;
}

export interface FacetDerivatives {
  readonly logLikelihood: number;
  readonly caseSlope: Float64Array;
  readonly caseWeight: Float64Array;
  /** Cases by others, row after row. */
  readonly cross: Float64Array;
  readonly reduced: Float64Array;
  readonly reducedSlope: Float64Array;
}

/** Where estimation starts: all cases, raters and steps alike. */
export const placeOf = (kept: KeptPlaces, highest: number): FacetPoint => ({
  cases: new Float64Array(kept.keptCases),
  others: new Float64Array(
    kept.keptLevels.reduce((sum, levels) => sum + levels - 1, 0) + highest - 1,
  ),
  highest,
});

/** The chances of each score, given how far a case stands above severity and the thresholds before each score. */
export function scoreChances(height: number, before: readonly number[]): readonly number[] {
  const logs = before.map((sum, score) => score * height - sum);
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / all);
}

/** The sum of the thresholds up to each score, 0 for the lowest. */
export function thresholdSums(thresholds: readonly number[]): readonly number[] {
  let sum = 0;
  return [0, ...thresholds.map((threshold) => (sum += threshold))];
}

export function facetDerivatives(
  kept: KeptPlaces,
  ratings: readonly Rating[],
  point: FacetPoint,
): FacetDerivatives {
  const { cases, others, highest } = point;
  const size = others.length;
  const { facets, thresholds } = spelledOut(kept, point);
  const before = thresholdSums(thresholds);
  const caseSlope = new Float64Array(cases.length);
  const caseWeight = new Float64Array(cases.length);
  const cross = new Float64Array(cases.length * size);
  const reduced = new Float64Array(size * size);
  const reducedSlope = new Float64Array(size);
  let logLikelihood = 0;
  for (const rating of ratings) {
    const one = at(kept.cases, rating.case) ?? 0;
    const levels = rating.levels.map((level, facet) => at(at(kept.facets, facet), level) ?? 0);
    const severity = levels.reduce((sum, level, facet) => sum + at(at(facets, facet), level), 0);
    const chances = scoreChances(at(cases, one) - severity, before);
    logLikelihood += Math.log(at(chances, rating.score));
    const rows = chances.map((_, score) => featuresOf(kept, levels, score, highest));
    const mean = new Map<number, number>();
    rows.forEach((row, score) => {
      for (const [place, value] of row) {
        mean.set(place, (mean.get(place) ?? 0) + at(chances, score) * value);
      }
    });
    const meanScore = chances.reduce((sum, p, score) => sum + p * score, 0);
    caseSlope[one] = at(caseSlope, one) + rating.score - meanScore;
    for (const [place, value] of at(rows, rating.score)) {
      reducedSlope[place] = at(reducedSlope, place) + value;
    }
    for (const [place, value] of mean) {
      reducedSlope[place] = at(reducedSlope, place) - value;
    }
    rows.forEach((row, score) => {
      const p = at(chances, score);
      const off = score - meanScore;
      const gaps = [...mean].map(
        ([place, middle]) => [place, (row.get(place) ?? 0) - middle] as const,
      );
      caseWeight[one] = at(caseWeight, one) + p * off * off;
      for (const [place, gap] of gaps) {
        cross[one * size + place] = at(cross, one * size + place) + p * off * gap;
        for (const [column, other] of gaps) {
          reduced[place * size + column] = at(reduced, place * size + column) + p * gap * other;
        }
      }
    });
  }
  takeOutCases({ caseSlope, caseWeight, cross, reduced, reducedSlope });
  return { logLikelihood, caseSlope, caseWeight, cross, reduced, reducedSlope };
}

function takeOutCases(sums: Omit<FacetDerivatives, 'logLikelihood'>): void {
  const { caseSlope, caseWeight, cross, reduced, reducedSlope } = sums;
  const size = reducedSlope.length;
  caseWeight.forEach((weight, one) => {
    const row = cross.subarray(one * size, (one + 1) * size);
    const used = [...row.keys()].filter((place) => row[place] !== 0);
    for (const place of used) {
      const share = at(row, place) / weight;
      reducedSlope[place] = at(reducedSlope, place) - share * at(caseSlope, one);
      for (const column of used) {
        reduced[place * size + column] =
          at(reduced, place * size + column) - share * at(row, column);
      }
    }
  });
}

/** How the log of a score's weight changes with each of the other parameters. */
function featuresOf(
  kept: KeptPlaces,
  levels: readonly number[],
  score: number,
  highest: number,
): ReadonlyMap<number, number> {
  const features = new Map<number, number>();
  let start = 0;
  kept.keptLevels.forEach((count, facet) => {
    const level = at(levels, facet);
    if (level < count - 1) {
      features.set(start + level, -score);
    } else {
      for (let place = 0; place < count - 1; place += 1) {
        features.set(start + place, score);
      }
    }
    start += count - 1;
  });
  for (let step = 1; step < highest; step += 1) {
    features.set(start + step - 1, (score >= step ? -1 : 0) + (score >= highest ? 1 : 0));
  }
  return features;
}

/** Severities and thresholds in full, with the last of each. */
function spelledOut(kept: KeptPlaces, { others, highest }: FacetPoint) {
  const closed = (start: number, count: number): readonly number[] => {
    const list = [...others.subarray(start, start + count)];
    return [...list, 0 - list.reduce((sum, x) => sum + x, 0)];
  };
  let start = 0;
  const facets = kept.keptLevels.map((count) => {
    start += count - 1;
    return closed(start - count + 1, count - 1);
  });
  return { facets, thresholds: closed(start, highest - 1) };
}

/** Severities of all levels, with errors, and the thresholds. */
export function severitiesOf(kept: KeptPlaces, point: FacetPoint, covariance: Float64Array) {
  const size = point.others.length;
  const { facets, thresholds } = spelledOut(kept, point);
  let start = 0;
  const found = facets.map((severities, facet) => {
    const from = start;
    start += severities.length - 1;
    const errors = severities.map((_, level) => {
      const last = level === severities.length - 1;
      const places = last
        ? Array.from({ length: level }, (__, place) => from + place)
        : [from + level];
      const variance = places.reduce(
        (sum, row) =>
          sum + places.reduce((more, column) => more + at(covariance, row * size + column), 0),
        0,
      );
      return Math.sqrt(variance);
    });
    return at(kept.facets, facet).map((place): Severity | undefined =>
      place === undefined
        ? undefined
        : { severity: at(severities, place), error: at(errors, place) },
    );
  });
  return { facets: found, thresholds };
}
