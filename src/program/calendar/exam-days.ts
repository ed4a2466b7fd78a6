/**
 * The days on which a decision in somebody's favor lets them take the exam, worked out from dated rules: the window that
 * was applied for, or so many months from the decision where a program is open all year. Whoever was refused wrongly gets
 * back what waiting for the appeal took: an extra window as long as the missed one, from the day on which the decision
 * turned, and after it the next regular one, so that nobody has to sit an exam the week they learn that they may.
 */
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { counted } from '../../kernel/dates/date-rule.ts';
import type { RulesVersion } from '../definition/rules.ts';
import { cycleFor, cyclesFrom } from './cycle.ts';

export interface ExamDays {
  readonly from: CivilDate;
  /** The last day. */
  readonly to: CivilDate;
}

/** The days of somebody who filed on one day and was found eligible on another; undefined where the rules set none. */
export function examDaysOf(
  rules: Pick<RulesVersion, 'intake'>,
  filedOn: CivilDate,
  eligibleOn: CivilDate,
): ExamDays | undefined {
  if (rules.intake.kind === 'always-open') {
    const within = rules.intake.examWithin.value;
    return within === null ? undefined : { from: eligibleOn, to: counted(within, eligibleOn) };
  }
  const answer = cycleFor(rules, filedOn);
  return 'cycle' in answer ? (answer.cycle.exam ?? undefined) : undefined;
}

/**
 * The days somebody has after a decision of `from` gave back what was lost. Where the window had not opened yet, nothing
 * was lost and it stands.
 */
export function examDaysRestored(
  rules: Pick<RulesVersion, 'intake'>,
  lost: ExamDays,
  from: CivilDate,
): readonly ExamDays[] {
  if (from <= lost.from) {
    return [lost];
  }
  const extra = { from, to: addDays(from, daysBetween(lost.from, lost.to)) };
  const next = regularAfter(rules, extra.to);
  return next === undefined ? [extra] : [extra, next];
}

/** The first regular window that lasts beyond a day; undefined in a program open all year. */
function regularAfter(rules: Pick<RulesVersion, 'intake'>, after: CivilDate): ExamDays | undefined {
  // The exam of a cycle comes months after its intake has closed, so the one wanted may belong to an earlier intake.
  return [-366, -183, 0]
    .flatMap((days) => cyclesFrom(rules, addDays(after, days)))
    .flatMap(({ exam }) => (exam === null || exam.to <= after ? [] : [exam]))
    .toSorted((a, b) => Number(a.from > b.from) - Number(a.from < b.from))[0];
}
