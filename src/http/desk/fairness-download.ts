/**
 * The figures of a fairness page as one long table, a figure a row, as CSV or JSON. Made of published values only; of a
 * group that is withheld every figure reads the same word as on the page, and the rows are the same as for any other.
 */
import { type Published, WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes, ProtectedRow } from '../../fairness/disclosure/published.ts';
import type { MeasuredDraws } from '../../fairness/disclosure/published-draws.ts';
import type { MeasuredItems, NamedGroup } from '../../fairness/disclosure/published-items.ts';
import type { MeasuredWaiting } from '../../fairness/disclosure/published-waits.ts';
import type { MeasuredFunnel } from '../../fairness/disclosure/released-funnel.ts';
import type { MeasuredTrend } from '../../fairness/disclosure/released-trend.ts';
import type { Estimate, OutcomeComparison } from '../../fairness/impact/compare-outcomes.ts';
import type { Verdict } from '../../fairness/impact/verdict.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { type CsvValue, csvText } from '../../reporting/document/csv.ts';
import {
  type FunnelFigures,
  type KindFigures,
  labelOf,
  type NamedDecider,
  referenceIn,
} from '../../web/pages/fairness/view.ts';
import type { Reply } from '../server/visit.ts';

const COLUMNS = [
  'measure',
  'of',
  'group',
  'comparedWith',
  'figure',
  'value',
  'low',
  'high',
  'verdict',
  'countedUntil',
] as const;

/** One figure. `of` is the year, the step, the question, the day; empty where the measure has none. */
export type DownloadRow = Readonly<Partial<Record<(typeof COLUMNS)[number], CsvValue>>>;

export interface Downloaded {
  readonly release: number;
  readonly countedUntil: CivilDate;
  readonly kind: string;
  readonly dimension: string;
  /** Empty: all programs together. */
  readonly program: string;
}

/** `format` is "csv" or "json". */
export function downloadOf(
  format: 'csv' | 'json',
  about: Downloaded,
  rows: readonly DownloadRow[],
): Reply {
  const name = ['fairness', about.kind, about.dimension, about.program, `release-${about.release}`]
    .filter((part) => part !== '')
    .join('-');
  const headers = { 'content-disposition': `attachment; filename="${name}.${format}"` };
  if (format === 'json') {
    const bytes = `${JSON.stringify({ ...about, figures: rows.map(wholeRow) }, undefined, 2)}\n`;
    return { kind: 'bytes', type: 'application/json; charset=utf-8', bytes, headers };
  }
  const { release, countedUntil, ...rest } = about;
  const first = { ...rest, release };
  const bytes = csvText([
    [...Object.keys(first), ...COLUMNS],
    ...rows.map((row) => {
      const whole = { ...row, countedUntil: row.countedUntil ?? countedUntil };
      return [...Object.values(first), ...COLUMNS.map((column) => whole[column])];
    }),
  ]);
  return { kind: 'bytes', type: 'text/csv; charset=utf-8', bytes, headers };
}

const wholeRow = (row: DownloadRow) =>
  Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? null]));

export function kindRows(
  figures: KindFigures,
  trend: Published<MeasuredTrend>,
  deciders: readonly NamedDecider[],
): readonly DownloadRow[] {
  const { groups, outcomes, waiting, items } = figures;
  return [
    ...outcomeRows('outcome', groups, outcomes.value),
    ...(waiting === undefined ? [] : waitingRows(groups, waiting.value)),
    ...trendRows(groups, trend.value),
    ...items.flatMap(({ value }) => itemRows(groups, value)),
    ...deciders.flatMap(deciderRows),
    ...(figures.draws === undefined ? [] : drawRows(groups, figures.draws.value)),
  ];
}

const DRAWN = ['in-pool', 'drawn', 'expected', 'chance'] as const;

