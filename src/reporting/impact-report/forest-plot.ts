/**
 * The success ratios as a forest plot: a square for the ratio, a line for its interval, on a scale of
 * logarithms so that a half and a double lie equally far from 1. Everything in it also stands in the table.
 */
import { escaped } from '../charts/svg.ts';
import { type ImpactReport, shown } from './impact-report.ts';

const WIDTH = 640;
const LONGEST_NAME = 24;
const LETTER = 8;
const ROW = 30;
const TICKS = [0.1, 0.25, 0.5, 0.8, 1, 1.25, 2, 4, 10];
const [LEAST, MOST] = [0.1, 10];

export function forestPlot({ analysis }: ImpactReport): string {
  const rows = analysis.comparisons.map((one) => ({
    name: one.focal.group,
    ...shown(one.successRatio),
  }));
  if (!rows.some(({ value }) => value !== null && value > 0)) {
    return '';
  }
  const longest = Math.max(...rows.map(({ name }) => Math.min(LONGEST_NAME, name.length)));
  const label = 24 + longest * LETTER;
  const bottom = rows.length * ROW + 10;
  const ends = rows.flatMap(({ value, low, high }) => [value, low, high]).filter((x) => x !== null);
  const reach = Math.max(1.6, ...ends.map((x) => (x > 0 ? Math.max(x, 1 / x) : 1)));
  const span = Math.log(Math.min(MOST, reach) * 1.05);
  const x = (ratio: number): number => {
    const inside = Math.min(MOST, Math.max(LEAST, ratio));
    const share = (Math.log(inside) / span + 1) / 2;
    return label + Math.min(1, Math.max(0, share)) * (WIDTH - label - 20);
  };
  const ticks = TICKS.filter((tick) => Math.abs(Math.log(tick)) <= span)
    .map(
      (tick) =>
        `<line class="${tick === 1 ? 'one' : 'tick'}" x1="${place(x(tick))}" y1="0" x2="${place(x(tick))}" y2="${bottom}"/><text x="${place(x(tick))}" y="${bottom + 16}" text-anchor="middle">${tick}</text>`,
    )
    .join('');
  const marks = rows.map((row, line) => mark(row, line * ROW + ROW / 2, label, x)).join('');
  return `<svg viewBox="0 0 ${WIDTH} ${bottom + 24}" role="img" aria-labelledby="plot-title plot-text"><title id="plot-title">Success ratios with 95 % intervals</title><desc id="plot-text">Each group's success rate over the reference group's, on a scale of logarithms; 1 is equal. The numbers stand in the table below.</desc>${ticks}${marks}</svg>`;
}

function mark(
  { name, value, low, high }: { readonly name: string } & ReturnType<typeof shown>,
  y: number,
  from: number,
  x: (ratio: number) => number,
): string {
  const text = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
  const label = `<text x="0" y="${y + 5}">${escaped(text)}</text>`;
  if (value === null || value <= 0) {
    return `${label}<text x="${from + 4}" y="${y + 5}">${value === null ? 'not estimable' : 'nobody succeeded'}</text>`;
  }
  const line =
    low === null || high === null
      ? ''
      : `<line class="range" x1="${place(x(low))}" y1="${y}" x2="${place(x(high))}" y2="${y}"/>`;
  return `${label}${line}<rect class="ratio" x="${place(x(value) - 5)}" y="${y - 5}" width="10" height="10"/>`;
}

const place = (pixels: number): string => pixels.toFixed(1);
