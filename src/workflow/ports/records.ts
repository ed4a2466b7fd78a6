/** The records a use case may read and write inside one transaction, by aggregate. Types only. */

import type { MatterEvent } from '../../casework/matter/matter.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { CodeRecords } from './code-records.ts';
import type { ConcernRecords } from './concern-records.ts';
import type { ConductRecords } from './conduct-records.ts';
import type { DepictionRecords } from './depiction-records.ts';
import type { DisclosureRecords } from './disclosure-records.ts';
import type { ExamRecords, RegisterRecords } from './exam-records.ts';
import type { FindingRecords, OutreachRecords } from './finding-records.ts';
import type { IdeaRecords } from './idea-records.ts';
import type { IssuanceDifference, LogWatchRow } from './log-watch.ts';
import type { LookUpRecords } from './look-up-records.ts';
import type { MatterHistory, MatterRow } from './matter-history.ts';
import type { MentoringRecords } from './mentoring-records.ts';
import type { MoneyRecords } from './money-records.ts';
import type { PreviewRecords, ReleaseRecords } from './release-records.ts';
import type { RenewalRecords } from './renewal-records.ts';
import type { ReportRecords } from './report-records.ts';
import type { SeatRecords } from './seat-records.ts';
import type { SettingRecords } from './setting-records.ts';
import type { StoryRecords } from './story-records.ts';
import type { StudyRecords } from './study-records.ts';
import type { Written } from './written.ts';

export type MatterStatus = 'recording' | 'waiting' | 'in-review' | 'decided' | 'withdrawn';

export interface MatterSummary extends MatterRow {
  readonly status: MatterStatus;
  readonly since: number;
  /** Who has taken it, while it is in review. */
  readonly decider: string | undefined;
}

export interface MatterRecords {
  /** A new matter, its subject and what was claimed, with the opening event. */
  open(row: MatterRow, subject: string, claim: Json, opened: MatterEvent): Promise<void>;
  /** Undefined where there is none, or none that this actor may see. */
  read(id: string): Promise<MatterHistory | undefined>;
  append(id: string, version: number, events: readonly MatterEvent[]): Promise<Written>;
  claim(id: string): Promise<Json | undefined>;
  /** For the worker: erases what was claimed and handed in for matters that are over and have not moved since a day; how many. */
  forgetOld(before: CivilDate): Promise<number>;
  subject(id: string): Promise<CalledRow | undefined>;
  /** Names by which somebody could be told in a statement, for the program to compare with it. */
  namesToKeepOut(id: string): Promise<readonly string[]>;
  /** Former names, for a records clerk who says why; the reading is noted and told to the person. */
  readFormerNames(reading: string, id: string, purpose: string): Promise<readonly string[]>;
  /** Why the actor asked for another name, where they told it. */
  nameReason(id: string): Promise<string | undefined>;
  keepNameReason(id: string, reason: string): Promise<void>;
  /** Who read the actor's former names: what for, and when (milliseconds). */
  readingsOfMyNames(): Promise<readonly { readonly purpose: string; readonly at: number }[]>;
  /** Matters this actor may see, by status, the earliest promise first. */
  list(statuses: readonly MatterStatus[], limit: number): Promise<readonly MatterSummary[]>;
  /** Matters about the actor. */
  mine(): Promise<readonly MatterSummary[]>;
  /** One filing at a time for the actor, until the transaction ends: a second press waits and then sees the first. */
  oneFilingAtATime(): Promise<void>;
  appealsOf(id: string): Promise<readonly MatterSummary[]>;
  /** Matters about keeping a credential, for the worker and its holder. */
  aboutCredential(credential: string): Promise<readonly MatterHistory[]>;
  /** Who carried out the last appeal against a matter; for the worker. */
  whoSetAside(matter: string): Promise<string | undefined>;
  /** The record of the decision appealed against, for whoever hears the appeal. */
  underAppeal(appeal: string): Promise<readonly MatterEvent[]>;
}

/** Somebody as they are called now. */
export interface CalledRow {
  readonly id: string;
  readonly email: string;
  readonly fullName: string;
  readonly demonstration: boolean;
}

/** Somebody as they know themselves. */
export interface PersonRow extends CalledRow {
  readonly formerNames: readonly string[];
}

export type Office =
  | 'clerk'
  | 'reviewer'
  | 'staff'
  | 'director'
  | 'auditor'
  | 'board'
  /** Handles complaints about people who hold or seek a credential. */
  | 'conduct'
  /** Handles complaints about the body itself. */
  | 'ombud'
  | 'panel'
  | 'custodian';

