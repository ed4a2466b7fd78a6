/**
 * What a method of item fairness is: its name, what it asks, what its effect is measured in, the fewest people it may be used on,
 * and, for two groups of right and wrong answers, its call and the one shape of its answer.
 *
 * Not here: the methods (their own files), the list of them (catalog).
 */
import type { Result } from '../../kernel/result/result.ts';
import type { AnswerCounts } from './answer-counts.ts';
import type { Matching } from './sibtest.ts';
import type { DifClass, Leaning } from './verdict.ts';

/** One item by one method, the effect first. */
export interface DifFinding {
  /** In the unit of the method; undefined where it has no bound or the method has none. */
  readonly effect: number | undefined;
  readonly effectError: number | undefined;
  /** Undefined where the method has no agreed bounds. */
  readonly class: DifClass | undefined;
  /** Whether the effect is too small to be worth a reader's time, however sure it is. */
  readonly negligible: boolean;
  readonly leaning: Leaning;
  readonly statistic: number;
  /** With the continuity correction, where the method has one. */
  readonly statisticCorrected: number | undefined;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
  readonly people: number;
  readonly focalMatched: number;
  readonly strata: number;
}

/** The answers by score, with the studied item (for most) and without it (for SIBTEST). */
export interface ItemSources {
  readonly counts: AnswerCounts;
  readonly matching: (item: number) => Matching;
}

export type DifFault =
  | 'no-comparison'
  | 'no-variance'
  | 'not-definite'
  | 'not-settled'
  | 'one-sided'
  | 'one-level'
  | 'undefined'
  | 'more-points'
  | 'too-few-people';

interface Described {
  readonly id: string;
  readonly name: string;
  readonly asks: string;
  /** What the effect is measured in, and which sign is against the focal group. */
  readonly effect: string;
  /** Fewest people of the smaller (or of each) group. */
  readonly smallest: number;
}

export interface TwoGroupMethod extends Described {
  readonly needs: 'two-groups';
  readonly compare: (sources: ItemSources, item: number) => Result<DifFinding, DifFault>;
}

export interface OtherMethod extends Described {
  readonly needs:
    | 'whole-form'
    | 'several-groups'
    | 'a-number'
    | 'options'
    | 'points'
    | 'calibrations';
}

export type DifMethod = TwoGroupMethod | OtherMethod;
