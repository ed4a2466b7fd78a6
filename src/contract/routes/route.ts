/**
 * A route is a row: its name, method and path, who may call it, and what it records. Nothing answers at an address that
 * has no row, and a row without a guard cannot be written.
 */
import type { Office } from './office.ts';

/** Anybody; anybody signed in; or whoever holds one of these offices. */
export type Who = 'anybody' | 'signed-in' | readonly Office[];

export interface Route {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly who: Who;
  /** What a call leaves behind, in words; "nothing" for a page that only shows. */
  readonly records: string;
  /** Files may be sent here. */
  readonly files?: boolean;
  /** Answers and asks in JSON; everything else is a page or a plain form. */
  readonly json?: boolean;
}
