/** The records of exams and of the register that a use case may read and write. Types only. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { CopyRecords } from './copy-records.ts';
import type { KeyRecords } from './key-records.ts';
import type { WalletRecords } from './wallets.ts';

export interface FormRow {
  readonly id: string;
  readonly program: string;
  readonly kind: 'demonstration' | 'operational';
  readonly body: Json;
}

export interface ItemRow {
  readonly id: string;
  readonly version: number;
  readonly body: Json;
}

export interface SittingRow {
  readonly id: string;
  readonly person: string;
  readonly program: string;
  readonly form: string;
  readonly granted: Json;
  readonly optionOrders: Json;
  readonly createdAt: number;
}

export interface ClockRow {
  readonly kind: 'start' | 'pause' | 'resume' | 'grant' | 'outage' | 'submit';
  readonly at: number;
  readonly ms: number;
}

export interface AnswerRow {
  readonly client: string;
  readonly n: number;
  readonly epoch: number;
  readonly seq: number;
  readonly item: string;
  readonly response: Json;
  readonly clientMs: number;
  readonly serverAt: number;
}

export interface AnswerToAppend {
  readonly n: number;
  readonly item: string;
  readonly response: Json;
  readonly ms: number;
}

export interface ExamRecords {
  formsOf(program: string): Promise<readonly FormRow[]>;
  form(id: string): Promise<FormRow | undefined>;
  itemsOf(form: string): Promise<readonly ItemRow[]>;
  book(row: Omit<SittingRow, 'createdAt'>): Promise<void>;
  sitting(id: string): Promise<SittingRow | undefined>;
  mySittings(): Promise<readonly SittingRow[]>;
  /** For the worker, who books; a candidate sees their own only. */
  sittingsOf(person: string, program: string): Promise<readonly SittingRow[]>;
  clock(sitting: string): Promise<readonly ClockRow[]>;
  noteClock(sitting: string, kind: ClockRow['kind'], ms: number, why: string): Promise<void>;
  answers(sitting: string): Promise<readonly AnswerRow[]>;
  epoch(sitting: string): Promise<number>;
  /** The machine that opens it leads; the new epoch, or undefined where it is not this person's sitting. */
  lead(sitting: string, person: string): Promise<number | undefined>;
  append(
    sitting: string,
    person: string,
    epoch: number,
    client: string,
    events: readonly AnswerToAppend[],
  ): Promise<{ readonly acknowledged: number; readonly epoch: number }>;
  sealedKeys(
    form: string,
  ): Promise<
    readonly { readonly item: string; readonly version: number; readonly sealedKey: Uint8Array }[]
  >;
  saveResult(
    sitting: string,
    passed: boolean,
    report: Json,
    responses: readonly {
      readonly item: string;
      readonly answered: boolean;
      readonly right: boolean;
    }[],
  ): Promise<boolean>;
  result(
    sitting: string,
  ): Promise<
    { readonly passed: boolean; readonly report: Json; readonly scoredAt: number } | undefined
  >;
  /** One's own results that were set aside on request, after an accommodation had been granted on appeal. */
  setAside(): Promise<
    readonly { readonly sitting: string; readonly matter: string; readonly on: CivilDate }[]
  >;
  /** 'refused' where nothing entitles to it; see the guard of the table. */
  setResultAside(row: {
    readonly sitting: string;
    readonly matter: string;
    readonly on: CivilDate;
  }): Promise<'written' | 'written-before' | 'refused'>;
  /** Started, not submitted. */
  running(): Promise<readonly string[]>;
  /** Submitted, and without a result: scoring could not be done then. */
  unscored(): Promise<readonly string[]>;
  /** What `unscored` counts, by program, the longest held first. For staff, who see no person. */
  held(): Promise<
    readonly { readonly program: string; readonly count: number; readonly since: number }[]
  >;
  /** The database's own clock, which stamps every row of a sitting. Milliseconds since 1970 UTC. */
  now(): Promise<number>;
  /** One booking at a time for a person and a program, until the transaction ends. */
  oneBookingAtATime(person: string, program: string): Promise<void>;
  /** No answer is added until the transaction ends. False where there is no such sitting. */
  hold(sitting: string): Promise<boolean>;
  /** A server says that it is there. */
  beat(server: string): Promise<void>;
  /** When any server last said so. */
  lastBeat(): Promise<number | undefined>;
}

export interface CredentialRow {
  readonly id: string;
  readonly person: string;
  readonly program: string;
  readonly document: Json;
  readonly statusIndex: number;
  readonly validUntil: CivilDate;
  readonly demonstration: boolean;
  readonly issuedAt: number;
  readonly revoked: { readonly reason: string; readonly on: CivilDate } | undefined;
  /** The address of the newest copy of it. */
  readonly newest: string;
}

export interface AwardDue {
  readonly sitting: string;
  readonly person: string;
  readonly program: string;
  readonly formKind: FormRow['kind'];
  /** Milliseconds since 1970 UTC. */
  readonly scoredAt: number;
}

export interface RegisterRecords extends CopyRecords, KeyRecords, WalletRecords {
  /** The credential of a program that somebody holds on a day. */
  activeOf(person: string, program: string, on: CivilDate): Promise<string | undefined>;
  /** Nothing that a decision about conduct took away or holds back. */
  inGoodStanding(person: string, on: CivilDate): Promise<boolean>;
  /** Passed exams that led to no credential although one is due, in the order of their ids. */
  awardsDue(after: string | undefined, atMost: number): Promise<readonly AwardDue[]>;
  /** Of these, those of people who had another name decided since they passed. */
  awardsDueToRenamed(): Promise<readonly AwardDue[]>;
  oneBatchAtATime(): Promise<void>;
  nextStatusSequence(): Promise<number>;
  issue(row: {
    readonly id: string;
    readonly person: string;
    readonly sitting: string;
    readonly program: string;
    readonly document: Json;
    readonly statusList?: number;
    readonly statusIndex: number;
    readonly validUntil: CivilDate;
    readonly demonstration: boolean;
  }): Promise<void>;
  mine(): Promise<readonly CredentialRow[]>;
  list(limit: number): Promise<readonly CredentialRow[]>;
  one(id: string): Promise<CredentialRow | undefined>;
  revoke(row: {
    readonly credential: string;
    readonly reason: string;
    readonly by: string;
  }): Promise<boolean>;
}
