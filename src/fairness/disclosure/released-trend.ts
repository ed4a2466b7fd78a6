/**
 * Rates of each group year by year, as the releases show them, and whether a whole year is worse than the one before.
 * Everything here follows from counts that are shown; a year that is withheld says nothing, and is compared with none.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Interval, wilson } from '../../numerics/tables/intervals.ts';
import { type YearCompared, yearOverYear } from '../trend/year-over-year.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';
import type { MeasuredOutcomes, ProtectedRow } from './published.ts';
import { type Release, standingOutcomes } from './release.ts';

export interface ShownYear {
  readonly succeeded: number;
  readonly total: number;
  /** Wilson's, 95 %. */
  readonly interval: Interval;
  /** Undefined for the first year, and where one of the two years is withheld or not over. */
  readonly compared: YearCompared | undefined;
  /** Set where the year stands as an earlier release showed it: the last day that is counted. */
  readonly countedUntil: CivilDate | undefined;
}

export interface MeasuredTrend {
  readonly years: readonly {
    readonly year: string;
    /** False while the year runs: it is compared when it is over. */
    readonly isOver: boolean;
  }[];
  readonly rows: readonly {
    readonly group: string;
    /** One entry a year. */
    readonly years: readonly (ShownYear | Withheld)[];
  }[];
  /** The group that the others are compared with, and how many told their group, over all years. */
  readonly reference: string | undefined;
  readonly response: MeasuredOutcomes['response'];
}

const FAMILY = 'year:';
const CONFIDENCE = 0.95;

/** Over all programs together: a year is not told apart by program. */
export function standingTrend(
  releases: Published<readonly Release[]>,
  of: { readonly kind: string; readonly dimension: string; readonly unstated: string },
): Published<MeasuredTrend> {
  const newest = releases.value.at(-1)?.outcomes;
  const table = newest?.tables.find(
    ({ kind, dimension }) => kind === of.kind && dimension === of.dimension,
  );
  if (newest === undefined || table === undefined) {
    return letThrough({ years: [], rows: [], reference: undefined, response: WITHHELD });
  }
  const all = standingOutcomes(releases, { ...of, part: undefined })?.value;
  const columns = table.parts
    .filter((part) => part.startsWith(FAMILY))
    .map((part) => ({
      year: part.slice(FAMILY.length),
      rows: rowsOf(standingOutcomes(releases, { ...of, part })),
    }));
  const wholeBy = (countedUntil: CivilDate, year: string): boolean =>
    `${year}-12-31` <= countedUntil;
  const groups = table.groups.map((group) => ({
    group,
    rows: columns.map(({ year, rows }) => {
      const row = rows.find((one) => one.group === group);
      return { row, isWhole: wholeBy(row?.countedUntil ?? newest.countedUntil, year) };
    }),
  }));
  const compared = yearOverYear(
    groups.map(({ group, rows }) => ({
      group,
      years: rows.map(({ row, isWhole }) => (isWhole ? countsIn(row) : undefined)),
    })),
  );
  return letThrough({
    reference: all?.outcomes.reference,
    response: all?.response ?? WITHHELD,
    years: columns.map(({ year }) => ({ year, isOver: wholeBy(newest.countedUntil, year) })),
    rows: groups.map(({ group, rows }, place) => ({
      group,
      years: rows.map(({ row }, year) => {
        const counts = countsIn(row);
        return counts === undefined
          ? WITHHELD
          : {
              ...counts,
              interval: wilson(counts.succeeded, counts.total, CONFIDENCE),
              compared: compared.ok ? compared.value[place]?.[year] : undefined,
              countedUntil: row?.countedUntil,
            };
      }),
    })),
  });
}

const rowsOf = (measured: Published<MeasuredOutcomes> | undefined): readonly ProtectedRow[] =>
  measured?.value.outcomes.rows ?? [];

const countsIn = (row: ProtectedRow | undefined) =>
  row === undefined || row.outcome === WITHHELD
    ? undefined
    : { succeeded: row.outcome.succeeded, total: row.outcome.total };
