/**
 * The report as one table in long form, one number a row, for read.csv: which table and row of the result the number
 * belongs to, its name, its value with every digit, or the reason why there is none. Text stands in its own column, so
 * that `value` is numeric in R.
 */
import { type CsvValue, csvText } from '../document/csv.ts';
import type { DifRow, Reasons, TechnicalReport } from './report.ts';

const HEADER = [
  'table',
  'id',
  'method',
  'group',
  'focal',
  'reference',
  'measure',
  'value',
  'text',
  'reason',
];

type Row = readonly CsvValue[];

interface Place {
  readonly table: string;
  readonly id?: string;
  readonly method?: string;
  readonly group?: string;
  readonly focal?: string;
  readonly reference?: string;
}

export function asCsv(report: TechnicalReport): string {
  const { sample, form, scores, reliability, calibration } = report;
  const rows = [
    ...rowsOf({ table: 'sample' }, sample),
    ...rowsOf({ table: 'settings' }, report.settings),
    ...report.missingRules.flatMap((rule) => rowsOf({ table: 'missing', id: rule.kind }, rule)),
    ...rowsOf({ table: 'form' }, form),
    ...rowsOf({ table: 'scores' }, scores),
    ...scores.distribution.flatMap((one) =>
      rowsOf({ table: 'distribution', id: String(one.score) }, { people: one.people }),
    ),
    ...rowsOf({ table: 'reliability' }, reliability),
    ...reliability.domains.flatMap((one) => rowsOf({ table: 'domains', id: one.name }, one)),
    ...reliability.conditional.flatMap(({ score, ...errors }) =>
      rowsOf({ table: 'conditional', id: String(score) }, errors),
    ),
    ...rowsOf({ table: 'speed' }, report.speed),
    ...report.decision.flatMap((one) => rowsOf({ table: 'decision', method: one.method }, one)),
    ...report.items.flatMap((item) => [
      ...rowsOf({ table: 'items', id: item.id }, item),
      ...item.flags.map((flag) =>
        written({ table: 'flags', id: item.id }, flag.kind, undefined, flag.because, undefined),
      ),
    ]),
    ...report.options.flatMap((option) =>
      rowsOf({ table: 'options', id: `${option.item}:${option.option}` }, option),
    ),
    ...(calibration === null ? [] : rowsOf({ table: 'calibration' }, calibration)),
    ...(calibration?.information ?? []).flatMap(({ ability, ...precision }) =>
      rowsOf({ table: 'information', id: String(ability) }, precision),
    ),
    ...(calibration?.items ?? []).flatMap((item) =>
      rowsOf({ table: 'calibration', id: item.id }, item),
    ),
    ...(calibration?.fit === undefined ? [] : rowsOf({ table: 'fit' }, calibration.fit)),
    ...(calibration?.personFit === undefined
      ? []
      : rowsOf({ table: 'personFit' }, calibration.personFit)),
    ...report.comparisons.flatMap(comparisonRows),
    ...report.covariates.flatMap((one) => rowsOf({ table: 'covariates', group: one.column }, one)),
    ...report.windows.flatMap((one) => [
      ...rowsOf(
        { table: 'windows', group: one.column, focal: one.after, reference: one.before },
        one,
      ),
      ...one.items.flatMap((item) =>
        rowsOf(
          {
            table: 'drift',
            id: item.id,
            group: one.column,
            focal: one.after,
            reference: one.before,
          },
          item,
        ),
      ),
    ]),
    ...report.dif.flatMap(difRows),
    ...Object.entries(report.reasons).map(([name, because]) =>
      written({ table: 'report' }, name, undefined, undefined, because),
    ),
  ];
  return csvText([HEADER, ...rows]);
}

function comparisonRows(comparison: TechnicalReport['comparisons'][number]): readonly Row[] {
  const { group, focal, reference, flips } = comparison;
  const place = { table: 'comparisons', group, focal: focal.name, reference: reference.name };
  const { reasons } = comparison;
  return [
    ...rowsOf(place, comparison),
    ...rowsOf(
      { ...place, table: 'groups', id: focal.name },
      { ...focal, reasons: { ...reasons, ...focal.reasons } },
    ),
    ...rowsOf(
      { ...place, table: 'groups', id: reference.name },
      { ...reference, reasons: { ...reasons, ...reference.reasons } },
    ),
    ...rowsOf({ ...place, table: 'flips' }, flips),
  ];
}

function difRows(row: DifRow): readonly Row[] {
  const { item, method, group, focal, reference, detail, ...rest } = row;
  const place = { table: 'dif', id: item, method, group, focal, reference };
  return [...rowsOf(place, rest), ...rowsOf(place, detail)];
}

/** Every number, text, truth and null of an object, one row each; lists and objects have rows of their own. */
function rowsOf(place: Place, facts: object): readonly Row[] {
  const reasons: Reasons = reasonsOf(facts);
  return Object.entries(facts).flatMap(([name, value]: [string, unknown]) => {
    if (name === 'id' || name === 'reasons') {
      return [];
    }
    if (name === 'se' && typeof value === 'object' && value !== null) {
      return Object.entries(value).map(([parameter, error]: [string, unknown]) =>
        written(place, `se.${parameter}`, error, undefined, reasons[`se.${parameter}`]),
      );
    }
    if (name === 'd' && Array.isArray(value)) {
      return value.map((one: unknown, step) =>
        written(place, `d${step + 1}`, one, undefined, undefined),
      );
    }
    if (typeof value === 'string') {
      return [written(place, name, undefined, value, undefined)];
    }
    return typeof value === 'number' || typeof value === 'boolean' || value === null
      ? [written(place, name, value ?? undefined, undefined, reasons[name])]
      : [];
  });
}

const reasonsOf = (facts: object): Reasons =>
  'reasons' in facts && typeof facts.reasons === 'object' && facts.reasons !== null
    ? Object.fromEntries(
        Object.entries(facts.reasons).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string',
        ),
      )
    : {};

function written(
  { table, id, method, group, focal, reference }: Place,
  measure: string,
  value: unknown,
  text: string | undefined,
  reason: string | undefined,
): Row {
  const number =
    typeof value === 'boolean' ? Number(value) : typeof value === 'number' ? value : undefined;
  return [table, id, method, group, focal, reference, measure, number, text, reason];
}
