/** The comparisons as one table for a spreadsheet: a row each, every digit, an empty cell where there is no number. */
import { csvText } from '../document/csv.ts';
import { type ImpactReport, numberOf, STATES, shown, stillNeeded } from './impact-report.ts';

const HEADINGS = [
  'group',
  'focal',
  'reference',
  'focalCount',
  'focalTotal',
  'referenceCount',
  'referenceTotal',
  'ratio',
  'ratioLow',
  'ratioHigh',
  'failRatio',
  'failRatioLow',
  'failRatioHigh',
  'difference',
  'differenceLow',
  'differenceHigh',
  'oddsRatio',
  'oddsRatioLow',
  'oddsRatioHigh',
  'fisher',
  'midP',
  'z',
  'verdict',
  'stillNeeded',
];

export function impactCsv({ analysis, group }: ImpactReport): string {
  const rows = analysis.comparisons.map((one) => {
    const estimates = [
      shown(one.successRatio),
      shown(one.failureRatio),
      shown({ ok: true, value: one.difference }),
      shown(one.oddsRatio),
    ];
    return [
      group,
      one.focal.group,
      one.reference.group,
      one.focal.succeeded,
      one.focal.total,
      one.reference.succeeded,
      one.reference.total,
      ...estimates.flatMap(({ value, low, high }) => [value, low, high]),
      one.fisherP,
      one.midP.minimumLikelihood,
      numberOf(one.effects.z),
      STATES[one.verdict.state],
      stillNeeded(one),
    ];
  });
  return csvText([HEADINGS, ...rows]);
}
