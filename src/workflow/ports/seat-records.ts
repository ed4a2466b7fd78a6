/** The records of openings: what is published of them, who wants a seat, how they were drawn or decided. Types only. */
import type { RecognitionKind } from '../../casework/opening/opening-form.ts';
import type { Against, SecondLookAnswer } from '../../casework/opening/second-look.ts';
import type { TermServed } from '../../casework/opening/succession.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export type BodyKind =
  | 'commission'
  | 'committee'
  | 'item-writers'
  | 'subject-matter'
  | 'hearing'
  | 'public-members';

export interface BodyRow {
  readonly id: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly seats: number;
  readonly termMonths: number;
  readonly mostTerms: number;
  /** At least so many seats for people who never worked in the profession. */
  readonly publicMembers: number;
  readonly madeOn: CivilDate;
}

export interface ChairServed {
  readonly electedOn: CivilDate;
  readonly byWhom: string;
  /** At the latest. */
  readonly until: CivilDate;
}

/** Whoever sits, as a director sees them. */
export interface MemberByLabel {
  readonly term: string;
  /** Of their nomination; undefined for those who sat before there was one. */
  readonly label: string | undefined;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly isPublic: boolean;
}

export interface QuotaRow {
  readonly category: string;
  readonly value: string;
  readonly least: number;
  readonly most: number;
}

/** What a seat gives and asks beside its criteria. */
export interface SeatTerms {
  readonly body: string;
  readonly hours: string;
  readonly pay: string;
  readonly meetings: string;
  readonly termFrom: CivilDate;
}

export interface OpeningRow {
  readonly id: string;
  readonly label: string;
  /** What is recognized; undefined where seats are filled. */
  readonly recognition: RecognitionKind | undefined;
  /** Undefined where something is recognized and no seat is taken. */
  readonly seat: SeatTerms | undefined;
  readonly title: string;
  /** How many seats, or how many can be recognized. */
  readonly seats: number;
  readonly how: 'draw' | 'reading';
  readonly openTo: 'holders' | 'public';
  readonly program: string;
  readonly duties: string;
  readonly criteria: readonly string[];
  readonly opensOn: CivilDate;
  readonly closesOn: CivilDate;
  readonly answerBy: CivilDate;
  /** Of a draw: whose numbers make it, and on which day they come out. */
  readonly randomSource: string | undefined;
  readonly randomOn: CivilDate | undefined;
  readonly legalBasis: string | undefined;
  /** Its line of the decision log. */
  readonly place: number;
  readonly publishedOn: CivilDate;
}

export interface Opening extends OpeningRow {
  readonly seat: (SeatTerms & { readonly bodyRow: BodyRow }) | undefined;
  readonly quotas: readonly QuotaRow[];
}

/** Of those who did not withdraw. */
export interface RecognitionCount {
  readonly nominated: number;
  readonly decided: number;
  readonly recognized: number;
}

/** How many seats of a body are filled on a day; never by whom. */
export interface BodyStanding {
  readonly filled: number;
  readonly publicFilled: number;
  readonly nextFree: CivilDate | undefined;
}

/** The pool as it was closed, and the number that stands for it. The seed is told with the draw. */
export interface CommittedRow {
  readonly pool: string;
  readonly quotas: string;
  readonly tickets: string;
  /** By label: how many of the tickets. */
  readonly held: Readonly<Record<string, number>>;
  readonly commits: Json;
  readonly commitment: string;
  readonly place: number;
  readonly salt: Uint8Array;
  readonly onDay: CivilDate;
}

export interface DrawnRow {
  /** 0 is the draw; each later number fills the seats of those who declined. */
  readonly number: number;
  readonly how: 'draw' | 'alternate' | 'replacement';
  readonly publicWords: string;
  readonly published: string | undefined;
  readonly panel: readonly string[];
  readonly fresh: readonly string[];
  readonly gone: readonly string[];
  readonly acceptBy: CivilDate;
  readonly place: number;
  readonly salt: Uint8Array;
  readonly onDay: CivilDate;
}

export interface DrawRecord {
  readonly committed: CommittedRow | undefined;
  /** From the draw on. */
  readonly drawn: readonly DrawnRow[];
}

export type SeatAnswer = 'accepted' | 'declined' | 'lapsed';

/** What somebody sends who wants a seat. */
export interface NominationSent {
  readonly id: string;
  readonly label: string;
  readonly opening: string;
  readonly suggestion: string | undefined;
  /** One answer for each criterion; empty for a draw. */
  readonly statement: readonly string[];
  readonly conflicts: string;
  readonly stated: Readonly<Record<string, string>>;
  readonly neverInProfession: boolean;
  readonly household: string | undefined;
  readonly onDay: CivilDate;
}

