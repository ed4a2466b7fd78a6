/**
 * The methods that ask whether an item is fair, one entry each. Commands, reports and pages read this list; a method that
 * is not on it is not offered.
 *
 * Methods for two groups of right and wrong answers carry their own call and answer in one shape, and so do those that
 * calibrate. The others want other facts (several groups, chosen options, points, a number), which `needs` names; they are
 * called in their own files.
 *
 * The minimum counts matched people of the smaller group. docs/methods/dif-simulations.md shows that the false-alarm
 * rate holds there; for smaller groups an item goes to readers, not to numbers.
 */
import { LORD, RAJU } from './apart-methods.ts';
import type { DifMethod, ModelMethod, OtherMethod } from './dif-method.ts';
import { LIKELIHOOD_RATIO } from './likelihood-ratio-dif.ts';
import { TWO_GROUP_METHODS } from './two-group-methods.ts';

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
    needs: 'points',
    id: 'ordinal-logistic',
    name: 'Ordinal logistic regression',
    asks: 'Does the group help to predict the points once the score is known, alike or not at all scores?',
    effect: 'log odds of more points; below zero, the focal group earns fewer',
    smallest: 100,
  },
];

/** The methods that calibrate the two groups. */
export const MODEL_METHODS: readonly ModelMethod[] = [LORD, RAJU, LIKELIHOOD_RATIO];

/** Every method, in the order of the documentation. */
export const DIF_METHODS: readonly DifMethod[] = [
  ...TWO_GROUP_METHODS,
  ...OTHERS,
  ...MODEL_METHODS,
];

/** The method of that name among those that calibrate. */
export const modelMethod = (id: string): ModelMethod | undefined =>
  MODEL_METHODS.find((method) => method.id === id);

/** Fewest people of the smaller (or of each) group for the method of that name; 1 for a name that is none. */
export const smallestGroupFor = (id: string): number =>
  DIF_METHODS.find((method) => method.id === id)?.smallest ?? 1;