const drawRows = (groups: readonly NamedGroup[], { rows }: MeasuredDraws): readonly DownloadRow[] =>
  rows.flatMap(({ group, draw, countedUntil }) => {
    const figures =
      draw === WITHHELD ? undefined : [draw.inPool, draw.drawn, draw.expected, draw.band];
    return DRAWN.map((figure, place) => ({
      ...{ measure: 'drawn', group: labelOf(groups, group), figure, countedUntil },
      value: figures === undefined ? WITHHELD : figures[place],
      verdict: figure === 'chance' ? (draw === WITHHELD ? WITHHELD : draw.state) : undefined,
    }));
  });

export const funnelRows = ({ groups, funnel, branches }: FunnelFigures): readonly DownloadRow[] => [
  ...funnel.value.steps.flatMap(({ step, table }) => outcomeRows(step, groups, table)),
  ...branches.flatMap(({ step, table }) => outcomeRows(step, groups, table.value)),
  ...wholeWayRows(groups, funnel.value),
];

export function outcomeRows(
  measure: string,
  groups: readonly NamedGroup[],
  { outcomes, response }: MeasuredOutcomes,
): readonly DownloadRow[] {
  const { rows, total } = outcomes;
  const reference = referenceIn(outcomes);
  const told = response === WITHHELD ? undefined : response;
  return [
    { measure, figure: 'told-their-group', value: told?.told ?? WITHHELD },
    { measure, figure: 'told-their-group-at-least', value: told?.atLeast ?? WITHHELD },
    { measure, figure: 'succeeded', value: total === WITHHELD ? WITHHELD : total.succeeded },
    { measure, figure: 'total', value: total === WITHHELD ? WITHHELD : total.total },
    ...rows.flatMap((row) =>
      groupRows(row).map((figure) => ({
        measure,
        group: labelOf(groups, row.group),
        comparedWith: row.group === reference ? undefined : labelOf(groups, reference),
        countedUntil: row.countedUntil,
        ...figure,
      })),
    ),
  ];
}

const COMPARED = ['success-ratio', 'failure-ratio', 'difference', 'odds-ratio', 'raised-p'];
const COUNTED = ['succeeded', 'total'];

const withheld = (figures: readonly string[]): readonly DownloadRow[] =>
  figures.map((figure) => ({ figure, value: WITHHELD }));

function groupRows({ outcome }: ProtectedRow): readonly DownloadRow[] {
  if (outcome === WITHHELD) {
    return withheld([...COUNTED, ...COMPARED]);
  }
  const { succeeded, total, comparison } = outcome;
  return [
    { figure: 'succeeded', value: succeeded },
    { figure: 'total', value: total },
    ...(comparison === undefined
      ? []
      : [
          ...comparedRows(comparison, comparison.verdict),
          { figure: 'raised-p', value: comparison.raisedP },
        ]),
  ];
}

function comparedRows(
  { successRatio, failureRatio, difference, oddsRatio }: OutcomeComparison,
  verdict?: Verdict,
): readonly DownloadRow[] {
  return [
    { figure: 'success-ratio', ...estimated(successRatio), verdict: verdict?.state },
    { figure: 'failure-ratio', ...estimated(failureRatio) },
    { figure: 'difference', ...estimated({ ok: true, value: difference }) },
    { figure: 'odds-ratio', ...estimated(oddsRatio) },
  ];
}

function estimated(estimate: Result<Estimate, 'undefined'>): DownloadRow {
  if (!estimate.ok) {
    return {};
  }
  const { value, interval } = estimate.value;
  return interval.ok ? { value, low: interval.value.low, high: interval.value.high } : { value };
}

const WAITED = ['decided', 'mean-days', 'half-answered-by-day', 'days-longer'];

