/**
 * A credential after it was granted: the terms it was and is held for, the renewal that is open, the audit of the term
 * before, more time that was asked for, retirement. The state follows from the events alone; nothing here refuses one.
 *
 * Every day of education belongs to the counting period of exactly one term. A period ends with the day up to which its
 * hours were counted when the next term was granted, and the next period begins the day after, so that no hour counts
 * twice and none between an early renewal and the new term is lost.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { RenewalPurpose, RenewalRoute } from '../../program/maintenance/renewal-fees.ts';
import type { Term } from '../../program/maintenance/term.ts';
import { type Audit, type AuditEvent, auditDrawn, auditPlace, evolveAudit } from './audit-state.ts';
import type { Event, NewTerm, RenewalEvent } from './renewal-event.ts';

export interface HeldTerm {
  readonly term: Term;
  /** Later than the term's end where more time was given, earlier where the holder retired. */
  readonly lastDay: CivilDate;
  readonly rules: string;
  readonly countsFrom: CivilDate;
  /** Undefined while hours still count for this term. */
  readonly countedUntil: CivilDate | undefined;
  readonly carriedHours: number;
  /** What it was renewed on; undefined while it is the newest. */
  readonly renewedOn: RenewalRoute | undefined;
  /** Its holder retired from it on that day, and may come back until the other. */
  readonly retired: { readonly on: CivilDate; readonly returnUntil: CivilDate } | undefined;
  readonly audit: Audit | undefined;
  /** It was ended by a person because hours of the term before were not shown. */
  readonly endedAfterAudit: boolean;
}

export interface OpenRenewal {
  readonly purpose: RenewalPurpose;
  readonly route: RenewalRoute;
  readonly openedOn: CivilDate;
  readonly dueCents: number;
  readonly reason: string;
  readonly promisedBy: CivilDate | null;
  readonly matter: string | undefined;
  readonly attestedOn: CivilDate | undefined;
}

export interface Payment {
  readonly type: 'paid' | 'refunded';
  readonly on: CivilDate;
  readonly reference: string;
  readonly cents: number;
}

export interface MoreTime {
  readonly askedOn: CivilDate;
  readonly matter: string;
  readonly until: CivilDate;
  readonly promisedBy: CivilDate;
}

export interface CredentialLife {
  /** Oldest first; never empty. */
  readonly earlier: readonly HeldTerm[];
  readonly newest: HeldTerm;
  readonly open: OpenRenewal | undefined;
  /** A renewal that a person did not accept, as it was: an appeal can open it again. */
  readonly refused: (OpenRenewal & { readonly appealUntil: CivilDate }) | undefined;
  readonly payments: readonly Payment[];
  /** What finished renewals took of them; the rest is the holder's. */
  readonly spentCents: number;
  /** More time that was asked for and is not answered. */
  readonly moreTime: MoreTime | undefined;
  /** More time that a person refused: an appeal can put the question back. */
  readonly refusedTime: MoreTime | undefined;
  /** More time was asked for in this term before, whatever the answer. */
  readonly askedBefore: boolean;
  readonly lapsedOn: CivilDate | undefined;
  /** Activities that an audit did not accept. */
  readonly notAccepted: readonly string[];
  /** Activities that made good what an audit did not accept; they count for nothing else. */
  readonly madeGood: readonly string[];
}

/** A refusal of more time leaves at least so many days to finish. */
export const DAYS_AFTER_REFUSAL = 14;

export const termsOf = ({ earlier, newest }: CredentialLife): readonly HeldTerm[] => [
  ...earlier,
  newest,
];

/** The state after one more event; undefined before the first. */
function evolve(
  state: CredentialLife | undefined,
  event: RenewalEvent,
): CredentialLife | undefined {
  if (event.type === 'granted') {
    return state ?? granted(event);
  }
  return state === undefined ? undefined : next(state, event);
}

export const lifeOf = (events: readonly RenewalEvent[]): CredentialLife | undefined =>
  events.reduce<CredentialLife | undefined>(evolve, undefined);

