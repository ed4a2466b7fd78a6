/** The records of concerns: raised and continued by receipt, handled by those on each concern's list. Types only. */
import type { Concern } from '../../casework/concern/concern.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** A file as it was kept. The name it was sent under is kept apart and shown to nobody. */
export interface FileToKeep {
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly originalName: string;
}

export interface ConcernFile {
  readonly id: string;
  /** The reply it came with; undefined for what came with the concern itself. */
  readonly reply: string | undefined;
  /** From 1, in the order in which files came. */
  readonly place: number;
  readonly mediaType: string;
  readonly bytes: number;
}

export interface ConcernReply {
  readonly id: string;
  readonly byStaff: boolean;
  /** The body asks back; whoever raised the concern is waited for. */
  readonly asks: boolean;
  readonly words: string;
  readonly at: number;
}

/** What whoever holds the receipt reads. */
export interface ConversationRow {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly about: string;
  readonly account: string;
  readonly hasContact: boolean;
  readonly receivedAt: number;
  readonly withdrawnAt: number | undefined;
  readonly replies: readonly ConcernReply[];
  readonly files: readonly ConcernFile[];
}

/** A concern as those on its list read it. */
export interface ConcernRow extends Omit<ConversationRow, 'hasContact'> {
  readonly visibility: string;
  readonly who: string | undefined;
  readonly happenedOn: CivilDate | undefined;
  readonly toWhom: readonly string[];
  readonly grounds: readonly string[];
  readonly setting: string | undefined;
  readonly program: string | undefined;
  readonly relation: string | undefined;
  readonly hope: string | undefined;
}

/** One line of the list of concerns: nothing of what happened but what is compared. */
export interface ConcernLine {
  readonly id: string;
  readonly label: string;
  readonly language: string;
  readonly about: string;
  readonly who: string | undefined;
  readonly happenedOn: string | undefined;
  readonly accountHash: string;
  readonly receivedAt: number;
  readonly withdrawnAt: number | undefined;
  readonly replies: readonly Pick<ConcernReply, 'byStaff' | 'asks' | 'at'>[];
}

export interface Colleague {
  readonly id: string;
  readonly fullName: string;
}

export interface ConcernRecords {
  /** False where this receipt is there already; nothing was written then. */
  raise(
    row: {
      readonly id: string;
      readonly label: string;
      readonly receiptHash: Uint8Array;
      readonly passphraseHash: string;
    },
    concern: Concern,
    files: readonly FileToKeep[],
  ): Promise<boolean>;
  /** The hash of the passphrase of a receipt; null for what was raised before there were passphrases. */
  keyOf(receiptHash: Uint8Array): Promise<{ readonly passphraseHash: string | null } | undefined>;
  byReceipt(receiptHash: Uint8Array): Promise<ConversationRow | undefined>;
  /** The id of the reply makes a second press harmless. */
  writeBack(
    receiptHash: Uint8Array,
    reply: { readonly id: string; readonly words: string },
    files: readonly FileToKeep[],
  ): Promise<void>;
  withdraw(receiptHash: Uint8Array): Promise<void>;

  /** The concerns on whose list the actor is. */
  list(): Promise<readonly ConcernLine[]>;
  /** Of these, the ones that name such a person as whom they are about, or were raised under such a name. */
  naming(name: string): Promise<readonly string[]>;
  read(id: string): Promise<ConcernRow | undefined>;
  /** Who raised it; undefined where nothing was told or it is anonymous. */
  complainant(
    id: string,
  ): Promise<{ readonly fullName: string | undefined; readonly contact: string | undefined }>;
  /** Writes down that the actor opened it. */
  noteReading(id: string): Promise<void>;
  file(
    concern: string,
    file: string,
  ): Promise<{ readonly sha256: string; readonly mediaType: string } | undefined>;
  reply(row: {
    readonly id: string;
    readonly concern: string;
    readonly asks: boolean;
    readonly words: string;
    readonly author: string;
  }): Promise<void>;
  /** Queues a mail to the address that was left, which the actor need not learn. */
  tellComplainant(mail: {
    readonly id: string;
    readonly concern: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** Those who may see it now. */
  listOf(id: string): Promise<readonly Colleague[]>;
  /** Everybody else with an office, and whether they may be let see it. */
  colleagues(id: string): Promise<readonly (Colleague & { readonly maySee: boolean })[]>;
  /** False where this person may not see it. */
  letSee(id: string, person: string): Promise<boolean>;
  /** The actor leaves the list and cannot come back; false where they were not on it. */
  stepAside(id: string): Promise<boolean>;
  /** A person of the body whom it is about: off the list, for good. */
  nameConcerned(id: string, person: string): Promise<boolean>;
}
