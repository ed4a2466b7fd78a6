/**
 * The report on outcomes as one page that needs nothing else: no script, no font, no picture from outside.
 * Tables have captions and scoped headings; the plot only repeats them; wide tables scroll by themselves and
 * can be reached by keyboard.
 */
import { escaped } from '../charts/svg.ts';
import { forestPlot } from './forest-plot.ts';
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

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem;color:CanvasText;background:Canvas}h1{font-size:1.6rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2rem}.wide{overflow-x:auto;margin:1rem 0}.wide:focus-visible{outline:3px solid Highlight}table{border-collapse:collapse;font-variant-numeric:tabular-nums}caption{text-align:left;font-weight:600;padding:.25rem 0}th,td{border-bottom:1px solid GrayText;padding:.4rem .7rem;text-align:left;vertical-align:top}svg{width:100%;min-width:34rem;max-width:44rem;height:auto;font-size:14px}svg text{fill:CanvasText}.tick{stroke:GrayText;stroke-dasharray:2 4}.one{stroke:CanvasText}.range{stroke:CanvasText;stroke-width:2}.ratio{fill:CanvasText}@media print{.wide{overflow:visible}}`;

export function asHtml(report: ImpactReport): string {
  const title = `Outcomes by ${report.group}`;
  const parts = [
    `<h1>${escaped(title)}</h1>`,
    ...paragraphs(readingSentences(report)),
    table('Rates of success by group', GROUP_HEADINGS, groupRows(report)),
    '<h2>Each group beside the reference</h2>',
    ...paragraphs(findingSentences(report)),
    plot(report),
    table(
      'Comparisons with the reference group',
      COMPARISON_HEADINGS,
      report.analysis.comparisons.map(comparisonCells),
    ),
    ...(report.strata === undefined
      ? []
      : [
          `<h2>Within ${escaped(report.strata)}</h2>`,
          ...paragraphs(strataSentences(report)),
          table('The same comparisons within each stratum', STRATUM_HEADINGS, stratumRows(report)),
        ]),
  ];
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>\n${parts.filter((part) => part !== '').join('\n')}\n</main></body></html>\n`;
}

function plot(report: ImpactReport): string {
  const drawn = forestPlot(report);
  return drawn === ''
    ? ''
    : `<div class="wide" tabindex="0" role="region" aria-label="Plot of the success ratios">${drawn}</div>`;
}

const paragraphs = (sentences: readonly string[]): readonly string[] =>
  sentences.map((sentence) => `<p>${escaped(sentence)}</p>`);

function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) {
    return '';
  }
  const head = headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('');
  const body = rows
    .map(([first = '', ...rest]) => {
      const cells = rest.map((text) => `<td>${escaped(text)}</td>`).join('');
      return `<tr><th scope="row">${escaped(first)}</th>${cells}</tr>`;
    })
    .join('\n');
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table></div>`;
}
