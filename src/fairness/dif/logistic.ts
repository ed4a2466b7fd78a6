/**
 * Logistic regression: does knowing the group help to predict an item's answer once the score is known, and does it help
 * alike at every score?
 *
 *     logit P(right) = b0 + b1 score + b2 group + b3 score group,  group 1 = focal
 *     uniform: b2, 1 df; non-uniform: b3, 1 df; both, 2 df: twice the gain in log-likelihood
 *
 * Sources: Swaminathan & Rogers (1990); effect size: the gain in Nagelkerke's R2 (1991), on the scales of
 * Zumbo & Thomas (1997; .13, .26) and Jodoin & Gierl (2001; .035, .070), who disagree about what is negligible, and the
 * log odds on the delta scale of Mantel-Haenszel (Monahan, McHorney, Stump & Perkins 2007), on which the methods can be compared. Assumes that the
 * log odds rise in a straight line with the score, which guessing bends. People of equal score and group share a cell,
 * so the cost does not grow with people.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { type Cells, fitLogistic, type LogisticFit } from '../../numerics/fitting/logistic.ts';
import { quadraticForm } from '../../numerics/linear/quadratic-form.ts';
import type { Tested } from './breslow-day.ts';
import type { ScoreLevel } from './mantel-haenszel.ts';
import type { DifClass } from './verdict.ts';

export interface LogisticPart {
  /** Twice the gain in log-likelihood. */
  readonly test: Tested;
  /** Wald's test; refused where the answers are separated, because it then says nothing. */
  readonly wald: Result<Tested, 'separated'>;
  /** The gain in Nagelkerke's R2. */
  readonly gain: number;
  readonly zumboThomas: DifClass;
  readonly jodoinGierl: DifClass;
}

export interface LogisticDif {
  readonly both: LogisticPart;
  readonly uniform: LogisticPart;
  readonly nonUniform: LogisticPart;
  /** The log odds of the focal group against the reference group at the same score, in the model without b3. */
  readonly groupEffect: Result<{ readonly logOdds: number; readonly error: number }, 'separated'>;
  /** b0 to b3. */
  readonly coefficients: Float64Array;
  /**
   * How far apart the curves are on the delta scale, 2.35 times the log odds, on average over focal people and whichever
   * group is ahead: all of it, and what the group's shift and the group's slope make of it.
   */
  readonly meanDelta: {
    readonly both: number;
    readonly uniform: number;
    readonly nonUniform: number;
  };
  /** The score at which the groups' curves cross; undefined where they do not cross between scores that people have. */
  readonly crossesAt: number | undefined;
  readonly people: number;
  readonly focalPeople: number;
  readonly scores: number;
}

export type LogisticFault = 'no-comparison' | 'no-variance' | 'not-definite' | 'not-settled';

const SIGNIFICANCE = 0.05;
const DELTA_PER_LOG_ODDS = 2.35;
const ZUMBO_THOMAS = [0.13, 0.26] as const;
const JODOIN_GIERL = [0.035, 0.07] as const;

/** All three tests with their effect sizes; refused where a group or a kind of answer is missing. */
export function logisticDif(levels: readonly ScoreLevel[]): Result<LogisticDif, LogisticFault> {
  const cells = cellsOf(levels);
  const people = total(cells.all);
  const yes = total(cells.yes);
  const focalPeople = levels.reduce((sum, level) => sum + level.focalRight + level.focalWrong, 0);
  if (focalPeople === 0 || focalPeople === people) {
    return refuse('no-comparison', 'one of the groups has nobody with an answer to this item');
  }
  if (yes === 0 || yes === people) {
    return refuse('no-variance', 'everybody answered this item alike: there is nothing to explain');
  }
  const score = fitLogistic(firstTerms(cells, 2));
  const group = fitLogistic(firstTerms(cells, 3));
  const whole = fitLogistic(cells);
  if (!score.ok) {
    return score;
  }
  if (!group.ok) {
    return group;
  }
  if (!whole.ok) {
    return whole;
  }
  return success({
    ...partsOf(score.value, group.value, whole.value, people, yes),
    groupEffect: groupEffectOf(group.value),
    coefficients: whole.value.coefficients,
    meanDelta: meanDeltaOf(group.value.coefficients, whole.value.coefficients, levels),
    crossesAt: crossingOf(whole.value.coefficients, levels),
    people,
    focalPeople,
    scores: levels.length,
  });
}

function partsOf(
  score: LogisticFit,
  group: LogisticFit,
  whole: LogisticFit,
  people: number,
  yes: number,
): Pick<LogisticDif, 'both' | 'uniform' | 'nonUniform'> {
  const r2 = (fit: LogisticFit): number => nagelkerke(fit.logLikelihood, people, yes);
  const part = (
    without: LogisticFit,
    held: LogisticFit,
    terms: readonly number[],
  ): LogisticPart => {
    const gained = Math.max(0, 2 * (held.logLikelihood - without.logLikelihood));
    const test = tested(gained, terms.length);
    const gain = Math.max(0, r2(held) - r2(without));
    return {
      test,
      wald: waldOf(held, terms),
      gain,
      zumboThomas: classOf(gain, test.pValue, ZUMBO_THOMAS),
      jodoinGierl: classOf(gain, test.pValue, JODOIN_GIERL),
    };
  };
  return {
    both: part(score, whole, [2, 3]),
    uniform: part(score, group, [2]),
    nonUniform: part(group, whole, [3]),
  };
}

