/**
 * How likely each sum score is for somebody of each ability: the items are taken up one after the other,
 * P(score s after this item) = sum over k of P(score s - k before it) P(category k).
 *
 * Source: Lord & Wingersky (1984), Applied Psychological Measurement 8, 453-461; for ordered categories Thissen,
 * Pommerich, Billeaud & Williams (1995). Assumes that answers are independent given ability. All terms are positive, so
 * no digit is lost however long the exam.
 */
import { at } from '../../kernel/result/at.ts';

/** Category by category, lowest first: the probability at each point. */
export type CategoryTable = readonly Float64Array[];

/** Score after score from 0: its probability at each point. */
export function sumScoreDistribution(
  items: readonly CategoryTable[],
  points: number,
): readonly Float64Array[] {
  let scores: readonly Float64Array[] = [new Float64Array(points).fill(1)];
  for (const item of items) {
    scores = withItem(scores, item, points);
  }
  return scores;
}

/**
 * For each item in turn the distribution of the sum of all the others. Halving the items again and again, each half taken
 * up once for the other, costs items x log(items) steps where leaving each out afresh would cost items x items; and
 * nothing is ever divided out, which would lose digits.
 */
export function forEachWithout(
  items: readonly CategoryTable[],
  points: number,
  visit: (item: number, others: readonly Float64Array[]) => void,
): void {
  const halve = (from: number, to: number, others: readonly Float64Array[]): void => {
    if (to - from === 1) {
      visit(from, others);
      return;
    }
    const middle = Math.floor((from + to) / 2);
    const taken = (start: number, end: number): readonly Float64Array[] =>
      items.slice(start, end).reduce((sum, item) => withItem(sum, item, points), others);
    halve(from, middle, taken(middle, to));
    halve(middle, to, taken(from, middle));
  };
  if (items.length > 0) {
    halve(0, items.length, [new Float64Array(points).fill(1)]);
  }
}

function withItem(
  scores: readonly Float64Array[],
  item: CategoryTable,
  points: number,
): readonly Float64Array[] {
  const next = Array.from(
    { length: scores.length + item.length - 1 },
    () => new Float64Array(points),
  );
  scores.forEach((before, score) => {
    item.forEach((category, k) => {
      const into = at(next, score + k);
      for (let point = 0; point < points; point += 1) {
        into[point] = (into[point] ?? 0) + (before[point] ?? 0) * (category[point] ?? 0);
      }
    });
  });
  return next;
}
