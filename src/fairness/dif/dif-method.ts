/**
 * What a method of item fairness is: its name, what it asks, what its effect is measured in, the fewest people it may be used on,
 * and, for two groups of right and wrong answers and for calibrations, its call and the shape of its answer.
 *
 * Not here: the methods (their own files), the list of them (catalog).
 */
import type { Result } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../../psychometrics/irt/item-model.ts';
import type { CategoryMatrix } from '../../psychometrics/responses/categories.ts';
import type { TwoGroups } from '../groups/group.ts';
import type { AnswerCounts } from './answer-counts.ts';
import type { CurveDifference } from './curve-difference.ts';
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
  | 'too-few-people'
  | 'no-errors'
  | 'no-anchor'
  | 'not-calibrated'
  | 'not-nested';

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
  readonly needs: 'whole-form' | 'several-groups' | 'a-number' | 'options' | 'points';
}

/** One item by a method that compares calibrations. People are not sorted by score, so there are no strata. */
export interface ModelFinding extends Omit<DifFinding, 'strata' | 'statisticCorrected'> {
  /** How far the curves lie apart where the people of the focal group are. */
  readonly curves: CurveDifference;
  /** The item in each group, both on the scale of the reference group. */
  readonly reference: CalibratedItem;
  readonly focal: CalibratedItem;
  /** What a reader of the numbers must know; undefined where there is nothing. */
  readonly note: string | undefined;
}

/** Answers of two groups to be calibrated. */
export interface ModelForm {
  readonly matrix: CategoryMatrix;
  readonly groups: TwoGroups;
  /** Rasch's model fixes the slopes, so that only difficulties are compared; two parameters where none is named. */
  readonly model?: 'rasch' | '2pl';
}

/** A look at every item, in the order of the form, with these items (1) holding the scale. */
export type ModelLook = (anchor: Uint8Array) => readonly Result<ModelFinding, DifFault>[];

export interface ModelMethod extends Described {
  readonly needs: 'calibrations';
  /** Calibrates what can be calibrated once; refused where the form cannot be, with the reason. */
  readonly prepare: (form: ModelForm) => Result<ModelLook>;
}

export type DifMethod = TwoGroupMethod | ModelMethod | OtherMethod;
