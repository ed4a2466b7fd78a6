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
  /**
   * Called by other programs, from anywhere and without a cookie: what a call may do rests on what it sends, so that there is no
   * form token to ask for. Everything is answered in JSON, mistakes too.
   */
  readonly byPrograms?: boolean;
  /** Only for programs of the body itself: they send a secret, and where none is set nobody may call. */
  readonly bySecret?: boolean;
  /** The most that may be sent, where that is less than everywhere. */
  readonly mostBytes?: number;
}