const granted = ({ rules, term }: Event<'granted'>): CredentialLife => ({
  earlier: [],
  newest: {
    ...{ term, rules, lastDay: term.to, countsFrom: term.from },
    ...{
      countedUntil: undefined,
      carriedHours: 0,
      renewedOn: undefined,
      retired: undefined,
      audit: undefined,
      endedAfterAudit: false,
    },
  },
  ...{
    open: undefined,
    refused: undefined,
    payments: [],
    spentCents: 0,
    moreTime: undefined,
    askedBefore: false,
  },
  ...{ refusedTime: undefined, lapsedOn: undefined, notAccepted: [], madeGood: [] },
});

function next(
  state: CredentialLife,
  event: Exclude<RenewalEvent, { type: 'granted' }>,
): CredentialLife {
  switch (event.type) {
    case 'opened':
      return opened(state, event);
    case 'attested':
      return state.open === undefined
        ? state
        : { ...state, open: { ...state.open, attestedOn: event.on } };
    case 'paid':
    case 'refunded':
      return paid(state, event);
    case 'renewed':
    case 'late-renewed':
    case 'returned':
    case 'reinstated':
      return begun(state, event);
    case 'not-accepted':
      return notAccepted(state, event);
    case 'more-time-asked':
      return { ...state, moreTime: askedFor(event), askedBefore: true };
    case 'extended':
      return { ...state, moreTime: undefined, newest: lastingUntil(state.newest, event.until) };
    case 'more-time-refused':
      return refusedTime(state, event);
    case 'lapsed':
      // What was opened in time ends with its time; another attempt goes on.
      return {
        ...state,
        lapsedOn: event.on,
        open: state.open?.purpose === 'renewal' ? undefined : state.open,
      };
    case 'retired':
      return retired(state, event);
    case 'made-good':
      return audited({ ...state, madeGood: [...state.madeGood, ...event.activities] }, event);
    case 'withdrawn':
      return event.of === 'renewal'
        ? { ...state, open: undefined }
        : { ...state, moreTime: undefined, askedBefore: false };
    case 'set-aside':
      return setAside(state, event);
    case 'attempt-over':
      return event.why === 'not-accepted'
        ? { ...state, refused: undefined }
        : { ...state, open: undefined };
    case 'audit-drawn':
    case 'audit-paused':
    case 'audit-resumed':
    case 'audit-answered':
    case 'audit-decided':
    case 'end-announced':
    case 'end-answered':
    case 'ended-after-audit':
    case 'kept-after-audit':
    case 'end-took-effect':
    case 'audit-closed':
      return audited(state, event);
    default:
      throw never(event);
  }
}

function opened(state: CredentialLife, event: Event<'opened'>): CredentialLife {
  const { on, purpose, route, dueCents, reason, promisedBy, matter } = event;
  return {
    ...state,
    open: {
      ...{ purpose, route, dueCents, reason, promisedBy, matter },
      openedOn: on,
      attestedOn: undefined,
    },
  };
}

/** A payment that is reported twice is one payment. */
function paid(
  state: CredentialLife,
  { type, on, reference, cents }: Event<'paid'> | Event<'refunded'>,
): CredentialLife {
  const isKnown = state.payments.some(
    (payment) => payment.type === type && payment.reference === reference,
  );
  return isKnown
    ? state
    : { ...state, payments: [...state.payments, { type, on, reference, cents }] };
}

function begun(state: CredentialLife, event: { readonly on: CivilDate } & NewTerm): CredentialLife {
  const { term, rules, countedUntil, carriedHours, route } = event;
  return {
    ...state,
    earlier: [...state.earlier, { ...state.newest, countedUntil, renewedOn: route }],
    newest: {
      ...{ term, rules, carriedHours, lastDay: term.to, countsFrom: addDays(countedUntil, 1) },
      ...{ countedUntil: undefined, renewedOn: undefined, retired: undefined, audit: undefined },
      endedAfterAudit: false,
    },
    ...{ open: undefined, refused: undefined, moreTime: undefined, askedBefore: false },
    ...{ refusedTime: undefined },
    spentCents: state.spentCents + (state.open?.dueCents ?? 0),
    lapsedOn: undefined,
  };
}

const notAccepted = (
  state: CredentialLife,
  { appealUntil }: Event<'not-accepted'>,
): CredentialLife => ({
  ...state,
  open: undefined,
  refused: state.open === undefined ? undefined : { ...state.open, appealUntil },
});

