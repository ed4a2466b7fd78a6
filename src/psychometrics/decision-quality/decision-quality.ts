/**
 * How far the decision "passed" or "failed" can be trusted, from one sitting.
 *
 * - accuracy: the share of people whose result is the one their true score deserves; the rest are false passes and
 *   false fails
 * - consistency: the share who would get the same result on a parallel form; kappa is what is left of it after chance
 *
 * Both models assume a beta spread of true scores (true-scores) and differ in the error around them:
 *
 * - Livingston & Lewis (1995): binomial, on a test of the effective length
 *   n = ((mean - 0)(highest - mean) - r variance) / (variance (1 - r)); works for items of any points. The true scores are
 *   fitted with n as it is, the binomial part uses n rounded, and the cut becomes the rounded share of it, halves to even
 * - Hanson & Brennan (1990): Lord's two-term compound binomial with Lord's k, on the items as they are; for right-or-wrong
 *   items
 *
 * Consistency uses the same cut on both forms.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { binomialFrom } from '../../numerics/distributions/binomial.ts';
import { binomialPoint } from '../../numerics/distributions/point-probability.ts';
import { overTrueScores } from './over-true-scores.ts';
import { type TrueScores, trueScores } from './true-scores.ts';

/** Totals of the people, the total of somebody with every point, a reliability, and the lowest total that passes. */
export interface Decisions {
  readonly totals: Int32Array;
  /** How many scored items there are; as many as `highest` where each is right or wrong. */
  readonly items: number;
  readonly highest: number;
  readonly reliability: number;
  readonly cut: number;
}

export interface DecisionQuality {
  readonly method: 'Livingston-Lewis' | 'Hanson-Brennan';
  readonly trueScores: TrueScores;
  /** The length of the test the model works with, before and after rounding; equal for Hanson-Brennan. */
  readonly effectiveLength: number;
  readonly length: number;
  /** The lowest passing score on that length. */
  readonly cutOnLength: number;
  /** Lord's k of the two-term model; 0 where the error is binomial. */
  readonly lordsK: number;
  readonly accuracy: number;
  /** Shares of all people: passed below the true cut, failed at or above it. */
  readonly falsePass: number;
  readonly falseFail: number;
  readonly consistency: number;
  readonly chanceConsistency: number;
  /** Refused where everybody is expected to pass or to fail. */
  readonly kappa: Result<number, 'undefined'>;
  readonly observedPass: number;
  readonly expectedPass: number;
}

/** Refused where reliability is not between 0 and 1, the cut not from 1 to the highest total, or no spread is left. */
export function livingstonLewis(decisions: Decisions): Result<DecisionQuality, 'undefined'> {
  const fault = faultOf(decisions);
  if (fault !== undefined) {
    return refuse('undefined', fault);
  }
  const { totals, highest, reliability, cut } = decisions;
  const { mean, variance } = spread(totals);
  const length =
    (mean * (highest - mean) - reliability * variance) / (variance * (1 - reliability));
  const fitted = trueScores(frequenciesOf(totals, highest), length, 0);
  if (!fitted.ok) {
    return fitted;
  }
  const rounded = Math.round(length);
  // A cut of one point or more stays one: rounding it to none would pass everybody.
  const onLength = Math.max(1, halfToEven((cut * rounded) / highest));
  return success({
    method: 'Livingston-Lewis',
    effectiveLength: length,
    length: rounded,
    cutOnLength: onLength,
    lordsK: 0,
    ...compare(fitted.value, cut / highest, (share) => binomialFrom(onLength, rounded, share)),
    observedPass: passing(totals, cut),
  });
}

/** As above; also refused for fewer than three items, and where an item gives more than one point. */
export function hansonBrennan(decisions: Decisions): Result<DecisionQuality, 'undefined'> {
  const fault = faultOf(decisions);
  if (fault !== undefined) {
    return refuse('undefined', fault);
  }
  const { totals, highest, reliability, cut } = decisions;
  const unfit = binomialFault(decisions);
  if (unfit !== undefined || highest < 3) {
    return refuse('undefined', unfit ?? 'the two-term error model needs at least three items');
  }
  const { mean, variance } = spread(totals);
  const truth = reliability * variance;
  const room = mean * (highest - mean);
  const lordsK =
    (highest * ((highest - 1) * truth - highest * variance + room)) / (2 * (room - truth));
  const fitted = trueScores(frequenciesOf(totals, highest), highest, lordsK);
  if (!fitted.ok) {
    return fitted;
  }
  return success({
    method: 'Hanson-Brennan',
    effectiveLength: highest,
    length: highest,
    cutOnLength: cut,
    lordsK,
    ...compare(fitted.value, cut / highest, (share) => twoTermFrom(cut, highest, share, lordsK)),
    observedPass: passing(totals, cut),
  });
}

