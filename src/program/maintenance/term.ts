/**
 * Terms of a credential, as dates of the calendar. The first day and the last day both count.
 *
 *   renewed in time   the new term begins the day after the old one ends, however early the renewal came, and ends one
 *                     full length after the old end: no day is lost, none is held twice;
 *   renewed late      it begins on the day of the late renewal, because in between the credential was not held, and
 *                     ends when an early renewal would have ended; where that day is over, one length later, and so on:
 *                     it is never over already;
 *   February 29       the anniversary of February 29 is February 28 in a year without it. Where a term ends the day
 *                     before, that anniversary is March 1, so that February 28 is the last day and no day is lost. A
 *                     term that ended on February 28 goes on ending on February 28.
 */
import {
  addDays,
  addYears,
  type CivilDate,
  inWordsShort,
  parts,
} from '../../kernel/dates/civil-date.ts';
import { inYear } from '../../kernel/dates/date-rule.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Ends } from './working-rules.ts';

export interface Term {
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

interface Lasting {
  readonly everyYears: number;
  readonly ends: Ends;
}

/** The term of a credential that is awarded, or comes back to its holder, on a day. */
export const freshTerm = ({ everyYears, ends }: Lasting, on: CivilDate): Term => ({
  from: on,
  to:
    ends.kind === 'day-before-anniversary'
      ? dayBeforeAnniversary(on, everyYears)
      : endAfter(ends, addYears(on, everyYears)),
});

/** The term after one that was renewed in time. */
export const followingTerm = ({ everyYears, ends }: Lasting, old: Term): Term => ({
  from: addDays(old.to, 1),
  to:
    ends.kind === 'day-before-anniversary'
      ? dayBeforeAnniversary(addDays(old.to, 1), everyYears)
      : endAfter(ends, addYears(old.to, everyYears)),
});

/** The term after one that was renewed on a day after its end. */
export function lateTerm(lasting: Lasting, old: Term, on: CivilDate): Result<Term, 'not-late'> {
  if (on <= old.to) {
    return refuse('not-late', `this term runs until ${inWordsShort(old.to)}`);
  }
  let next = followingTerm(lasting, old);
  while (next.to <= on) {
    next = followingTerm(lasting, next);
  }
  return success({ from: on, to: next.to });
}

/** The first day on which a term may end, from the day that leaves all of its years. */
function endAfter(ends: Exclude<Ends, { kind: 'day-before-anniversary' }>, full: CivilDate) {
  if (ends.kind === 'anniversary') {
    return full;
  }
  const { year } = parts(full);
  const days = [year, year + 1, year + 2]
    .filter((one) => ends.inYears === 'every' || (one % 2 === 1) === (ends.inYears === 'odd'))
    .flatMap((one) => ends.days.map((rule) => inYear(rule, one)))
    .filter((day) => day >= full)
    .toSorted();
  return at(days, 0);
}

function dayBeforeAnniversary(from: CivilDate, years: number): CivilDate {
  const sameDay = addYears(from, years);
  const isLost = parts(sameDay).day !== parts(from).day;
  return isLost ? sameDay : addDays(sameDay, -1);
}