export const waitingRows = (
  groups: readonly NamedGroup[],
  { rows, reference }: MeasuredWaiting,
): readonly DownloadRow[] =>
  rows.flatMap(({ group, waiting, countedUntil }) =>
    (waiting === WITHHELD
      ? withheld(WAITED)
      : [
          { figure: 'decided', value: waiting.decided },
          { figure: 'mean-days', value: waiting.meanDays },
          { figure: 'half-answered-by-day', value: waiting.medianDays },
          ...(waiting.comparison === undefined
            ? []
            : [
                {
                  figure: 'days-longer',
                  value: waiting.comparison.days,
                  low: waiting.comparison.low,
                  high: waiting.comparison.high,
                  verdict: waiting.comparison.verdict.state,
                },
              ]),
          ...waiting.curve.map(({ day, share, ends }) => ({
            of: `day ${day}`,
            figure: 'still-waiting',
            value: share,
            low: ends?.low,
            high: ends?.high,
          })),
        ]
    ).map((figure: DownloadRow) => ({
      measure: 'waiting',
      group: labelOf(groups, group),
      comparedWith: group === reference ? undefined : labelOf(groups, reference),
      countedUntil,
      ...figure,
    })),
  );

export const trendRows = (
  groups: readonly NamedGroup[],
  { years, rows }: MeasuredTrend,
): readonly DownloadRow[] =>
  rows.flatMap(({ group, years: own }) =>
    own.flatMap((year, place) =>
      (year === WITHHELD
        ? withheld([...COUNTED, 'rate'])
        : [
            { figure: 'succeeded', value: year.succeeded },
            { figure: 'total', value: year.total },
            {
              figure: 'rate',
              value: year.succeeded / year.total,
              ...year.interval,
              verdict: year.compared?.state,
            },
          ]
      ).map((figure: DownloadRow) => ({
        measure: 'year',
        of: years[place]?.year,
        group: labelOf(groups, group),
        countedUntil: year === WITHHELD ? undefined : year.countedUntil,
        ...figure,
      })),
    ),
  );

const itemRows = (
  groups: readonly NamedGroup[],
  forms: readonly MeasuredItems[],
): readonly DownloadRow[] =>
  forms.flatMap(({ program, reference, compared }) =>
    compared.flatMap(({ focal, items, countedUntil }) =>
      items.map(({ item, figures }) => ({
        measure: 'question',
        of: `${program} ${item}`,
        group: labelOf(groups, focal.id),
        comparedWith: labelOf(groups, reference?.id),
        figure: 'delta',
        countedUntil,
        ...(figures === WITHHELD
          ? { value: WITHHELD }
          : {
              value: figures.delta,
              low: figures.delta - HALF_WIDTH * figures.deltaError,
              high: figures.delta + HALF_WIDTH * figures.deltaError,
              verdict: `${figures.letter}${figures.standsOut ? ', stands out' : ''}`,
            }),
      })),
    ),
  );

/** 95 %. */
const HALF_WIDTH = 1.96;

const deciderRows = ({ name, severity }: NamedDecider): readonly DownloadRow[] =>
  (severity === undefined
    ? withheld([...COUNTED, ...COMPARED])
    : [
        { figure: 'succeeded', value: severity.comparison.focal.succeeded },
        { figure: 'total', value: severity.comparison.focal.total },
        ...comparedRows(severity.comparison, severity.verdict),
        { figure: 'raised-p', value: severity.raisedP },
      ]
  ).map((figure: DownloadRow) => ({
    measure: 'decider',
    group: name,
    comparedWith: 'the others',
    ...figure,
  }));

const wholeWayRows = (
  groups: readonly NamedGroup[],
  { steps, wholeWay }: MeasuredFunnel,
): readonly DownloadRow[] =>
  wholeWay.flatMap(({ group, people, comparison, countedUntil }) =>
    [
      ...people.map((value, place) => ({
        of: steps[place - 1]?.step ?? 'applied',
        figure: 'people',
        value,
      })),
      ...(comparison === undefined
        ? []
        : [{ figure: 'success-ratio', ...estimated(comparison.successRatio) }]),
    ].map((figure: DownloadRow) => ({
      measure: 'whole-way',
      group: labelOf(groups, group),
      comparedWith:
        comparison === undefined ? undefined : labelOf(groups, comparison.reference.group),
      countedUntil,
      ...figure,
    })),
  );