/**
 * P(X >= cut) under Lord's two-term approximation. The sum over the scores from the cut on telescopes: the binomial tail
 * plus k p q (b(cut - 1) - b(cut - 2)), b binomial with two items fewer.
 */
function twoTermFrom(cut: number, items: number, share: number, lordsK: number): number {
  const rest = 1 - share;
  const step =
    binomialPoint(cut - 1, items - 2, share, rest) - binomialPoint(cut - 2, items - 2, share, rest);
  return binomialFrom(cut, items, share) + lordsK * share * rest * step;
}

function compare(
  fitted: TrueScores,
  trueCut: number,
  passes: (share: number) => number,
): Pick<
  DecisionQuality,
  | 'trueScores'
  | 'accuracy'
  | 'falsePass'
  | 'falseFail'
  | 'consistency'
  | 'chanceConsistency'
  | 'kappa'
  | 'expectedPass'
> {
  const { below, above } = overTrueScores(fitted, trueCut, (share) => {
    const p = passes(share);
    return [p, 1 - p, p * p + (1 - p) * (1 - p)];
  });
  const sum = (index: number): number => (below[index] ?? 0) + (above[index] ?? 0);
  const expectedPass = sum(0);
  const consistency = sum(2);
  const chance = expectedPass ** 2 + (1 - expectedPass) ** 2;
  return {
    trueScores: fitted,
    accuracy: (below[1] ?? 0) + (above[0] ?? 0),
    falsePass: below[0] ?? 0,
    falseFail: above[1] ?? 0,
    consistency,
    chanceConsistency: chance,
    kappa: kappaOf(consistency, chance),
    expectedPass,
  };
}

/** (consistency - chance) / (1 - chance), Cohen (1960). */
export const kappaOf = (consistency: number, chance: number): Result<number, 'undefined'> =>
  1 - chance > 1e-12
    ? success((consistency - chance) / (1 - chance))
    : refuse('undefined', 'practically everybody passes, or practically everybody fails');

/** Why a model of right-or-wrong items does not fit these; undefined where it does. */
export const binomialFault = ({ items, highest }: Decisions): string | undefined =>
  items === highest
    ? undefined
    : `${items} items give ${highest} points; the method is for right-or-wrong items`;

/** What makes a decision's quality impossible to work out, as a sentence; undefined where nothing does. */
export function faultOf({ totals, highest, reliability, cut }: Decisions): string | undefined {
  if (totals.length < 2 || totals.every((total) => total === at(totals, 0))) {
    return 'everybody has the same total, so there is no spread to divide';
  }
  if (!(reliability > 0 && reliability < 1)) {
    return `the reliability is ${reliability.toFixed(3)}; the method needs one between 0 and 1`;
  }
  if (totals.some((total) => total < 0 || total > highest)) {
    return `a total lies outside 0 to ${highest}`;
  }
  return Number.isInteger(cut) && cut >= 1 && cut <= highest
    ? undefined
    : `the cut is ${cut}; it must be a whole number from 1 to ${highest}`;
}

/** The people at each total from 0 to the highest. */
export function frequenciesOf(totals: Int32Array, highest: number): Int32Array {
  const frequencies = new Int32Array(highest + 1);
  for (const total of totals) {
    frequencies[total] = at(frequencies, total) + 1;
  }
  return frequencies;
}

const passing = (totals: Int32Array, cut: number): number =>
  totals.reduce((count, total) => count + (total >= cut ? 1 : 0), 0) / totals.length;

function spread(totals: Int32Array): { readonly mean: number; readonly variance: number } {
  const people = totals.length;
  let [sum, squares] = [0, 0];
  for (const total of totals) {
    sum += total;
    squares += total * total;
  }
  return {
    mean: sum / people,
    variance: (people * squares - sum * sum) / (people * (people - 1)),
  };
}

function halfToEven(value: number): number {
  const low = Math.floor(value);
  return value - low === 0.5 ? low + (low % 2) : Math.round(value);
}
