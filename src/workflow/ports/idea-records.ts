/** The records of ideas. Types only. */
import type { IdeaEvent, IdeaSubject, ProposerRole } from '../../casework/idea/idea.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** An idea as whoever answers may see it: not whose it is. */
export interface IdeaRow {
  readonly id: string;
  /** What people call it by: "I-4K7QM2X". */
  readonly label: string;
  readonly subject: IdeaSubject;
  readonly program: string | undefined;
  readonly role: ProposerRole;
  readonly words: string;
  readonly why: string;
  readonly proposedOn: CivilDate;
  readonly promisedBy: CivilDate;
}

export interface IdeaHistory extends IdeaRow {
  readonly events: readonly IdeaEvent[];
  /** The number of events; whoever appends says how many they had seen. */
  readonly version: number;
}

export interface PublishedIdea {
  readonly label: string;
  readonly subject: IdeaSubject;
  readonly program: string | undefined;
  readonly proposedOn: CivilDate;
  readonly promisedBy: CivilDate;
  readonly events: readonly IdeaEvent[];
}

export interface IdeaRecords {
  /** The actor proposes. 'proposed-before' where an idea has this id or this label. */
  propose(row: IdeaRow): Promise<'written' | 'proposed-before'>;
  /** A proposer's own; for whoever answers, all but their own. The earliest promise first. */
  list(): Promise<readonly IdeaHistory[]>;
  read(id: string): Promise<IdeaHistory | undefined>;
  append(
    id: string,
    version: number,
    event: IdeaEvent,
  ): Promise<'written' | 'someone-wrote-first' | 'not-yours'>;
  /** To whoever proposed it, without the sender learning who that is. */
  tellProposer(mail: {
    readonly id: string;
    readonly idea: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** What was adopted in whole or in part, and counts of everything: as anybody may read it. */
  published(): Promise<readonly PublishedIdea[]>;
  counts(on: CivilDate): Promise<IdeaCounts>;
  /** Takes whose they were, and their words, from ideas answered seven years ago; answers how many. */
  eraseOld(on: CivilDate): Promise<number>;
}

export interface IdeaCounts {
  readonly proposed: number;
  readonly waiting: number;
  readonly late: number;
  readonly adopted: number;
  readonly notAdopted: number;
}
