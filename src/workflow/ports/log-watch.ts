/** What the daily look at the log finds, as types only. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** A place of a status list and the lines of the log that do not fit each other; no address of a credential. */
export interface IssuanceDifference {
  readonly kind: 'place-without-line' | 'place-with-more-than-one-line' | 'line-without-place';
  readonly line: number | null;
  readonly list: number | null;
  readonly place: number | null;
}

/** What the log found when it looked at itself. */
export interface LogWatch {
  /** How many entries were read and worked out again. */
  readonly entries: number;
  readonly faults: readonly {
    readonly kind: string;
    readonly where: string;
    readonly because: string;
  }[];
  readonly witnesses: readonly { readonly name: string; readonly signed: boolean }[];
  readonly issued: {
    readonly places: number;
    readonly lines: number;
    readonly differences: readonly IssuanceDifference[];
  };
  /** The head that the next look must find continued. */
  readonly checkpoint?: string;
}

export interface LogWatchRow {
  readonly onDay: CivilDate;
  readonly sound: boolean;
  readonly result: LogWatch;
}