export interface SessionRow {
  readonly person: string;
  readonly fullName: string;
  readonly email: string;
  readonly demonstration: boolean;
  readonly offices: readonly Office[];
  /** The programs that somebody serves and no other; empty where they serve all. */
  readonly programs: readonly string[];
  readonly expiresAt: number;
}

export interface DoorRecords {
  /** Puts on record that somebody asked for what belongs to a program that they do not serve. */
  turnAway(person: string, route: string, about: string | undefined): Promise<void>;
  /** False where the address already has an account; nothing was written then. */
  signUp(person: string, email: string, fullName: string, hash: string): Promise<boolean>;
  accountOf(email: string): Promise<{ readonly person: string; readonly hash: string } | undefined>;
  noteAttempt(emailHash: Uint8Array, succeeded: boolean): Promise<void>;
  failuresSince(emailHash: Uint8Array, since: number): Promise<number>;
  openSession(tokenHash: Uint8Array, person: string, until: number): Promise<void>;
  /** The session behind each token at its instant, in the order asked. */
  sessionsOf(
    asked: readonly { readonly tokenHash: Uint8Array; readonly at: number }[],
  ): Promise<readonly (SessionRow | undefined)[]>;
  closeSession(tokenHash: Uint8Array): Promise<void>;
  stay(tokenHash: Uint8Array, until: number): Promise<void>;
  /** Ends every other session of the actor. */
  changePassphrase(hash: string, keptTokenHash: Uint8Array): Promise<void>;
  demonstrationPeople(): Promise<
    readonly {
      readonly person: string;
      readonly fullName: string;
      readonly email: string;
      readonly offices: readonly Office[];
      /** Chairs the board. */
      readonly isChair: boolean;
    }[]
  >;
}

/** What has to come to its end before an account is closed. */
export type OpenYet = 'office' | 'matter' | 'exam' | 'complaint';

export interface PeopleRecords {
  me(): Promise<PersonRow | undefined>;
  /**
   * Names that the actor wrote of themselves. Answers the name the account goes by: the one that was written, unless they
   * hold a credential or had another name decided.
   */
  writeNames(fullName: string, otherNames: readonly string[]): Promise<string>;
  /** Whether the actor goes by a name that only a decision changes. */
  nameIsSettled(): Promise<boolean>;
  list(search: string, limit: number): Promise<readonly CalledRow[]>;
  byIds(ids: readonly string[]): Promise<readonly CalledRow[]>;
  openYet(): Promise<OpenYet | undefined>;
  /** Closes the actor's own account; answers what stands in the way. */
  close(on: CivilDate): Promise<OpenYet | undefined>;
  /** For the worker: names of accounts that were closed before a day, with nothing decided since. */
  forgetClosed(before: CivilDate, on: CivilDate): Promise<number>;
  /** Who decides matters, by name; for directors. */
  deciders(): Promise<readonly { readonly id: string; readonly fullName: string }[]>;
}

export interface DraftRecords {
  read(
    program: string,
  ): Promise<{ readonly answers: Json; readonly updatedAt: number } | undefined>;
  save(program: string, answers: Json): Promise<void>;
  drop(program: string): Promise<void>;
  list(): Promise<readonly { readonly program: string; readonly updatedAt: number }[]>;
}

export interface DocumentRow {
  readonly id: string;
  readonly program: string;
  readonly matter: string | undefined;
  /** The criterion or request it supports. */
  readonly supports: string;
  readonly sha256: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly originalName: string;
}

export interface DocumentRecords {
  add(person: string, row: DocumentRow): Promise<void>;
  /** Documents of a draft not yet filed. */
  ofDraft(program: string): Promise<readonly DocumentRow[]>;
  ofMatter(matter: string): Promise<readonly DocumentRow[]>;
  read(id: string): Promise<DocumentRow | undefined>;
  remove(id: string): Promise<void>;
  /** For the worker: the hashes of all kept files that any row names. */
  filesNamed(): Promise<ReadonlySet<string>>;
  /** Ties the named draft documents to a matter. */
  file(ids: readonly string[], matter: string): Promise<void>;
}

export interface AttestationRow {
  readonly id: string;
  readonly matter: string;
  readonly supports: string;
  readonly supervisorName: string;
  readonly supervisorEmail: string;
  readonly answers: Json | undefined;
  readonly answeredAt: number | undefined;
}

export interface AttestationRecords {
  ask(row: {
    readonly id: string;
    readonly matter: string;
    readonly supports: string;
    readonly tokenHash: Uint8Array;
    readonly supervisorName: string;
    readonly supervisorEmail: string;
    readonly expiresAt: number;
  }): Promise<void>;
  ofMatter(matter: string): Promise<readonly AttestationRow[]>;
  byToken(
    tokenHash: Uint8Array,
    at: number,
  ): Promise<
    | {
        readonly id: string;
        readonly matter: string;
        readonly supports: string;
        readonly supervisorName: string;
        readonly candidateName: string;
        readonly program: string;
        readonly answered: boolean;
      }
    | undefined
  >;
  /** False where it was answered already or the link has ended. */
  answer(tokenHash: Uint8Array, answers: Json, at: number): Promise<boolean>;
}

