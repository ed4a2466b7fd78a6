/**
 * How likely each item is right, and each pair, among people with the same number right - whatever their ability. For a
 * Rasch model this depends on the items only, through the elementary symmetric functions gamma(r) of exp(easiness):
 *   P(item | r) = e(i) gamma(r - 1, without i) / gamma(r).
 *
 * Source: Andersen (1972); sums of positive terms only (Gustafsson 1980, Formann 1986), each item scaled to e / (1 + e),
 * so that nothing overflows or cancels for up to 200 items.
 */
export interface RaschSums {
  /** log gamma(r), r = 0 to the number of items. */
  readonly logGamma: Float64Array;
  /** sum over r of people(r) P(item | r) */
  readonly expected: Float64Array;
  /** sum over r of people(r) Cov(item, other | r), row after row. */
  readonly information: Float64Array;
}

/** Sums over people counted by number right in `people`; those with nothing or everything right are not among them. */
export function raschSums(easiness: Float64Array, people: Float64Array): RaschSums {
  const items = easiness.length;
  const right = easiness.map((value) => 1 / (1 + Math.exp(-value)));
  const shift = easiness.reduce((sum, value) => sum + Math.log1p(Math.exp(value)), 0);
  const gamma = finalRow(prefixes(right, -1), items);
  const perPerson = people.map((count, r) => (count === 0 ? 0 : count / (gamma[r] ?? 1)));
  const expected = new Float64Array(items);
  const information = new Float64Array(items * items);
  const givenScore: Float64Array[] = [];
  for (let item = 0; item < items; item += 1) {
    const without = prefixes(right, item);
    const share = right[item] ?? 0;
    const rest = finalRow(without, items - 1);
    const given = people.map((_, r) =>
      r === 0 ? 0 : (share * (rest[r - 1] ?? 0)) / (gamma[r] ?? 1),
    );
    givenScore.push(given);
    expected[item] = people.reduce((sum, count, r) => sum + count * (given[r] ?? 0), 0);
    const pairs = pairSums(right, item, without, perPerson);
    for (let other = 0; other < items; other += 1) {
      information[item * items + other] =
        other === item ? (expected[item] ?? 0) : share * (pairs[other] ?? 0);
    }
  }
  subtractProducts(information, givenScore, people, items);
  return { logGamma: gamma.map((value) => Math.log(value) + shift), expected, information };
}

/** Rows of partial sums: row j has the chance of r right among the first j items, one item left out. */
function prefixes(right: Float64Array, without: number): readonly Float64Array[] {
  const rows: Float64Array[] = [Float64Array.of(1)];
  right.forEach((share, item) => {
    const before = rows.at(-1) ?? Float64Array.of(1);
    if (item === without) {
      rows.push(before);
      return;
    }
    const row = new Float64Array(before.length + 1);
    for (let r = 0; r < row.length; r += 1) {
      row[r] = (1 - share) * (before[r] ?? 0) + share * (before[r - 1] ?? 0);
    }
    rows.push(row);
  });
  return rows;
}

function finalRow(rows: readonly Float64Array[], items: number): Float64Array {
  return rows.at(-1)?.slice(0, items + 1) ?? new Float64Array(items + 1);
}

/** For each other item: sum over r of perPerson(r) times the chance that it and r - 2 of the rest are right. */
function pairSums(
  right: Float64Array,
  item: number,
  rows: readonly Float64Array[],
  perPerson: Float64Array,
): Float64Array {
  const items = right.length;
  const sums = new Float64Array(items);
  let after = Float64Array.from({ length: items + 1 }, (_, r) => perPerson[r + 1] ?? 0);
  for (let other = items - 1; other >= 0; other -= 1) {
    if (other === item) {
      continue;
    }
    const share = right[other] ?? 0;
    const before = rows[other] ?? new Float64Array();
    let sum = 0;
    for (let r = 0; r < before.length; r += 1) {
      sum += (before[r] ?? 0) * (after[r + 1] ?? 0);
    }
    sums[other] = share * sum;
    const earlier = new Float64Array(items + 1);
    for (let r = 0; r < items; r += 1) {
      earlier[r] = (1 - share) * (after[r] ?? 0) + share * (after[r + 1] ?? 0);
    }
    after = earlier;
  }
  return sums;
}

function subtractProducts(
  information: Float64Array,
  given: readonly Float64Array[],
  people: Float64Array,
  items: number,
): void {
  for (let item = 0; item < items; item += 1) {
    for (let other = 0; other < items; other += 1) {
      let sum = 0;
      for (let r = 1; r < items; r += 1) {
        sum += (people[r] ?? 0) * (given[item]?.[r] ?? 0) * (given[other]?.[r] ?? 0);
      }
      information[item * items + other] = (information[item * items + other] ?? 0) - sum;
    }
  }
}
