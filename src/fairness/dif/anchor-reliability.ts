/**
 * Coefficient alpha of the anchor score without one item, in each group: how far SIBTEST may trust an observed score.
 * Worked out from the counts by score, so that it costs nothing beside them.
 *
 *     alpha = k / (k - 1) (1 - sum of item variances / variance of the score)
 *
 * Source: Cronbach (1951). People with answers missing must be left out before (packAnswers, onlyComplete).
 */
import { FOCAL, REFERENCE } from '../groups/group.ts';
import { type AnswerCounts, answeredFrom, levelsWithoutItem } from './answer-counts.ts';
import type { ScoreLevel } from './mantel-haenszel.ts';
import type { Matching } from './sibtest.ts';

/** For each item the matching that SIBTEST needs. */
export function matchings(counts: AnswerCounts): (item: number) => Matching {
  const { items, anchor } = counts;
  const shares = [shareRight(counts, REFERENCE), shareRight(counts, FOCAL)];
  const sums = shares.map((share) =>
    share.reduce((sum, p, item) => sum + (anchor[item] === 1 ? p * (1 - p) : 0), 0),
  );
  const anchors = anchor.reduce((sum, one) => sum + one, 0);
  return (item) => {
    const levels = levelsWithoutItem(counts, item);
    const own = item < items && anchor[item] === 1 ? 1 : 0;
    const alpha = (side: typeof REFERENCE | typeof FOCAL): number => {
      const p = shares[side]?.[item] ?? 0;
      const variances = (sums[side] ?? 0) - own * p * (1 - p);
      const k = anchors - own;
      return (k / (k - 1)) * (1 - variances / scoreVariance(levels, side));
    };
    return { levels, reliability: { reference: alpha(REFERENCE), focal: alpha(FOCAL) } };
  };
}

function shareRight(counts: AnswerCounts, side: number): Float64Array {
  const { items, levels, answered, right } = counts;
  const share = new Float64Array(items);
  for (let item = 0; item < items; item += 1) {
    let [all, yes] = [0, 0];
    const [seen, own] = [answeredFrom(counts, item), item * 2 * levels];
    for (let cell = side * levels; cell < (side + 1) * levels; cell += 1) {
      all += answered[seen + cell] ?? 0;
      yes += right[own + cell] ?? 0;
    }
    share[item] = yes / all;
  }
  return share;
}

function scoreVariance(levels: readonly ScoreLevel[], side: number): number {
  let [people, sum, squares] = [0, 0, 0];
  for (const level of levels) {
    const here =
      side === FOCAL
        ? level.focalRight + level.focalWrong
        : level.referenceRight + level.referenceWrong;
    people += here;
    sum += here * level.score;
    squares += here * level.score ** 2;
  }
  return (squares - sum ** 2 / people) / people;
}
