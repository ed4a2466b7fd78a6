/** The report on outcomes as a document: what it shows, the rates it rests on, the comparisons, and each stratum. */
import { forestPlot } from '../charts/forest-plot.ts';
import {
  type Block,
  prose,
  type ReportDocument,
  type Section,
  tableBlock,
} from '../document/document.ts';
import type { Forms } from '../document/formats.ts';
import { impactCsv } from './impact-csv.ts';
import { impactData } from './impact-data.ts';
import { CAUTION, type ImpactReport, shown } from './impact-report.ts';
import { COMPARISON_COLUMNS, comparisonCells } from './rows.ts';
import {
  findings,
  frameSentences,
  GROUP_COLUMNS,
  groupRows,
  readingSentences,
  responseSentences,
  STRATUM_COLUMNS,
  strataSentences,
  stratumRows,
} from './sentences.ts';

export const IMPACT_FORMS: Forms<ImpactReport> = {
  document: impactDocument,
  csv: impactCsv,
  data: impactData,
};

function impactDocument(report: ImpactReport): ReportDocument {
  return {
    title: `Outcomes by ${report.group}`,
    subtitle: `Report on the column "${report.outcome}" of ${report.file}`,
    sections: [
      {
        id: 'summary',
        title: 'Each group beside the reference',
        blocks: [...findings(report), ...frameSentences(report).map(prose), prose(CAUTION)],
      },
      {
        id: 'rates',
        title: 'What was read',
        blocks: [
          ...readingSentences(report).map(prose),
          tableBlock('Rates of success by group', GROUP_COLUMNS, groupRows(report)),
          ...responseSentences(report).map(prose),
        ],
      },
      ...comparisons(report),
      ...strata(report),
    ],
  };
}

function comparisons(report: ImpactReport): readonly Section[] {
  const rows = report.analysis.comparisons.map(comparisonCells);
  return rows.length === 0
    ? []
    : [
        {
          id: 'comparisons',
          title: 'How large the gaps are',
          blocks: [
            ...plot(report),
            tableBlock('Comparisons with the reference group', COMPARISON_COLUMNS, rows),
          ],
        },
      ];
}

/** Nothing to draw where no ratio is above zero. */
function plot({ analysis }: ImpactReport): readonly Block[] {
  const rows = analysis.comparisons.map((one) => {
    const { value, low, high } = shown(one.successRatio);
    const drawn = value !== null && value > 0;
    return {
      name: one.focal.group,
      estimate: drawn ? value : undefined,
      low: low ?? undefined,
      high: high ?? undefined,
      word: drawn ? value.toFixed(2) : value === null ? 'not estimable' : 'nobody succeeded',
      strong: one.verdict.state === 'disparity-shown',
    };
  });
  if (rows.every(({ estimate }) => estimate === undefined)) {
    return [];
  }
  return [
    {
      kind: 'chart',
      chart: forestPlot(rows, {
        title: 'Success ratios with 95 % intervals',
        sentence:
          "Each group's success rate over the reference group's, on a scale of logarithms; 1 is equal. The numbers stand in the table below.",
        axis: 'Success ratio (1: equal)',
        left: 'succeeds less often',
        right: 'succeeds more often',
        bounds: [],
        ratios: true,
        keep: 'start',
      }),
    },
  ];
}

function strata(report: ImpactReport): readonly Section[] {
  const rows = stratumRows(report);
  return report.strata === undefined
    ? []
    : [
        {
          id: 'strata',
          title: `Within ${report.strata}`,
          blocks: [
            ...strataSentences(report).map(prose),
            ...(rows.length === 0
              ? []
              : [tableBlock('The same comparisons within each stratum', STRATUM_COLUMNS, rows)]),
          ],
        },
      ];
}
