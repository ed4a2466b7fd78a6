/**
 * The one shape of every decision about a person: opened with a promised date and published criteria, facts attested
 * from documents by somebody who decides nothing, taken by a decider who does not see who it is, decided with a finding
 * on every criterion, open to appeal. Eligibility, accommodation, renewal, more time, audit, the end of a term, a change of name
 * and appeal are its kinds.
 *
 * Nothing here decides; see decide.ts. Nothing here knows the person concerned; a matter carries ids of deciders only.
 */

import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { PathwayExpression } from '../../program/pathway/expression.ts';

export type MatterKind =
  | 'eligibility'
  | 'accommodation'
  /** A late renewal or a reinstatement that a person has to accept. */
  | 'renewal'
  /** More time to renew, for hardship. */
  | 'more-time'
  /** Hours of a term that was renewed, drawn by lottery. */
  | 'audit'
  /** Whether a term ends whose audit left a gap that was not filled. */
  | 'term-end'
  /** Another name for the account and every credential in force. */
  | 'name-change'
  | 'appeal';

/** What a ground of appeal can lead to where it is found. The last two are for conduct alone. */
export type AppealEffect =
  /** The decision turns. */
  | 'reversed'
  /** Other people decide again. */
  | 'decide-again'
  /** The result no longer counts, and the exam may be taken again. */
  | 'set-aside'
  /** A sanction is made milder or shorter. */
  | 'lessened'
  /** Another panel hears it again. */
  | 'heard-again';

/** A criterion as published on the day the matter was opened. */
export interface JudgedCriterion {
  readonly id: string;
  readonly title: string;
  readonly rule: string;
  /** Of a ground of appeal: what it can lead to; see casework/appeal. Absent in appeals opened before it was carried. */
  readonly leadsTo?: readonly AppealEffect[];
}

/** One fact drawn from a document, non-identifying by construction: a choice, a number, a date, yes or no. */
export interface AttestedFact {
  readonly criterion: string;
  readonly fact: string;
  readonly label: string;
  readonly value: string;
  /** How the clerk knows: a document, a supervisor's own word, or the candidate's word alone. */
  readonly basis: 'document' | 'supervisor' | 'stated';
}

export interface Finding {
  readonly criterion: string;
  readonly met: boolean;
  readonly reason: string;
}

export type MatterEvent =
  | {
      readonly type: 'opened';
      readonly on: CivilDate;
      readonly kind: MatterKind;
      readonly program: string;
      readonly rules: string;
      readonly criteria: readonly JudgedCriterion[];
      readonly expression: PathwayExpression;
      readonly promisedBy: CivilDate;
      readonly appealDays: number;
    }
  | {
      readonly type: 'attested';
      readonly on: CivilDate;
      readonly clerk: string;
      readonly facts: readonly AttestedFact[];
      /** Free words, rewritten by the clerk so that they name nobody. */
      readonly statement: string;
    }
  | { readonly type: 'sent-to-review'; readonly on: CivilDate; readonly clerk: string }
  | { readonly type: 'taken'; readonly on: CivilDate; readonly decider: string }
  | {
      readonly type: 'stepped-aside';
      readonly on: CivilDate;
      readonly decider: string;
      readonly reason: string;
    }
  | {
      readonly type: 'decided';
      readonly on: CivilDate;
      readonly decider: string;
      readonly outcome: Outcome;
      readonly findings: readonly Finding[];
      readonly appealUntil: CivilDate;
    }
  | { readonly type: 'withdrawn'; readonly on: CivilDate }
  | {
      readonly type: 'set-aside';
      readonly on: CivilDate;
      readonly appeal: string;
      readonly effect: 'reversed' | 'decide-again';
      readonly outcome: Outcome;
      readonly appealUntil: CivilDate;
    };

/** What the findings make of a matter: the criteria are met as the published expression asks, or they are not. */
export type Outcome = 'met' | 'not-met';

