/**
 * The one result object of an audit: everything that any format prints, every digit kept. JSON is this object written
 * out; HTML, Markdown, plain text and CSV are readings of it. The names are stable and described in docs/json.md.
 *
 * A number that does not exist is null, and under `reasons` its name carries the reason. A number that must not be shown
 * (a group too small) is null with a reason that begins with "withheld".
 */
import type { MissingRuleUsed, Sample } from './sample-facts.ts';

export type Known = number | null;

/** Reasons of the nulls beside them, by name. Left out of the JSON where it is empty. */
export type Reasons = Readonly<Record<string, string>>;

export const AUDIT_SCHEMA = 'evenhand.audit.1';

/** How a pass or fail would stand up to a second look: by one method at the cut. */
export interface DecisionQuality {
  readonly method: string;
  readonly accuracy: Known;
  readonly consistency: Known;
  readonly kappa: Known;
  readonly falsePasses: Known;
  readonly falseFails: Known;
  readonly reasons: Reasons;
}

/** The block for each form that accreditors ask for. */
export interface FormBlock {
  readonly people: number;
  readonly cut: Known;
  readonly passing: Known;
  /** From 0 to 1. */
  readonly passRate: Known;
  readonly mean: Known;
  readonly deviation: Known;
  readonly reliability: Known;
  readonly sem: Known;
  /** Conditional standard error at the cut: Lord's and Keats's. */
  readonly semAtCut: Known;
  readonly semAtCutKeats: Known;
  readonly decisionConsistency: Known;
  readonly decisionAccuracy: Known;
  readonly reasons: Reasons;
}

export interface Totals {
  readonly mean: Known;
  readonly deviation: Known;
  readonly median: Known;
  readonly lowest: Known;
  readonly highest: Known;
  readonly highestPossible: number;
  readonly distribution: readonly { readonly score: number; readonly people: number }[];
  readonly reasons: Reasons;
}

export interface ReliabilityFacts {
  readonly alpha: Known;
  readonly alphaLow: Known;
  readonly alphaHigh: Known;
  readonly confidence: number;
  readonly kr20: Known;
  readonly kr21: Known;
  readonly lambda2: Known;
  readonly splitHalf: Known;
  readonly sem: Known;
  /** Where the key names domains: alpha of each, and of the whole as their sum. */
  readonly stratifiedAlpha: Known;
  readonly domains: readonly DomainFacts[];
  /** How far a total can be off, score by score: Lord's and Keats's errors. Empty where items give several points. */
  readonly conditional: readonly {
    readonly score: number;
    readonly lord: number;
    readonly keats: number;
  }[];
  readonly reasons: Reasons;
}

export interface DomainFacts {
  readonly name: string;
  readonly items: number;
  readonly mean: Known;
  readonly deviation: Known;
  readonly alpha: Known;
  readonly sem: Known;
  readonly reasons: Reasons;
}

/** Whether people ran out of time, if the order of the file is that of the form. */
export interface SpeedFacts {
  /** Shares of the people. */
  readonly finished: Known;
  readonly reachedThreeQuarters: Known;
  readonly meanNotReached: Known;
  readonly varianceRatio: Known;
  /** By the usual rule of thumb; null where it cannot be told. */
  readonly unspeeded: boolean | null;
  readonly reasons: Reasons;
}

/** What a reader should look at, in words a person can act on. */
export interface Flag {
  readonly kind:
    | 'check-key'
    | 'weak'
    | 'everybody-alike'
    | 'too-easy'
    | 'too-hard'
    | 'misfit'
    | 'duplicate'
    | 'distractor-better'
    | 'drift';
  readonly because: string;
}

export interface ItemFacts {
  readonly id: string;
  readonly pilot: boolean;
  /** People the numbers rest on. */
  readonly people: number;
  readonly omitted: number;
  readonly notReached: number;
  readonly notAdministered: number;
  readonly invalid: number;
  /** Share of the points, from 0 to 1. */
  readonly difficulty: Known;
  /** Correlation with the total of the other scored items (corrected item-total). */
  readonly discrimination: Known;
  /** Correlation with the whole total. */
  readonly pointBiserial: Known;
  readonly biserial: Known;
  /** Share right in the top 27 percent less that in the bottom 27 percent. */
  readonly discriminationIndex: Known;
  /** Scored items only. */
  readonly alphaIfDeleted: Known;
  readonly flags: readonly Flag[];
  readonly reasons: Reasons;
}

