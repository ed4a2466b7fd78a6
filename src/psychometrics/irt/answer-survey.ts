/**
 * One look at every answer: how many gave each category of each item in each group, which answers lie outside the declared
 * categories, who answered nothing, and which items may have been answered alike.
 */
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';

/** counts[group][item][category]: how many answered so. */
export type Counts = readonly (readonly Int32Array[])[];

/** What one look at every answer finds. */
export interface Survey {
  readonly counts: Counts;
  /** Places of answers outside the declared categories. */
  readonly strays: readonly number[];
  /** People who answered nothing. */
  readonly silent: readonly number[];
  /** A number that two items answered alike by everybody share. */
  readonly hashes: Int32Array;
}

/** Looks at every answer once. */
export function surveyOf(
  { codes, items, people }: CategoryMatrix,
  groups: Int32Array,
  groupCount: number,
): Survey {
  const width = items.length;
  const categories = Int32Array.from(items, (item) => item.categories);
  const most = categories.reduce((max, count) => Math.max(max, count), 0);
  const flat = new Int32Array((groupCount + 1) * width * most);
  const hashes = new Int32Array(width);
  const strays: number[] = [];
  const silent: number[] = [];
  for (let person = 0, at = 0; person < people; person += 1) {
    const own = groups[person] ?? -1;
    let count = (own < 0 ? groupCount : own) * width * most;
    let answers = 0;
    for (let item = 0; item < width; item += 1, at += 1, count += most) {
      const code = codes[at] ?? NO_ANSWER;
      hashes[item] = Math.imul(hashes[item] ?? 0, 31) + code;
      if (code === NO_ANSWER) {
        continue;
      }
      answers += 1;
      if (code < (categories[item] ?? 0)) {
        flat[count + code] = (flat[count + code] ?? 0) + 1;
      } else {
        strays.push(at);
      }
    }
    if (answers === 0) {
      silent.push(person);
    }
  }
  const counts = Array.from({ length: groupCount }, (_, g) =>
    items.map((item, i) => {
      const from = (g * width + i) * most;
      return flat.slice(from, from + item.categories);
    }),
  );
  return { counts, strays, silent, hashes };
}

/** What to say of answers outside the declared categories. */
export function sayStray({ strays }: Survey, { codes, items }: CategoryMatrix): string {
  const shown = strays.slice(0, 5).map((at) => {
    const item = items[at % items.length]?.name;
    return `row ${Math.floor(at / items.length) + 1}, ${item}: ${codes[at]}`;
  });
  return `${strays.length} answers have a code outside the categories declared for their item (${shown.join('; ')}${strays.length > shown.length ? '; …' : ''}). Declare the code as missing or as a category.`;
}
