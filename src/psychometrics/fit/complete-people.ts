/**
 * The people who answered every item. Sum scores and the moments of pairs are defined for them alone; the others are
 * left out and counted.
 */
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';

export interface CompletePeople {
  readonly people: number;
  readonly leftOut: number;
  /** Person after person, their categories. */
  readonly codes: Uint8Array;
}

export function completePeople({ people, items, codes }: CategoryMatrix): CompletePeople {
  if (!codes.includes(NO_ANSWER)) {
    return { people, leftOut: 0, codes };
  }
  const width = items.length;
  const kept = new Uint8Array(codes.length);
  let count = 0;
  for (let person = 0; person < people; person += 1) {
    const own = codes.subarray(person * width, (person + 1) * width);
    if (!own.includes(NO_ANSWER)) {
      kept.set(own, count * width);
      count += 1;
    }
  }
  return { people: count, leftOut: people - count, codes: kept.subarray(0, count * width) };
}