/** One's own. */
export interface OwnNomination extends NominationSent {
  readonly withdrawnOn: CivilDate | undefined;
  readonly verified: readonly {
    readonly category: string;
    readonly value: string;
    readonly source: string;
  }[];
  readonly setAside: { readonly reason: string; readonly on: CivilDate } | undefined;
  readonly decided:
    | {
        readonly chosen: boolean;
        readonly reason: string;
        readonly on: CivilDate;
        readonly acceptBy: CivilDate;
      }
    | undefined;
  readonly answer: SeatAnswer | undefined;
  readonly appeals: readonly OwnSeatAppeal[];
  /** By when to answer for a seat that an upheld appeal gave. */
  readonly handed: CivilDate | undefined;
  /** The name under which they show that they are recognized. */
  readonly shownAs: string | undefined;
}

export interface OwnSeatAppeal {
  readonly against: Against;
  readonly grounds: readonly string[];
  readonly words: string;
  readonly promisedBy: CivilDate;
  readonly answer: SecondLookAnswer | undefined;
}

/** A second look as a member of the board sees it: under the label, with what was said of it and not by whom. */
export interface SeatAppealToHear extends OwnSeatAppeal {
  readonly nomination: string;
  readonly label: string;
  readonly opening: string;
  readonly onDay: CivilDate;
  readonly statement: readonly string[];
  readonly conflicts: string;
  readonly stated: Readonly<Record<string, string>>;
  readonly verified: Readonly<Record<string, string>>;
  /** The reason that is appealed. */
  readonly reason: string;
  readonly readings: readonly { readonly scores: readonly number[]; readonly note: string }[];
}

/** How a draw stands for one nominee. */
export interface OwnDraw {
  readonly tickets: number | undefined;
  readonly isDrawn: boolean;
  readonly onPanel: boolean;
  /** By when to answer for the seat that was drawn last. */
  readonly acceptBy: CivilDate | undefined;
}

/** For staff: what has to be held against the records. */
export interface NomineeToVerify {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly stated: Readonly<Record<string, string>>;
  readonly verified: Readonly<Record<string, string>>;
  readonly setAside: string | undefined;
}

/** For directors: by label, never by name. */
export interface NomineeByLabel {
  readonly id: string;
  readonly label: string;
  readonly statement: readonly string[];
  readonly conflicts: string;
  readonly household: string | undefined;
  readonly withdrawn: boolean;
  readonly setAside: string | undefined;
  readonly verified: Readonly<Record<string, string>>;
  readonly readings: readonly {
    readonly reader: string;
    readonly scores: readonly number[];
    readonly note: string;
  }[];
  readonly decided: { readonly chosen: boolean; readonly reason: string } | undefined;
  readonly answer: SeatAnswer | undefined;
  /** Whether an appeal against the decision was upheld, and whether it has its seat. */
  readonly upheld: 'in-line' | 'handed' | undefined;
}

/** For readers: a statement and, once given, their own points. */
export interface StatementToRead {
  readonly id: string;
  readonly label: string;
  readonly opening: string;
  readonly statement: readonly string[];
  readonly own: { readonly scores: readonly number[]; readonly note: string } | undefined;
}

/** 'not-allowed': the database keeps this for others, or for another day. */
export type SeatWritten = 'written' | 'not-allowed' | 'not-now' | 'before';

/** The day promised with an opening, and the later one on which everybody had an answer; undefined while somebody waits. */
export interface MissedDay {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly promised: CivilDate;
  readonly answered: CivilDate | undefined;
}

