/**
 * The methods that ask whether an item is fair, one entry each: what it asks, what its effect is measured in, and the
 * fewest people it may be used on. Commands, reports and pages read this list; a method that is not on it is not offered.
 *
 * Methods for two groups of right and wrong answers carry their own call and answer in one shape. The others want other
 * facts (several groups, chosen options, points, a number, calibrated items), which `needs` names; they are called in
 * their own files.
 *
 * The minimum counts matched people of the smaller group. Each is where the false-alarm rate stays at its nominal level in
 * docs/methods/dif-simulations.md; for smaller groups an item goes to readers, not to numbers.
 */
import { type Result, success } from '../../kernel/result/result.ts';
import type { AnswerCounts } from './answer-counts.ts';
import { levelsWithItem } from './answer-counts.ts';
import { breslowDay } from './breslow-day.ts';
import { crossingSibtest } from './crossing-sibtest.ts';
import { type LogisticDif, type LogisticPart, logisticDif } from './logistic.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { type Matching, sibtest } from './sibtest.ts';
import { standardization } from './standardization.ts';
import { type DifClass, difClass, type Leaning, leaningOf } from './verdict.ts';

/** One item by one method, the effect first. */
export interface DifFinding {
  /** In the unit of the method; undefined where it has no bound or the method has none. */
  readonly effect: number | undefined;
  readonly effectError: number | undefined;
  /** Undefined where the method has no agreed bounds. */
  readonly class: DifClass | undefined;
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

const MANTEL_HAENSZEL: TwoGroupMethod = {
  needs: 'two-groups',
  id: 'mantel-haenszel',
  name: 'Mantel-Haenszel',
  asks: 'Do people of equal score have equal odds of a right answer?',
  effect: 'delta, -2.35 times the log odds ratio; below zero, harder for the focal group',
  smallest: 100,
  compare({ counts }, item) {
    const result = mantelHaenszel(levelsWithItem(counts, item));
    if (!result.ok) {
      return result;
    }
    const { effect, strataUsed, ...found } = result.value;
    const letter = difClass(result.value);
    return success({
      effect: effect.ok ? effect.value.delta : undefined,
      effectError: effect.ok ? effect.value.deltaError : undefined,
      class: letter.ok ? letter.value : undefined,
      leaning: leaningOf(found.gap),
      statistic: found.chiSquaredUncorrected,
      statisticCorrected: found.chiSquared,
      degreesOfFreedom: 1,
      pValue: found.pValue,
      people: found.people,
      focalMatched: found.focalMatched,
      strata: strataUsed,
    });
  },
};

const STANDARDIZATION: TwoGroupMethod = {
  needs: 'two-groups',
  id: 'standardization',
  name: 'Standardization',
  asks: 'By how many points in a hundred is the item harder at equal score?',
  effect: 'difference of the shares of right answers; below zero, harder for the focal group',
  smallest: 100,
  compare({ counts }, item) {
    const result = standardization(levelsWithItem(counts, item));
    if (!result.ok) {
      return result;
    }
    const { difference, error, z, pValue, people, focalMatched, strataUsed } = result.value;
    return success({
      effect: difference,
      effectError: error,
      class: byBounds(Math.abs(difference), pValue, 0.05, 0.1),
      leaning: leaningOf(-difference),
      statistic: z * z,
      statisticCorrected: undefined,
      degreesOfFreedom: 1,
      pValue,
      people,
      focalMatched,
      strata: strataUsed,
    });
  },
};

function logisticMethod(
  id: string,
  name: string,
  asks: string,
  smallest: number,
  partOf: (found: LogisticDif) => LogisticPart,
): TwoGroupMethod {
  return {
    needs: 'two-groups',
    id,
    name,
    asks,
    effect: "gain in Nagelkerke's R2, without a sign",
    smallest,
    compare({ counts }, item) {
      const result = logisticDif(levelsWithItem(counts, item));
      if (!result.ok) {
        return result;
      }
      const { people, focalPeople, scores } = result.value;
      const { test, gain, jodoinGierl } = partOf(result.value);
      return success({
        effect: gain,
        effectError: undefined,
        class: jodoinGierl,
        leaning: leaningOfLogistic(result.value),
        ...test,
        statisticCorrected: undefined,
        people,
        focalMatched: focalPeople,
        strata: scores,
      });
    },
  };
}

/** Where the slopes alone are significant and the curves cross among the scores, the item turns with the score. */
function leaningOfLogistic({ uniform, nonUniform, ...found }: LogisticDif): Leaning {
  if (
    found.crossesAt !== undefined &&
    nonUniform.test.pValue < Math.min(0.05, uniform.test.pValue)
  ) {
    return (found.coefficients[3] ?? 0) < 0
      ? 'harder-for-focal-at-high-scores'
      : 'harder-for-focal-at-low-scores';
  }
  const { groupEffect } = found;
  return leaningOf(groupEffect.ok ? -groupEffect.value.logOdds : -(found.coefficients[2] ?? 0));
}

const LOGISTIC = logisticMethod(
  'logistic',
  'Logistic regression',
  'Does the group help to predict the answer once the score is known, alike or not at all scores?',
  100,
  ({ both }) => both,
);
const LOGISTIC_UNIFORM = logisticMethod(
  'logistic-uniform',
  'Logistic regression, uniform',
  'Does the group shift the odds by the same amount at every score?',
  100,
  ({ uniform }) => uniform,
);
const LOGISTIC_NON_UNIFORM = logisticMethod(
  'logistic-non-uniform',
  'Logistic regression, non-uniform',
  'Does the shift of the odds change with the score?',
  100,
  ({ nonUniform }) => nonUniform,
);

const BRESLOW_DAY: TwoGroupMethod = {
  needs: 'two-groups',
  id: 'breslow-day',
  name: 'Breslow-Day, trend',
  asks: 'Does the odds ratio rise or fall with the score?',
  effect: 'none; read it beside Mantel-Haenszel',
  smallest: 200,
  compare({ counts }, item) {
    const result = breslowDay(levelsWithItem(counts, item));
    if (!result.ok) {
      return result;
    }
    const { trend, trendGap, people, focalMatched, strataUsed } = result.value;
    return success({
      effect: undefined,
      effectError: undefined,
      class: undefined,
      leaning: trendGap > 0 ? 'harder-for-focal-at-high-scores' : 'harder-for-focal-at-low-scores',
      ...trend,
      statisticCorrected: undefined,
      people,
      focalMatched,
      strata: strataUsed,
    });
  },
};

const SIBTEST: TwoGroupMethod = {
  needs: 'two-groups',
  id: 'sibtest',
  name: 'SIBTEST',
  asks: 'Do people of equal true score have equal chances of a right answer?',
  effect: 'beta, difference of the shares of right answers; above zero, harder for the focal group',
  smallest: 200,
  compare({ matching }, item) {
    const result = sibtest(matching(item));
    if (!result.ok) {
      return result;
    }
    const { beta, error, z, pValue, scoresUsed, people, focalMatched } = result.value;
    return success({
      effect: beta,
      effectError: error,
      class: result.value.class,
      leaning: leaningOf(beta),
      statistic: z * z,
      statisticCorrected: undefined,
      degreesOfFreedom: 1,
      pValue,
      people,
      focalMatched,
      strata: scoresUsed,
    });
  },
};

const CROSSING_SIBTEST: TwoGroupMethod = {
  needs: 'two-groups',
  id: 'crossing-sibtest',
  name: 'Crossing SIBTEST',
  asks: 'Does the item favor one group among the able and the other among the less able?',
  effect: 'beta, the size of the gap whichever group it is against',
  smallest: 200,
  compare({ matching }, item) {
    const result = crossingSibtest(matching(item));
    if (!result.ok) {
      return result;
    }
    const { below, above, beta, crossesAt, scoresUsed, ...found } = result.value;
    const turns =
      below < above ? 'harder-for-focal-at-high-scores' : 'harder-for-focal-at-low-scores';
    return success({
      effect: beta,
      effectError: undefined,
      class: byBounds(beta, found.pValue, 0.059, 0.088),
      leaning: crossesAt === undefined ? leaningOf(below + above) : turns,
      statistic: found.statistic,
      statisticCorrected: undefined,
      degreesOfFreedom: found.degreesOfFreedom,
      pValue: found.pValue,
      people: found.people,
      focalMatched: found.focalMatched,
      strata: scoresUsed,
    });
  },
};

function byBounds(size: number, pValue: number, moderate: number, large: number): DifClass {
  if (size < moderate || pValue >= 0.05) {
    return 'A';
  }
  return size < large ? 'B' : 'C';
}

const OTHERS: readonly OtherMethod[] = [
  {
    needs: 'whole-form',
    id: 'empirical-bayes',
    name: 'Empirical Bayes Mantel-Haenszel',
    asks: 'How likely is it that the item is truly A, or truly C, given all items of the form?',
    effect: 'delta, pulled toward the mean of the form',
    smallest: 50,
  },
  {
    needs: 'whole-form',
    id: 'delta-plot',
    name: 'Delta plot',
    asks: 'Which items lie off the line of difficulties of the two groups?',
    effect: 'distance from the line in deltas; below zero, harder for the focal group',
    smallest: 100,
  },
  {
    needs: 'several-groups',
    id: 'generalized-mantel-haenszel',
    name: 'Generalized Mantel-Haenszel',
    asks: 'Do people of equal score answer alike in all groups?',
    effect: 'none; pairs of groups are compared by Mantel-Haenszel',
    smallest: 50,
  },
  {
    needs: 'several-groups',
    id: 'generalized-logistic',
    name: 'Generalized logistic regression',
    asks: 'Does the group help to predict the answer once the score is known, in several groups?',
    effect: "gain in Nagelkerke's R2, without a sign",
    smallest: 100,
  },
  {
    needs: 'a-number',
    id: 'continuous',
    name: 'Logistic regression and score tests on a number',
    asks: 'Does a number such as age help to predict the answer once the score is known?',
    effect: 'log odds for one standard deviation; below zero, harder as the number rises',
    smallest: 200,
  },
  {
    needs: 'options',
    id: 'distractor',
    name: 'Distractor functioning',
    asks: 'Do the groups choose different wrong options at equal score?',
    effect: 'difference of shares, option by option',
    smallest: 100,
  },
  {
    needs: 'points',
    id: 'mantel',
    name: 'Mantel',
    asks: 'Do people of equal score earn equal points on an item with more than two?',
    effect: 'difference of mean points; below zero, the focal group earns fewer',
    smallest: 100,
  },
  {
    needs: 'calibrations',
    id: 'lord',
    name: "Lord's chi-squared",
    asks: 'Has the item the same discrimination and difficulty in both groups?',
    effect: 'difference of the difficulties; above zero, harder for the focal group',
    smallest: 250,
  },
  {
    needs: 'calibrations',
    id: 'raju',
    name: "Raju's areas",
    asks: "How far apart are the item's curves in the two groups?",
    effect: 'area between the curves; above zero, harder for the focal group',
    smallest: 250,
  },
];

export const TWO_GROUP_METHODS: readonly TwoGroupMethod[] = [
  MANTEL_HAENSZEL,
  STANDARDIZATION,
  LOGISTIC,
  LOGISTIC_UNIFORM,
  LOGISTIC_NON_UNIFORM,
  BRESLOW_DAY,
  SIBTEST,
  CROSSING_SIBTEST,
];

/** Every method, in the order of the documentation. */
export const DIF_METHODS: readonly DifMethod[] = [...TWO_GROUP_METHODS, ...OTHERS];

/** The method of that name among those for two groups. */
export const twoGroupMethod = (id: string): TwoGroupMethod | undefined =>
  TWO_GROUP_METHODS.find((method) => method.id === id);
