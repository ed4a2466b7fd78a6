/**
 * Who is still waiting, for how long, and past which promise: open matters by age, the oldest of them, and the share of
 * matters that were not answered by the day promised, whether an answer came late or has not come at all.
 *
 *     late = (answered after the promise + open past the promise) / (all whose promised day has come)
 *
 * Counts, with Wilson's interval (1927). Assumes that whoever opened too late for the promise to have come due says nothing
 * yet; matters answered in time before their promised day count as kept, so that a body that answers early is not blamed.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type Interval, wilson } from '../../numerics/tables/intervals.ts';
import { sortedWaits, type Waits } from './waits.ts';

export interface AgeBand {
  /** From this many days on; up to the next band, this end not included. */
  readonly fromDays: number;
  readonly open: number;
}

export interface Backlog {
  readonly people: number;
  readonly open: number;
  readonly bands: readonly AgeBand[];
  /** Undefined where nothing is open. */
  readonly oldestDays: number | undefined;
  readonly openPastPromise: number;
  readonly answeredLate: number;
  readonly answeredInTime: number;
  /** Share late of all whose promise was kept or broken by now; undefined where there are none. */
  readonly late: (Interval & { readonly share: number }) | undefined;
}

/** Age bands begin at the days given, rising from 0. Refused for nobody, negative waits, or bands that do not rise from 0. */
export function backlog(
  waits: Waits,
  promisedDays: number,
  bandsFrom: readonly number[],
  confidence = 0.95,
): Result<Backlog, 'nobody' | 'bad-wait' | 'bad-bands'> {
  const { answeredAfter, openSince } = sortedWaits(waits);
  const people = answeredAfter.length + openSince.length;
  if (people === 0) {
    return refuse('nobody', 'nobody in this group has waited');
  }
  const ends = [answeredAfter[0], openSince[0], answeredAfter.at(-1), openSince.at(-1)];
  if (ends.some((days) => days !== undefined && !(days >= 0))) {
    return refuse('bad-wait', 'no matter is answered before it opens');
  }
  const rising = bandsFrom.every((from, place) => from > (bandsFrom[place - 1] ?? -1));
  if (bandsFrom[0] !== 0 || !rising) {
    return refuse('bad-bands', 'the bands of age rise, and the first begins at 0 days');
  }
  const openPastPromise = countAbove(openSince, promisedDays);
  const answeredLate = countAbove(answeredAfter, promisedDays);
  const answeredInTime = answeredAfter.length - answeredLate;
  const due = openPastPromise + answeredAfter.length;
  const late = openPastPromise + answeredLate;
  return success({
    people,
    open: openSince.length,
    bands: bandsFrom.map((fromDays, place) => ({
      fromDays,
      open:
        countFrom(openSince, fromDays) -
        countFrom(openSince, bandsFrom[place + 1] ?? Number.POSITIVE_INFINITY),
    })),
    oldestDays: openSince.at(-1),
    openPastPromise,
    answeredLate,
    answeredInTime,
    late: due === 0 ? undefined : { share: late / due, ...wilson(late, due, confidence) },
  });
}

const countAbove = (days: Float64Array, limit: number): number =>
  days.reduce((sum, one) => sum + (one > limit ? 1 : 0), 0);
const countFrom = (days: Float64Array, limit: number): number =>
  days.reduce((sum, one) => sum + (one >= limit ? 1 : 0), 0);
