/**
 * Krippendorff's alpha: agreement of any number of raters on any scale, with scores missing here and there.
 *
 *     alpha = 1 - disagreement seen / disagreement expected,   both sums of d(c, k) over pairs of values
 *
 * d is 0 or 1 (nominal), the squared number of ratings between two ranks (ordinal), (c - k)^2 (interval) or
 * ((c - k)/(c + k))^2 (ratio). A case with one score pairs with nothing and counts nowhere.
 * Source: Krippendorff (2004; 2011, computing alpha); as computed by R's irr::kripp.alpha. No interval: a bootstrap would
 * need chance, and the closed forms assume a scale.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export type MeasurementScale = 'nominal' | 'ordinal' | 'interval' | 'ratio';

export interface Alpha {
  readonly value: number;
  /** Scores that could be paired with another of the same case. */
  readonly paired: number;
  readonly unpaired: number;
}

/**
 * Scores by case, undefined where a rater gave none. Refused where nothing can be paired, where all scores are equal, and
 * on the ratio scale for values below zero.
 */
export function krippendorffAlpha(
  scores: readonly (readonly (number | undefined)[])[],
  scale: MeasurementScale,
): Result<Alpha, 'too-few' | 'no-spread' | 'bad-score'> {
  const given = scores.map((row) => row.filter((score) => score !== undefined));
  const all = given.flat();
  if (all.some((x) => !Number.isFinite(x)) || (scale === 'ratio' && all.some((x) => x < 0))) {
    return refuse(
      'bad-score',
      'a score is no number, or is below zero on a scale that begins there',
    );
  }
  const cases = given.filter((row) => row.length > 1);
  const values = [...new Set(cases.flat())].toSorted((a, b) => a - b);
  const paired = cases.reduce((sum, row) => sum + row.length, 0);
  if (cases.length === 0) {
    return refuse('too-few', 'no case has two scores');
  }
  if (values.length < 2) {
    return refuse('no-spread', 'all scores are equal: there is nothing to disagree about');
  }
  const counts = values.map(() => 0);
  const placed = cases.map((row) => row.map((score) => values.indexOf(score)));
  for (const place of placed.flat()) {
    counts[place] = at(counts, place) + 1;
  }
  const apart = values.map((_, c) => values.map((__, k) => distance(scale, values, counts, c, k)));
  const d = (c: number, k: number): number => at(at(apart, c), k);
  const seen = placed.reduce((sum, row) => {
    const pairs = row.reduce((all, c) => all + row.reduce((more, k) => more + d(c, k), 0), 0);
    return sum + pairs / (row.length - 1);
  }, 0);
  const expected = counts.reduce(
    (sum, n, c) => sum + counts.reduce((more, m, k) => more + n * m * d(c, k), 0),
    0,
  );
  return success({
    value: 1 - ((paired - 1) * seen) / expected,
    paired,
    unpaired: all.length - paired,
  });
}

function distance(
  scale: MeasurementScale,
  values: readonly number[],
  counts: readonly number[],
  c: number,
  k: number,
): number {
  const [one, other] = [at(values, c), at(values, k)];
  if (c === k) {
    return 0;
  }
  if (scale === 'ordinal') {
    const between = counts.slice(Math.min(c, k), Math.max(c, k) + 1);
    const ends = (at(counts, c) + at(counts, k)) / 2;
    return (between.reduce((sum, n) => sum + n, 0) - ends) ** 2;
  }
  if (scale === 'nominal') {
    return 1;
  }
  return scale === 'interval' ? (one - other) ** 2 : ((one - other) / (one + other)) ** 2;
}
