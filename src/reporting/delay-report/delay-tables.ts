/** The tables of the delay report, their numbers as words. */
import { shareWaiting } from '../../fairness/delay/waiting.ts';
import { at } from '../../kernel/result/at.ts';
import { left, right, type Table } from '../document/document.ts';
import { type DelayReport, daysShown } from './delay-report.ts';
import { percentOf, pWords, reasonOr, verdictSentence } from './delay-words.ts';

export const groupTable = ({ groups, horizonDays }: DelayReport): Table => ({
  caption: 'Waiting by group, in days',
  columns: [
    left('Group'),
    ...['Matters', 'Answered', 'Open', 'Median (95 %)', `Mean up to day ${horizonDays}`].map(right),
  ],
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

export function backlogTable({ groups }: DelayReport, promisedDays: number): Table {
  const [first] = groups.flatMap(({ backlog }) => (backlog?.ok ? [backlog.value.bands] : []));
  const bands = first ?? [];
  const bandName = (place: number): string => {
    const end = bands[place + 1]?.fromDays;
    const from = at(bands, place).fromDays;
    return end === undefined ? `${from} days and more` : `${from} to ${end - 1} days`;
  };
  return {
    caption: `Open matters by age, and matters not answered within ${promisedDays} days`,
    columns: [
      left('Group'),
      ...bands.map((_, place) => right(`Open ${bandName(place)}`)),
      ...['Oldest open', 'Open past the promise', 'Late, of all due (95 %)'].map(right),
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

export const endedTable = ({ groups, horizonDays }: DelayReport): Table => ({
  caption: `How matters had ended by day ${horizonDays}: of everybody, whoever withdrew counted apart`,
  columns: [left('Group'), ...['Withdrawn', 'Share answered', 'Share withdrawn'].map(right)],
  rows: groups.flatMap(({ group, ended }) =>
    ended === undefined
      ? []
      : [
          [
            group,
            reasonOr(ended, ({ withdrawals }) => withdrawals.toLocaleString('en-US')),
            reasonOr(ended, (one) => withError(one.answered, one.answeredError)),
            reasonOr(ended, (one) => withError(one.withdrawn, one.withdrawnError)),
          ],
        ],
  ),
});

/** With its 95 % interval, which ends at 0 and 1. */
const withError = (share: number, error: number): string =>
  `${percentOf(share)} (${percentOf(Math.max(0, share - 1.96 * error))} to ${percentOf(Math.min(1, share + 1.96 * error))})`;

export function curveTable(report: DelayReport): Table {
  const shown = daysShown(report);
  return {
    caption: 'Share still waiting after a day',
    columns: [left('Group'), ...shown.map((day) => right(`Day ${day}`))],
    rows: report.groups.map(({ group, curve }) => [
      group,
      ...shown.map((day) => percentOf(shareWaiting(curve, day))),
    ]),
  };
}

export const comparisonTable = (report: DelayReport): Table => ({
  caption: `Each group compared with "${report.reference}"`,
  columns: [
    'Group',
    'Verdict',
    'Days longer (95 %)',
    'Speed of answers, ratio (95 %)',
    'Is the ratio constant?',
    'Log-rank p, raised',
    'Answers per open day, ratio (95 %)',
  ].map(left),
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
