/** The report for a spreadsheet: one row a group, table by table, with its waiting times; what is withheld says so. */
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import { type CsvValue, csvText } from '../document/csv.ts';
import type {
  Figure,
  PublicReport,
  ReportedRow,
  ReportedTable,
  ReportedWait,
} from './public-report.ts';

const OUTCOME = [
  'succeeded',
  'total',
  ...['rate', 'ratio', 'fail ratio', 'difference', 'odds ratio'].flatMap((name) => [
    name,
    `${name} low`,
    `${name} high`,
  ]),
  'fisher',
  'mid-p',
  'raised p',
  'verdict',
  'still needed',
];
const WAIT = [
  'mean days',
  'median days',
  'days longer',
  'days longer low',
  'days longer high',
  'waiting verdict',
  'waiting still needed',
];
const PLACE = ['kind', 'dimension', 'part', 'group', 'compared with'];

export const reportCsv = (report: PublicReport): string =>
  csvText([
    [...PLACE, ...OUTCOME, ...WAIT],
    ...report.tables.flatMap((table) =>
      table.rows.map((row) => [
        table.kind,
        table.dimension,
        table.part,
        row.group,
        table.reference ?? '',
        ...outcomeCells(row),
        ...waitCells(waitOf(report, table, row.group)),
      ]),
    ),
  ]);

function outcomeCells({ outcome }: ReportedRow): readonly CsvValue[] {
  if (outcome === WITHHELD) {
    return OUTCOME.map(() => WITHHELD);
  }
  const { succeeded, total, rate, comparison } = outcome;
  return [
    succeeded,
    total,
    ...ends(rate),
    ...(comparison === null
      ? OUTCOME.slice(5).map(() => null)
      : [
          ...[
            comparison.ratio,
            comparison.failRatio,
            comparison.difference,
            comparison.oddsRatio,
          ].flatMap(ends),
          comparison.fisher,
          comparison.midP,
          comparison.raisedP,
          comparison.verdict.state,
          comparison.verdict.stillNeeded,
        ]),
  ];
}

const ends = ({ value, low, high }: Figure): readonly CsvValue[] => [value, low, high];

const waitOf = (report: PublicReport, of: ReportedTable, group: string) =>
  report.waiting
    .find(
      ({ kind, dimension, part }) =>
        kind === of.kind && dimension === of.dimension && part === of.part,
    )
    ?.rows.find((row) => row.group === group)?.waiting;

function waitCells(wait: ReportedWait | typeof WITHHELD | undefined): readonly CsvValue[] {
  if (wait === undefined || wait === WITHHELD) {
    return WAIT.map(() => wait ?? null);
  }
  const { meanDays, medianDays, comparison } = wait;
  return [
    meanDays,
    medianDays,
    comparison?.days,
    comparison?.low,
    comparison?.high,
    comparison?.verdict.state,
    comparison?.verdict.stillNeeded,
  ];
}
