/**
 * The methods for two groups of right and wrong answers, each made to answer in the one shape that commands, reports and
 * pages read. Nothing is worked out here that is not in the method's own file.
 */
import { success } from '../../kernel/result/result.ts';
import { levelsWithItem } from './answer-counts.ts';
import { breslowDay } from './breslow-day.ts';
import { crossingSibtest } from './crossing-sibtest.ts';
import type { TwoGroupMethod } from './dif-method.ts';
import { type LogisticDif, logisticDif } from './logistic.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { sibtest } from './sibtest.ts';
import { standardization } from './standardization.ts';
import { type DifClass, difClass, type Leaning, leaningOf } from './verdict.ts';

/** On the delta scale, by the rule of the Educational Testing Service. */
const NEGLIGIBLE_DELTA = 1;

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
      negligible: effect.ok && Math.abs(effect.value.delta) < NEGLIGIBLE_DELTA,
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
      negligible: Math.abs(difference) < 0.05,
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
  part: 'both' | 'uniform' | 'nonUniform',
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
      const { test, gain, jodoinGierl } = result.value[part];
      return success({
        effect: gain,
        effectError: undefined,
        class: jodoinGierl,
        // By the gain alone nearly everything is negligible: an item of class C by Mantel-Haenszel can be A.
        negligible: result.value.meanDelta[part] < NEGLIGIBLE_DELTA,
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
  'both',
);
const LOGISTIC_UNIFORM = logisticMethod(
  'logistic-uniform',
  'Logistic regression, uniform',
  'Does the group shift the odds by the same amount at every score?',
  100,
  'uniform',
);
const LOGISTIC_NON_UNIFORM = logisticMethod(
  'logistic-non-uniform',
  'Logistic regression, non-uniform',
  'Does the shift of the odds change with the score?',
  100,
  'nonUniform',
);

const BRESLOW_DAY: TwoGroupMethod = {
  needs: 'two-groups',
  id: 'breslow-day',
  name: 'Breslow-Day, trend',
  asks: 'Does the odds ratio rise or fall with the score?',
  effect: 'none; read it beside Mantel-Haenszel',
  smallest: 100,
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
      negligible: false,
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
  smallest: 100,
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
      negligible: Math.abs(beta) < 0.059,
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
  smallest: 100,
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
      negligible: beta < 0.059,
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

/** The method of that name among those for two groups. */
export const twoGroupMethod = (id: string): TwoGroupMethod | undefined =>
  TWO_GROUP_METHODS.find((method) => method.id === id);