export interface OptionFacts {
  readonly item: string;
  readonly option: string;
  readonly key: boolean;
  readonly people: number;
  readonly share: Known;
  /** Mean total on the other items of those who chose it. */
  readonly meanRest: Known;
  /** Correlation of choosing it with the total of the other items. */
  readonly pointBiserial: Known;
  /** Shares choosing it from the lowest to the highest fifth of totals. */
  readonly byFifth: readonly Known[];
  readonly reasons: Reasons;
}

export interface CalibratedFacts {
  readonly id: string;
  readonly a: Known;
  /** Ability at which half have it right; for ordered categories null, see d. */
  readonly b: Known;
  readonly d: Known | readonly number[];
  readonly g: Known;
  readonly se: Readonly<Record<string, Known>>;
  readonly sx2: Known;
  readonly sx2Df: Known;
  readonly sx2P: Known;
  readonly infit: Known;
  readonly outfit: Known;
  /** Shares right at the mean ability of tenths of the people. */
  readonly observed: readonly { readonly ability: number; readonly share: number }[];
  readonly reasons: Reasons;
}

export interface CalibrationFacts {
  readonly model: string;
  readonly people: number;
  readonly logLik: number;
  readonly iterations: number;
  readonly converged: boolean;
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly abilities: {
    readonly method: string;
    readonly mean: number;
    readonly deviation: number;
    /** Variance of the estimates over itself plus the mean squared standard error. */
    readonly reliability: number;
    readonly bins: readonly {
      readonly from: number;
      readonly to: number;
      readonly people: number;
    }[];
  };
  /** How precisely the whole exam measures at each ability. */
  readonly information: readonly {
    readonly ability: number;
    readonly information: number;
    readonly standardError: Known;
  }[];
  /** Ability at which the expected total equals the cut. */
  readonly cutAbility: Known;
  readonly items: readonly CalibratedFacts[];
  /** Pairs of items whose answers are nearly the same once ability is taken out. */
  readonly duplicates: readonly {
    readonly first: string;
    readonly second: string;
    readonly q3: number;
  }[];
  readonly fit?: ModelFitFacts;
  readonly personFit?: PersonFitFacts;
}

/** Whether the model as a whole describes the answers: M2, or C2 where items have several categories. */
export interface ModelFitFacts {
  readonly name: 'M2' | 'C2';
  readonly people: Known;
  readonly leftOut: Known;
  readonly statistic: Known;
  readonly degreesOfFreedom: Known;
  readonly pValue: Known;
  readonly rmsea: Known;
  /** 90 percent. */
  readonly rmseaLow: Known;
  readonly rmseaHigh: Known;
  readonly srmsr: Known;
  readonly tli: Known;
  readonly cfi: Known;
  readonly reasons: Reasons;
}

/** People whose answers surprise, by lz below the mark. */
export interface PersonFitFacts {
  readonly people: number;
  readonly mark: number;
  readonly surprising: number;
  readonly share: Known;
  readonly reasons: Reasons;
}

export interface GroupSide {
  readonly name: string;
  /** Null where withheld. */
  readonly people: Known;
  readonly mean: Known;
  readonly deviation: Known;
  readonly passing: Known;
  readonly passRate: Known;
  /** Why this group's own numbers are not shown. */
  readonly reasons: Reasons;
}

export interface Flips {
  /** The items left out: those of class C by Mantel-Haenszel, or B and C by SIBTEST. */
  readonly items: readonly string[];
  /** The cut on the shorter test, chosen so that as many people pass. */
  readonly cut: Known;
  readonly focalGain: Known;
  readonly focalLose: Known;
  readonly referenceGain: Known;
  readonly referenceLose: Known;
  /** Whether the four counts go in threes, because one of them is one or two people. */
  readonly rounded: boolean;
  readonly reasons: Reasons;
}

export interface PurificationFacts {
  readonly method: string;
  readonly end: string;
  readonly rounds: number;
  readonly because: string;
  readonly flaggedSets: readonly (readonly string[])[];
}

