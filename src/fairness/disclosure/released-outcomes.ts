/**
 * A release: tables of outcomes of all kinds, dimensions and parts, protected together and against every earlier release
 * by linear programs, with the proof beside them. A table that a page shows is read out of the releases here.
 *
 * A row that a release withholds and an earlier one showed stays as it was shown, with its day: it is public already.
 * That happens where so few came since that the new number would tell how it went for them.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import type { CannotConceal } from './conceal.ts';
import { letThrough, type Published, WITHHELD } from './gate.ts';
import { RULES } from './linked-tables.ts';
import { ALL, countIn, layoutOf, type OutcomeTables, outcomeCells } from './outcome-cells.ts';
import { protectInBlocks } from './protect-in-blocks.ts';
import {
  type MeasuredOutcomes,
  type ProtectedOutcomes,
  type ProtectedRow,
  type Response,
  shownTable,
} from './published.ts';
import type { EarlierRelease } from './releases.ts';

/** What the attacker found nothing against. */
export interface ReleaseProof {
  readonly smallest: number;
  readonly possibleValues: number;
  readonly numbers: number;
  readonly withheld: number;
  readonly viewers: number;
  readonly programs: number;
  /** The earlier releases held against it, by number. */
  readonly earlier: readonly number[];
}

export interface ReleasedTables {
  readonly kind: string;
  readonly dimension: string;
  readonly groups: readonly string[];
  /** Without `all`. */
  readonly parts: readonly string[];
  /** The group that others are compared with, chosen by size. */
  readonly reference: string | undefined;
}

export interface ReleasedOutcomes {
  readonly number: number;
  readonly countedUntil: CivilDate;
  readonly tables: readonly ReleasedTables[];
  /** Every number by the name of its cell; null where it is withheld. */
  readonly numbers: Readonly<Record<string, number | null>>;
  readonly proof: ReleaseProof;
}

export interface TablesToRelease extends OutcomeTables {
  readonly reference: string | undefined;
}

/** `earlier` from the oldest to the newest. Refused where no choice of numbers to withhold keeps the promise. */
export function protectRelease(
  solver: Solver,
  release: { readonly number: number; readonly countedUntil: CivilDate },
  tables: readonly TablesToRelease[],
  earlier: readonly ReleasedOutcomes[],
): Result<Published<ReleasedOutcomes>, CannotConceal> {
  const cells = outcomeCells(tables, RULES);
  const found = protectInBlocks(solver, cells, earlier.map(asEarlier), layoutOf(tables));
  if (!found.ok) {
    return found;
  }
  const { withheld, viewers, programs } = found.value;
  const numbers = cells.cells.map(({ id, value }): [string, number | null] => [
    id,
    withheld.has(id) ? null : (value ?? null),
  ]);
  return success(
    letThrough({
      ...release,
      tables: tables.map(({ kind, dimension, groups, parts, reference }) => ({
        kind,
        dimension,
        groups,
        parts: parts.map(({ part }) => part),
        reference,
      })),
      numbers: Object.fromEntries(numbers),
      proof: {
        smallest: RULES.smallest,
        possibleValues: RULES.values,
        numbers: numbers.length,
        withheld: numbers.filter(([, value]) => value === null).length,
        viewers,
        programs,
        earlier: earlier.map(({ number }) => number),
      },
    }),
  );
}

const asEarlier = ({ number, numbers }: ReleasedOutcomes): EarlierRelease => ({
  name: `release ${number}`,
  numbers: new Map(Object.entries(numbers).map(([id, value]) => [id, value ?? undefined])),
});

export interface TableOf {
  readonly kind: string;
  readonly dimension: string;
  /** Undefined: all parts together. */
  readonly part: string | undefined;
  /** The group of those who told nothing. */
  readonly unstated: string;
}

/** One table of one release, as it was drawn. Undefined where the release has none of that kind or dimension. */
export function tableOfRelease(
  { value: release }: Published<ReleasedOutcomes>,
  of: TableOf,
): Published<MeasuredOutcomes> | undefined {
  const table = tableIn(release, of);
  return table === undefined ? undefined : letThrough(table);
}

