/** What the use cases of due process read and write, each under the rights of whoever acts. Types only. */
import type { ConductEvent, Naming, PanelKind } from '../../casework/conduct/conduct-event.ts';
import type { PastCase } from '../../casework/conduct/like-cases.ts';
import type { PoolMember } from '../../casework/conduct/panel-lottery.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { ComplaintAbout } from '../../program/conduct/allegation.ts';
import type { Written } from './written.ts';

/** The unchanging row of a complaint; it names nobody. */
export interface ConductRow {
  readonly id: string;
  readonly label: string;
  readonly about: ComplaintAbout;
  readonly program: string;
  readonly rules: string;
  /** Of discrimination, where it was named. */
  readonly grounds: readonly string[];
  /** The practice setting in which it happened. */
  readonly setting: string | undefined;
  readonly openedOn: CivilDate;
}

export interface ConductHistory {
  readonly row: ConductRow;
  readonly events: readonly ConductEvent[];
  readonly version: number;
}

export interface PartyRow {
  readonly id: string;
  readonly matter: string;
  readonly role: 'respondent' | 'complainant' | 'witness' | 'holder';
  /** What they are called in the events: "respondent", "c1", "w2", "h1". */
  readonly key: string;
  readonly person: string | undefined;
  readonly fullName: string | undefined;
  readonly formerNames: readonly string[];
  readonly contact: string | undefined;
  readonly naming: Naming | undefined;
  readonly concern: string | undefined;
  /** What a complainant hopes for, in their own words. */
  readonly hopes: string;
  readonly language: 'en' | 'es';
}

/** Somebody whom the code of a program binds or bound. */
export interface BoundPerson {
  readonly id: string;
  readonly fullName: string;
  readonly formerNames: readonly string[];
  readonly since: CivilDate;
  readonly until: CivilDate | undefined;
}

export interface PoolPerson extends PoolMember {
  readonly fullName: string;
  readonly interests: string;
}

/** Somebody who holds the office of a panel member; `kept` where they are in the pool. */
export interface PoolPlace {
  readonly person: string;
  readonly fullName: string;
  readonly kept:
    | (Pick<PoolMember, 'isPublic' | 'trainedUntil' | 'termEnds'> & { readonly interests: string })
    | undefined;
}

export interface SaidRow {
  readonly key: string;
  readonly words: string;
  readonly at: number;
}

export interface EvidenceFileRow {
  readonly matter: string;
  readonly evidence: string;
  /** As it came; or the copy in which nobody is named. */
  readonly which: 'original' | 'copy';
  readonly sha256: string;
  /** "application/pdf", "image/jpeg" or "image/png". */
  readonly mediaType: string;
  readonly bytes: number;
}

/** Under which name it came is kept with it, and read by nobody. */
export interface EvidenceFileToKeep extends EvidenceFileRow {
  readonly originalName: string;
}

/** What a witness sent, for whoever handles the matter. */
export interface StatementRow {
  readonly key: string;
  readonly words: string;
  readonly files: readonly EvidenceFileSent[];
}
export type EvidenceFileSent = Omit<EvidenceFileToKeep, 'matter' | 'evidence' | 'which'>;

/** What somebody with the link of a witness is asked. */
export interface AskedOfWitness {
  readonly matter: string;
  readonly witness: string;
  readonly version: number;
  readonly program: string;
  readonly language: 'en' | 'es';
  readonly asked: readonly string[];
  readonly answerUntil: CivilDate;
  readonly answered: boolean;
}

export interface ConductLetterRow {
  readonly id: string;
  readonly matter: string;
  readonly party: string | undefined;
  /** The event that it tells of. */
  readonly version: number;
  readonly kind: string;
  readonly subject: string;
  readonly words: string;
  /** Of its PDF, where it was printed. */
  readonly sha256: string | undefined;
  readonly writtenAt: number;
  readonly returnedOn: CivilDate | undefined;
}

export interface UnmaskRequestRow {
  readonly id: string;
  readonly label: string;
  /** "respondent", "c", "w" or "h": whose name, and never whether there is one. */
  readonly role: string;
  readonly reason: string;
  readonly askedAt: number;
  readonly answer: { readonly consented: boolean; readonly reason: string } | undefined;
}

export interface PublicNotice {
  readonly id: string;
  readonly credential: string | undefined;
  readonly holderName: string;
  readonly program: string;
  readonly kind: string;
  readonly provisions: readonly string[];
  readonly from: CivilDate;
  readonly until: CivilDate;
  /** What a correction says; undefined in a notice itself. */
  readonly words: string | undefined;
  readonly corrects: string | undefined;
}

