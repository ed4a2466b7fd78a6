/** The delay report as a document: who waits longer, the curves, the tables, and how to read them. */
import { waitingCurves } from '../charts/waiting-curves.ts';
import {
  type Block,
  prose,
  type ReportDocument,
  type Section,
  type Table,
} from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { MARKS } from '../impact-report/impact-report.ts';
import { delayCsv, delayData } from './delay-data.ts';
import { type DelayReport, daysShown } from './delay-report.ts';
import {
  backlogTable,
  comparisonTable,
  curveTable,
  endedTable,
  groupTable,
} from './delay-tables.ts';
import {
  comparisonSentence,
  curveSentence,
  howRead,
  verdictSentence,
  withdrawalSentence,
} from './delay-words.ts';

export const DELAY_FORMS: Forms<DelayReport> = {
  document: delayDocument,
  csv: delayCsv,
  data: delayData,
};

function delayDocument(report: DelayReport): ReportDocument {
  const { groupColumn, file, asOf, promisedDays } = report;
  return {
    title: `Waiting for a decision, by ${groupColumn}`,
    subtitle: `Report on ${file}, counted up to ${asOf}`,
    sections: [
      {
        id: 'summary',
        title:
          report.comparisons.length === 0
            ? 'How long people wait'
            : `Each group beside "${report.reference}"`,
        blocks: [...findings(report), curves(report)],
      },
      {
        id: 'groups',
        title: 'How long each group waits',
        blocks: [
          table(groupTable(report)),
          ...(promisedDays === undefined ? [] : [table(backlogTable(report, promisedDays))]),
          ...withdrawals(report),
        ],
      },
      ...comparisons(report),
      { id: 'method', title: 'How to read this', blocks: howRead(report).map(prose) },
    ],
  };
}

const table = (whole: Table): Block => ({ kind: 'table', table: whole });

const withdrawals = (report: DelayReport): readonly Block[] =>
  report.groups.every(({ ended }) => ended === undefined)
    ? []
    : [table(endedTable(report)), prose(withdrawalSentence(report))];

const findings = (report: DelayReport): readonly Block[] =>
  report.comparisons.length === 0
    ? [prose('There is one group only, so nothing is compared.')]
    : report.comparisons.map((one) => ({
        kind: 'finding',
        mark: one.verdict === undefined ? 'open' : MARKS[one.verdict.state],
        heading: one.focal,
        text: `${verdictSentence(one)} ${comparisonSentence(one, report)}`,
        points: [],
      }));

const curves = (report: DelayReport): Block => ({
  kind: 'chart',
  chart: waitingCurves(
    report.groups.map(({ group, curve }) => ({
      name: group,
      steps: curve,
      reference: group === report.reference,
    })),
    {
      title: 'Share still waiting, day by day, one line a group',
      sentence: curveSentence(report),
      horizonDays: report.horizonDays,
      days: daysShown(report),
      promisedDays: report.promisedDays,
    },
  ),
  table: curveTable(report),
});

const comparisons = (report: DelayReport): readonly Section[] =>
  report.comparisons.length === 0
    ? []
    : [
        {
          id: 'comparisons',
          title: 'How the groups compare',
          blocks: [table(comparisonTable(report))],
        },
      ];
