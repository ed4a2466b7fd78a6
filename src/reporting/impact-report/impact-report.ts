/**
 * What a report on outcomes by group holds before it becomes a page, a table or data: the analysis, what was
 * read, and every number under the name that stands in all formats. A number that cannot be worked out is
 * null with the reason beside it; it is never NaN and never left out.
 */

import type { AnalyzedComparison, ImpactAnalysis } from '../../fairness/impact/impact-analysis.ts';
import { type Verdict, verdictWords } from '../../fairness/impact/verdict.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { Interval } from '../../numerics/tables/intervals.ts';
import type { Mark } from '../document/document.ts';

export interface ImpactReport {
  readonly file: string;
  readonly group: string;
  readonly outcome: string;
  readonly strata: string | undefined;
  readonly people: number;
  readonly words: readonly {
    readonly word: string;
    readonly people: number;
    readonly favorable: boolean;
  }[];
  readonly withoutOutcome: number;
  readonly withoutStratum: number;
  readonly analysis: ImpactAnalysis;
}

/** A number with its interval, each null where it cannot be had; `because` says why. */
export interface Shown {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly because?: string;
}

interface Estimated {
  readonly value: number;
  readonly interval: Result<Interval>;
}

export function shown(estimate: Result<Estimated>): Shown {
  if (!estimate.ok) {
    return { value: null, low: null, high: null, because: estimate.refusal.because };
  }
  const { value, interval } = estimate.value;
  return interval.ok
    ? { value, low: interval.value.low, high: interval.value.high }
    : { value, low: null, high: null, because: interval.refusal.because };
}

/** A plain number, or null. */
export const numberOf = (result: Result<number>): number | null =>
  result.ok ? result.value : null;

/** The state in the words of every format. */
export const STATES = {
  'disparity-shown': 'disparity shown',
  'parity-shown': 'parity shown',
  'cannot-tell-yet': 'cannot tell yet',
} as const;

/** The state's mark in a document. */
export const MARKS: Readonly<Record<Verdict['state'], Mark>> = {
  'disparity-shown': 'look',
  'parity-shown': 'sound',
  'cannot-tell-yet': 'open',
};

/** People still needed, or null where the question is settled or no number can be given. */
export const stillNeeded = ({ verdict }: AnalyzedComparison): number | null =>
  verdict.state === 'cannot-tell-yet' ? (verdict.furtherPeople ?? null) : null;

/** One sentence on what the comparison shows, with what speaks against reading it alone. */
export function comparisonWords(comparison: AnalyzedComparison): string {
  const { strata } = comparison;
  const words = [`${verdictWords(comparison.verdict)}.`];
  if (strata?.ok && strata.value.advice === 'do-not-pool') {
    words.push('The strata disagree: do not pool them; read each for itself.');
  }
  if (strata?.ok && pointsElsewhere(comparison)) {
    words.push('Within the strata the gap is another than in the whole: read the strata.');
  }
  return words.join(' ');
}

/** The whole says one thing of chance, or of the direction, and the strata together another. */
function pointsElsewhere({ strata, fisherP, difference }: AnalyzedComparison): boolean {
  if (strata === undefined || !strata.ok || !strata.value.common.oddsRatio.ok) {
    return false;
  }
  const within = strata.value.common;
  const odds = strata.value.common.oddsRatio.value.value;
  const turned = (odds - 1) * difference.value < 0;
  return turned || fisherP < SIGNIFICANCE !== within.uncorrected.pValue < SIGNIFICANCE;
}

const SIGNIFICANCE = 0.05;

export const CAUTION =
  'Thresholds such as four fifths and 5 % are monitoring conventions. What these numbers mean for people is for people to decide and to answer for.';
