/**
 * A whole body's records at once, as a demonstration or a move from another system brings them: everything that years
 * of work would have written row by row. Types only. Instants are milliseconds since 1970 UTC.
 */

import type { Visibility } from '../../casework/concern/concern.ts';
import type { ConductEvent, PanelKind } from '../../casework/conduct/conduct-event.ts';
import type { IdeaEvent } from '../../casework/idea/idea.ts';
import type { MatterEvent } from '../../casework/matter/matter.ts';
import type { OpinionEvent } from '../../casework/opinion/opinion.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { QuestionRow } from './code-records.ts';
import type { ConductRow, PartyRow, PoolPerson } from './conduct-records.ts';
import type { IdeaRow } from './idea-records.ts';
import type { MatterRow } from './matter-history.ts';
import type { MoneyRow } from './money-records.ts';
import type { Office } from './records.ts';

export interface PersonToLoad {
  readonly id: string;
  readonly email: string;
  readonly fullName: string;
  readonly formerNames: readonly string[];
  readonly createdAt: number;
  readonly offices: readonly Office[];
  /** Chairs the board. */
  readonly isChair?: boolean;
  /** Whether the known passphrase of the demonstration opens this account; nobody signs in to the others. */
  readonly signsIn: boolean;
}

export interface EventToLoad {
  readonly event: MatterEvent;
  readonly at: number;
  /** Who acted. */
  readonly actor: string;
}

export interface MatterToLoad {
  readonly row: MatterRow;
  readonly subject: string;
  readonly claim: Json;
  readonly events: readonly EventToLoad[];
}

export interface MoneyToLoad extends MoneyRow {
  readonly person: string;
  readonly recordedBy: string | undefined;
}

export interface SittingToLoad {
  readonly id: string;
  readonly person: string;
  readonly program: string;
  readonly form: string;
  readonly granted: Json;
  readonly optionOrders: Json;
  readonly startedAt: number;
  readonly submittedAt: number;
  readonly answers: readonly {
    readonly item: string;
    readonly option: string;
    readonly at: number;
  }[];
  readonly passed: boolean;
  readonly report: Json;
  readonly responses: readonly {
    readonly item: string;
    readonly answered: boolean;
    readonly right: boolean;
  }[];
}

/** A credential to be issued while loading: whoever loads gives it its address and its signature. */
export interface AwardToLoad {
  readonly sitting: string;
  readonly person: string;
  readonly holderName: string;
  readonly program: string;
  readonly rules: string;
  readonly on: CivilDate;
  readonly validUntil: CivilDate;
  readonly at: number;
  readonly revoked:
    | {
        readonly reason: string;
        readonly by: string;
        readonly on: CivilDate;
        readonly at: number;
      }
    | undefined;
}

/** What a line of the decision log is about: a matter by its id, a sitting, or the award that rests on a sitting. */
export interface LineToLoad {
  readonly kind: string;
  readonly program: string;
  readonly rules: string;
  readonly decidedOn: CivilDate;
  readonly at: number;
  readonly about:
    | { readonly matter: string; readonly label: string }
    | { readonly sitting: string }
    | { readonly credentialOf: string }
    /** The label of an idea. */
    | { readonly idea: string }
    /** The label of a complaint about conduct. */
    | { readonly complaint: string };
  readonly outcome: Json;
}

/** What somebody told about themselves, by dimension. */
export interface AnswersToLoad {
  /** Or the concern, where somebody without an account answered by its receipt. */
  readonly person: string;
  readonly at: number;
  readonly answers: ReadonlyMap<string, readonly string[]>;
}

export interface DimensionToLoad {
  readonly dimension: string;
  readonly purpose: string;
  readonly basis: string;
  readonly retention: string;
  readonly recordedBy: string;
  readonly at: number;
}

/** A paper filed with a matter. Whoever loads makes a file of its lines and keeps it. */
export interface DocumentToLoad {
  readonly id: string;
  readonly person: string;
  readonly program: string;
  readonly matter: string;
  readonly supports: string;
  readonly name: string;
  readonly at: number;
  readonly title: string;
  readonly lines: readonly string[];
}

/** A question about a code, who asked it, and what was done with it. */
export interface QuestionToLoad extends QuestionRow {
  readonly asker: string;
  readonly events: readonly {
    readonly event: OpinionEvent;
    readonly at: number;
    readonly actor: string;
  }[];
}

/** A proposed change, whose it is, and what was done with it. */
export interface IdeaToLoad extends IdeaRow {
  readonly proposer: string;
  readonly events: readonly {
    readonly event: IdeaEvent;
    readonly at: number;
    /** Undefined where whoever proposed it acted. */
    readonly actor: string | undefined;
  }[];
}

export interface ConductEventToLoad {
  readonly event: ConductEvent;
  readonly at: number;
  /** Who acted; undefined for whoever has no account, and where time alone passed. */
  readonly actor: string | undefined;
}

/** A draw as it was announced. */
export interface DrawToLoad {
  readonly id: string;
  readonly panel: PanelKind;
  readonly commitment: string;
  readonly seed: string;
  readonly committedAt: number;
  /** Undefined where it was not made yet. */
  readonly revealedAt: number | undefined;
}

/** A concern that became a complaint, with the answer that said so. */
export interface ConcernToLoad {
  readonly id: string;
  readonly label: string;
  readonly receiptHash: Uint8Array;
  readonly about: 'holder' | 'body';
  readonly visibility: Visibility;
  readonly fullName: string | undefined;
  readonly account: string;
  readonly happenedOn: CivilDate;
  readonly grounds: readonly string[];
  readonly setting: string | undefined;
  readonly program: string;
  readonly hope: string;
  readonly contact: string | undefined;
  readonly at: number;
  readonly answer: {
    readonly id: string;
    readonly by: string;
    readonly words: string;
    readonly at: number;
  };
}

/** A complaint about conduct, with everybody concerned and every step. What follows from the steps by rule is not in it. */
export interface ConductToLoad {
  readonly row: ConductRow;
  /** Who opened it and takes its steps for the body. */
  readonly handler: string;
  readonly parties: readonly Omit<PartyRow, 'matter'>[];
  readonly concerns: readonly ConcernToLoad[];
  readonly events: readonly ConductEventToLoad[];
  readonly draws: readonly DrawToLoad[];
}

export type PoolToLoad = Omit<PoolPerson, 'conflict' | 'fullName'>;

export interface BodyToLoad {
  readonly people: readonly PersonToLoad[];
  /** A matter stands behind the one it appeals against. */
  readonly matters: readonly MatterToLoad[];
  readonly documents: readonly DocumentToLoad[];
  /** Who can be drawn for the panels of complaints. */
  readonly pool: readonly PoolToLoad[];
  /** Complaints about conduct. */
  readonly conduct: readonly ConductToLoad[];
  readonly money: readonly MoneyToLoad[];
  readonly sittings: readonly SittingToLoad[];
  readonly awards: readonly AwardToLoad[];
  /** In the order in which they were written. */
  readonly lines: readonly LineToLoad[];
  readonly answers: readonly AnswersToLoad[];
  readonly dimensions: readonly DimensionToLoad[];
  readonly questions: readonly QuestionToLoad[];
  readonly ideas: readonly IdeaToLoad[];
}
