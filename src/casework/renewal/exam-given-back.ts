/**
 * An exam that was taken to renew, and whose result an appeal set aside: its holder gets back the days they had left when
 * they took it, or a whole regular exam window where none lies in those, also where the term is over meanwhile. The term
 * lasts as long; nobody loses a credential to the time an appeal takes.
 */
import {
  addDays,
  type CivilDate,
  daysBetween,
  inWordsShort,
  laterOf,
} from '../../kernel/dates/civil-date.ts';
import { cyclesFrom } from '../../program/calendar/cycle.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import type { CredentialLife } from './credential-life.ts';
import type { TakenExam } from './exam-route.ts';
import type { Event, RenewalEvent } from './renewal-event.ts';

const DAYS_BACK = [-366, -183, 0] as const;
/** At least so many days are given back, so that a seat can be found. */
const AT_LEAST = 30;

/** What set a result aside: the matter, the person who decided so, and the day. */
export interface SetAside {
  readonly sitting: string;
  readonly matter: string;
  readonly by: string;
  readonly on: CivilDate;
}

export interface GivenBack {
  readonly event: Event<'extended'>;
  /** The matter whose decision set the result aside. */
  readonly matter: string;
}

/** Undefined where no exam of this term was set aside, where its time was given back before, or where none was lost. */
export function examGivenBack(
  { newest, open }: CredentialLife,
  events: readonly (RenewalEvent & { readonly matter?: string })[],
  rules: Pick<RulesVersion, 'intake'>,
  asked: {
    readonly exams: readonly TakenExam[];
    readonly setAside: readonly SetAside[];
    /** The version of the event with which this term began. */
    readonly begunAt: number;
    readonly today: CivilDate;
  },
): GivenBack | undefined {
  const exam = asked.exams.findLast(
    ({ opened, setAside }) => opened !== undefined && opened >= asked.begunAt && setAside,
  );
  const by = asked.setAside.find(({ sitting }) => sitting === exam?.sitting);
  const isElse = newest.retired !== undefined || newest.endedAfterAudit || open !== undefined;
  const isBefore = events.some(
    ({ type, matter }) => type === 'extended' && matter !== undefined && matter === by?.matter,
  );
  if (exam === undefined || by === undefined || isElse || isBefore) {
    return undefined;
  }
  const days = Math.max(AT_LEAST, daysBetween(exam.startedOn, newest.lastDay));
  const until = laterOf(addDays(by.on, days), endOfWindow(rules, by.on, addDays(by.on, days)));
  if (until <= newest.lastDay || until < asked.today) {
    return undefined;
  }
  return {
    event: {
      ...{ type: 'extended', on: asked.today, by: by.by, until },
      reason: `An appeal set aside the result of the exam of ${inWordsShort(exam.startedOn)}.`,
    },
    matter: by.matter,
  };
}

/** The last day of the next regular exam window that begins after the day; the day itself where exams are always open. */
function endOfWindow(
  rules: Pick<RulesVersion, 'intake'>,
  from: CivilDate,
  enough: CivilDate,
): CivilDate {
  if (rules.intake.kind === 'always-open') {
    return enough;
  }
  const windows = DAYS_BACK.flatMap((days) => cyclesFrom(rules, addDays(from, days)))
    .flatMap(({ exam }) => (exam === null || exam.from <= from ? [] : [exam]))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return windows[0]?.to ?? enough;
}
