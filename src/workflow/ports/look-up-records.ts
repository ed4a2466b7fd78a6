/** The public register's look-ups, what holders let it say, and employers' rosters. Types only. */
import type { ByName, ByNumber, Listing } from '../../casework/register/look-up-forms.ts';
import type { RosterAsked } from '../../casework/register/roster.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface RosterHead {
  readonly organization: string;
  readonly email: string;
  readonly endsOn: CivilDate;
  readonly isConfirmed: boolean;
}

export interface RosterLineShown {
  readonly line: number;
  readonly program: string;
  readonly number: string;
  readonly familyName: string;
  /** The newest copy, where its holder agreed. */
  readonly copy: string | undefined;
}

export interface AskedOfMe {
  readonly roster: string;
  readonly line: number;
  readonly organization: string;
  readonly program: string;
  readonly askedOn: CivilDate;
  readonly answer: 'agreed' | 'refused' | undefined;
  readonly endsOn: CivilDate;
  /** Their name changed since: what they agree to would put two names side by side. */
  readonly namesTwo: boolean;
}

export interface ToFollow {
  readonly roster: string;
  readonly email: string;
  readonly organization: string;
  readonly line: number;
  readonly told: string | undefined;
  /** Undefined where nothing is told any more. */
  readonly copy: string | undefined;
}

export interface LookUpRecords {
  /** Addresses of the newest copies; none where nobody matches or where the holder is not to be found so. */
  byNumber(asked: ByNumber): Promise<readonly string[]>;
  byName(asked: ByName): Promise<readonly string[]>;
  /** One's own; undefined where nothing was chosen. */
  listing(): Promise<Listing | undefined>;
  keepListing(person: string, listing: Listing): Promise<void>;
  openRoster(
    row: RosterAsked & {
      readonly id: string;
      readonly tokenHash: Uint8Array;
      readonly endsOn: CivilDate;
    },
  ): Promise<void>;
  /** Asks those concerned, once; answers whom, for the worker. */
  confirmRoster(
    tokenHash: Uint8Array,
    on: CivilDate,
  ): Promise<readonly { readonly person: string; readonly organization: string }[]>;
  roster(tokenHash: Uint8Array, on: CivilDate): Promise<RosterHead | undefined>;
  rosterLines(tokenHash: Uint8Array, on: CivilDate): Promise<readonly RosterLineShown[]>;
  endRoster(tokenHash: Uint8Array): Promise<boolean>;
  /** Erases what is over, and answers what is to be compared with what was told. */
  rostersToFollow(on: CivilDate): Promise<readonly ToFollow[]>;
  /** Undefined: nothing any more. */
  toldRoster(roster: string, line: number, word: string | undefined): Promise<void>;
  askedOfMe(): Promise<readonly AskedOfMe[]>;
  answerRoster(
    roster: string,
    line: number,
    answer: 'agreed' | 'refused',
    on: CivilDate,
  ): Promise<boolean>;
}
