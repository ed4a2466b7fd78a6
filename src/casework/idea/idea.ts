/**
 * A change that somebody proposes: to a rule, an exam, a process. It is answered by a promised day, with a reason, by somebody
 * who does not know whose it is; whoever proposed it can have the board look again; what was adopted is published and so is
 * what became of it.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';

export const IDEA_SUBJECTS = ['rules', 'exam', 'process', 'other'] as const;
export type IdeaSubject = (typeof IDEA_SUBJECTS)[number];

export const PROPOSER_ROLES = [
  'candidate',
  'certificant',
  'client',
  'family',
  'employer',
  'other',
] as const;
export type ProposerRole = (typeof PROPOSER_ROLES)[number];

export const IDEA_OUTCOMES = ['adopted', 'partly', 'not-adopted'] as const;
export type IdeaOutcome = (typeof IDEA_OUTCOMES)[number];

/** The idea and its answer as they may be published: told anew and without names. */
export interface IdeaAnswer {
  readonly outcome: IdeaOutcome;
  readonly title: string;
  readonly summary: string;
  readonly reason: string;
  /** By when it is to be carried out; only where something was adopted. */
  readonly byWhen: CivilDate | undefined;
}

interface Act {
  readonly on: CivilDate;
  readonly by: string;
}

export type IdeaEvent =
  | (Act & { readonly type: 'extended'; readonly reason: string; readonly promisedBy: CivilDate })
  | (Act & IdeaAnswer & { readonly type: 'answered' })
  /** Whoever proposed it asks the board to look again; the event does not say who that is. */
  | {
      readonly type: 'asked-again';
      readonly on: CivilDate;
      readonly reason: string;
      readonly promisedBy: CivilDate;
    }
  | (Act & IdeaAnswer & { readonly type: 'answered-again' })
  | (Act & { readonly type: 'carried-out'; readonly done: string });

export type IdeaStanding = 'waiting' | 'answered' | 'asked-again' | 'final' | 'carried-out';

export interface Idea {
  readonly standing: IdeaStanding;
  /** Of the first look, then of the second. */
  readonly promisedBy: CivilDate;
  /** The answer that holds. */
  readonly answer: (IdeaAnswer & { readonly on: CivilDate }) | undefined;
  readonly answeredBy: string | undefined;
  readonly extensions: readonly { readonly on: CivilDate; readonly reason: string }[];
  /** Whether the answer that holds is the board's. */
  readonly isSecondLook: boolean;
  readonly askedAgain: { readonly on: CivilDate; readonly reason: string } | undefined;
  readonly done: { readonly on: CivilDate; readonly what: string } | undefined;
}

function evolve(state: Idea, event: IdeaEvent): Idea {
  switch (event.type) {
    case 'extended': {
      const { on, reason, promisedBy } = event;
      return { ...state, promisedBy, extensions: [...state.extensions, { on, reason }] };
    }
    case 'answered':
    case 'answered-again': {
      const { on, outcome, title, summary, reason, byWhen } = event;
      return {
        ...state,
        standing: event.type === 'answered' ? 'answered' : 'final',
        answer: { on, outcome, title, summary, reason, byWhen },
        answeredBy: event.by,
        isSecondLook: event.type === 'answered-again',
      };
    }
    case 'asked-again': {
      const { on, reason, promisedBy } = event;
      return { ...state, standing: 'asked-again', promisedBy, askedAgain: { on, reason } };
    }
    case 'carried-out':
      return { ...state, standing: 'carried-out', done: { on: event.on, what: event.done } };
    default:
      throw never(event);
  }
}

export const ideaOf = (promisedBy: CivilDate, events: readonly IdeaEvent[]): Idea =>
  events.reduce(evolve, {
    standing: 'waiting',
    promisedBy,
    answer: undefined,
    answeredBy: undefined,
    extensions: [],
    isSecondLook: false,
    askedAgain: undefined,
    done: undefined,
  } satisfies Idea as Idea);

/** Is an answer owed? */
export const isOwed = ({ standing }: Pick<Idea, 'standing'>): boolean =>
  standing === 'waiting' || standing === 'asked-again';

/** Is something adopted and not yet carried out? */
export const isToCarryOut = ({ standing, answer }: Idea): boolean =>
  (standing === 'answered' || standing === 'final') &&
  answer !== undefined &&
  answer.outcome !== 'not-adopted';
