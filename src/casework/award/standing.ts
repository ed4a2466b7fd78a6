/**
 * How one copy of a credential stands on a day, in one word that a stranger can act on. The bit on the list says only that a
 * copy counts no more; why, and until when, stands in the issuer's signed record, which says this word and its days.
 *
 *   current      may be relied on
 *   probation    may be relied on; a public notice says under which conditions
 *   suspended    may not be used until a day; then another copy is signed
 *   revoked      taken away
 *   surrendered  given up by its holder
 *   retired      its holder has retired it, and may come back
 *   ended        its term was ended after an audit
 *   lapsed       its last day has passed
 *   superseded   there is a newer copy: ask the holder for it
 *
 * An older copy is superseded whatever happened since: what it says (a former name, a decision that is over) leads nowhere.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export type NotHeld = 'retired' | 'ended-after-audit' | 'surrendered';

export interface StandingFacts {
  readonly isNewest: boolean;
  readonly validUntil: CivilDate;
  /** Since when its bit is set. */
  readonly endedOn?: CivilDate | undefined;
  readonly revoked?: { readonly on: CivilDate; readonly reason: string } | undefined;
  readonly notHeld?: { readonly why: NotHeld; readonly from: CivilDate } | undefined;
  /** Interim: while a complaint is heard, which is no finding. */
  readonly suspended?: Span & { readonly interim: boolean };
  /** As far as a public notice tells it. */
  readonly probation?: Span;
}

interface Span {
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export const STANDINGS = [
  'current',
  'probation',
  'suspended',
  'revoked',
  'surrendered',
  'retired',
  'ended',
  'lapsed',
  'superseded',
] as const;

export interface Standing {
  readonly word: (typeof STANDINGS)[number];
  readonly since?: CivilDate;
  readonly until?: CivilDate;
}

const NOT_HELD = {
  retired: 'retired',
  'ended-after-audit': 'ended',
  surrendered: 'surrendered',
} as const;

export function standingOf(facts: StandingFacts, on: CivilDate): Standing {
  const { isNewest, endedOn, revoked, notHeld, suspended, probation, validUntil } = facts;
  if (!isNewest) {
    return { word: 'superseded', ...(endedOn === undefined ? {} : { since: endedOn }) };
  }
  if (revoked !== undefined) {
    return { word: 'revoked', since: revoked.on };
  }
  if (notHeld !== undefined) {
    return { word: NOT_HELD[notHeld.why], since: notHeld.from };
  }
  if (validUntil < on) {
    return { word: 'lapsed', since: validUntil };
  }
  if (suspended !== undefined) {
    return { word: 'suspended', since: suspended.from, until: suspended.until };
  }
  // Its bit is set for good, and what set it is over: the copy that follows is on its way.
  if (endedOn !== undefined) {
    return { word: 'superseded', since: endedOn };
  }
  return probation === undefined
    ? { word: 'current' }
    : { word: 'probation', since: probation.from, until: probation.until };
}

/** Whether the word lets anybody rely on the copy. */
export const mayBeReliedOn = ({ word }: Standing): boolean =>
  word === 'current' || word === 'probation';
