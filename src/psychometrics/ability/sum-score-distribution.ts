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
  const { scores, values } = taken(items, 0, items.length, NOTHING_TAKEN(points), points);
  return Array.from({ length: scores }, (_, score) =>
    values.subarray(score * points, (score + 1) * points),
  );
}

/** A distribution of sums in one stretch of memory: the probability of `score` at `point` is values[score * points + point]. */
export interface SumScores {
  readonly scores: number;
  readonly values: Float64Array;
}

const NOTHING_TAKEN = (points: number): SumScores => ({
  scores: 1,
  values: new Float64Array(points).fill(1),
});

/**
 * For each item in turn the distribution of the sum of all the others. Halving the items again and again, each half taken
 * up once for the other, costs items x log(items) steps where leaving each out afresh would cost items x items; and
 * nothing is ever divided out, which would lose digits.
 */
export function forEachWithout(
  items: readonly CategoryTable[],
  points: number,
  visit: (item: number, others: SumScores) => void,
): void {
  const halve = (from: number, to: number, others: SumScores): void => {
    if (to - from === 1) {
      visit(from, others);
      return;
    }
    const middle = Math.floor((from + to) / 2);
    halve(from, middle, taken(items, middle, to, others, points));
    halve(middle, to, taken(items, from, middle, others, points));
  };
  if (items.length > 0) {
    halve(0, items.length, NOTHING_TAKEN(points));
  }
}

/** The sums with these items taken up, one after the other in the same memory, the highest score first. */
function taken(
  items: readonly CategoryTable[],
  from: number,
  to: number,
  before: SumScores,
  points: number,
): SumScores {
  const added = inPairs(items.slice(from, to));
  const most = added.reduce((sum, item) => sum + item.length - 1, before.scores);
  const values = new Float64Array(most * points);
  values.set(before.values);
  let { scores } = before;
  for (const item of added) {
    for (let score = scores + item.length - 2; score >= 0; score -= 1) {
      takeUp(
        values,
        score * points,
        item,
        Math.max(0, score - scores + 1),
        Math.min(score, item.length - 1),
      );
    }
    scores += item.length - 1;
  }
  return { scores, values };
}

/** Every two right-or-wrong items as one of three categories: the sums are gone through half as often. */
function inPairs(items: readonly CategoryTable[]): readonly CategoryTable[] {
  const pairs: CategoryTable[] = [];
  for (let place = 0; place < items.length; place += 1) {
    const [one, other] = [at(items, place), items[place + 1]];
    if (one.length === 2 && other?.length === 2) {
      pairs.push(together(one, other));
      place += 1;
    } else {
      pairs.push(one);
    }
  }
  return pairs;
}

function together(one: CategoryTable, other: CategoryTable): CategoryTable {
  const [wrong, right] = [at(one, 0), at(one, 1)];
  const [alsoWrong, alsoRight] = [at(other, 0), at(other, 1)];
  return [
    wrong.map((p, point) => p * at(alsoWrong, point)),
    wrong.map((p, point) => p * at(alsoRight, point) + at(right, point) * at(alsoWrong, point)),
    right.map((p, point) => p * at(alsoRight, point)),
  ];
}

/** One score's probabilities once the item, of which only the categories from `lowest` to `highest` lead here, is in. */
function takeUp(
  values: Float64Array,
  start: number,
  item: CategoryTable,
  lowest: number,
  highest: number,
): void {
  const own = at(item, 0);
  const points = own.length;
  const next = Math.max(1, lowest);
  // Places beyond the scores so far hold zero, so that the lowest category adds nothing there.
  if (highest === 0) {
    for (let point = 0; point < points; point += 1) {
      values[start + point] = (values[start + point] ?? 0) * (own[point] ?? 0);
    }
    return;
  }
  const one = at(item, next);
  const below = start - next * points;
  if (next === 1 && highest === 2) {
    const two = at(item, 2);
    const further = below - points;
    for (let point = 0; point < points; point += 1) {
      values[start + point] =
        (values[start + point] ?? 0) * (own[point] ?? 0) +
        (values[below + point] ?? 0) * (one[point] ?? 0) +
        (values[further + point] ?? 0) * (two[point] ?? 0);
    }
    return;
  }
  for (let point = 0; point < points; point += 1) {
    values[start + point] =
      (values[start + point] ?? 0) * (own[point] ?? 0) +
      (values[below + point] ?? 0) * (one[point] ?? 0);
  }
  for (let k = next + 1; k <= highest; k += 1) {
    const category = at(item, k);
    const from = start - k * points;
    for (let point = 0; point < points; point += 1) {
      values[start + point] =
        (values[start + point] ?? 0) + (values[from + point] ?? 0) * (category[point] ?? 0);
    }
  }
}
