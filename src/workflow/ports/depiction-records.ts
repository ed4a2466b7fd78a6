/** The records of whom the items show and who is served. Types only. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { DepictingItem, Served } from '../../psychometrics/depictions/depictions.ts';

export interface DepictedRow {
  readonly id: string;
  readonly program: string;
  readonly served: readonly Served[];
  readonly items: readonly DepictingItem[];
  /** Where the figures of those who are served come from. */
  readonly source: string;
  readonly onDay: CivilDate;
}

export interface DepictionRecords {
  /** Each form of a program with its items, by id alone. */
  itemsOfForms(
    program: string,
  ): Promise<readonly { readonly form: string; readonly items: readonly string[] }[]>;
  keep(row: DepictedRow): Promise<void>;
  /** What was kept last; undefined where nothing was. */
  newest(program: string): Promise<DepictedRow | undefined>;
}
