/** Releases of what is measured by group, as they are kept. Types only. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** Releases of what is measured by group, each kept for good. */
export interface ReleaseRow {
  readonly number: number;
  readonly countedUntil: CivilDate;
  /** Milliseconds. */
  readonly drawnAt: number;
  /** Canonical JSON of the release. */
  readonly body: string;
  /** SHA-256 of the body in hexadecimal digits. */
  readonly digest: string;
  /** 32 bytes that open the line of the log, for anybody. */
  readonly opening: Uint8Array;
  readonly place: number;
}

export interface ReleaseRecords {
  /** From the oldest to the newest. */
  list(): Promise<readonly ReleaseRow[]>;
  add(row: Omit<ReleaseRow, 'drawnAt'>): Promise<void>;
}