export interface SeatRecords {
  bodies(): Promise<readonly BodyRow[]>;
  makeBody(row: BodyRow, madeBy: string): Promise<SeatWritten>;
  /** Terms and chairs of a body, without whose they are. */
  termsOf(body: string): Promise<readonly TermServed[]>;
  chairHistory(body: string): Promise<readonly ChairServed[]>;
  membersOf(body: string, on: CivilDate): Promise<readonly MemberByLabel[]>;
  recordChair(row: {
    readonly id: string;
    readonly body: string;
    readonly term: string;
    readonly electedOn: CivilDate;
    readonly byWhom: string;
    readonly reason: string;
    readonly on: CivilDate;
    readonly place: number;
  }): Promise<SeatWritten>;
  endChair(body: string, why: string, on: CivilDate): Promise<SeatWritten>;
  standing(body: string, on: CivilDate): Promise<BodyStanding>;
  /** Openings whose promised day passed before the answer; for anybody. */
  missedDays(on: CivilDate): Promise<readonly MissedDay[]>;
  /** The actor shows a recognition under this name, or takes back what they showed. */
  show(nomination: string, name: string | undefined, on: CivilDate): Promise<SeatWritten>;
  /** Names that are shown, and how many were nominated, decided and recognized, by opening. */
  recognized(): Promise<{
    readonly names: ReadonlyMap<string, readonly string[]>;
    readonly counts: ReadonlyMap<string, RecognitionCount>;
  }>;
  /** The last to close first. */
  openings(): Promise<readonly Opening[]>;
  opening(id: string): Promise<Opening | undefined>;
  /** Which openings have a pool that is published, and which of them are drawn. */
  drawStages(): Promise<readonly { readonly opening: string; readonly isDrawn: boolean }[]>;
  /** How draws stand for the actor's own nominations, by nomination. */
  myDraws(): Promise<ReadonlyMap<string, OwnDraw>>;
  /** Whether the actor may work on an opening, wanting nothing of it. */
  isApart(opening: string): Promise<boolean>;
  /** How many wait for an answer on being left out of a pool. */
  appealsWait(opening: string): Promise<number>;
  appeal(row: {
    readonly nomination: string;
    readonly against: Against;
    readonly grounds: readonly string[];
    readonly words: string;
    readonly on: CivilDate;
    readonly promisedBy: CivilDate;
  }): Promise<SeatWritten>;
  /** Those the actor may hear; the earliest promise first. */
  appealsToHear(): Promise<readonly SeatAppealToHear[]>;
  answerAppeal(
    row: SecondLookAnswer & {
      readonly nomination: string;
      readonly against: Against;
      readonly on: CivilDate;
      readonly place: number;
    },
  ): Promise<SeatWritten>;
  /** Gives every seat that is free to whoever is first in line for it. */
  handOver(
    on: CivilDate,
  ): Promise<readonly { readonly nomination: string; readonly title: string }[]>;
  publish(row: OpeningRow, quotas: readonly QuotaRow[], by: string): Promise<SeatWritten>;
  /** Writes to everybody who qualifies; how many that were. */
  tellEverybody(
    opening: string,
    mail: { readonly subject: string; readonly body: string },
    on: CivilDate,
  ): Promise<number>;
  tellNominee(mail: {
    readonly id: string;
    readonly nomination: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** Whether the actor may ask for a seat of this opening. */
  qualify(opening: string, on: CivilDate): Promise<boolean>;
  suggest(row: {
    readonly id: string;
    readonly opening: string;
    readonly by: string;
    readonly on: CivilDate;
  }): Promise<void>;
  nominate(row: NominationSent): Promise<SeatWritten>;
  mine(): Promise<readonly OwnNomination[]>;
  withdraw(nomination: string, on: CivilDate): Promise<SeatWritten>;
  answer(nomination: string, answer: SeatAnswer, on: CivilDate): Promise<SeatWritten>;
  toVerify(opening: string): Promise<readonly NomineeToVerify[]>;
  verify(row: {
    readonly nomination: string;
    readonly category: string;
    readonly value: string;
    readonly source: string;
    readonly by: string;
    readonly on: CivilDate;
  }): Promise<SeatWritten>;
  setAside(row: {
    readonly nomination: string;
    readonly reason: string;
    readonly by: string;
    readonly on: CivilDate;
  }): Promise<SeatWritten>;
  nominees(opening: string): Promise<readonly NomineeByLabel[]>;
  statements(): Promise<readonly StatementToRead[]>;
  read(row: {
    readonly nomination: string;
    readonly scores: readonly number[];
    readonly note: string;
    readonly on: CivilDate;
  }): Promise<SeatWritten>;
  decide(row: {
    readonly nomination: string;
    readonly chosen: boolean;
    readonly reason: string;
    readonly on: CivilDate;
    readonly acceptBy: CivilDate;
    readonly place: number;
  }): Promise<SeatWritten>;
  draw(opening: string): Promise<DrawRecord>;
  commit(opening: string, row: CommittedRow, seed: Uint8Array): Promise<SeatWritten>;
  /** The sealed seed. */
  seed(opening: string): Promise<Uint8Array | undefined>;
  keepDrawn(opening: string, row: DrawnRow): Promise<SeatWritten>;
}