export interface MailRecords {
  send(mail: {
    readonly id: string;
    readonly toPerson: string | undefined;
    readonly to: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** To the person a matter concerns, without the sender learning who that is. */
  tellSubject(mail: {
    readonly id: string;
    readonly matter: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  /** To the holder of a credential, likewise. */
  tellHolder(mail: {
    readonly id: string;
    readonly credential: string;
    readonly subject: string;
    readonly body: string;
  }): Promise<void>;
  read(
    id: string,
  ): Promise<{ readonly to: string; readonly subject: string; readonly body: string } | undefined>;
  noteDelivery(id: string, delivered: boolean, note: string): Promise<void>;
}

export interface LogEntryRow {
  readonly place: number;
  readonly commitment: string;
  readonly leafHash: Uint8Array;
  readonly at: number;
}

export interface LogRecords {
  /** Appends in the running transaction; the place in the log, from 0. */
  append(entry: {
    readonly commitment: string;
    readonly leafHash: Uint8Array;
    readonly salt: Uint8Array;
    readonly plain: Json;
    readonly matter: string | undefined;
    readonly credential: string | undefined;
  }): Promise<number>;
  size(): Promise<number>;
  entries(from: number, count: number): Promise<readonly LogEntryRow[]>;
  leafHashes(from: number, count: number): Promise<readonly Uint8Array[]>;
  /** What the actor may open of the log: their own matters. */
  openings(
    matter: string,
  ): Promise<
    readonly { readonly place: number; readonly salt: Uint8Array; readonly plain: Json }[]
  >;
  /** The line of one's own exam result. */
  openingOfResult(
    sitting: string,
  ): Promise<
    { readonly place: number; readonly salt: Uint8Array; readonly plain: Json } | undefined
  >;
  openingOfCredential(
    credential: string,
  ): Promise<
    { readonly place: number; readonly salt: Uint8Array; readonly plain: Json } | undefined
  >;
  /** The line of a credential, for whoever knows its address; the salt only where the line tells no more than it does. */
  lineOfCredential(id: string): Promise<
    | {
        readonly place: number;
        readonly commitment: string;
        readonly opening: { readonly salt: Uint8Array; readonly plain: Json } | undefined;
      }
    | undefined
  >;
  checkpoint(): Promise<
    { readonly size: number; readonly note: string; readonly at: number } | undefined
  >;
  saveCheckpoint(size: number, note: string): Promise<void>;
  /** Why nothing may be written into the log, and since when; undefined while anything may. */
  held(): Promise<{ readonly because: string; readonly since: number } | undefined>;
  /** Keeps everybody from writing into the log until `endHold`; the first reason stays. */
  hold(because: string): Promise<void>;
  endHold(): Promise<void>;
  /** How many places of status lists were given out, and how many lines say so. */
  issuance(): Promise<{ readonly places: number; readonly lines: number }>;
  issuanceDifferences(atMost: number): Promise<readonly IssuanceDifference[]>;
  lastWatch(): Promise<LogWatchRow | undefined>;
  /** One a day; the first one of a day stays. */
  keepWatch(row: LogWatchRow): Promise<void>;
  /** Writes to the board and the directors. */
  tellDifference(subject: string, body: string): Promise<void>;
}

export interface Records extends CodeRecords {
  readonly door: DoorRecords;
  readonly people: PeopleRecords;
  readonly matters: MatterRecords;
  readonly drafts: DraftRecords;
  readonly documents: DocumentRecords;
  readonly attestations: AttestationRecords;
  readonly money: MoneyRecords;
  readonly concerns: ConcernRecords;
  readonly conduct: ConductRecords;
  readonly depictions: DepictionRecords;
  readonly studies: StudyRecords;
  readonly disclosures: DisclosureRecords;
  readonly mail: MailRecords;
  readonly log: LogRecords;
  readonly settings: SettingRecords;
  readonly exam: ExamRecords;
  readonly register: RegisterRecords;
  readonly lookUps: LookUpRecords;
  readonly renewals: RenewalRecords;
  readonly findings: FindingRecords;
  readonly outreach: OutreachRecords;
  readonly releases: ReleaseRecords;
  readonly reports: ReportRecords;
  readonly previews: PreviewRecords;
  readonly ideas: IdeaRecords;
  readonly stories: StoryRecords;
  readonly seats: SeatRecords;
  readonly mentoring: MentoringRecords;
}
