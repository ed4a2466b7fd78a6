/**
 * What can be asked of a calibration. Models by their usual names: Rasch (slope 1, the spread of ability is estimated;
 * partial credit where an item has more than two categories), one common slope, two and three parameters, graded, and
 * generalized partial credit. An item with more than two categories in a two- or three-parameter calibration is graded.
 */
import type { LoopForm } from '../../numerics/fitting/grid-memory.ts';
import type { GuessingPrior } from './item-design.ts';
import type { CalibratedItem } from './item-model.ts';

export const MODEL_NAMES = ['rasch', '1pl', '2pl', '3pl', 'graded', 'gpcm'] as const;
export type ModelName = (typeof MODEL_NAMES)[number];

/** Which of an item's parameters differ from group to group although the others do not. */
export type GroupFreedom = 'all' | 'intercepts';

export interface GroupPlan {
  /** Each person's group; undefined leaves the person out, and the number left out is told. */
  readonly of: readonly (string | undefined)[];
  /** The group in which ability has mean 0 and variance 1. */
  readonly reference: string;
  /**
   * configural: every group its own items, all standard normal. metric: slopes alike, intercepts apart, variances
   * free. scalar: items alike, means and variances of the other groups free.
   */
  readonly invariance: 'configural' | 'metric' | 'scalar';
  /** Under metric invariance: hold every group's variance at 1. */
  readonly fixedVariances?: boolean;
  /** Under scalar invariance: items whose parameters may differ between groups. */
  readonly freeItems?: ReadonlyMap<string, GroupFreedom>;
}

export interface CalibrationPlan {
  readonly model: ModelName;
  /** Other models for single items, by name. */
  readonly byItem?: ReadonlyMap<string, ModelName>;
  readonly groups?: GroupPlan;
  /** Items whose parameters are given and stay: the scale is theirs, every group's mean and variance free. */
  readonly anchors?: ReadonlyMap<string, CalibratedItem>;
  /** One a person; scaled so that they sum to the number of people. */
  readonly weights?: Float64Array;
  /** On the logit of the chance of guessing; -1.39 (one in five) with standard deviation 0.5 where none is given. */
  readonly guessingPrior?: GuessingPrior;
  /** observed: from the second derivatives. sandwich: robust, the default with unequal weights. */
  readonly errors?: 'observed' | 'sandwich' | 'none';
  /** The largest move of a parameter in a plain step that still counts as standing still; 1e-4 where none is given. */
  readonly tolerance?: number;
  readonly cycles?: number;
  /** Points of ability; without a number 61, doubled until doubling no longer changes the log-likelihood. */
  readonly nodes?: number;
  readonly loops?: LoopForm;
}

export type CalibrationRefusal =
  | 'undeclared-code'
  | 'too-few-items'
  | 'too-few-people'
  | 'unknown-group'
  | 'unknown-item'
  | 'unsuitable-model'
  | 'unusable-weights';

/** Something a reader of the numbers must know. */
export interface CalibrationNote {
  readonly kind:
    | 'collapsed'
    | 'identical-items'
    | 'steep-slope'
    | 'negative-slope'
    | 'few-people'
    | 'scaled-weights'
    | 'not-settled'
    | 'no-answers'
    | 'no-group'
    | 'finer-nodes'
    | 'coarse-nodes'
    | 'no-errors';
  readonly item: string | undefined;
  readonly because: string;
}

/** The least number of people for any calibration, and the number below which its figures deserve a warning. */
export const PEOPLE_NEEDED: Readonly<Record<ModelName, { least: number; enough: number }>> = {
  rasch: { least: 30, enough: 100 },
  '1pl': { least: 30, enough: 100 },
  '2pl': { least: 50, enough: 250 },
  '3pl': { least: 100, enough: 500 },
  graded: { least: 50, enough: 250 },
  gpcm: { least: 50, enough: 250 },
};
export const ITEMS_NEEDED = 3;
