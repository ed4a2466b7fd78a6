/** The report on outcomes as a Markdown page. */
import type { ImpactReport } from './impact-report.ts';
import { COMPARISON_HEADINGS, comparisonCells } from './rows.ts';
import {
  findingSentences,
  GROUP_HEADINGS,
  groupRows,
  readingSentences,
  STRATUM_HEADINGS,
  strataSentences,
  stratumRows,
} from './sentences.ts';

export function asMarkdown(report: ImpactReport): string {
  const strata = stratumRows(report);
  const parts = [
    `# Outcomes by ${plain(report.group)}`,
    ...readingSentences(report).map(plain),
    table(GROUP_HEADINGS, groupRows(report)),
    '## Each group beside the reference',
    ...findingSentences(report).map(plain),
    table(COMPARISON_HEADINGS, report.analysis.comparisons.map(comparisonCells)),
    ...(report.strata === undefined
      ? []
      : [
          `## Within ${plain(report.strata)}`,
          ...strataSentences(report).map(plain),
          table(STRATUM_HEADINGS, strata),
        ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) {
    return '';
  }
  const line = (cells: readonly string[]): string => `| ${cells.map(plain).join(' | ')} |`;
  return [line(headings), `|${headings.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Names from the file are text, never markup. */
const plain = (text: string): string =>
  text.replaceAll(/[\\|`*_<>[\]]/g, '\\$&').replaceAll(/[\r\n\t ]+/g, ' ');