/** One comparison of two groups: outcomes first, because a gap in outcomes is not evidence about any item. */
export interface Comparison {
  /** The column the groups come from. */
  readonly group: string;
  readonly focal: GroupSide;
  readonly reference: GroupSide;
  readonly notStated: Known;
  readonly elsewhere: Known;
  /** Difference of mean totals over the pooled standard deviation, focal less reference. */
  readonly standardizedGap: Known;
  /** Pass rate of the focal group over that of the reference group, with its interval. */
  readonly impactRatio: Known;
  readonly impactRatioLow: Known;
  readonly impactRatioHigh: Known;
  readonly impactDifference: Known;
  readonly impactP: Known;
  /** "Disparity shown", "Parity shown" or "Cannot tell yet ...": about outcomes, not about items. */
  readonly verdict: string | null;
  readonly flips: Flips;
  readonly purification: readonly PurificationFacts[];
  /** Why means, spreads and passing counts are rounded; null where they are exact. */
  readonly rounded: string | null;
  readonly reasons: Reasons;
}

/** A number such as age: how many stated it, where it lies, and its correlation with the total. */
export interface CovariateFacts {
  readonly column: string;
  /** All null where fewer stated it than the smallest group shown. */
  readonly people: Known;
  readonly notStated: Known;
  readonly mean: Known;
  readonly deviation: Known;
  readonly correlation: Known;
  readonly reasons: Reasons;
}

/** Items from one exam window to the next, in deltas (a high delta is a hard item). */
export interface DriftFacts {
  /** The column that names the windows. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** Windows with too few people to be followed. */
  readonly tooSmall: readonly string[];
  /** By how much all items together got harder: the candidates. */
  readonly generalShift: Known;
  readonly items: readonly {
    readonly id: string;
    /** Shares of the item's points. */
    readonly before: Known;
    readonly after: Known;
    readonly peopleBefore: Known;
    readonly peopleAfter: Known;
    /** Deltas the item got harder, the general shift taken out. */
    readonly drift: Known;
    readonly standardError: Known;
    readonly robustZ: Known;
    readonly pValue: Known;
    /** After Holm, over the items of this pair of windows. */
    readonly pAdjusted: Known;
    readonly drifting: boolean;
    readonly reasons: Reasons;
  }[];
  readonly reasons: Reasons;
}

export interface DifRow {
  readonly item: string;
  readonly method: string;
  readonly group: string;
  readonly focal: string;
  readonly reference: string;
  readonly statistic: Known;
  readonly degreesOfFreedom: Known;
  readonly pValue: Known;
  /** Adjusted by Holm over the items of this method and comparison. */
  readonly pAdjusted: Known;
  readonly effect: Known;
  /** What the effect is measured in. */
  readonly effectScale: string;
  readonly effectError: Known;
  /** A negligible, B moderate, C large; null where the method has no classes or the item was not judged. */
  readonly class: 'A' | 'B' | 'C' | null;
  /** "harder for X than for Y who know as much". */
  readonly direction: string | null;
  readonly people: Known;
  readonly focalPeople: Known;
  readonly strata: Known;
  /** Where the two numbers of people go in fives, because all but one or two of a group are matched. */
  readonly rounded?: true;
  /** Mantel-Haenszel only. */
  readonly statisticCorrected?: Known;
  /** Numbers that only this method has. */
  readonly detail: Readonly<Record<string, Known | 'A' | 'B' | 'C'>>;
  readonly reasons: Reasons;
}

export interface Settings {
  readonly separator: string;
  readonly idColumn: string | null;
  readonly minimumGroup: number;
  readonly cut: Known;
  /** What a blank in a scored item counts as: "omitted" by the rules, or "wrong" whatever its place. */
  readonly missing: 'omitted' | 'wrong';
}

export interface TechnicalReport {
  readonly schema: typeof AUDIT_SCHEMA;
  readonly file: string;
  readonly settings: Settings;
  /** What was assumed because it was not said, and how to say otherwise. */
  readonly assumed: readonly string[];
  /** What was assumed and would, if it were wrong, make every number mean something else. */
  readonly doubts: readonly string[];
  readonly missingRules: readonly MissingRuleUsed[];
  readonly sample: Sample;
  readonly form: FormBlock;
  readonly scores: Totals;
  readonly reliability: ReliabilityFacts;
  readonly speed: SpeedFacts;
  readonly decision: readonly DecisionQuality[];
  readonly items: readonly ItemFacts[];
  readonly options: readonly OptionFacts[];
  /** Null with a reason where no model could be fitted. */
  readonly calibration: CalibrationFacts | null;
  readonly comparisons: readonly Comparison[];
  readonly covariates: readonly CovariateFacts[];
  readonly windows: readonly DriftFacts[];
  readonly dif: readonly DifRow[];
  readonly reasons: Reasons;
}
