/** Whom the items of forms show, with what a reader needs beside it, and what of it stands out. */
import type { CategoryDepicted, Depicted } from '../../psychometrics/depictions/depictions.ts';

export interface FormDepicted {
  readonly form: string;
  readonly items: number;
  readonly depicted: readonly Depicted[];
}

export interface DepictionReport {
  /** What those who are served were read from. */
  readonly served: string;
  readonly forms: readonly FormDepicted[];
}

/** Served by one item's share or more, and on no item. */
export const neverShown = ({ categories }: Depicted): readonly CategoryDepicted[] =>
  categories.filter(({ items, wanted }) => items === 0 && wanted > 0);

/** One item in ten that would have to show somebody else is worth a look. */
const APART = 0.1;

/** 'few': too few items show anybody to say whom the form shows. */
export type Likeness = 'few' | 'never-shown' | 'apart' | 'alike';
const FEWEST = 10;

export function likenessOf(one: Depicted): Likeness {
  if (one.dissimilarity === undefined || one.showing < FEWEST) {
    return 'few';
  }
  if (neverShown(one).length > 0) {
    return 'never-shown';
  }
  return one.dissimilarity >= APART ? 'apart' : 'alike';
}
