/**
 * Where a credential stands on a day, worked out from its events and the rules. Hand in the date at UTC-12
 * (kernel/dates/last-day) where something is held against the holder, so that nobody loses a credential before their last
 * day is over anywhere on Earth; hand in the body's date for what a page shows.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { keyDays } from '../../program/maintenance/key-days.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import { type CredentialLife, type HeldTerm, termsOf } from './credential-life.ts';

export type Standing =
  | { readonly kind: 'not-begun'; readonly from: CivilDate }
  | {
      readonly kind: 'held';
      /** The last day for which it is certain: of the newest term where it was renewed early. */
      readonly until: CivilDate;
      /** Its last day is past, and it stays held because we owe an answer about more time. */
      readonly answerOwed: boolean;
    }
  /** Not held; it can still be renewed, late. */
  | { readonly kind: 'late'; readonly lastDay: CivilDate; readonly until: CivilDate }
  /** Not held, and too late to renew. */
  | {
      readonly kind: 'over';
      readonly lastDay: CivilDate;
      readonly retireUntil: CivilDate | null;
      readonly reinstateUntil: CivilDate | null;
    }
  | { readonly kind: 'retired'; readonly since: CivilDate; readonly returnUntil: CivilDate };

export const daysOf = (rules: WorkingRules, { term, lastDay }: HeldTerm) =>
  keyDays(rules, term.to, lastDay);

export function standingOn(state: CredentialLife, rules: WorkingRules, on: CivilDate): Standing {
  const { newest, moreTime } = state;
  const term = termAround(state, on);
  if (term === undefined) {
    return { kind: 'not-begun', from: termsOf(state)[0]?.term.from ?? newest.term.from };
  }
  if (term.retired !== undefined && on >= term.retired.on) {
    return { kind: 'retired', since: term.retired.on, returnUntil: term.retired.returnUntil };
  }
  if (isHeld(state, on)) {
    return { kind: 'held', until: newest.lastDay, answerOwed: false };
  }
  if (term === newest && moreTime !== undefined) {
    return { kind: 'held', until: newest.lastDay, answerOwed: true };
  }
  if (term !== newest && term.endedAfterAudit) {
    // A term that was renewed before then is still to begin.
    return { kind: 'not-begun', from: newest.term.from };
  }
  const { lastDay, lateUntil, retireUntil, reinstateUntil } = daysOf(rules, term);
  if (lateUntil !== null && on <= lateUntil && !term.endedAfterAudit) {
    return { kind: 'late', lastDay, until: lateUntil };
  }
  return {
    kind: 'over',
    lastDay,
    retireUntil: retireUntil !== null && on <= retireUntil ? retireUntil : null,
    reinstateUntil: reinstateUntil !== null && on <= reinstateUntil ? reinstateUntil : null,
  };
}

/** The term that a day belongs to: the last that had begun by then. A day in the past is answered as of then. */
const termAround = (state: CredentialLife, on: CivilDate): HeldTerm | undefined =>
  termsOf(state).findLast(({ term }) => term.from <= on);

/** Is the day within a term, first and last day included? */
export const isHeld = (state: CredentialLife, on: CivilDate): boolean =>
  termsOf(state).some(({ term, lastDay }) => term.from <= on && on <= lastDay);
