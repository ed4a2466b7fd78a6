/** The comparisons as rows of text, the same in every table that people read. */
import type { AnalyzedComparison } from '../../fairness/impact/impact-analysis.ts';
import { type Column, left, right } from '../document/document.ts';
import { comparisonWords, type Shown, shown } from './impact-report.ts';

export const COMPARISON_COLUMNS: readonly Column[] = [
  left('Group'),
  right('Succeeded'),
  right('Rate'),
  left('What it shows'),
  left('Success ratio (95 %)'),
  left('Failure ratio (95 %)'),
  left('Difference (95 %)'),
  left('Odds ratio (95 %)'),
  right('Fisher p'),
  right('Mid-P'),
  right('Z'),
  left('Missing people'),
];

export function comparisonCells(one: AnalyzedComparison): readonly string[] {
  const { focal, effects, shortfall } = one;
  return [
    focal.group,
    `${count(focal.succeeded)} of ${count(focal.total)}`,
    percent(focal.succeeded / focal.total),
    comparisonWords(one),
    estimate(shown(one.successRatio), (value) => value.toFixed(2)),
    estimate(shown(one.failureRatio), (value) => value.toFixed(2)),
    estimate(shown({ ok: true, value: one.difference }), points, signed),
    estimate(shown(one.oddsRatio), (value) => value.toFixed(2)),
    chance(one.fisherP),
    chance(one.midP.minimumLikelihood),
    effects.z.ok ? effects.z.value.toFixed(2) : 'not estimable',
    shortfall.toMatchReference > 0
      ? `${count(shortfall.toMatchReference)} to match the reference, ${count(Math.max(0, shortfall.toMatchPool))} to match all`
      : 'none',
  ];
}

export const percent = (rate: number): string => `${(100 * rate).toFixed(1)}\u00a0%`;
export const count = (people: number): string => people.toLocaleString('en-US');
/** With a minus sign that cannot be taken for a hyphen. */
const signed = (value: number): string => (100 * value).toFixed(1).replace('-', '\u2212');
export const points = (value: number): string => `${signed(value)} points`;

/** Never "0.000": a chance is small, not nothing. */
export const chance = (p: number): string => (p < 0.001 ? 'under .001' : p.toFixed(3));

function estimate(
  { value, low, high, because }: Shown,
  write: (value: number) => string,
  end = write,
): string {
  if (value === null) {
    return `not estimable: ${because ?? 'too few people'}`;
  }
  return low === null || high === null
    ? `${write(value)} (no interval: ${because ?? 'too few people'})`
    : `${write(value)} (${end(low)} to ${end(high)})`;
}
