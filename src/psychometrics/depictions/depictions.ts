/**
 * Whom and which settings the items of a form show, beside those whom the profession serves.
 *
 *     share of a category = items that show it / items that show any; an item that shows k categories counts 1 / k to each
 *     would have to show another = half the sum of |share - share served|     (Duncan & Duncan 1955)
 *     items wanted = the share served of the items that show any, in whole items by largest remainder
 *
 * Items are written, not drawn from anything, so nothing is tested: the table says what stands on the form. An item that
 * shows nobody in particular is no fault and is only counted.
 */
import { apportioned } from '../../numerics/tables/apportioned.ts';

/** Everybody who is served, by one thing that is known of them. */
export interface Served {
  readonly variable: string;
  readonly categories: readonly { readonly name: string; readonly people: number }[];
}

export interface DepictingItem {
  readonly id: string;
  /** By variable, the categories that it shows; a variable that is not here is not shown. */
  readonly shows: ReadonlyMap<string, readonly string[]>;
}

export interface CategoryDepicted {
  readonly name: string;
  /** Share of those who are served, 0 to 1. */
  readonly served: number;
  /** Items that show it, alone or with others. */
  readonly items: number;
  /** Share of the items that show any category, 0 to 1. */
  readonly share: number;
  /** Whole items that would match those who are served. */
  readonly wanted: number;
}

export interface Depicted {
  readonly variable: string;
  /** Items that show any category of it, and those that show none. */
  readonly showing: number;
  readonly silent: number;
  readonly categories: readonly CategoryDepicted[];
  /** Share of the showing items that would have to show another category, 0 to 1; undefined where none shows any. */
  readonly dissimilarity: number | undefined;
}

/** One answer for each thing that is known, in their order. Somebody is served in every one of them. */
export const depictedOn = (
  items: readonly DepictingItem[],
  served: readonly Served[],
): readonly Depicted[] => served.map((one) => depictedBy(items, one));

function depictedBy(items: readonly DepictingItem[], { variable, categories }: Served): Depicted {
  const shown = items.flatMap(({ shows }) => {
    const own = new Set(shows.get(variable) ?? []);
    return own.size === 0 ? [] : [own];
  });
  const people = categories.reduce((sum, one) => sum + one.people, 0);
  const shares = categories.map((one) => one.people / people);
  const wanted = apportioned(shares, shown.length);
  const rows = categories.map(({ name }, place): CategoryDepicted => {
    const showing = shown.filter((own) => own.has(name));
    const weight = showing.reduce((sum, own) => sum + 1 / own.size, 0);
    return {
      name,
      served: shares[place] ?? 0,
      items: showing.length,
      share: shown.length === 0 ? 0 : weight / shown.length,
      wanted: wanted[place] ?? 0,
    };
  });
  return {
    variable,
    showing: shown.length,
    silent: items.length - shown.length,
    categories: rows,
    dissimilarity:
      shown.length === 0
        ? undefined
        : rows.reduce((sum, row) => sum + Math.abs(row.share - row.served), 0) / 2,
  };
}
