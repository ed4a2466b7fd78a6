/**
 * What the side steps make of a complaint: withdrawal, interim suspension, a stay that stops all clocks, reopening, death or
 * surrender, promises made anew or broken.
 */
import { addDays, type CivilDate, daysBetween } from '../../kernel/dates/civil-date.ts';
import { extendedTo, finished, markedBroken, movedByStay, started } from './clocks.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import type { ConductMatter } from './conduct-matter.ts';
import { moved, untold } from './stages.ts';

type AsideType =
  | 'withdrawn'
  | 'went-on'
  | 'dropped'
  | 'interim-suspended'
  | 'interim-appealed'
  | 'interim-appeal-decided'
  | 'stayed'
  | 'stay-lifted'
  | 'reopened'
  | 'ended'
  | 'extended'
  | 'promise-broken'
  | 'redelivered'
  | 'closing-told';
export type Aside = Event<AsideType>;
const ASIDE: Readonly<Record<AsideType, true>> = {
  withdrawn: true,
  'went-on': true,
  dropped: true,
  'interim-suspended': true,
  'interim-appealed': true,
  'interim-appeal-decided': true,
  stayed: true,
  'stay-lifted': true,
  reopened: true,
  ended: true,
  extended: true,
  'promise-broken': true,
  redelivered: true,
  'closing-told': true,
};
export const isAside = (event: ConductEvent): event is Aside => Object.hasOwn(ASIDE, event.type);

/** The state after a side step. */
export function besides(state: ConductMatter, event: Aside): ConductMatter {
  const { on } = event;
  switch (event.type) {
    case 'withdrawn':
      return left(state, event);
    case 'went-on':
      return { ...state, withdrawnOn: undefined };
    case 'dropped':
      return moved(state, on, 'closed');
    case 'ended':
      return { ...moved(state, on, 'closed'), endedBy: event.how };
    case 'stayed':
      return { ...state, stayedSince: on };
    case 'stay-lifted':
      return unstayed(state, on);
    case 'reopened':
      return reopened(state, event);
    case 'extended':
      return { ...state, clocks: extendedTo(state.clocks, event) };
    case 'promise-broken':
      return { ...state, clocks: markedBroken(state.clocks, event) };
    case 'redelivered':
      return redelivered(state, event);
    case 'closing-told':
      return told(state, event);
    default:
      return meanwhile(state, event);
  }
}

/** One complainant leaves; the matter is held only where nobody is left. */
function left(state: ConductMatter, { on, complaint }: Event<'withdrawn'>): ConductMatter {
  const complaints = state.complaints.map((one) =>
    one.id === complaint ? { ...one, withdrawnOn: on } : one,
  );
  const nobodyLeft = complaints.every(({ withdrawnOn }) => withdrawnOn !== undefined);
  return { ...state, complaints, withdrawnOn: nobodyLeft ? on : undefined };
}

function told(state: ConductMatter, { on, complaint }: Event<'closing-told'>): ConductMatter {
  const complaints = state.complaints.map((one) =>
    one.id === complaint ? { ...one, toldOn: on } : one,
  );
  return complaints.every(({ toldOn }) => toldOn !== undefined)
    ? { ...state, complaints, clocks: finished(state.clocks, on, 'closing') }
    : { ...state, complaints };
}

/** The whole time runs again from the day of the delivery. */
function redelivered(state: ConductMatter, { on, what }: Event<'redelivered'>): ConductMatter {
  const { decision, rules } = state;
  if (what === 'notice') {
    return { ...state, answerUntil: addDays(on, rules.answerDays) };
  }
  return decision === undefined
    ? state
    : { ...state, decision: { ...decision, appealUntil: addDays(on, rules.appealDays) } };
}

function meanwhile(
  state: ConductMatter,
  event: Event<'interim-suspended' | 'interim-appealed' | 'interim-appeal-decided'>,
): ConductMatter {
  const { on } = event;
  const { interim, clocks, rules } = state;
  if (event.type === 'interim-suspended') {
    const until = event.until;
    return {
      ...state,
      interim: { on, until, appealedOn: undefined, appealDecidedOn: undefined, lifted: false },
    };
  }
  if (interim === undefined) {
    return state;
  }
  return event.type === 'interim-appealed'
    ? {
        ...state,
        interim: { ...interim, appealedOn: on },
        clocks: [...clocks, ...started(rules, 'interim-appeal', on)],
      }
    : {
        ...state,
        interim: { ...interim, appealDecidedOn: on, lifted: event.lifted },
        clocks: finished(clocks, on, 'interim-appeal'),
      };
}

/** Both clocks, the time to answer and the time to appeal run on; a hearing is called again. */
function unstayed(state: ConductMatter, on: CivilDate): ConductMatter {
  const { stayedSince: since, clocks, answerUntil, decision } = state;
  if (since === undefined) {
    return state;
  }
  const later = (day: CivilDate): CivilDate =>
    day < since ? day : addDays(day, daysBetween(since, on));
  return {
    ...state,
    stayedSince: undefined,
    clocks: movedByStay(clocks, since, on),
    answerUntil: answerUntil === undefined ? undefined : later(answerUntil),
    decision:
      decision === undefined
        ? undefined
        : { ...decision, appealUntil: later(decision.appealUntil) },
    hearingDay: undefined,
  };
}

/** Investigated anew, or looked at first where nobody was told of it, and decided by people new to it; what is in force stays so until they have decided. */
function reopened(state: ConductMatter, event: Event<'reopened'>): ConductMatter {
  const { on, by, evidence: id, sha256 } = event;
  const piece = {
    id,
    kind: 'document' as const,
    sha256,
    copied: false,
    custody: [{ by, since: on }],
  };
  return {
    ...moved(untold(state), on, state.noticedOn === undefined ? 'screening' : 'investigation'),
    evidence: [...state.evidence, piece],
    sitting: {},
    cause: [],
    hearingDay: undefined,
    decision: undefined,
    grounds: [],
    offer: undefined,
    committed: {},
    screenedOutOn: undefined,
    withdrawnOn: undefined,
  };
}
