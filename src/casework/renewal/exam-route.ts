/**
 * Renewing by exam: on which days one can be taken so that its pass still counts, and what the exams of an attempt came to.
 * An exam counts for the day on which it was begun, however long its result takes.
 */
import {
  addDays,
  type CivilDate,
  date,
  earlierOf,
  laterOf,
  parts,
} from '../../kernel/dates/civil-date.ts';
import { cyclesFrom } from '../../program/calendar/cycle.ts';
import type { ExamDays } from '../../program/calendar/exam-days.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { CredentialLife } from './credential-life.ts';
import { examCounts } from './renew.ts';
import type { RenewalEvent } from './renewal-event.ts';

export interface TakenExam {
  readonly sitting: string;
  readonly startedOn: CivilDate;
  /** Undefined while there is no result. */
  readonly passed: boolean | undefined;
  /** An appeal set its result aside. */
  readonly setAside: boolean;
  /** The place of the event that opened the attempt it was booked for; undefined where it was booked for none. */
  readonly opened: number | undefined;
}

const DAYS_BACK = [-366, -183, 0] as const;

/** The days from one day on, on which an exam renews the credential; none where its window is over before the term is. */
export function renewalExamDays(
  { newest }: Pick<CredentialLife, 'newest'>,
  { examInEndYear }: Pick<WorkingRules, 'examInEndYear'>,
  rules: Pick<RulesVersion, 'intake'>,
  on: CivilDate,
): readonly ExamDays[] {
  const endYear = date(`${parts(newest.term.to).year}-01-01`);
  const from = laterOf(on, examInEndYear ? endYear : newest.countsFrom);
  const to = newest.lastDay;
  const windows =
    rules.intake.kind === 'always-open'
      ? [{ from, to }]
      : DAYS_BACK.flatMap((days) => cyclesFrom(rules, addDays(from, days))).flatMap(({ exam }) =>
          exam === null ? [] : [exam],
        );
  const inTerm = windows
    .map((days) => ({ from: laterOf(days.from, from), to: earlierOf(days.to, to) }))
    .filter((days) => days.from <= days.to);
  return [...new Map(inTerm.map((days) => [days.from, days])).values()].toSorted((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}

/** The place of the event that opened the renewal by exam; undefined where none is open or it is fulfilled. */
export function openByExam(
  { open }: Pick<CredentialLife, 'open'>,
  events: readonly RenewalEvent[],
): number | undefined {
  return open?.route === 'exam' && open.purpose === 'renewal' && open.attestedOn === undefined
    ? events.findLastIndex(({ type }) => type === 'opened')
    : undefined;
}

/** The exams booked for one attempt that count: one that an appeal set aside does not. */
export const examsOf = (exams: readonly TakenExam[], opened: number | undefined) =>
  exams.filter((exam) => exam.opened !== undefined && exam.opened === opened && !exam.setAside);

/** The last day of a passed exam that renews; null where there is none. */
export function passedFor(
  state: CredentialLife,
  rules: WorkingRules,
  exams: readonly TakenExam[],
): CivilDate | null {
  const days = exams
    .filter(({ passed, startedOn }) => passed === true && examCounts(state, rules, startedOn))
    .map(({ startedOn }) => startedOn);
  return days.toSorted().at(-1) ?? null;
}

/** The last exam of this term was set aside by an appeal: the next costs nothing. */
export const isFree = (exams: readonly TakenExam[], begunAt: number): boolean =>
  exams.findLast(({ opened }) => opened !== undefined && opened >= begunAt)?.setAside === true;
