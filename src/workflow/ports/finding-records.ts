/** The records of findings and outreach. Types only. What a reader may not see is not there. */
import type { FindingEvent } from '../../casework/finding/finding.ts';
import type { Outreach } from '../../casework/finding/outreach.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

export interface FindingHistory {
  readonly id: string;
  /** What people call it by: "F-4K7QM2X". */
  readonly label: string;
  readonly events: readonly FindingEvent[];
  /** The number of events; whoever appends says how many they had seen. */
  readonly version: number;
}

/** The unchanging row of a finding. */
export interface FindingRow {
  readonly id: string;
  readonly label: string;
  /** The comparison, see casework/finding/disparity. */
  readonly key: string;
  readonly release: number;
  readonly rater: string | undefined;
  readonly openedOn: CivilDate;
  readonly promisedBy: CivilDate;
}

export interface FindingRecords {
  open(row: FindingRow, events: readonly FindingEvent[]): Promise<void>;
  /** Every finding this actor may see, the latest opened first. */
  list(): Promise<readonly FindingHistory[]>;
  read(id: string): Promise<FindingHistory | undefined>;
  append(
    id: string,
    version: number,
    events: readonly FindingEvent[],
  ): Promise<'written' | 'someone-wrote-first'>;
  /** Until the transaction ends nobody else looks a release through. */
  oneReleaseAtATime(): Promise<void>;
  /** To the board; of a finding about a rater to the rater and the chair, and to nobody else. */
  tell(id: string, subject: string, body: string): Promise<void>;
  tellRater(id: string, subject: string, body: string): Promise<void>;
  isChair(): Promise<boolean>;
  /** Who acted for the board, by name; for the chair, also whom findings are about. */
  named(): Promise<ReadonlyMap<string, string>>;
  /** Answers and actions past their day, and the day of the first of them. Findings about raters are not counted. */
  overdue(
    on: CivilDate,
  ): Promise<{ readonly count: number; readonly since: CivilDate } | undefined>;
  /** Findings about groups, as anybody may read them; whoever acted stands in them by name. */
  published(): Promise<readonly Omit<FindingHistory, 'version'>[]>;
}

export interface OutreachRow extends Outreach {
  readonly id: string;
  readonly label: string;
  readonly finding: string | undefined;
  readonly plannedBy: string;
}

/** Without its code: whoever knows one could pass for having come by it. */
export type PublicOutreach = Omit<OutreachRow, 'id' | 'code' | 'plannedBy'>;

export interface OutreachRecords {
  /** 'code-taken' where another outreach has this code. */
  plan(row: OutreachRow): Promise<'written' | 'code-taken'>;
  list(): Promise<readonly OutreachRow[]>;
  published(): Promise<readonly PublicOutreach[]>;
  /** The program a code leads to, from its first day on. */
  programOf(code: string, on: CivilDate): Promise<string | undefined>;
}
