/**
 * Waits made ready for counting: the lengths of the answered and of the open ones, each sorted, and one walk over the
 * days on which somebody was answered. A million matters take part of a second, because only plain numbers are sorted.
 *
 * A matter that is still open counts as waiting on every day up to its last one, that day included (Kaplan & Meier 1958).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface Wait {
  /** From opening to the answer, or to today where there is none. */
  readonly days: number;
  readonly answered: boolean;
}

/** The waits of one group, in days, rising. */
export interface SortedWaits {
  readonly answeredAfter: Float64Array;
  readonly openSince: Float64Array;
}

export type Waits = readonly Wait[] | SortedWaits;

/** Matters as columns, one place a matter; groups and strata are numbered from 0. */
export interface WaitColumns {
  readonly days: Float64Array;
  /** 1 where answered, 0 where still open. */
  readonly answered: Uint8Array;
  readonly group: Int32Array;
  readonly groups: number;
  /** Undefined: all in one stratum. */
  readonly stratum: Int32Array | undefined;
  readonly strata: number;
}

export function sortedWaits(waits: Waits): SortedWaits {
  if ('openSince' in waits) {
    return waits;
  }
  const answered = waits.reduce((sum, wait) => sum + (wait.answered ? 1 : 0), 0);
  const answeredAfter = new Float64Array(answered);
  const openSince = new Float64Array(waits.length - answered);
  let [a, o] = [0, 0];
  for (const wait of waits) {
    if (wait.answered) {
      answeredAfter[a] = wait.days;
      a += 1;
    } else {
      openSince[o] = wait.days;
      o += 1;
    }
  }
  return { answeredAfter: answeredAfter.sort(), openSince: openSince.sort() };
}

/** The waits of each stratum and, within it, of each group. */
export function splitWaits(columns: WaitColumns): readonly (readonly SortedWaits[])[] {
  const { days, answered, group, groups, stratum, strata } = columns;
  const boxOf = (place: number): number =>
    2 * ((stratum?.[place] ?? 0) * groups + (group[place] ?? 0)) + (answered[place] ?? 0);
  const sizes = new Int32Array(2 * groups * strata);
  for (let place = 0; place < days.length; place += 1) {
    const box = boxOf(place);
    sizes[box] = (sizes[box] ?? 0) + 1;
  }
  const boxes = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(sizes.length);
  for (let place = 0; place < days.length; place += 1) {
    const box = boxOf(place);
    const next = filled[box] ?? 0;
    at(boxes, box)[next] = days[place] ?? 0;
    filled[box] = next + 1;
  }
  return Array.from({ length: strata }, (_, row) =>
    Array.from({ length: groups }, (__, column) => {
      const box = 2 * (row * groups + column);
      return { openSince: at(boxes, box).sort(), answeredAfter: at(boxes, box + 1).sort() };
    }),
  );
}

export const peopleIn = ({ answeredAfter, openSince }: SortedWaits): number =>
  answeredAfter.length + openSince.length;

/** Refused where a wait is negative or no number, or nobody waited in one of the groups. */
export function checkedStrata(
  strata: readonly (readonly Waits[])[],
): Result<readonly (readonly SortedWaits[])[], 'bad-wait' | 'nobody'> {
  const sorted = strata.map((stratum) => stratum.map(sortedWaits));
  const people = (sorted[0] ?? []).map((_, group) =>
    sorted.reduce((sum, stratum) => sum + peopleIn(at(stratum, group)), 0),
  );
  const empty = people.indexOf(0);
  if (empty >= 0 || people.length === 0) {
    return refuse('nobody', `nobody has waited in group ${empty < 0 ? 1 : empty + 1}`);
  }
  const all = sorted.flat().flatMap(({ answeredAfter, openSince }) => [answeredAfter, openSince]);
  const bad = all.flatMap((days) => [days[0] ?? 0, days.at(-1) ?? 0]).find((day) => !(day >= 0));
  return bad === undefined
    ? success(sorted)
    : refuse('bad-wait', `a wait of ${bad} days cannot be: no matter is answered before it opens`);
}

/**
 * Calls `visit` for each day on which somebody was answered, in order, with how many of each group were still waiting
 * just before and how many were answered. The two lists are used again for the next day.
 */
export function eachAnswerDay(
  groups: readonly SortedWaits[],
  visit: (day: number, waiting: Float64Array, answered: Float64Array) => void,
): void {
  const places = groups.map(({ answeredAfter, openSince }) => ({
    answeredAfter,
    openSince,
    a: 0,
    o: 0,
  }));
  const waiting = new Float64Array(groups.length);
  const answered = new Float64Array(groups.length);
  for (;;) {
    let day = Number.POSITIVE_INFINITY;
    for (const { answeredAfter, a } of places) {
      day = Math.min(day, answeredAfter[a] ?? Number.POSITIVE_INFINITY);
    }
    if (day === Number.POSITIVE_INFINITY) {
      return;
    }
    for (let group = 0; group < places.length; group += 1) {
      const place = at(places, group);
      const { answeredAfter, openSince } = place;
      while ((openSince[place.o] ?? Number.POSITIVE_INFINITY) < day) {
        place.o += 1;
      }
      waiting[group] = answeredAfter.length - place.a + openSince.length - place.o;
      const from = place.a;
      while (answeredAfter[place.a] === day) {
        place.a += 1;
      }
      answered[group] = place.a - from;
    }
    visit(day, waiting, answered);
  }
}
