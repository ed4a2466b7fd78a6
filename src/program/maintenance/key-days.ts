/**
 * The days that matter around the end of a term, each from a rule: when one can renew, the last day, by when it is
 * answered, until when a late renewal, retiring or reinstatement is open. A day that nobody set is null, never a guess.
 */
import { addDays, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { counted, inYear, onOrAfter, onOrBefore } from '../../kernel/dates/date-rule.ts';
import { answerDay } from '../calendar/answer-day.ts';
import type { WorkingRules } from './working-rules.ts';

export interface KeyDays {
  /** Null: on any day of the term, since nobody set a first day. */
  readonly opensOn: CivilDate | null;
  readonly lastDay: CivilDate;
  /** By when a renewal of the last day is answered. */
  readonly decideBy: CivilDate | null;
  /** The first day without the credential, where nothing is done. */
  readonly notHeldFrom: CivilDate;
  readonly lateUntil: CivilDate | null;
  readonly retireUntil: CivilDate | null;
  readonly reinstateUntil: CivilDate | null;
}

/** `to` is the end of the term by the rules; `lastDay` is later where more time was given. */
export function keyDays(rules: WorkingRules, to: CivilDate, lastDay: CivilDate = to): KeyDays {
  const { late, retired, reinstateWithin } = rules;
  return {
    ...windowOf(rules, to, lastDay),
    lastDay,
    notHeldFrom: addDays(lastDay, 1),
    lateUntil: late === null ? null : addDays(lastDay, late.days),
    retireUntil:
      retired === null
        ? null
        : retired.electWithin === null
          ? lastDay
          : counted(retired.electWithin, lastDay),
    reinstateUntil: reinstateWithin === null ? null : counted(reinstateWithin, lastDay),
  };
}

function windowOf(
  { windows, holidays }: WorkingRules,
  to: CivilDate,
  lastDay: CivilDate,
): Pick<KeyDays, 'opensOn' | 'decideBy'> {
  if (windows.kind === 'counted') {
    const { opensDaysBefore, decideWithin } = windows;
    return {
      opensOn: opensDaysBefore.value === null ? null : addDays(to, -opensDaysBefore.value),
      decideBy:
        decideWithin.value === null ? null : answerDay(decideWithin.value, lastDay, holidays),
    };
  }
  const own = windows.windows.find(
    ({ closes }) => closes.value !== null && inYear(closes.value, parts(to).year) === to,
  );
  const opens = own?.opens.value ?? null;
  const decideBy = own?.decideBy.value ?? null;
  return {
    opensOn: opens === null ? null : onOrBefore(opens, to),
    decideBy: decideBy === null ? null : onOrAfter(decideBy, addDays(lastDay, 1)),
  };
}
