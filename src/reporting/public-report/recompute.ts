/**
 * Works out anew, from the published counts alone and with the code that made it, every figure of a report that follows
 * from them: shares, ratios, differences, odds, intervals, p-values and verdicts, response rates, and the sums that tie
 * tables to one another. Each stands beside what was published.
 *
 * A figure agrees where it differs by less than a billionth of itself: processors may round the last digit otherwise.
 */
import { groupOutcomes } from '../../fairness/impact/group-outcomes.ts';
import { asJson } from '../../kernel/bytes/as-json.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, member } from '../../kernel/bytes/json-members.ts';
import { reportedOutcome } from './figures.ts';
import { ALL_PARTS } from './public-report.ts';
import { countsIn, type ReportRead, type RowRead, type TableRead } from './read-report.ts';

export interface Recomputed {
  readonly group: string;
  /** Such as "comparison.ratio.low". */
  readonly figure: string;
  readonly published: Json;
  readonly workedOut: Json;
  readonly agrees: boolean;
}

export interface RecomputedTable {
  readonly kind: string;
  readonly dimension: string;
  readonly part: string;
  readonly figures: readonly Recomputed[];
}

/** In the order of the report. */
export const recomputed = (report: ReportRead): readonly RecomputedTable[] =>
  report.tables.map((table) => ({
    kind: table.kind,
    dimension: table.dimension,
    part: table.part,
    figures: [...rowFigures(table), ...tableFigures(report, table), ...sums(report, table)],
  }));

function rowFigures({ rows, compareWith, reference }: TableRead): readonly Recomputed[] {
  const shown = rows.flatMap(({ counts }) => (counts === undefined ? [] : [counts]));
  const named = shown.some(({ group }) => group === compareWith) ? compareWith : undefined;
  const found = groupOutcomes(shown, named);
  return [
    ...leaves('', 'reference', reference, found.reference.ok ? found.reference.value : null),
    ...rows.flatMap(({ group, counts, published }) => {
      const rate = found.groups.find((one) => one.group === group);
      const comparison = found.comparisons.find(({ focal }) => focal.group === group);
      return counts === undefined || rate === undefined
        ? []
        : leaves(group, '', published, asJson(reportedOutcome(rate, comparison)));
    }),
  ];
}

/** How many told, and whether the rows add up to the total where every one of them is shown. */
function tableFigures(report: ReportRead, { rows, total, response }: TableRead) {
  const all = countsIn('', total);
  if (all === undefined) {
    return [];
  }
  const silent = rows.find(({ group }) => group === report.unstated)?.counts;
  const shown = rows.flatMap(({ counts }) => (counts === undefined ? [] : [counts]));
  const sum = (of: 'succeeded' | 'total'): number =>
    shown.reduce((whole, counts) => whole + counts[of], 0);
  const told =
    silent === undefined
      ? { told: sum('total'), all: all.total, atLeast: true }
      : { told: all.total - silent.total, all: all.total, atLeast: false };
  const isWhole = shown.length === rows.length;
  return [
    ...leaves('', 'response', response, told),
    ...(isWhole
      ? leaves('', 'total', total, { succeeded: sum('succeeded'), total: sum('total') })
      : []),
  ];
}

/** Programs add up to all together, years too; and whoever came through one step stands before the next. */
function sums(report: ReportRead, table: TableRead): readonly Recomputed[] {
  const beside = (part: string, kind = table.kind): TableRead | undefined =>
    report.tables.find(
      (one) => one.kind === kind && one.dimension === table.dimension && one.part === part,
    );
  const before = report.ways.flatMap((way) => way[way.indexOf(table.kind) - 1] ?? [])[0];
  const step = before === undefined ? undefined : beside(table.part, before);
  const followed = table.rows.flatMap(({ group, counts }) => {
    const came = step === undefined ? undefined : rowOf(step, group)?.counts;
    return counts === undefined || came === undefined
      ? []
      : leaves(group, 'came through the step before', counts.total, came.succeeded);
  });
  return table.part === ALL_PARTS ? [...followed, ...sumsOfParts(report, table)] : followed;
}

function sumsOfParts(report: ReportRead, table: TableRead): readonly Recomputed[] {
  const parts = report.tables.filter(
    ({ kind, dimension, part }) =>
      kind === table.kind && dimension === table.dimension && part !== ALL_PARTS,
  );
  const families = [...new Set(parts.map(({ part }) => part.split(':')[0] ?? part))];
  return families.flatMap((family) =>
    table.rows.flatMap(({ group, counts }) => {
      const own = parts
        .filter(({ part }) => part.startsWith(`${family}:`))
        .map((part) => rowOf(part, group)?.counts);
      const isWhole = own.every((one) => one !== undefined);
      return counts === undefined || !isWhole
        ? []
        : (['succeeded', 'total'] as const).flatMap((of) =>
            leaves(
              group,
              `${of}, added up by ${family}`,
              counts[of],
              own.reduce((whole, one) => whole + (one?.[of] ?? 0), 0),
            ),
          );
    }),
  );
}

const rowOf = ({ rows }: TableRead, group: string): RowRead | undefined =>
  rows.find((row) => row.group === group);

/** Every number and word inside two values, side by side. */
function leaves(
  group: string,
  figure: string,
  published: Json | undefined,
  workedOut: Json | undefined,
): readonly Recomputed[] {
  if (isJsonObject(published) && isJsonObject(workedOut)) {
    const names = [...new Set([...Object.keys(workedOut), ...Object.keys(published)])];
    return names.flatMap((name) =>
      leaves(
        group,
        figure === '' ? name : `${figure}.${name}`,
        member(published, name),
        member(workedOut, name),
      ),
    );
  }
  const [one, other] = [published ?? null, workedOut ?? null];
  return [{ group, figure, published: one, workedOut: other, agrees: isAlike(one, other) }];
}

const NEARLY = 1e-9;

function isAlike(one: Json, other: Json): boolean {
  return typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= NEARLY * Math.max(Math.abs(one), Math.abs(other))
    : one === other;
}
