/**
 * Answers in the form that item response models read: ordered categories without gaps, and either an answer or none. An
 * item in which nobody or everybody differs is left out with the reason; a category that nobody is in is closed up, its
 * label kept with its neighbors, and the report says so.
 */
import { at } from '../../kernel/result/at.ts';
import { type CategoryItem, type CategoryMatrix, NO_ANSWER } from './categories.ts';
import { INVALID, NOT_ADMINISTERED, NOT_REACHED, OMITTED, pointsOf } from './codes.ts';
import { highestOf, type ResponseMatrix } from './matrix.ts';

export interface Categorized {
  readonly matrix: CategoryMatrix;
  /** Where each item of the matrix stands among the items of the answers. */
  readonly places: readonly number[];
  readonly leftOut: readonly { readonly place: number; readonly because: string }[];
  /** Sentences about categories that were closed up. */
  readonly notes: readonly string[];
}

/**
 * The items at these places. `omitted` says whether an item seen and left open, or answered in a way that cannot be
 * scored, is the lowest category or no answer; an item not reached or not administered is always no answer. `lowest` is
 * what the file calls no points.
 */
export function categoryMatrix(
  answers: ResponseMatrix,
  places: readonly number[],
  omitted: 'lowest' | 'no-answer',
  lowest = 0,
): Categorized {
  const kept: { place: number; item: CategoryItem; categoryOf: Uint8Array }[] = [];
  const leftOut: { place: number; because: string }[] = [];
  const notes: string[] = [];
  const seen = seenCodes(answers);
  for (const place of places) {
    const { name } = at(answers.items, place);
    const points = pointsGiven(seen.subarray(256 * place, 256 * (place + 1)), omitted);
    if (points.length < 2) {
      leftOut.push({ place, because: oneCategory(points, highestOf(at(answers.items, place))) });
      continue;
    }
    const missing = (points.at(-1) ?? 0) + 1 - points.length;
    if (missing > 0) {
      const labels = points.map((value) => value + lowest).join(', ');
      notes.push(
        `Item "${name}": only the categories ${labels} were given; the ${missing === 1 ? 'one' : missing} between or below ${missing === 1 ? 'is' : 'are'} closed up.`,
      );
    }
    const labels = points.map((value) => String(value + lowest));
    kept.push({
      place,
      item: { name, categories: points.length, labels },
      categoryOf: categoriesByCode(points, omitted),
    });
  }
  const asTheyStand =
    kept.length === answers.items.length &&
    kept.every(
      ({ place, categoryOf }, column) =>
        place === column && keepsCodes(categoryOf, seen.subarray(256 * place, 256 * (place + 1))),
    );
  const codes = asTheyStand ? answers.codes : recoded(answers, kept);
  return {
    matrix: { people: answers.people, items: kept.map(({ item }) => item), codes },
    places: kept.map(({ place }) => place),
    leftOut,
    notes,
  };
}

/** Whether every code that somebody has is its own category, so that the answers of a large file need no copy. */
const keepsCodes = (categoryOf: Uint8Array, seen: Uint8Array): boolean =>
  seen.every((there, code) => there === 0 || categoryOf[code] === code);

function recoded(
  { people, items, codes }: ResponseMatrix,
  kept: readonly { readonly place: number; readonly categoryOf: Uint8Array }[],
): Uint8Array {
  const made = new Uint8Array(people * kept.length);
  for (let person = 0, cell = 0; person < people; person += 1) {
    const start = person * items.length;
    for (const { place, categoryOf } of kept) {
      made[cell] = categoryOf[codes[start + place] ?? NOT_ADMINISTERED] ?? 0;
      cell += 1;
    }
  }
  return made;
}

function categoriesByCode(points: readonly number[], omitted: 'lowest' | 'no-answer'): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, code) => {
    if (code === NOT_REACHED || code === NOT_ADMINISTERED) {
      return NO_ANSWER;
    }
    if ((code === OMITTED || code === INVALID) && omitted === 'no-answer') {
      return NO_ANSWER;
    }
    return Math.max(0, points.indexOf(pointsOf(code)));
  });
}

/** At 256 times the item and a code: 1 where somebody has that code. */
function seenCodes({ people, codes, items }: ResponseMatrix): Uint8Array {
  const seen = new Uint8Array(256 * items.length);
  for (let person = 0, cell = 0; person < people; person += 1) {
    for (let item = 0; item < items.length; item += 1, cell += 1) {
      seen[(item << 8) | (codes[cell] ?? NOT_ADMINISTERED)] = 1;
    }
  }
  return seen;
}

/** The different points the item gave, lowest first. */
function pointsGiven(seen: Uint8Array, omitted: 'lowest' | 'no-answer'): readonly number[] {
  const points = new Set<number>();
  seen.forEach((there, code) => {
    const silent =
      code === NOT_REACHED ||
      code === NOT_ADMINISTERED ||
      ((code === OMITTED || code === INVALID) && omitted === 'no-answer');
    if (there === 1 && !silent) {
      points.add(pointsOf(code));
    }
  });
  return [...points].sort((a, b) => a - b);
}

function oneCategory(points: readonly number[], highest: number): string {
  const [only] = points;
  if (only === undefined) {
    return 'nobody answered the item';
  }
  if (highest > 1) {
    return 'everybody got the same points on the item';
  }
  return `everybody got the item ${only === 0 ? 'wrong' : 'right'}`;
}
