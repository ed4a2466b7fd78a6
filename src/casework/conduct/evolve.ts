/** What each event makes of a complaint about conduct. Past events are facts: none is refused here. */
import { never } from '../../kernel/result/result.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import { type ConductMatter, newComplaint, opened } from './conduct-matter.ts';
import { type Aside, besides, isAside } from './evolve-aside.ts';
import { holdersAfter } from './record-holders.ts';
import { handled, moved, untold } from './stages.ts';

/** The state after one more event; undefined before the first. */
export function evolve(
  state: ConductMatter | undefined,
  event: ConductEvent,
): ConductMatter | undefined {
  if (event.type === 'received') {
    return opened(event);
  }
  if (state === undefined) {
    return undefined;
  }
  const next = isAside(event) ? besides(state, event) : onward(state, event);
  // Whoever speaks for a panel sits on it; everybody else who acts for the body sits on none after that.
  const acted = 'by' in event && !next.seated.includes(event.by) ? handled(next, event.by) : next;
  return { ...acted, latest: event.on };
}

export const stateOf = (events: readonly ConductEvent[]): ConductMatter | undefined =>
  events.reduce<ConductMatter | undefined>(evolve, undefined);

function onward(
  state: ConductMatter,
  event: Exclude<ConductEvent, Aside | { type: 'received' }>,
): ConductMatter {
  const { on } = event;
  switch (event.type) {
    case 'joined':
      return {
        ...state,
        complaints: [...state.complaints, newComplaint(event)],
        allegations: [...state.allegations, ...event.allegations],
        withdrawnOn: undefined,
      };
    case 'screened': {
      const goesOn = Object.values(event.answers).every(({ met }) => met);
      return goesOn
        ? moved(state, on, 'notice')
        : { ...moved(state, on, 'closed'), screenedOutOn: on };
    }
    case 'screening-appealed':
      return { ...moved(untold(state), on, 'screening-appeal'), screenedOutOn: undefined };
    case 'screening-appeal-decided':
      return moved(state, on, event.upheld ? 'notice' : 'closed');
    case 'notice-given':
      return {
        ...moved(state, on, 'response'),
        noticedOn: on,
        answerUntil: event.answerUntil,
        disclosed: event.evidence,
      };
    case 'responded':
    case 'response-closed':
      return moved(state, on, 'investigation');
    case 'draw-committed':
      return {
        ...state,
        committed: { ...state.committed, [event.panel]: event.commitment },
      };
    case 'panel-seated':
    case 'member-left':
      return withPanel(state, event);
    case 'reviewed': {
      const cause = event.findings.filter(({ breach }) => breach);
      const next = moved(state, on, cause.length > 0 ? 'hearing' : 'closed');
      const inForce = cause.length > 0 ? state.inForce : undefined;
      return { ...next, inForce, cause: cause.map(({ allegation }) => allegation) };
    }
    case 'hearing-noticed':
      return { ...state, hearingDay: event.day };
    case 'offered': {
      const { type: _type, ...made } = event;
      return { ...state, offer: made };
    }
    case 'declined':
      return { ...state, offer: undefined };
    case 'heard':
      return { ...moved(state, on, 'decision'), offer: undefined };
    case 'decided': {
      const { type: _type, on: decidedOn, ...rest } = event;
      const next = moved(state, on, rest.sanction === undefined ? 'closed' : 'appeal-window');
      const inForce = rest.sanction === undefined ? undefined : state.inForce;
      return {
        ...{ ...next, inForce, offer: undefined, grounds: [] },
        decision: { ...rest, decidedOn },
      };
    }
    default:
      return isGathered(event) ? gathered(state, event) : afterDecision(state, event);
  }
}

type Gathered = Event<
  | 'evidence-added'
  | 'copy-added'
  | 'evidence-handed'
  | 'disclosed'
  | 'witness-invited'
  | 'witness-answered'
  | 'records-asked'
  | 'records-answered'
  | 'records-overdue'
  | 'records-closed'
  | 'investigation-closed'
>;
const GATHERED: Readonly<Record<Gathered['type'], true>> = {
  'evidence-added': true,
  'copy-added': true,
  'evidence-handed': true,
  disclosed: true,
  'witness-invited': true,
  'witness-answered': true,
  'records-asked': true,
  'records-answered': true,
  'records-overdue': true,
  'records-closed': true,
  'investigation-closed': true,
};
const isGathered = (event: ConductEvent): event is Gathered => Object.hasOwn(GATHERED, event.type);

function gathered(state: ConductMatter, event: Gathered): ConductMatter {
  switch (event.type) {
    case 'evidence-added':
    case 'copy-added':
    case 'evidence-handed':
    case 'disclosed':
      return withEvidence(state, event);
    case 'witness-invited':
    case 'witness-answered':
      return withWitness(state, event);
    case 'investigation-closed':
      return moved(state, event.on, 'review');
    default:
      return { ...state, holders: holdersAfter(state, event) };
  }
}