/** What was opened: the same for the whole life of a matter. */
export interface Opening {
  readonly kind: MatterKind;
  readonly program: string;
  readonly rules: string;
  readonly criteria: readonly JudgedCriterion[];
  readonly expression: PathwayExpression;
  readonly openedOn: CivilDate;
  readonly promisedBy: CivilDate;
  readonly appealDays: number;
}

interface Opened {
  readonly opening: Opening;
  readonly facts: readonly AttestedFact[];
  readonly statement: string;
  /** Clerks who attested facts: they decide nothing here. */
  readonly recordedBy: readonly string[];
  /** Deciders who stepped aside or whose decision was set aside. */
  readonly excluded: readonly string[];
}

export interface Decision {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  readonly decidedOn: CivilDate;
  readonly decider: string;
  readonly appealUntil: CivilDate;
  /** Set where an appeal turned the outcome. */
  readonly reversedByAppeal: string | undefined;
}

export type Matter =
  | { readonly status: 'not-opened' }
  | ({ readonly status: 'recording' } & Opened)
  | ({ readonly status: 'waiting' } & Opened)
  | ({ readonly status: 'in-review'; readonly decider: string } & Opened)
  | ({ readonly status: 'decided'; readonly decision: Decision } & Opened)
  | ({ readonly status: 'withdrawn' } & Opened);

export type OpenedMatter = Exclude<Matter, { readonly status: 'not-opened' }>;

export const notOpened: Matter = { status: 'not-opened' };

/** The state after one more event. Past events are facts: none is refused here. */
export function evolve(state: Matter, event: MatterEvent): Matter {
  if (event.type === 'opened') {
    return {
      status: 'recording',
      opening: openingOf(event),
      facts: [],
      statement: '',
      recordedBy: [],
      excluded: [],
    };
  }
  return state.status === 'not-opened' ? state : next(state, event);
}

export const stateOf = (events: readonly MatterEvent[]): Matter => events.reduce(evolve, notOpened);

function next(state: OpenedMatter, event: Exclude<MatterEvent, { type: 'opened' }>): Matter {
  const { opening, facts, statement, recordedBy, excluded } = state;
  const base = { opening, facts, statement, recordedBy, excluded };
  switch (event.type) {
    case 'attested':
      return {
        ...base,
        status: 'recording',
        facts: event.facts,
        statement: event.statement,
        recordedBy: [...new Set([...recordedBy, event.clerk])],
      };
    case 'sent-to-review':
      return {
        ...base,
        status: 'waiting',
        recordedBy: [...new Set([...recordedBy, event.clerk])],
      };
    case 'taken':
      return { ...base, status: 'in-review', decider: event.decider };
    case 'stepped-aside':
      return { ...base, status: 'waiting', excluded: [...excluded, event.decider] };
    case 'decided':
      return {
        ...base,
        status: 'decided',
        decision: {
          outcome: event.outcome,
          findings: event.findings,
          decidedOn: event.on,
          decider: event.decider,
          appealUntil: event.appealUntil,
          reversedByAppeal: undefined,
        },
      };
    case 'withdrawn':
      return { ...base, status: 'withdrawn' };
    case 'set-aside':
      return setAside(state, event);
    default:
      throw never(event);
  }
}

function setAside(state: OpenedMatter, event: Extract<MatterEvent, { type: 'set-aside' }>): Matter {
  if (state.status !== 'decided') {
    return state;
  }
  if (event.effect === 'reversed') {
    return {
      ...state,
      decision: {
        ...state.decision,
        outcome: event.outcome,
        appealUntil: event.appealUntil,
        reversedByAppeal: event.appeal,
      },
    };
  }
  const { opening, facts, statement, recordedBy, excluded, decision } = state;
  return {
    status: 'waiting',
    opening,
    facts,
    statement,
    recordedBy,
    excluded: [...excluded, decision.decider],
  };
}

function openingOf(event: Extract<MatterEvent, { type: 'opened' }>): Opening {
  const { on, type: _type, ...rest } = event;
  return { ...rest, openedOn: on };
}