const askedFor = (event: Event<'more-time-asked'>): MoreTime => ({
  askedOn: event.on,
  matter: event.matter,
  until: event.until,
  promisedBy: event.promisedBy,
});

function lastingUntil(held: HeldTerm, day: CivilDate): HeldTerm {
  return day > held.lastDay ? { ...held, lastDay: day } : held;
}

const endingBy = (held: HeldTerm, day: CivilDate): HeldTerm =>
  day < held.lastDay ? { ...held, lastDay: day } : held;

const refusedTime = (
  state: CredentialLife,
  { on }: Event<'more-time-refused'>,
): CredentialLife => ({
  ...state,
  moreTime: undefined,
  refusedTime: state.moreTime,
  newest: lastingUntil(state.newest, addDays(on, DAYS_AFTER_REFUSAL)),
});

/** An upheld appeal puts back what was refused; where the answer turns, the event that grants it follows this one. */
function setAside(state: CredentialLife, event: Event<'set-aside'>): CredentialLife {
  switch (event.of) {
    case 'renewal':
      return { ...state, open: state.open ?? state.refused, refused: undefined };
    case 'more-time':
      return { ...state, moreTime: state.moreTime ?? state.refusedTime, refusedTime: undefined };
    case 'term-end':
      return audited(state, event);
    case 'audit': {
      const place = auditPlace(state.earlier, event.matter);
      const decided = state.earlier[place]?.audit?.decided?.findings ?? [];
      const again = new Set(decided.map(({ activity }) => activity));
      const notAccepted = state.notAccepted.filter((id) => !again.has(id));
      return audited({ ...state, notAccepted }, event);
    }
  }
}

/** The credential is held until the day before; a term that was renewed early and has not begun never begins. */
function retired(state: CredentialLife, { on, returnUntil }: Event<'retired'>): CredentialLife {
  const eve = addDays(on, -1);
  const leaving = (held: HeldTerm): HeldTerm => ({
    ...endingBy(held, eve),
    retired: { on, returnUntil },
  });
  return {
    ...state,
    earlier: state.earlier.map((held) => (held.lastDay > eve ? leaving(held) : held)),
    newest: leaving(state.newest),
    ...{ open: undefined, moreTime: undefined },
  };
}

/**
 * An audit is about a term that was closed, and touches the one after it, which rested on its hours: what is not shown
 * is not carried into it, and it is the one that a person can end. Terms renewed since stand on hours of their own.
 */
function audited(state: CredentialLife, event: AuditEvent | Event<'audit-drawn'>): CredentialLife {
  const place =
    event.type === 'audit-drawn'
      ? state.earlier.length - 1
      : auditPlace(state.earlier, event.type === 'set-aside' ? event.matter : undefined);
  const about = state.earlier[place];
  if (about === undefined) {
    return state;
  }
  const audit =
    event.type === 'audit-drawn'
      ? (about.audit ?? auditDrawn(event))
      : about.audit && evolveAudit(about.audit, event);
  const [newest, ...before] = [
    ...state.earlier.map((held, index) => (index === place ? { ...held, audit } : held)),
    state.newest,
  ]
    .map((held, index) => (index === place + 1 ? restingOn(held, event) : held))
    .toReversed();
  const refused =
    event.type === 'audit-decided'
      ? event.findings.filter(({ accepted }) => !accepted).map(({ activity }) => activity)
      : [];
  return {
    ...state,
    newest: newest ?? state.newest,
    earlier: before.toReversed(),
    open: newest?.endedAfterAudit === true && isInTime(state.open) ? undefined : state.open,
    notAccepted: [...state.notAccepted, ...refused],
  };
}

const isInTime = (open: OpenRenewal | undefined): boolean => open?.purpose === 'renewal';

/** The term that rested on the hours of an audit. */
function restingOn(held: HeldTerm, event: AuditEvent | Event<'audit-drawn'>): HeldTerm {
  switch (event.type) {
    case 'audit-decided':
      return { ...held, carriedHours: Math.min(held.carriedHours, event.carriedHours) };
    case 'end-took-effect':
      return { ...endingBy(held, event.lastDay), endedAfterAudit: true };
    default:
      return held;
  }
}
