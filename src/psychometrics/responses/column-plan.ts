/**
 * Which column is what: the ids, the items (scored or pilot), and the columns kept for grouping people.
 * What the caller does not name is worked out from the names, and the report says what was assumed.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chosenColumns, oneColumn } from './choose-columns.ts';

export interface Wanted {
  readonly id: string | undefined;
  /** Names, patterns or ranges. */
  readonly items: string | undefined;
  readonly pilot: string | undefined;
  /** Columns kept as text. */
  readonly keep: readonly string[];
}

export interface ColumnPlan {
  readonly names: readonly string[];
  readonly id: number | undefined;
  readonly items: readonly { readonly place: number; readonly pilot: boolean }[];
  readonly kept: readonly number[];
  /** True where the items were not named but recognized by their numbered names. */
  readonly itemsAssumed: boolean;
}

const FEWEST_ITEMS = 2;
const ID_NAME =
  /^(?:e|p|s|case|candidate|person|examinee|student|respondent|test.?taker)?[ _.-]?(?:id|ids|identifier)$|^(?:candidate|person|examinee)(?:[ _.-]?(?:no|number))?$/i;

export function planColumns(
  names: readonly string[],
  wanted: Wanted,
  separator: string,
): Result<ColumnPlan, 'unknown-column' | 'no-items'> {
  const keptNames = wanted.keep.map((name) => oneColumn(name, names));
  const pilot = wanted.pilot === undefined ? success([]) : chosenColumns(wanted.pilot, names);
  const named = wanted.items === undefined ? undefined : chosenColumns(wanted.items, names);
  const id = idColumn(names, wanted.id);
  const faults = [...keptNames, pilot, id, ...(named === undefined ? [] : [named])];
  for (const fault of faults) {
    if (!fault.ok) {
      return fault;
    }
  }
  const kept = new Set(keptNames.flatMap((found) => (found.ok ? [found.value] : [])));
  const pilots = new Set(pilot.ok ? pilot.value : []);
  const others = new Set([...kept, ...(id.ok && id.value !== undefined ? [id.value] : [])]);
  const clash = [...pilots, ...(named?.ok ? named.value : [])].find((place) => others.has(place));
  if (clash !== undefined) {
    return refuse(
      'unknown-column',
      `Column "${at(names, clash)}" is named both as an item and as something else.`,
    );
  }
  const chosen = named?.ok ? named.value : largestFamily(names, others, pilots);
  const scored = chosen.filter((place) => !pilots.has(place));
  if (scored.length < FEWEST_ITEMS) {
    return refuse('no-items', noItems(names, separator, scored.length));
  }
  const items = [...new Set([...scored, ...pilots])]
    .sort((a, b) => a - b)
    .map((place) => ({ place, pilot: pilots.has(place) }));
  return success({
    names,
    id: id.ok ? id.value : undefined,
    items,
    kept: [...kept],
    itemsAssumed: named === undefined,
  });
}

function idColumn(
  names: readonly string[],
  wanted: string | undefined,
): Result<number | undefined, 'unknown-column'> {
  if (wanted !== undefined) {
    return oneColumn(wanted, names);
  }
  const found = names.findIndex((name) => ID_NAME.test(name));
  return success(found < 0 ? undefined : found);
}

/** Columns that share a name up to a number at its end: "item1, item2 ...". The largest family wins. */
function largestFamily(
  names: readonly string[],
  others: ReadonlySet<number>,
  pilots: ReadonlySet<number>,
): readonly number[] {
  const families = new Map<string, number[]>();
  names.forEach((name, place) => {
    const stem = /^(.*?)[ _.-]*\d+$/.exec(name)?.[1]?.toLowerCase();
    if (stem !== undefined && !others.has(place)) {
      const family = families.get(stem) ?? [];
      family.push(place);
      families.set(stem, family);
    }
  });
  const size = (family: readonly number[]): number =>
    family.filter((place) => !pilots.has(place)).length;
  let largest: readonly number[] = [];
  for (const family of families.values()) {
    if (size(family) > size(largest)) {
      largest = family;
    }
  }
  return largest;
}

function noItems(names: readonly string[], separator: string, found: number): string {
  if (names.length === 1) {
    return `The file has one column only, "${at(names, 0)}": no ${separator}, semicolon, tab or bar separates its cells. Save it as CSV.`;
  }
  const shown = names.slice(0, 12).join(', ');
  return `${found === 0 ? 'No scored items were' : 'Only one scored item was'} found; at least two are needed. Items are recognized by numbered names such as item1, item2; name others with --items. The columns: ${shown}${names.length > 12 ? ' ...' : ''}.`;
}
