/** A renewal by exam that is open in a program: the exam is taken like any other, on days on which its pass still counts. */
import { lifeOf } from '../../casework/renewal/credential-life.ts';
import { examsOf, openByExam, renewalExamDays } from '../../casework/renewal/exam-route.ts';
import { grantOf } from '../../casework/renewal/granted.ts';
import { dayOfAct } from '../../kernel/dates/last-day.ts';
import type { ExamDays } from '../../program/calendar/exam-days.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import { workingRules } from '../../program/maintenance/working-rules.ts';
import type { Records } from '../ports/records.ts';

export interface RenewalExam {
  readonly credential: string;
  /** The place of the event that opened it. */
  readonly opened: number;
  readonly days: readonly ExamDays[];
}

/** Read under the holder's own rights; undefined where none is open, or its exam was taken, or the term is over. */
export async function renewalExam(
  records: Records,
  program: OfferedProgram,
  now: number,
): Promise<RenewalExam | undefined> {
  const own = await records.renewals.mine();
  for (const { credential, events } of own.filter((one) => one.credential.program === program.id)) {
    const granted = grantOf(credential, program);
    const state = granted === undefined ? undefined : lifeOf([granted, ...events]);
    const opened = state === undefined ? undefined : openByExam(state, events);
    const version = program.rules.find(({ id }) => id === state?.newest.rules);
    if (state === undefined || opened === undefined || version === undefined) {
      continue;
    }
    const rules = workingRules(version, defaultsOf(program));
    const taken = examsOf(await records.renewals.examsFor(credential.id), opened);
    const today = dayOfAct(now, defaultsOf(program).zone, state.newest.lastDay);
    const days = rules.ok ? renewalExamDays(state, rules.value, version, today) : [];
    if (
      taken.length === 0 &&
      days.length > 0 &&
      !(await records.renewals.isRevoked(credential.id))
    ) {
      return { credential: credential.id, opened, days };
    }
  }
  return undefined;
}
