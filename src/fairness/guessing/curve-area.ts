/**
 * How well a score tells members of a group from others: the area under its receiver operating characteristic curve,
 * which is the chance that a member scores higher than somebody else. One half is guessing. Within strata only people of
 * the same stratum are compared.
 *
 *     area = sum over strata of (pairs with the member higher + half the ties) / sum over strata of pairs
 *
 * Source: Hanley & McNeil 1982; the error by DeLong, DeLong & Clarke-Pearson 1988; strata as in Janes & Pepe 2009
 * (covariate-adjusted area), here weighted by pairs. Strata with fewer than two of either side are left out.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface Scored {
  readonly score: number;
  readonly member: boolean;
  /** People are compared with those of the same stratum. */
  readonly stratum: string;
}

export interface CurveArea {
  readonly area: number;
  /** Standard error. */
  readonly error: number;
  readonly members: number;
  readonly others: number;
}

const FEWEST = 2;

/** Refused where no stratum has two members and two others, or a score is no number. */
export function curveArea(
  scored: readonly Scored[],
): Result<CurveArea, 'too-few' | 'not-a-number'> {
  if (scored.some(({ score }) => Number.isNaN(score))) {
    return refuse('not-a-number', 'a score is not a number');
  }
  const strata = new Map<string, { members: number[]; others: number[] }>();
  for (const { score, member, stratum } of scored) {
    const own = strata.get(stratum) ?? { members: [], others: [] };
    strata.set(stratum, own);
    (member ? own.members : own.others).push(score);
  }
  const kept = [...strata.values()].filter(
    ({ members, others }) => members.length >= FEWEST && others.length >= FEWEST,
  );
  if (kept.length === 0) {
    return refuse('too-few', 'no stratum has two members of the group and two others');
  }
  const parts = kept.map(({ members, others }) => areaWithin(members, others));
  const pairs = kept.map(({ members, others }) => members.length * others.length);
  const all = pairs.reduce((sum, count) => sum + count, 0);
  const weighed = (of: (part: number) => number): number =>
    parts.reduce((sum, _, part) => sum + of(part), 0);
  return success({
    area: weighed((part) => (at(pairs, part) / all) * at(parts, part).area),
    error: Math.sqrt(weighed((part) => (at(pairs, part) / all) ** 2 * at(parts, part).variance)),
    members: kept.reduce((sum, { members }) => sum + members.length, 0),
    others: kept.reduce((sum, { others }) => sum + others.length, 0),
  });
}

function areaWithin(
  members: readonly number[],
  others: readonly number[],
): { readonly area: number; readonly variance: number } {
  const below = placements(members, others);
  const above = placements(others, members).map((share) => 1 - share);
  const area = mean(below);
  return {
    area,
    variance: spread(below) / members.length + spread(above) / others.length,
  };
}

/** For each score, the share of the others that lie below it, ties counted half. */
function placements(scores: readonly number[], others: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(others).sort();
  return scores.map(
    (score) => (firstFrom(sorted, score) + firstAbove(sorted, score)) / (2 * sorted.length),
  );
}

const firstFrom = (sorted: Float64Array, score: number): number =>
  firstWhere(sorted, (value) => value >= score);
const firstAbove = (sorted: Float64Array, score: number): number =>
  firstWhere(sorted, (value) => value > score);

function firstWhere(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? 0)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
