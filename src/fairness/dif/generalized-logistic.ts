/**
 * Logistic regression for several groups: does knowing the group, whichever it is, help to predict an item's answer once
 * the score is known?
 *
 *     logit P(right) = b0 + b1 score + group's shift + group's slope score, the first group being zero
 *
 * Source: Magis, Raiche, Beland & Gerard (2011). Uniform: the shifts; non-uniform: the slopes; both: all of them; each by
 * twice the gain in log-likelihood. Effect size and assumptions as in logistic.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { type Cells, fitLogistic, type LogisticFit } from '../../numerics/fitting/logistic.ts';
import type { Tested } from './breslow-day.ts';
import { type LogisticFault, nagelkerke } from './logistic.ts';
import type { GroupLevel } from './several-groups-levels.ts';

export interface GeneralizedLogistic {
  readonly both: Tested;
  readonly uniform: Tested;
  readonly nonUniform: Tested;
  /** The gain in Nagelkerke's R2 by shifts and slopes together, and by shifts alone. */
  readonly gain: number;
  readonly uniformGain: number;
  /** Each group's log odds against the first group at the same score, in the model without slopes. */
  readonly shifts: readonly number[];
  readonly people: readonly number[];
}

/** Takes counts of wrong (0) and right (1) answers; refused where a group or a kind of answer is missing. */
export function generalizedLogistic(
  levels: readonly GroupLevel[],
): Result<GeneralizedLogistic, LogisticFault> {
  const groups = levels[0]?.counts.length ?? 0;
  const people = Array.from({ length: groups }, (_, group) =>
    levels.reduce(
      (sum, { counts }) => sum + at(at(counts, group), 0) + at(at(counts, group), 1),
      0,
    ),
  );
  if (groups < 2 || people.some((n) => n === 0)) {
    return refuse('no-comparison', 'one of the groups has nobody with an answer to this item');
  }
  const yes = levels.reduce(
    (sum, { counts }) => sum + counts.reduce((s, row) => s + at(row, 1), 0),
    0,
  );
  const all = people.reduce((sum, n) => sum + n, 0);
  if (yes === 0 || yes === all) {
    return refuse('no-variance', 'everybody answered this item alike: there is nothing to explain');
  }
  const score = fitLogistic(cellsOf(levels, groups, 'score'));
  const shifted = fitLogistic(cellsOf(levels, groups, 'shifts'));
  const whole = fitLogistic(cellsOf(levels, groups, 'slopes'));
  if (!score.ok) {
    return score;
  }
  if (!shifted.ok) {
    return shifted;
  }
  if (!whole.ok) {
    return whole;
  }
  const r2 = (fit: LogisticFit): number => nagelkerke(fit.logLikelihood, all, yes);
  return success({
    both: gained(score.value, whole.value, 2 * (groups - 1)),
    uniform: gained(score.value, shifted.value, groups - 1),
    nonUniform: gained(shifted.value, whole.value, groups - 1),
    gain: Math.max(0, r2(whole.value) - r2(score.value)),
    uniformGain: Math.max(0, r2(shifted.value) - r2(score.value)),
    shifts: [0, ...shifted.value.coefficients.slice(2)],
    people,
  });
}

function gained(without: LogisticFit, held: LogisticFit, degreesOfFreedom: number): Tested {
  const statistic = Math.max(0, 2 * (held.logLikelihood - without.logLikelihood));
  return { statistic, degreesOfFreedom, pValue: chiSquaredUpperTail(statistic, degreesOfFreedom) };
}

type Model = 'score' | 'shifts' | 'slopes';

function cellsOf(levels: readonly GroupLevel[], groups: number, model: Model): Cells {
  const values: number[] = [];
  const yes: number[] = [];
  const all: number[] = [];
  for (const { score, counts } of levels) {
    counts.forEach(([wrong = 0, right = 0], group) => {
      if (wrong + right > 0) {
        const own = Array.from({ length: groups - 1 }, (_, other) => (other + 1 === group ? 1 : 0));
        const shifts = model === 'score' ? [] : own;
        const slopes = model === 'slopes' ? own.map((one) => one * score) : [];
        values.push(1, score, ...shifts, ...slopes);
        yes.push(right);
        all.push(wrong + right);
      }
    });
  }
  return {
    values: Float64Array.from(values),
    terms: values.length / all.length,
    yes: Float64Array.from(yes),
    all: Float64Array.from(all),
  };
}
