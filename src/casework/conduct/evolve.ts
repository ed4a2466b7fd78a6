/** What each event makes of a complaint about conduct. Past events are facts: none is refused here. */
import { never } from '../../kernel/result/result.ts';
import type { ConductEvent, Event } from './conduct-event.ts';
import { type ConductMatter, opened } from './conduct-matter.ts';
import { type Aside, besides, isAside } from './evolve-aside.ts';
import { handled, moved } from './stages.ts';

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
  return { ...next, latest: event.on };
}

export const stateOf = (events: readonly ConductEvent[]): ConductMatter | undefined =>
  events.reduce<ConductMatter | undefined>(evolve, undefined);

function onward(
  state: ConductMatter,
  event: Exclude<ConductEvent, Aside | { type: 'received' }>,
): ConductMatter {
  const { on } = event;
  switch (event.type) {
    case 'screened': {
      const goesOn = Object.values(event.answers).every(({ met }) => met);
      return moved(handled(state, event.by), on, goesOn ? 'notice' : 'closed');
    }
    case 'notice-given':
      return {
        ...moved(handled(state, event.by), on, 'response'),
        noticedOn: on,
        answerUntil: event.answerUntil,
        disclosed: event.evidence,
      };
    case 'responded':
    case 'response-closed':
      return moved(state, on, 'investigation');
    case 'evidence-added':
    case 'evidence-handed':
    case 'disclosed':
      return withEvidence(handled(state, event.by), event);
    case 'investigation-closed':
      return moved(handled(state, event.by), on, 'review');
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
    case 'heard':
      return moved(state, on, 'decision');
    case 'decided': {
      const { type: _type, on: decidedOn, ...rest } = event;
      const next = moved(state, on, rest.sanction === undefined ? 'closed' : 'appeal-window');
      const inForce = rest.sanction === undefined ? undefined : state.inForce;
      return { ...next, inForce, decision: { ...rest, decidedOn }, grounds: [] };
    }
    default:
      return afterDecision(state, event);
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
      return { ...state, publishedOn: on };
    case 'condition-checked':
      return handled(state, event.by);
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
  event: Event<'evidence-added' | 'evidence-handed' | 'disclosed'>,
): ConductMatter {
  const { on } = event;
  switch (event.type) {
    case 'evidence-added': {
      const { id, kind, sha256, by } = event;
      const piece = { id, kind, sha256, custody: [{ by, since: on }] };
      return { ...state, evidence: [...state.evidence, piece] };
    }
    case 'evidence-handed':
      return {
        ...state,
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

function withPanel(
  state: ConductMatter,
  event: Event<'panel-seated' | 'member-left'>,
): ConductMatter {
  const now = state.sitting[event.panel] ?? [];
  if (event.type === 'member-left') {
    const rest = now.filter(({ person }) => person !== event.person);
    return { ...state, sitting: { ...state.sitting, [event.panel]: rest } };
  }
  return {
    ...state,
    sitting: { ...state.sitting, [event.panel]: [...now, ...event.members] },
    seated: [...state.seated, ...event.members.map(({ person }) => person)],
  };
}