/**
 * Nagelkerke's R2 of a binary fit. Worked on the log scale throughout: a program that takes the likelihood itself loses
 * the divisor to underflow beyond a thousand people and silently prints the smaller R2 of Cox and Snell.
 */
export function nagelkerke(logLikelihood: number, people: number, yes: number): number {
  const none = yes * Math.log(yes / people) + (people - yes) * Math.log(1 - yes / people);
  return Math.expm1((2 * (none - logLikelihood)) / people) / Math.expm1((2 * none) / people);
}

function waldOf(fit: LogisticFit, terms: readonly number[]): Result<Tested, 'separated'> {
  const { covariance, coefficients } = fit;
  if (covariance === undefined) {
    return SEPARATED;
  }
  const size = coefficients.length;
  const block = Float64Array.from(
    terms.flatMap((row) => terms.map((column) => covariance[row * size + column] ?? 0)),
  );
  const form = quadraticForm(
    block,
    Float64Array.from(terms, (term) => coefficients[term] ?? 0),
  );
  return form.ok ? success(tested(form.value, terms.length)) : SEPARATED;
}

const SEPARATED = refuse(
  'separated',
  'the answers are separated: one group is always right or always wrong from some score on, so that the estimate has no bound',
);

function groupEffectOf({ covariance, coefficients }: LogisticFit): LogisticDif['groupEffect'] {
  return covariance === undefined
    ? SEPARATED
    : success({ logOdds: coefficients[2] ?? 0, error: Math.sqrt(covariance[8] ?? 0) });
}

function meanDeltaOf(
  shifted: Float64Array,
  whole: Float64Array,
  levels: readonly ScoreLevel[],
): LogisticDif['meanDelta'] {
  const focal = (level: ScoreLevel): number => level.focalRight + level.focalWrong;
  const people = levels.reduce((sum, level) => sum + focal(level), 0);
  const mean = (value: (score: number) => number): number =>
    levels.reduce((sum, level) => sum + focal(level) * value(level.score), 0) / people;
  const [, , shift = 0, slope = 0] = whole;
  const middle = mean((score) => score);
  return {
    both: DELTA_PER_LOG_ODDS * mean((score) => Math.abs(shift + slope * score)),
    uniform: DELTA_PER_LOG_ODDS * Math.abs(shifted[2] ?? 0),
    nonUniform: DELTA_PER_LOG_ODDS * mean((score) => Math.abs(slope * (score - middle))),
  };
}

function crossingOf(coefficients: Float64Array, levels: readonly ScoreLevel[]): number | undefined {
  const at = -(coefficients[2] ?? 0) / (coefficients[3] ?? 0);
  const lowest = levels[0]?.score ?? 0;
  const highest = levels.at(-1)?.score ?? 0;
  return at > lowest && at < highest ? at : undefined;
}

function classOf(gain: number, pValue: number, [some, much]: readonly [number, number]): DifClass {
  if (pValue >= SIGNIFICANCE || gain < some) {
    return 'A';
  }
  return gain < much ? 'B' : 'C';
}

const tested = (statistic: number, degreesOfFreedom: number): Tested => ({
  statistic,
  degreesOfFreedom,
  pValue: chiSquaredUpperTail(statistic, degreesOfFreedom),
});

/** Intercept, score, group, score in the focal group; a cell for each score and group where somebody is. */
function cellsOf(levels: readonly ScoreLevel[]): Cells {
  const values = new Float64Array(levels.length * 8);
  const yes = new Float64Array(levels.length * 2);
  const all = new Float64Array(levels.length * 2);
  let cells = 0;
  const add = (score: number, group: number, right: number, wrong: number): void => {
    if (right + wrong > 0) {
      values[cells * 4] = 1;
      values[cells * 4 + 1] = score;
      values[cells * 4 + 2] = group;
      values[cells * 4 + 3] = group * score;
      yes[cells] = right;
      all[cells] = right + wrong;
      cells += 1;
    }
  };
  for (const { score, referenceRight, referenceWrong, focalRight, focalWrong } of levels) {
    add(score, 0, referenceRight, referenceWrong);
    add(score, 1, focalRight, focalWrong);
  }
  return {
    values: values.subarray(0, cells * 4),
    terms: 4,
    yes: yes.subarray(0, cells),
    all: all.subarray(0, cells),
  };
}

function firstTerms({ values, terms, yes, all }: Cells, count: number): Cells {
  const first = new Float64Array(all.length * count);
  for (let cell = 0; cell < all.length; cell += 1) {
    for (let term = 0; term < count; term += 1) {
      first[cell * count + term] = values[cell * terms + term] ?? 0;
    }
  }
  return { values: first, terms: count, yes, all };
}

const total = (counts: Float64Array): number => counts.reduce((sum, count) => sum + count, 0);
