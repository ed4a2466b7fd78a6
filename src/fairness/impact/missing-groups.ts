/**
 * What people who did not say could change. Nobody's race or sex is guessed here: the question is only how
 * far the finding could move, whoever they are.
 *
 * Bounds: the ratio if everybody who did not say, and succeeded, or failed, belonged to whichever group makes
 * it least, and largest. People in neither group are allowed for, because a person who did not say may be in
 * neither. Certain, and wide. Tipping point: the smallest number of people, with the outcome that hurts the
 * finding most, that would have to be of the focal (or reference) group for the ratio to reach a threshold.
 *
 * Sources: Manski (1990) for bounds; tipping-point analysis as in Yan, Lee & Li (2009).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import { ratioOfRates } from '../../numerics/tables/two-by-two.ts';
import { type GroupCount, successTable } from './compare-outcomes.ts';

export interface Silent {
  readonly succeeded: number;
  readonly total: number;
}

export interface ResponseRate {
  readonly told: number;
  readonly all: number;
  readonly rate: number;
  /** Of those who succeeded and of those who did not; where the two differ, silence is not by chance. */
  readonly amongSucceeded: number | undefined;
  readonly amongFailed: number | undefined;
}

export interface Tipping {
  /** People who did not say that it takes; undefined where all of them are not enough. */
  readonly people: number | undefined;
  readonly silent: number;
}

/** Refused where there is nobody at all. */
export function responseRate(
  groups: readonly GroupCount[],
  silent: Silent,
): Result<ResponseRate, 'no-people'> {
  const told = groups.reduce((sum, { total }) => sum + total, 0);
  const toldSucceeded = groups.reduce((sum, { succeeded }) => sum + succeeded, 0);
  const all = told + silent.total;
  if (all === 0) {
    return refuse('no-people', 'nobody has an outcome yet');
  }
  const share = (part: number, rest: number): number | undefined =>
    part + rest === 0 ? undefined : part / (part + rest);
  return success({
    told,
    all,
    rate: told / all,
    amongSucceeded: share(toldSucceeded, silent.succeeded),
    amongFailed: share(told - toldSucceeded, silent.total - silent.succeeded),
  });
}

/** The least and the largest ratio that could be true; refused where a group could have no success at all. */
export function ratioBounds(
  focal: GroupCount,
  reference: GroupCount,
  silent: Silent,
): Result<Interval, 'undefined'> {
  const failed = silent.total - silent.succeeded;
  const low = ratioOfRates(
    successTable(withMore(focal, 0, failed), withMore(reference, silent.succeeded, 0)),
  );
  const high = ratioOfRates(
    successTable(withMore(focal, silent.succeeded, 0), withMore(reference, 0, failed)),
  );
  if (!low.ok) {
    return low;
  }
  return high.ok ? success({ low: low.value, high: high.value }) : high;
}

/** The same for the difference of the rates. */
export function differenceBounds(
  focal: GroupCount,
  reference: GroupCount,
  silent: Silent,
): Result<Interval, 'undefined'> {
  const failed = silent.total - silent.succeeded;
  const rate = ({ succeeded, total }: GroupCount): number => succeeded / total;
  if (focal.total === 0 || reference.total === 0) {
    return refuse('undefined', 'a group without people has no rate');
  }
  return success({
    low: rate(withMore(focal, 0, failed)) - rate(withMore(reference, silent.succeeded, 0)),
    high: rate(withMore(focal, silent.succeeded, 0)) - rate(withMore(reference, 0, failed)),
  });
}

/**
 * How many of the silent it takes for the ratio to reach `threshold` (a fraction such as 4/5). Below it, people
 * who succeeded are given to the focal group first; above it, people who failed.
 */
export function tippingPoint(
  focal: GroupCount,
  reference: GroupCount,
  silent: Silent,
  threshold: readonly [number, number],
): Tipping {
  const side = (one: GroupCount, other: GroupCount): number =>
    threshold[1] * one.succeeded * other.total - threshold[0] * other.succeeded * one.total;
  const below = side(focal, reference) < 0;
  const [most, rest] = below
    ? [silent.succeeded, silent.total - silent.succeeded]
    : [silent.total - silent.succeeded, silent.succeeded];
  const crossed = (people: number): boolean => {
    const [first, second] = [Math.min(people, most), Math.max(0, people - most)];
    const now = below
      ? side(withMore(focal, first, 0), withMore(reference, 0, second))
      : side(withMore(focal, 0, first), withMore(reference, second, 0));
    return below ? now >= 0 : now < 0;
  };
  if (!crossed(most + rest)) {
    return { people: undefined, silent: silent.total };
  }
  let [short, enough] = [-1, most + rest];
  while (enough - short > 1) {
    const half = Math.trunc((short + enough) / 2);
    if (crossed(half)) {
      enough = half;
    } else {
      short = half;
    }
  }
  return { people: enough, silent: silent.total };
}

const withMore = (row: GroupCount, succeeded: number, failed: number): GroupCount => ({
  ...row,
  succeeded: row.succeeded + succeeded,
  total: row.total + succeeded + failed,
});
