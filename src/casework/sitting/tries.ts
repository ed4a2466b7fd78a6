/**
 * Which tries at the exam somebody has left, and on which days. Each application decided in their favor opens one try. An
 * exam that was taken uses one up, unless its result was set aside: then the try is there again, with days of its own. An
 * application that was refused and then turned by an appeal stands for those filed again while it was refused: together
 * they are one try and one fee.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type ExamDays, examDaysOf, examDaysRestored } from '../../program/calendar/exam-days.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { type MatterEvent, stateOf } from '../matter/matter.ts';
import { turnedIn } from '../matter/turned.ts';

/** An application that was decided in somebody's favor. */
export interface Favor {
  readonly matter: string;
  readonly filedOn: CivilDate;
  readonly eligibleOn: CivilDate;
  /** The day on which it was first refused; undefined where no appeal had to turn it. */
  readonly refusedOn: CivilDate | undefined;
}

/** Undefined while it is not decided, and where it is decided the other way. */
export function favorIn(matter: string, events: readonly MatterEvent[]): Favor | undefined {
  const state = stateOf(events);
  if (state.status !== 'decided' || state.decision.outcome !== 'met') {
    return undefined;
  }
  const turned = turnedIn(events);
  return {
    matter,
    filedOn: state.opening.openedOn,
    eligibleOn: turned?.inFavorOn ?? state.decision.decidedOn,
    refusedOn: turned?.refusedOn,
  };
}

/** Filed again while an earlier application stood refused that an appeal has turned since. */
const isFiledAgain = (favor: Favor, favors: readonly Favor[]): boolean =>
  favors.some(
    (first) =>
      first !== favor &&
      first.refusedOn !== undefined &&
      first.filedOn <= favor.filedOn &&
      first.refusedOn <= favor.filedOn &&
      favor.filedOn <= first.eligibleOn,
  );

/** An exam that was taken or is open. */
export interface Attempt {
  readonly on: CivilDate;
  readonly setAsideOn: CivilDate | undefined;
}

export interface Try {
  readonly matter: string;
  /** None where the rules set no days: then it may be used at any time. */
  readonly days: readonly ExamDays[];
  /** How these days came about. */
  readonly by: 'rules' | 'appeal' | 'set-aside';
}

/** Favors and attempts, the earliest first. */
export function triesLeft(
  rules: (favor: Favor) => Pick<RulesVersion, 'intake'>,
  favors: readonly Favor[],
  attempts: readonly Attempt[],
): readonly Try[] {
  const tries = favors
    .filter((favor) => !isFiledAgain(favor, favors))
    .map((favor) => tryOf(rules(favor), favor));
  const used = new Set<number>();
  for (const { on, setAsideOn } of attempts) {
    const free = tries.flatMap((_, place) => (used.has(place) ? [] : [place]));
    const place = free.find((one) => tries[one]?.days.some((days) => holds(days, on))) ?? free[0];
    const taken = place === undefined ? undefined : tries[place];
    const favor = favors.find(({ matter }) => matter === taken?.matter);
    if (place === undefined || taken === undefined || favor === undefined) {
      continue;
    }
    if (setAsideOn === undefined) {
      used.add(place);
    } else {
      tries[place] = givenBack(rules(favor), favor, setAsideOn);
    }
  }
  return tries.filter((_, place) => !used.has(place));
}

const holds = ({ from, to }: ExamDays, day: CivilDate): boolean => from <= day && day <= to;

function tryOf(rules: Pick<RulesVersion, 'intake'>, favor: Favor): Try {
  const { matter, filedOn, eligibleOn, refusedOn } = favor;
  const days = examDaysOf(rules, filedOn, eligibleOn);
  if (days === undefined || refusedOn === undefined) {
    return { matter, days: days === undefined ? [] : [days], by: 'rules' };
  }
  const restored = examDaysRestored(rules, days, eligibleOn);
  return { matter, days: restored, by: eligibleOn <= days.from ? 'rules' : 'appeal' };
}

function givenBack(
  rules: Pick<RulesVersion, 'intake'>,
  { matter, filedOn, eligibleOn }: Favor,
  on: CivilDate,
): Try {
  if (rules.intake.kind === 'always-open') {
    const days = examDaysOf(rules, on, on);
    return { matter, days: days === undefined ? [] : [days], by: 'set-aside' };
  }
  const days = examDaysOf(rules, filedOn, eligibleOn);
  return {
    matter,
    days: days === undefined ? [] : examDaysRestored(rules, days, on),
    by: 'set-aside',
  };
}

/** The days that count today: those that are running, else the next, else the last that are over. */
export function daysNow(tries: readonly Try[], today: CivilDate): ExamDays | undefined {
  const all = tries
    .flatMap(({ days }) => days)
    .toSorted((a, b) => Number(a.to > b.to) - Number(a.to < b.to));
  return (
    all.findLast((days) => holds(days, today)) ?? all.find(({ from }) => today < from) ?? all.at(-1)
  );
}

/** Whether its days are all over. */
export const isOver = ({ days }: Try, today: CivilDate): boolean =>
  days.length > 0 && days.every(({ to }) => to < today);
