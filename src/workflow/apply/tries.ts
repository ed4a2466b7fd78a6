/**
 * The tries at the exam that a person has left in a program: read from their applications, their exams and what was set
 * aside. The page that offers the exam, the start of the clock and the page that offers an application read the same.
 */
import {
  type Attempt,
  daysNow,
  type Favor,
  favorIn,
  type Try,
  triesLeft,
} from '../../casework/sitting/tries.ts';
import type { ExamWindow } from '../../casework/sitting/window.ts';
import { type CivilDate, civilDateAt } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn, startOfDayIn } from '../../kernel/dates/zone.ts';
import type { ExamDays } from '../../program/calendar/exam-days.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { Records } from '../ports/records.ts';
import { resultsSetAside } from './result-appeals.ts';

/** Read under the candidate's own rights. `taken`: the exams handed in, each with its start, in any order. */
export async function triesOf(
  records: Records,
  program: OfferedProgram,
  taken: readonly { readonly id: string; readonly startedAt: number }[],
): Promise<readonly Try[]> {
  const favors: Favor[] = [];
  const rulesOf = new Map<string, string>();
  for (const { id, rules, kind, program: of } of await records.matters.mine()) {
    if (kind === 'eligibility' && of === program.id) {
      const favor = favorIn(id, (await records.matters.read(id))?.events ?? []);
      favors.unshift(...(favor === undefined ? [] : [favor]));
      rulesOf.set(id, rules);
    }
  }
  const setAside = await resultsSetAside(records);
  const { zone } = defaultsOf(program);
  const renewing = await records.renewals.renewingSittings();
  const attempts: readonly Attempt[] = taken
    .filter(({ id }) => !renewing.has(id))
    .toSorted((a, b) => a.startedAt - b.startedAt)
    .map(({ id, startedAt }) => ({
      on: civilDateAt(startedAt, zone),
      setAsideOn: setAside.get(id),
    }));
  return triesLeft(
    ({ matter, filedOn }) =>
      program.rules.find(({ id }) => id === rulesOf.get(matter)) ?? rulesInForce(program, filedOn),
    favors.toSorted((a, b) => Number(a.filedOn > b.filedOn) - Number(a.filedOn < b.filedOn)),
    attempts,
  );
}

/** The instants between which the exam may be started, of the days that count today. */
export function windowOf(
  tries: readonly Try[],
  program: string,
  today: CivilDate,
): ExamWindow | undefined {
  const offered = programOf(program);
  const days = tries.some((one) => one.days.length === 0) ? undefined : daysNow(tries, today);
  return days === undefined || offered === undefined
    ? undefined
    : instantsOf(days, defaultsOf(offered).zone);
}

const instantsOf = ({ from, to }: ExamDays, zone: string): ExamWindow => ({
  opensAt: Date.parse(startOfDayIn(zone, from)),
  closesAt: Date.parse(endOfDayIn(zone, to)) + 1000,
});
