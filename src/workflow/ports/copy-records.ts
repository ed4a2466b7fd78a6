/** Copies of a credential: each signed document has an address and a place on a list of its own. Types only. */
import type { StandingFacts } from '../../casework/award/standing.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export type WhyCopied = 'renewal' | 'reinstatement' | 'name-change';

export interface CopyRow {
  /** Its public address; unguessable. */
  readonly id: string;
  /** 0 is the one that was signed at the award. */
  readonly number: number;
  readonly document: Json;
  readonly issuedOn: CivilDate;
  /** Since when it counts no more: its bit is set. */
  readonly endedOn: CivilDate | undefined;
  /** The name that was decided since, where this copy bears another one. */
  readonly nameDue: string | undefined;
}

/** All that decides how a copy stands on a day, and the document itself. */
export interface CopyStanding {
  readonly document: Json;
  readonly program: string;
  readonly demonstration: boolean;
  readonly facts: StandingFacts;
}

export interface CopyRecords {
  /** The document at an address. Nobody can list them. */
  lookUp(id: string): Promise<Json | undefined>;
  standing(id: string, on: CivilDate): Promise<CopyStanding | undefined>;
  /** The notices that may stand beside it. */
  noticesBeside(id: string): Promise<ReadonlySet<string>>;
  newestCopy(credential: string): Promise<CopyRow | undefined>;
  /** The database ends the older ones, and this one at once while a suspension lasts. */
  addCopy(row: {
    readonly id: string;
    readonly credential: string;
    readonly number: number;
    readonly why: WhyCopied;
    readonly document: Json;
    readonly list: number;
    readonly index: number;
    readonly validUntil: CivilDate;
    readonly issuedOn: CivilDate;
  }): Promise<void>;
  /** Ends the copies of what is not held from this day on. */
  endDue(credential: string, on: CivilDate): Promise<void>;
  isGood(credential: string, on: CivilDate): Promise<boolean>;
  /** Addresses of copies after one, in order; for the worker alone, who publishes them as files. */
  copiesAfter(id: string, limit: number): Promise<readonly string[]>;
  /** The places of one list that are set; undefined where there is no such list. */
  setPlaces(list: number): Promise<readonly number[] | undefined>;
  /** How many are set: it only grows, so a list with the same count is the same list. */
  countSet(list: number): Promise<number | undefined>;
}