export interface CredentialEffect {
  readonly kind: 'interim' | 'probation' | 'suspension' | 'revocation';
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export interface BrokenPromise {
  readonly label: string;
  readonly about: ComplaintAbout;
  readonly program: string;
  readonly step: string;
  readonly side: string;
  readonly was: CivilDate;
  readonly noted: CivilDate;
}

/** A concern that nobody may see, for the board. */
export interface UnseenConcern {
  readonly label: string;
  readonly about: ComplaintAbout;
  readonly receivedAt: number;
  readonly since: number;
}

export interface ComplaintKey {
  readonly matter: string;
  readonly key: string;
  readonly label: string;
  readonly version: number;
}

/** What one side was shown of a matter, event by event; some members of a body are held back. */
export interface ShownEvent {
  readonly version: number;
  readonly type: ConductEvent['type'];
  readonly body: Readonly<Record<string, unknown>>;
}

export interface OpenedRow {
  readonly place: number;
  readonly salt: Uint8Array;
  readonly plain: Json;
}

export type ReadList =
  | 'complaint-list'
  | 'concern-list'
  | 'panel-list'
  | 'own-list'
  | 'custody'
  | 'promise-list'
  | 'readings';

export interface ReadingRow {
  /** When, as exactly as the database knows it; the place from which older ones are asked for. */
  readonly place: string;
  readonly at: number;
  readonly reader: string;
  readonly what: string;
  /** Of the matter, where it was one. */
  readonly label: string | undefined;
}

export interface MatterOfConduct {
  /** 'excluded' where the actor holds no office for it, or the concern it comes from is not theirs to open. */
  open(row: ConductRow, concern: string | undefined): Promise<'opened' | 'excluded'>;
  read(id: string): Promise<ConductHistory | undefined>;
  /** Those whose list the actor is on, the newest first. */
  list(): Promise<readonly ConductHistory[]>;
  /** Of those on whose list the actor is, the ones in which somebody bears or bore such a name. */
  naming(name: string): Promise<readonly string[]>;
  append(id: string, version: number, events: readonly ConductEvent[]): Promise<Written>;
  noteReading(
    what: 'concern' | 'matter' | 'evidence' | 'letter' | 'receipt',
    about: string,
  ): Promise<void>;
  /** That the actor read a list; which words it was searched by is kept nowhere. */
  noteListRead(list: ReadList): Promise<void>;
  /** For the auditor: who read what, the latest first, without what the auditor has a tie to. */
  readings(asked: {
    /** Of one matter, by its label. */
    readonly label: string | undefined;
    readonly before: string | undefined;
    readonly atMost: number;
  }): Promise<readonly ReadingRow[]>;
  /** Those whose time may have run out, for the worker. */
  running(): Promise<readonly ConductHistory[]>;
  retire(before: CivilDate): Promise<number>;
  pastSanctions(program: string): Promise<readonly PastCase[]>;
  brokenPromises(): Promise<readonly BrokenPromise[]>;
  unseenConcerns(): Promise<readonly UnseenConcern[]>;
}

export interface PeopleOfConduct {
  parties(matter: string): Promise<readonly PartyRow[]>;
  /** False where the concern that this is from belongs to a matter already. */
  addParty(row: PartyRow): Promise<boolean>;
  /** Ids of the matters on the actor's list that are about the same person, by id or name, or about the same body. */
  mattersAbout(about: {
    readonly program: string;
    readonly about: ComplaintAbout;
    readonly person: string | undefined;
    readonly fullName: string | undefined;
  }): Promise<readonly string[]>;
  /** The matter on the actor's list that a concern became. */
  matterOf(concern: string): Promise<string | undefined>;
  said(matter: string): Promise<readonly SaidRow[]>;
  say(row: { readonly id: string; readonly matter: string } & Omit<SaidRow, 'at'>): Promise<void>;
  findPerson(search: string, program: string): Promise<readonly BoundPerson[]>;
  boundOf(
    person: string,
    program: string,
  ): Promise<Pick<BoundPerson, 'since' | 'until'> | undefined>;
  bar(matter: string, person: string, why: string): Promise<void>;
  /** Who has a tie to the matter. */
  barred(matter: string): Promise<readonly string[]>;
  colleagues(
    matter: string,
  ): Promise<
    readonly { readonly person: string; readonly fullName: string; readonly isIn: boolean }[]
  >;
  letIn(matter: string, person: string): Promise<boolean>;
  /** The actor has a tie: they leave the list of the matter for good. */
  leaveForTie(matter: string, why: string): Promise<void>;
  /** In the language of whoever is written to. False where nobody of this key has an address. */
  tell(
    matter: string,
    key: string,
    mails: Readonly<Record<'en' | 'es', { readonly subject: string; readonly body: string }>>,
  ): Promise<boolean>;
  tellPanel(matter: string, panel: PanelKind, subject: string, body: string): Promise<void>;
  letters(matter: string): Promise<readonly ConductLetterRow[]>;
  /** Those to the actor. */
  ownLetters(matter: string): Promise<readonly ConductLetterRow[]>;
  letter(id: string): Promise<ConductLetterRow | undefined>;
  /** A letter of the same kind about the same event is written once. */
  writeLetter(row: Omit<ConductLetterRow, 'writtenAt' | 'returnedOn'>): Promise<void>;
  noteReturned(letter: string, on: CivilDate): Promise<void>;
  files(matter: string): Promise<readonly EvidenceFileRow[]>;
  addFile(row: EvidenceFileToKeep): Promise<void>;
}

export interface PanelsOfConduct {
  commitDraw(row: {
    readonly id: string;
    readonly matter: string;
    readonly panel: PanelKind;
    readonly commitment: string;
    readonly seed: string;
  }): Promise<void>;
  /** The seed of the latest draw announced for a panel; from here on it counts as known. */
  revealDraw(matter: string, panel: PanelKind): Promise<string | undefined>;
  poolFor(matter: string): Promise<readonly PoolPerson[]>;
  /** The whole pool, for whoever keeps it; a member sees their own place. */
  pool(): Promise<readonly Omit<PoolPerson, 'conflict' | 'fullName'>[]>;
  poolPeople(): Promise<readonly PoolPlace[]>;
  keepInPool(row: Omit<PoolPerson, 'conflict' | 'fullName' | 'interests'>): Promise<void>;
  sayInterests(words: string): Promise<void>;
  askUnmask(row: {
    readonly id: string;
    readonly matter: string;
    readonly key: string;
    readonly reason: string;
  }): Promise<void>;
  /** The actor's own requests in a matter. */
  ownRequests(matter: string): Promise<readonly Omit<UnmaskRequestRow, 'label'>[]>;
  /** What the custodian is asked. */
  unmaskAsked(): Promise<readonly UnmaskRequestRow[]>;
  answerUnmask(row: {
    readonly request: string;
    readonly consented: boolean;
    readonly reason: string;
  }): Promise<'written' | 'answered-before' | 'excluded'>;
  /** The name after a consent; that it was shown is put on record. Empty texts where nobody gave one. */
  showParty(
    request: string,
  ): Promise<{ readonly fullName: string; readonly contact: string } | undefined>;
}

export interface LineToAppend {
  readonly commitment: string;
  readonly leafHash: Uint8Array;
  readonly salt: Uint8Array;
  readonly plain: Json;
}

export interface ConcernedInConduct {
  /** Of which the actor is the respondent and was told. */
  mine(): Promise<readonly Omit<ConductRow, 'rules' | 'grounds' | 'setting'>[]>;
  /** A line of the log for what the actor, the respondent, decided in this transaction; its place. */
  appendLine(matter: string, entry: LineToAppend): Promise<number>;
  shownToRespondent(matter: string): Promise<readonly ShownEvent[]>;
  /** The names of complainants who chose to be named to everybody, for the respondent. */
  namedToMe(matter: string): Promise<readonly string[]>;
  /** The lines of the log about a matter of which the actor is the respondent. */
  linesUnder(label: string): Promise<readonly OpenedRow[]>;
  complaintOf(receiptHash: Uint8Array): Promise<ComplaintKey | undefined>;
  shownToComplainant(receiptHash: Uint8Array): Promise<readonly ShownEvent[]>;
  lettersByReceipt(receiptHash: Uint8Array): Promise<readonly ConductLetterRow[]>;
  byComplainant(
    receiptHash: Uint8Array,
    version: number,
    events: readonly ConductEvent[],
  ): Promise<Written>;
  notices(): Promise<readonly PublicNotice[]>;
  shownOn(credential: string): Promise<readonly CredentialEffect[]>;
}

export interface WitnessesOfConduct {
  /** In the moment of asking, and by whoever asks: the link is mailed to the witness alone. */
  linkWitness(
    party: string,
    codeHash: Uint8Array,
    mail: { readonly subject: string; readonly body: string },
  ): Promise<boolean>;
  askedOfWitness(codeHash: Uint8Array): Promise<AskedOfWitness | undefined>;
  byWitness(
    codeHash: Uint8Array,
    version: number,
    events: readonly ConductEvent[],
    said: Pick<StatementRow, 'words' | 'files'>,
  ): Promise<Written>;
  statements(matter: string): Promise<readonly StatementRow[]>;
}

export interface ConductRecords
  extends MatterOfConduct,
    WitnessesOfConduct,
    PeopleOfConduct,
    PanelsOfConduct,
    ConcernedInConduct {}
