/** How each DIF method is called in a report, and what its effect is measured in. The names are those of the JSON. */
export const DIF_METHODS = [
  'mantel-haenszel',
  'standardization',
  'logistic',
  'breslow-day',
  'sibtest',
  'crossing-sibtest',
  'lord',
  'raju',
  'likelihood-ratio',
  'generalized-mantel-haenszel',
  'generalized-logistic',
  'distractor',
  'mantel',
  'ordinal-logistic',
  'empirical-bayes',
  'delta-plot',
  'continuous',
] as const;
export type DifMethod = (typeof DIF_METHODS)[number];

interface MethodWords {
  readonly name: string;
  /** What a number other than zero says, and in which direction. */
  readonly reading: string;
}

const WORDS: Readonly<Record<DifMethod, MethodWords>> = {
  'mantel-haenszel': {
    name: 'Mantel-Haenszel',
    reading:
      'effect is delta: below zero, harder for the focal group at the same total; A under 1, C at least 1.5 and clearly above 1',
  },
  standardization: {
    name: 'Standardization',
    reading: 'effect is a difference of shares right at the same total; A under .05, C from .10',
  },
  logistic: {
    name: 'Logistic regression',
    reading:
      'effect is the gain in Nagelkerke’s R² by knowing the group; A under .035, C from .070 (Jodoin & Gierl)',
  },
  'breslow-day': {
    name: 'Breslow-Day',
    reading:
      'asks whether the gap is the same at every total; it has no effect size and no classes',
  },
  sibtest: {
    name: 'SIBTEST',
    reading:
      'effect is beta, the gap in shares right at equal true score: above zero, harder for the focal group; A under .059, C from .088',
  },
  'crossing-sibtest': {
    name: 'Crossing SIBTEST',
    reading: 'as SIBTEST, for gaps that turn round at some score',
  },
  lord: { name: 'Lord', reading: 'effect is the difference of difficulties on one scale' },
  raju: { name: 'Raju', reading: 'effect is the area between the two groups’ curves' },
  'likelihood-ratio': {
    name: 'Likelihood ratio',
    reading: 'compares a model with the item’s own parameters for each group to one without',
  },
  'generalized-mantel-haenszel': {
    name: 'Generalized Mantel-Haenszel',
    reading: 'several groups at once; it has no effect size',
  },
  'generalized-logistic': {
    name: 'Generalized logistic regression',
    reading: 'several groups at once; effect is the gain in Nagelkerke’s R², without a sign',
  },
  mantel: {
    name: 'Mantel',
    reading:
      'effect is the difference of mean points at the same total in standard deviations of the item: below zero, harder for the focal group; A under .17, C from .25',
  },
  'ordinal-logistic': {
    name: 'Ordinal logistic regression',
    reading: 'effect is the log odds of more points: below zero, harder for the focal group',
  },
  'empirical-bayes': {
    name: 'Empirical Bayes',
    reading:
      'delta pulled toward the mean of the form by how much chance is in it; it says how likely a true C is',
  },
  'delta-plot': {
    name: 'Delta plot',
    reading:
      'effect is the distance from the line of all items in deltas: below zero, harder for the focal group; a picture, not a test; 1.5 is the customary mark',
  },
  continuous: {
    name: 'Logistic regression on a number',
    reading:
      'effect is the log odds for one standard deviation of the number: below zero, harder as it rises',
  },
  distractor: {
    name: 'Distractor functioning',
    reading: 'asks whether the groups choose different wrong answers at the same total',
  },
};

const isMethod = (name: string): name is DifMethod => DIF_METHODS.some((method) => method === name);

export const methodName = (method: string): string =>
  isMethod(method) ? WORDS[method].name : method;

export const methodReading = (method: string): string =>
  isMethod(method) ? WORDS[method].reading : '';
