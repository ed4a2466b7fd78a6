/** Releases of what is measured by group, as they are kept. Types only. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
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

/** What a proposed rule would have done to past applicants, as the gate let it through. */
export interface PreviewRow {
  /** From 1, without a gap. */
  readonly number: number;
  readonly release: number;
  readonly program: string;
  readonly dimension: string;
  readonly change: string;
  /** Canonical JSON of the preview. */
  readonly body: string;
  readonly digest: string;
  readonly opening: Uint8Array;
  readonly place: number;
}

export interface PreviewRecords {
  /** From the oldest to the newest. */
  list(): Promise<readonly PreviewRow[]>;
  /** Whoever adds one has seen all before it. */
  add(row: PreviewRow & { readonly askedBy: string }): Promise<'written' | 'someone-asked-first'>;
}

export interface ReleaseRecords {
  /** From the oldest to the newest. */
  list(): Promise<readonly ReleaseRow[]>;
  /** The outcomes by group of each, from the oldest to the newest, for whoever may not read what is said of deciders. */
  outcomes(): Promise<readonly Json[]>;
  add(row: Omit<ReleaseRow, 'drawnAt'>): Promise<void>;
}
