/**
 * What use cases need from the world, as types only: storage and outside keep these promises, main.ts ties them together.
 * Everything inside one call of `Transactor.as` is one transaction, under the rights of one actor.
 */
import type { CheckSignature } from '../../credential/proof/eddsa-rdfc.ts';
import type { HeldKey, KeyPlace, MadeKey } from '../../credential/proof/issuer-keys.ts';
import type { Gunzip, Gzip } from '../../credential/status-list/bitstring.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Refusal, Result } from '../../kernel/result/result.ts';
import type { Journal } from './journal.ts';
import type { Letters } from './letters.ts';
import type { Papers } from './papers.ts';
import type { Records, SessionRow } from './records.ts';
import type { Wallets } from './wallets.ts';

export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** The calendar date in the body's zone. */
  today(): CivilDate;
  /** The calendar date in the body's zone at an instant. */
  dayOf(instantMs: number): CivilDate;
}

export interface Chance {
  /** Random bytes nobody can guess. */
  bytes(count: number): Uint8Array;
  /** A random UUID that tells nothing, not even when it was made. */
  uuid(): string;
}

/** The rights under which records are read and written; the database enforces each of them. */
export type Rights =
  | 'public'
  | 'candidate'
  | 'clerk'
  | 'reviewer'
  | 'staff'
  | 'director'
  | 'auditor'
  | 'board'
  /** Coordinators and ombuds. */
  | 'conduct'
  | 'panel'
  | 'custodian'
  | 'worker';

export interface Actor {
  readonly rights: Rights;
  /** The person acting; undefined only for the public and the worker. */
  readonly person: string | undefined;
}

/** The answer of a use case: a success to keep, or a refusal, and then nothing was written. */
export type Answer<Value, Kind extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal<Kind> };

export interface Transactor {
  /** One transaction. A refusal, or anything thrown, undoes all of it. */
  as<Value>(actor: Actor, work: (records: Records) => Promise<Value>): Promise<Value>;
}

export interface Passphrases {
  hash(passphrase: string): Promise<string>;
  matches(hash: string, passphrase: string): Promise<boolean>;
}

/** Uploaded files, by the SHA-256 of what is kept. */
export interface Files {
  keep(bytes: Uint8Array): Promise<{ readonly sha256: string; readonly bytes: number }>;
  read(sha256: string): Promise<Uint8Array | undefined>;
  /** Removes the files kept last before a moment that `unnamed` says nothing names; how many. */
  forget(unnamed: (sha256: string) => boolean, keptBefore: Date): Promise<number>;
}

export type CleanRefusal =
  | 'empty-file'
  | 'wrong-kind'
  | 'damaged-file'
  | 'locked-file'
  | 'file-too-large';
export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** Looks at what a file is, not what it is called, and takes out what it says about its maker. */
export interface Cleaner {
  clean(
    bytes: Uint8Array,
  ): Promise<Answer<{ readonly bytes: Uint8Array; readonly mediaType: MediaType }, CleanRefusal>>;
}

/** Takes spreadsheets apart. */
export interface Sheets {
  looksLikeOne(file: Uint8Array): boolean;
  /** The rows of the first sheet, as texts. */
  rowsOf(file: Uint8Array): Promise<Answer<readonly (readonly string[])[], 'not-a-sheet'>>;
}

/** Writes to the sealed store under its own login; it has no way to read. */
export interface SealedWriter {
  record(
    person: string,
    answers: ReadonlyMap<string, readonly string[]>,
    wording: string,
  ): Promise<void>;
  erase(person: string): Promise<void>;
  /** Erases what has been kept as long as recorded for its question; answers how many. */
  retire(): Promise<number>;
  /** By which outreach somebody came to a program; the first one stays. */
  recordSource(person: string, program: string, code: string): Promise<void>;
}

/** Signs with a key that never leaves its holder. */
export interface Signer {
  sign(bytes: Uint8Array): Promise<Uint8Array>;
  /** 32 bytes, Ed25519. */
  readonly publicKey: Uint8Array;
}

/** The issuer's keys: which there are, and what signs with each. Private keys never leave their holder. */
export interface IssuerKeys {
  all(): readonly HeldKey[];
  /** Makes a key of this name, or finds the one that is meant; in the token where there is one and no place is said. */
  make(fragment: string, place: KeyPlace | undefined): Result<MadeKey, 'no-key-there'>;
  /** What signs with the listed key of this name. */
  signer(fragment: string): Signer;
  /** Puts another list in the place of this one, whole. */
  replace(keys: readonly HeldKey[]): void;
}

/** Item keys at rest: opened only to score. */
export interface Vault {
  seal(plain: string, about: string): Uint8Array;
  open(sealed: Uint8Array, about: string): string;
}

/** What signing and checking credentials needs beside the key. */
export interface Issuing {
  readonly checkSignature: CheckSignature;
  readonly gzip: Gzip;
  readonly gunzip: Gunzip;
  /** 32 secret bytes that order the places of the status list. */
  readonly statusKey: Uint8Array;
}

/** Looks sessions up; many at the same moment in one go, because every request asks. */
export interface Sessions {
  /** The session behind a token, by its hash, unless it has ended by `at` (milliseconds since 1970 UTC). */
  of(tokenHash: Uint8Array, at: number): Promise<SessionRow | undefined>;
}

export interface World {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly records: Transactor;
  readonly sessions: Sessions;
  readonly passphrases: Passphrases;
  readonly files: Files;
  readonly cleaner: Cleaner;
  readonly letters: Letters;
  readonly papers: Papers;
  readonly sheets: Sheets;
  readonly sealed: SealedWriter;
  readonly vault: Vault;
  /** Answers of running exams: acknowledged after commit. */
  readonly journal: Journal;
  readonly keys: { readonly issuer: IssuerKeys; readonly log: Signer };
  readonly issuing: Issuing;
  readonly wallets: Wallets;
  /** The address this service is reached at, without a final slash. */
  readonly origin: string;
}
