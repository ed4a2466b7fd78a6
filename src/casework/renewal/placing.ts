/**
 * In which term the hours of an activity count: by the day on which it was completed, the first and the last day of the
 * counting period included. An activity that counts elsewhere, or not yet, is told where it would count.
 */
import { addDays, type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { Activity } from './activity.ts';
import type { CredentialLife, HeldTerm } from './credential-life.ts';
import { daysOf, type Standing } from './standing.ts';

/** First and last day on which an activity counts; both included. */
export interface CountingPeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export type PlacingRefusal =
  | 'not-yet'
  | 'in-a-closed-term'
  | 'before-the-first-term'
  | 'after-the-end';

export type Placing =
  | { readonly kind: 'counts-now' }
  | {
      readonly kind: PlacingRefusal;
      readonly because: string;
    };

/** The period whose hours count for what can be done next: a renewal, a return, a reinstatement. */
export function openPeriod(
  state: CredentialLife,
  rules: WorkingRules,
  standing: Standing,
): CountingPeriod {
  const { newest } = state;
  const { lateUntil } = daysOf(rules, newest);
  const wayBack = standing.kind === 'retired' ? standing.returnUntil : reinstatable(standing);
  if (wayBack !== null) {
    return { from: newest.countsFrom, to: wayBack };
  }
  const lateHours = rules.late !== null && !rules.late.hoursBeforeEnd && lateUntil !== null;
  return { from: newest.countsFrom, to: lateHours ? lateUntil : newest.lastDay };
}

const reinstatable = (standing: Standing): CivilDate | null =>
  standing.kind === 'over' ? standing.reinstateUntil : null;

/** Where an activity of this day counts. `latest` is the latest date on Earth: nobody has been further. */
export function placeOf(
  { to: day }: Pick<Activity, 'to'>,
  state: CredentialLife,
  period: CountingPeriod,
  latest: CivilDate,
): Placing {
  if (day > latest) {
    return {
      kind: 'not-yet',
      because: `${inWordsShort(day)} has not come yet. Claim it once it is over.`,
    };
  }
  if (day < period.from) {
    return inThePast(day, state);
  }
  return day <= period.to
    ? { kind: 'counts-now' }
    : { kind: 'after-the-end', because: `${endedOn(state.newest)} ${countsNext(period)}` };
}

function inThePast(day: CivilDate, { earlier, newest }: CredentialLife): Placing {
  const home = earlier.find(
    ({ countsFrom, countedUntil }) =>
      countsFrom <= day && countedUntil !== undefined && day <= countedUntil,
  );
  if (home === undefined) {
    const first = earlier[0] ?? newest;
    return {
      kind: 'before-the-first-term',
      because: `${inWordsShort(day)} is before this credential began, on ${inWordsShort(first.countsFrom)}. Hours count from that day on.`,
    };
  }
  return {
    kind: 'in-a-closed-term',
    because: `${inWordsShort(day)} belongs to the term whose hours were counted until ${inWordsShort(home.countedUntil ?? home.lastDay)}. Hours count in the term in which they were earned, and that one is closed.`,
  };
}

const endedOn = ({ lastDay }: HeldTerm): string =>
  `Your term ended on ${inWordsShort(lastDay)}, and hours earned later do not count for it.`;

const countsNext = ({ to }: CountingPeriod): string =>
  `They count for the term after it, from ${inWordsShort(addDays(to, 1))} on, once this credential is renewed.`;
