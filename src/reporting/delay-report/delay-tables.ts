/** The tables of the delay report as words: what Markdown and HTML both show. */

import { shareWaiting } from '../../fairness/delay/waiting.ts';
import { at } from '../../kernel/result/at.ts';
import { type DelayReport, daysShown } from './delay-report.ts';
import { percentOf, pWords, reasonOr, verdictSentence } from './delay-words.ts';

export interface WordTable {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function delayTables(report: DelayReport): readonly WordTable[] {
  return [
    groupTable(report),
    ...(report.promisedDays === undefined ? [] : [backlogTable(report, report.promisedDays)]),
    curveTable(report),
    comparisonTable(report),
  ];
}

const groupTable = ({ groups, horizonDays }: DelayReport): WordTable => ({
  caption: 'Waiting by group, in days',
  heads: ['Group', 'Matters', 'Answered', 'Open', 'Median (95 %)', `Mean up to day ${horizonDays}`],
  rows: groups.map(({ group, matters, answered, open, median, medianEnds, mean }) => [
    group,
    matters.toLocaleString('en-US'),
    answered.toLocaleString('en-US'),
    open.toLocaleString('en-US'),
    median === undefined
      ? 'not reached'
      : `${median} (${medianEnds.low ?? '?'} to ${medianEnds.high ?? 'not reached'})`,
    reasonOr(mean, ({ days }) => days.toFixed(1)),
  ]),
});

function backlogTable({ groups }: DelayReport, promisedDays: number): WordTable {
  const [first] = groups.flatMap(({ backlog }) => (backlog?.ok ? [backlog.value.bands] : []));
  const bands = first ?? [];
  const bandName = (place: number): string => {
    const end = bands[place + 1]?.fromDays;
    const from = at(bands, place).fromDays;
    return end === undefined ? `${from} days and more` : `${from} to ${end - 1} days`;
  };
  return {
    caption: `Open matters by age, and matters not answered within ${promisedDays} days`,
    heads: [
      'Group',
      ...bands.map((_, place) => `Open ${bandName(place)}`),
      'Oldest open',
      'Open past the promise',
      'Late, of all due (95 %)',
    ],
    rows: groups.flatMap(({ group, backlog }) =>
      backlog?.ok
        ? [
            [
              group,
              ...backlog.value.bands.map(({ open }) => String(open)),
              backlog.value.oldestDays === undefined ? 'none' : `${backlog.value.oldestDays} days`,
              String(backlog.value.openPastPromise),
              backlog.value.late === undefined
                ? 'nothing due yet'
                : `${percentOf(backlog.value.late.share)} (${percentOf(backlog.value.late.low)} to ${percentOf(backlog.value.late.high)})`,
            ],
          ]
        : [],
    ),
  };
}

function curveTable(report: DelayReport): WordTable {
  const shown = daysShown(report);
  return {
    caption: 'Share still waiting after a day',
    heads: ['Group', ...shown.map((day) => `Day ${day}`)],
    rows: report.groups.map(({ group, curve }) => [
      group,
      ...shown.map((day) => percentOf(shareWaiting(curve, day))),
    ]),
  };
}

const comparisonTable = (report: DelayReport): WordTable => ({
  caption: `Each group compared with "${report.reference}"`,
  heads: [
    'Group',
    'Verdict',
    'Days longer (95 %)',
    'Speed of answers, ratio (95 %)',
    'Is the ratio constant?',
    'Log-rank p, raised',
    'Answers per open day, ratio (95 %)',
  ],
  rows: report.comparisons.map((one) => [
    one.focal,
    verdictSentence(one),
    reasonOr(one.difference, ({ days, low, high }) => ends(days, low, high, 1)),
    reasonOr(one.hazard, ({ ratio, low, high }) => ends(ratio, low, high, 2)),
    reasonOr(one.constant, ({ pValue }) =>
      pValue < 0.05
        ? `no: it changes with time (p ${pWords(pValue)})`
        : `nothing against it (p ${pWords(pValue)})`,
    ),
    one.raisedP === undefined ? reasonOr(one.logRank, () => '') : pWords(one.raisedP),
    reasonOr(one.rate, ({ ratio, low, high }) => ends(ratio, low, high, 2)),
  ]),
});

const ends = (value: number, low: number, high: number, digits: number): string =>
  `${value.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
