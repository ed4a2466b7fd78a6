/** The records of codes of conduct: texts a body supplied, opinions, dilemma cases. Types only. */
import type { OpinionEvent } from '../../casework/opinion/opinion.ts';
import type { NamedPerson } from '../../casework/person/name.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Dilemma } from '../../program/conduct/dilemma.ts';

/** The words of one provision, as they were supplied once. */
export interface CodeTextRow {
  /** The line of the decision log that all words supplied together share. */
  readonly place: number;
  readonly version: string;
  readonly part: string;
  readonly group: string | null;
  readonly number: string;
  readonly title: string;
  readonly text: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
}

interface CodeTextRecords {
  /** Of every version, from the first supply to the last. */
  ofCode(code: string): Promise<readonly CodeTextRow[]>;
  /** Until the transaction ends nobody else supplies texts. */
  oneSupplyAtATime(): Promise<void>;
  supply(code: string, suppliedBy: string, rows: readonly Omit<CodeTextRow, 'at'>[]): Promise<void>;
}

/** A question as it may be seen by whoever answers: not who asked it. */
export interface QuestionRow {
  readonly id: string;
  /** What people call the question, and later the opinion, by: "O-4K7QM2X". */
  readonly label: string;
  readonly program: string;
  readonly provision: string | undefined;
  readonly words: string;
  readonly askedOn: CivilDate;
  readonly promisedBy: CivilDate;
}

export interface QuestionHistory extends QuestionRow {
  readonly events: readonly OpinionEvent[];
  /** The number of events; whoever appends says how many they had seen. */
  readonly version: number;
}

interface OpinionRecords {
  /** The actor asks. 'asked-before' where a question has this id or this label. */
  ask(row: QuestionRow): Promise<'written' | 'asked-before'>;
  /** An asker's own; for whoever answers, all but their own. The earliest promise first. */
  list(): Promise<readonly QuestionHistory[]>;
  read(id: string): Promise<QuestionHistory | undefined>;
  /** Keeps that the actor read this question. */
  noteReading(id: string): Promise<void>;
  append(
    id: string,
    version: number,
    event: OpinionEvent,
  ): Promise<'written' | 'someone-wrote-first' | 'not-yours'>;
  /** To whoever asked, without the sender learning who that is. */
  tellAsker(mail: {
    readonly id: string;
    readonly question: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** What was signed, as anybody may read it; the latest first. */
  published(): Promise<
    readonly {
      readonly label: string;
      readonly program: string;
      readonly events: readonly OpinionEvent[];
    }[]
  >;
  /** The names of everybody who has an account; see casework/opinion/known-names. */
  knownPeople(): Promise<readonly NamedPerson[]>;
}

/** A case a body wrote. Of one program and slug the latest row stands. */
export interface DilemmaRow extends Dilemma {
  readonly id: string;
  readonly program: string;
  readonly code: string;
  readonly takenDown: boolean;
}

interface DilemmaRecords {
  /** Of each case the row that stands, those taken down included. */
  list(): Promise<readonly DilemmaRow[]>;
  write(row: DilemmaRow, writtenBy: string): Promise<void>;
  /** The slugs of the cases of a program that the actor has worked through, each with the instant of the first time. */
  done(program: string): Promise<ReadonlyMap<string, number>>;
  noteDone(program: string, slug: string): Promise<void>;
}

export interface CodeRecords {
  readonly codeTexts: CodeTextRecords;
  readonly opinions: OpinionRecords;
  readonly dilemmas: DilemmaRecords;
}