function afterDecision(
  state: ConductMatter,
  event: Event<
    | 'appealed'
    | 'appeal-decided'
    | 'appeal-time-passed'
    | 'took-effect'
    | 'published'
    | 'corrected'
    | 'condition-checked'
    | 'reinstatement-asked'
    | 'reinstatement-decided'
  >,
): ConductMatter {
  const { on } = event;
  switch (event.type) {
    case 'appealed':
      return { ...moved(state, on, 'appeal'), grounds: event.grounds };
    case 'appeal-decided':
      return afterAppeal(state, event);
    case 'appeal-time-passed':
      // The days for carrying it out run from the end of the time to appeal, whenever somebody noticed.
      return moved(state, state.decision?.appealUntil ?? on, 'effect');
    case 'took-effect': {
      const next = moved(state, on, 'monitoring');
      return { ...next, inForce: { sanction: event.sanction, since: on }, publishedOn: undefined };
    }
    case 'published':
      return { ...state, publishedOn: on, everPublished: true };
    case 'condition-checked':
    case 'corrected':
      return state;
    case 'reinstatement-asked':
      return moved(state, on, 'reinstatement');
    case 'reinstatement-decided':
      return event.granted
        ? { ...moved(state, on, 'closed'), inForce: undefined }
        : { ...moved(state, on, 'monitoring'), sitting: { ...state.sitting, reinstatement: [] } };
    default:
      throw never(event);
  }
}

function afterAppeal(state: ConductMatter, event: Event<'appeal-decided'>): ConductMatter {
  const { on, effect, sanction } = event;
  const { decision } = state;
  switch (effect) {
    case 'stands':
      return moved(state, on, 'effect');
    case 'lessened':
      return {
        ...moved(state, on, 'effect'),
        decision: decision === undefined ? undefined : { ...decision, sanction },
      };
    case 'reversed':
      return { ...moved(state, on, 'closed'), decision: undefined, inForce: undefined };
    case 'heard-again':
      return {
        ...moved(state, on, 'hearing'),
        decision: undefined,
        hearingDay: undefined,
        sitting: { ...state.sitting, hearing: [], appeal: [] },
      };
    default:
      throw never(effect);
  }
}

function withEvidence(
  state: ConductMatter,
  event: Event<'evidence-added' | 'copy-added' | 'evidence-handed' | 'disclosed'>,
): ConductMatter {
  const { on } = event;
  switch (event.type) {
    case 'evidence-added': {
      const { id, kind, sha256, by } = event;
      const piece = { id, kind, sha256, copied: false, custody: [{ by, since: on }] };
      const witnesses = state.witnesses.map((one) =>
        one.id === event.witness ? { ...one, takenIn: true } : one,
      );
      return { ...state, witnesses, evidence: [...state.evidence, piece] };
    }
    case 'copy-added':
      return {
        ...state,
        evidence: state.evidence.map((piece) =>
          piece.id === event.id ? { ...piece, copied: true } : piece,
        ),
      };
    case 'evidence-handed':
      return {
        ...handled(state, event.to),
        evidence: state.evidence.map((piece) =>
          piece.id === event.id
            ? { ...piece, custody: [...piece.custody, { by: event.to, since: on }] }
            : piece,
        ),
      };
    case 'disclosed':
      return { ...state, disclosed: [...new Set([...state.disclosed, ...event.evidence])] };
    default:
      throw never(event);
  }
}

function withWitness(
  state: ConductMatter,
  event: Event<'witness-invited' | 'witness-answered'>,
): ConductMatter {
  const { witness: id } = event;
  const asked = { id, answeredOn: undefined, declined: false, takenIn: false };
  return event.type === 'witness-invited'
    ? { ...state, witnesses: [...state.witnesses, { ...asked, answerUntil: event.answerUntil }] }
    : {
        ...state,
        witnesses: state.witnesses.map((one) =>
          one.id === id ? { ...one, answeredOn: event.on, declined: event.declined } : one,
        ),
      };
}

function withPanel(
  state: ConductMatter,
  event: Event<'panel-seated' | 'member-left'>,
): ConductMatter {
  const now = state.sitting[event.panel] ?? [];
  if (event.type === 'member-left') {
    const rest = now.filter(({ person }) => person !== event.person);
    return { ...state, sitting: { ...state.sitting, [event.panel]: rest } };
  }
  const { [event.panel]: _drawn, ...committed } = state.committed;
  return {
    ...state,
    committed,
    sitting: { ...state.sitting, [event.panel]: [...now, ...event.members] },
    seated: [...state.seated, ...event.members.map(({ person }) => person)],
  };
}
