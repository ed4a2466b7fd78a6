/**
 * Persons by items where an item may have more than two ordered categories: the form that item response models read.
 * A right-or-wrong item has two. Categories are numbered from 0 without gaps; what the file called them is kept beside.
 *
 * Not here: the four kinds of missing (codes). Here an answer is there or it is not.
 */
export interface CategoryItem {
  readonly name: string;
  /** How many ordered categories the item has, at least 2. */
  readonly categories: number;
  /** What the file calls each category, lowest first. */
  readonly labels: readonly string[];
}

export interface CategoryMatrix {
  readonly people: number;
  readonly items: readonly CategoryItem[];
  /** Person after person; each cell a category from 0, or NO_ANSWER. */
  readonly codes: Uint8Array;
}

/** The cell of somebody who gave no answer that counts. */
export const NO_ANSWER = 255;