/**
 * The table of the newest of several releases (from the oldest to the newest); rows it withholds stand as an earlier one
 * showed them, with the day up to which that one counted.
 */
export function standingTable(
  { value: releases }: Published<readonly ReleasedOutcomes[]>,
  of: TableOf,
): Published<MeasuredOutcomes> | undefined {
  const newest = releases.at(-1);
  const table = newest === undefined ? undefined : tableIn(newest, of);
  if (table === undefined) {
    return undefined;
  }
  const before = releases.slice(0, -1).toReversed();
  const rows = table.outcomes.rows.map((row) =>
    row.outcome === WITHHELD ? (lastShown(before, of, row.group) ?? row) : row,
  );
  return letThrough({ ...table, outcomes: { ...table.outcomes, rows } });
}

/** A table that no release has reads as one in which every group is small. */
export const nothingShown = (groups: readonly string[]): Published<MeasuredOutcomes> =>
  letThrough({
    outcomes: {
      rows: groups.map((group) => ({ group, outcome: WITHHELD })),
      total: WITHHELD,
      reference: undefined,
      noReference: undefined,
    },
    response: WITHHELD,
  });

function lastShown(
  releases: readonly ReleasedOutcomes[],
  of: TableOf,
  group: string,
): ProtectedRow | undefined {
  for (const release of releases) {
    const row = tableIn(release, of)?.outcomes.rows.find((one) => one.group === group);
    if (row !== undefined && row.outcome !== WITHHELD) {
      return { ...row, countedUntil: release.countedUntil };
    }
  }
  return undefined;
}

/** A release never changes, and a page of all kinds compares more groups than it should wait for each time. */
const compared = new WeakMap<ReleasedOutcomes, Map<string, MeasuredOutcomes | undefined>>();
function tableIn(release: ReleasedOutcomes, of: TableOf): MeasuredOutcomes | undefined {
  const tables = compared.get(release) ?? new Map<string, MeasuredOutcomes | undefined>();
  compared.set(release, tables);
  const key = JSON.stringify([of.kind, of.dimension, of.part ?? ALL, of.unstated]);
  if (!tables.has(key)) {
    tables.set(key, workedOut(release, of));
  }
  return tables.get(key);
}

function workedOut(release: ReleasedOutcomes, of: TableOf): MeasuredOutcomes | undefined {
  const { kind, dimension, part = ALL, unstated } = of;
  const found = release.tables.find((one) => one.kind === kind && one.dimension === dimension);
  if (found === undefined || (part !== ALL && !found.parts.includes(part))) {
    return undefined;
  }
  const numbers = numbersOf(release);
  const countOf = (group: string | undefined) => countIn(numbers, { kind, dimension, part, group });
  const rows = found.groups.map((group) => {
    const count = countOf(group);
    return { group, count: count === undefined ? undefined : { ...count, group } };
  });
  const outcomes = shownTable(rows, countOf(undefined), found.reference);
  const all = countOf(undefined);
  return {
    outcomes,
    response: all === undefined ? WITHHELD : responseIn(outcomes, all.total, unstated),
  };
}

/** Where those who told nothing are withheld, those of the shown groups are fewer than told: no more follows from it. */
function responseIn({ rows }: ProtectedOutcomes, all: number, unstated: string): Response {
  const silent = rows.find(({ group }) => group === unstated)?.outcome ?? WITHHELD;
  if (silent !== WITHHELD) {
    return { told: all - silent.total, all, atLeast: false };
  }
  const told = rows.reduce(
    (sum, { outcome }) => sum + (outcome === WITHHELD ? 0 : outcome.total),
    0,
  );
  return { told, all, atLeast: true };
}

const read = new WeakMap<ReleasedOutcomes, ReadonlyMap<string, number | undefined>>();
function numbersOf(release: ReleasedOutcomes): ReadonlyMap<string, number | undefined> {
  const known = read.get(release) ?? asEarlier(release).numbers;
  read.set(release, known);
  return known;
}
