/**
 * What the decision rests on for the people it is hardest for, those near the cut: the conditional standard error there,
 * how many people sit within one such error of it, and the chance of passing for somebody whose true score is at the cut
 * or a few points away, under the error model of the decision quality it is given.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { binomialFrom } from '../../numerics/distributions/binomial.ts';
import type { ConditionalError } from '../classical/conditional-error.ts';
import type { DecisionQuality } from './decision-quality.ts';

export interface ErrorAtCut {
  readonly cut: number;
  /** Conditional standard errors at the cut, in points; refused where items give more than one point. */
  readonly error: Result<ConditionalError, 'undefined'>;
  /** Share of people whose total is within one of Keats's errors of the cut. */
  readonly withinOneError: Result<number, 'undefined'>;
  readonly nearby: readonly NearCut[];
}

export interface NearCut {
  /** A true score, in points of the form. */
  readonly score: number;
  readonly people: number;
  /** The chance that somebody with this true score passes. */
  readonly passes: number;
}

const POINTS_AWAY = 5;

/** `errors` are those of the same form; `quality` the Livingston-Lewis result at the same cut. */
export function errorAtCut(
  totals: Int32Array,
  highest: number,
  cut: number,
  errors: Result<readonly ConditionalError[], 'undefined'>,
  quality: DecisionQuality,
): ErrorAtCut {
  const here = errors.ok ? errors.value.find(({ score }) => score === cut) : undefined;
  const error: Result<ConditionalError, 'undefined'> = errors.ok
    ? here === undefined
      ? refuse('undefined', `the cut ${cut} is not a score of the form`)
      : success(here)
    : errors;
  const count = (keep: (total: number) => boolean): number =>
    totals.reduce((sum, total) => sum + (keep(total) ? 1 : 0), 0);
  const first = Math.max(0, cut - POINTS_AWAY);
  const last = Math.min(highest, cut + POINTS_AWAY);
  return {
    cut,
    error,
    withinOneError: error.ok
      ? success(count((total) => Math.abs(total - cut) <= error.value.keats) / totals.length)
      : error,
    nearby: Array.from({ length: last - first + 1 }, (_, step) => ({
      score: first + step,
      people: count((total) => total === first + step),
      passes: binomialFrom(quality.cutOnLength, quality.length, (first + step) / highest),
    })),
  };
}
