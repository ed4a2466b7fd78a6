/**
 * Periods inside a term: ten years as five times two. They are counted back from the end of the term, so that the last one
 * ends with it; what is left over at the beginning belongs to the first.
 */
import { addDays, addYears, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Term } from './term.ts';

/**
 * The periods of a term, first to last, without gap or overlap. `from` is the first day on which hours count for it,
 * and `lastDay` its last, which an extension may have moved.
 */
export function blocksOf(asked: {
  readonly term: Term;
  readonly termYears: number;
  readonly blockYears: number;
  readonly from: CivilDate;
  readonly lastDay: CivilDate;
}): readonly Term[] {
  const { term, termYears, blockYears, from, lastDay } = asked;
  const count = Math.max(1, Math.floor(termYears / blockYears));
  const ends = Array.from({ length: count }, (_, place) =>
    addYears(term.to, -(count - 1 - place) * blockYears),
  ).filter((end) => end >= from);
  return ends.map((end, place) => ({
    from: place === 0 ? from : addDays(ends[place - 1] ?? from, 1),
    to: place === ends.length - 1 ? lastDay : end,
  }));
}
