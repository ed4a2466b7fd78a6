/** Public reports as they are kept. Types only. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** A report that was published: kept for good, and never changed. */
export interface ReportRow {
  readonly number: number;
  /** The number of the release it rests on. */
  readonly release: number;
  readonly countedUntil: CivilDate;
  readonly dueOn: CivilDate;
  readonly publishedOn: CivilDate;
  /** Canonical JSON of the report. */
  readonly body: string;
  /** SHA-256 of the body in hexadecimal digits. */
  readonly digest: string;
  /** The note that the key of the log has signed. */
  readonly note: string;
  /** 32 bytes that open its line of the log, for anybody. */
  readonly opening: Uint8Array;
  readonly place: number;
}

export interface ReportRecords {
  /** From the oldest to the newest, without their bodies. */
  list(): Promise<readonly Omit<ReportRow, 'body'>[]>;
  read(number: number): Promise<ReportRow | undefined>;
  add(row: Omit<ReportRow, 'countedUntil'>): Promise<void>;
}
