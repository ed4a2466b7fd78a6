/**
 * Who was drawn, held against who could have been: if the lottery was blind, how often would a group have come up as rarely,
 * or as often, as it did? Exact for any size. Where a lottery draws from strata at different rates, each stratum is its
 * own draw, and the answers are put together point by point, so that a group that stands mostly in a stratum with a
 * higher rate is not taken for a group that was picked out.
 *
 *     in one stratum   P(k) is hypergeometric: k of the group among those drawn
 *     in several       P(k) is the sum over all ways of making k of them (the convolution of the strata)
 *     two-sided        the sum of the P(k) that are no likelier than what was seen (Fisher 1922)
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { hypergeometricPoints, reach } from '../../numerics/distributions/hypergeometric.ts';
import { EQUALLY_LIKELY } from '../../numerics/tables/fisher.ts';

/** One stratum of a draw: how many of the group, and of everybody else, stood in it and were drawn. */
export interface DrawnStratum {
  readonly groupInPool: number;
  readonly othersInPool: number;
  readonly groupDrawn: number;
  readonly othersDrawn: number;
}

export interface DrawnAgainstPool {
  readonly drawn: number;
  /** How many a blind draw gives on average. */
  readonly expected: number;
  /** How often a blind draw gives as few or fewer; as many or more; one no likelier than this. */
  readonly asFew: number;
  readonly asMany: number;
  readonly twoSided: number;
}

/** Refused where the counts are no counts, or the draw could not have come out otherwise. */
export function drawnAgainstPool(
  strata: readonly DrawnStratum[],
): Result<DrawnAgainstPool, 'not-counts' | 'undefined'> {
  if (!strata.every(isCounted)) {
    return refuse('not-counts', 'no more can be drawn from a stratum than stand in it');
  }
  const drawn = strata.reduce((sum, { groupDrawn }) => sum + groupDrawn, 0);
  return againstChance(strata.map(distributionOf), drawn);
}

/** How likely each number of the group was in one draw: the first point is that of `least`. */
export interface CountChances {
  readonly least: number;
  readonly points: Float64Array;
}

/** What was drawn, held against everything that several draws together could have given. */
export function againstChance(
  draws: readonly CountChances[],
  drawn: number,
): Result<DrawnAgainstPool, 'not-counts' | 'undefined'> {
  const { least, points } = draws.reduce(together, { least: 0, points: Float64Array.of(1) });
  if (points.length < 2) {
    return refuse('undefined', 'this draw could not have come out otherwise');
  }
  const place = drawn - least;
  const seen = points[place];
  if (seen === undefined) {
    return refuse('not-counts', 'no draw could have given so many of the group, or so few');
  }
  const limit = seen * EQUALLY_LIKELY;
  const sumWhere = (holds: (at: number, point: number) => boolean): number =>
    Math.min(
      1,
      points.reduce((sum, point, at) => (holds(at, point) ? sum + point : sum), 0),
    );
  return success({
    drawn,
    expected: points.reduce((sum, point, at) => sum + point * (least + at), 0),
    asFew: sumWhere((at) => at <= place),
    asMany: sumWhere((at) => at >= place),
    twoSided: sumWhere((_at, point) => point <= limit),
  });
}

const isCounted = ({ groupInPool, othersInPool, groupDrawn, othersDrawn }: DrawnStratum): boolean =>
  [groupInPool, othersInPool, groupDrawn, othersDrawn].every(
    (count) => Number.isInteger(count) && count >= 0,
  ) &&
  groupDrawn <= groupInPool &&
  othersDrawn <= othersInPool;

function distributionOf(stratum: DrawnStratum): CountChances {
  const draw = {
    first: stratum.groupInPool,
    second: stratum.othersInPool,
    drawn: stratum.groupDrawn + stratum.othersDrawn,
  };
  return { least: reach(draw)[0], points: hypergeometricPoints(draw) };
}

function together(one: CountChances, other: CountChances): CountChances {
  const points = new Float64Array(one.points.length + other.points.length - 1);
  for (const [first, chance] of one.points.entries()) {
    for (const [second, further] of other.points.entries()) {
      points[first + second] = (points[first + second] ?? 0) + chance * further;
    }
  }
  return { least: one.least + other.least, points };
}
