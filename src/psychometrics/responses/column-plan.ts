/**
 * Which column is what: the ids, the items (scored or pilot), and the columns kept for grouping people.
 * What the caller does not name is worked out from the names and from the first rows, and the report says what was
 * assumed.
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
  /** Where each row is one answer: the columns that say who, which item and what. */
  readonly long?: LongNames | undefined;
}

export interface LongNames {
  readonly id: string;
  readonly item: string;
  readonly response: string;
}

/** The places of the three columns of a file with one answer in each row. */
export interface LongColumns {
  readonly id: number;
  readonly item: number;
  readonly response: number;
}

export interface ColumnPlan {
  readonly names: readonly string[];
  readonly id: number | undefined;
  readonly items: readonly { readonly place: number; readonly pilot: boolean }[];
  readonly kept: readonly number[];
  /** True where the items were not named but recognized. */
  readonly itemsAssumed: boolean;
}

/** The first cells of each column, by its place. */
export type Sample = (place: number) => readonly string[];

const FEWEST_ITEMS = 2;
// Nothing may be read in two ways here: a name of many digits would take for ever.
const NUMBERED = /^(.*?)(?<![\d _.-])(?:[ _.-]*\d+(?!\d)[a-z]?)+$/i;
const ONE_MARK = /^(?:|NA|\d|[A-Z])$/i;
const ITEM_NAME = /^(?:item|question|task)(?:[ _.-]?(?:id|name|code|number|no))?$/i;
const RESPONSE_NAME =
  /^(?:item[ _.-]?)?(?:response|answer|score|scored|result|choice|option|points?|value|resp)$/i;
/** Words in a column's name that say it is about the person or the sitting, not an item. */
const ABOUT_PEOPLE =
  /(?:^|[ _.-])(?:sex|gender|female|male|group|race|ethnicity|age|attempt|form|window|site|cent(?:er|re)|school|total|score|pass|passed|fail|failed|flag|flagged|status|success|year|date|time|native|minority|repeater)(?:$|[ _.-]|\d)/i;
/** Also IDSTUD, as the international studies of schools name it. */
const ID_NAME =
  /^(?:e|p|s|case|candidate|person|examinee|student|respondent|test.?taker)?[ _.-]?(?:id|ids|identifier)$|^(?:candidate|person|examinee)(?:[ _.-]?(?:no|number))?$|^id[ _.-]?(?:stud|student|cand|candidate|pers|person|examinee|respondent)$/i;

export function planColumns(
  names: readonly string[],
  wanted: Wanted,
  separator: string,
  sample: Sample = () => [],
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
      `Column "${at(names, clash)}" is named both as an item and as something else. A pattern does not tell capitals from small letters: name items as a range, such as item1-item40, or as a list.`,
    );
  }
  const chosen = named?.ok ? named.value : recognized(names, others, pilots, sample);
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

/**
 * The columns of a file with one answer in each row, where the caller names them or where their names leave no doubt and
 * no two columns are numbered as items of one person would be; undefined for a file of one row a person.
 */
export function planLong(
  names: readonly string[],
  wanted: Wanted,
  sample: Sample = () => [],
): Result<LongColumns | undefined, 'unknown-column'> {
  if (wanted.long !== undefined) {
    const { id, item, response } = wanted.long;
    const [who, which, what] = [id, item, response].map((name) => oneColumn(name, names));
    for (const found of [who, which, what]) {
      if (found !== undefined && !found.ok) {
        return found;
      }
    }
    return who?.ok && which?.ok && what?.ok
      ? success({ id: who.value, item: which.value, response: what.value })
      : success(undefined);
  }
  const who = idColumn(names, wanted.id);
  const item = names.findIndex((name) => ITEM_NAME.test(name));
  const response = names.findIndex((name) => RESPONSE_NAME.test(name));
  const numbered = familiesOf(names, new Set(), sample).some(
    (family) => family.length >= FEWEST_ITEMS,
  );
  return success(
    who.ok && who.value !== undefined && item >= 0 && response >= 0 && !numbered
      ? { id: who.value, item, response }
      : undefined,
  );
}

/** The items of a file with one answer in each row, among the names it uses, in that order. */
export function planItems(
  names: readonly string[],
  wanted: Wanted,
): Result<ColumnPlan['items'], 'unknown-column' | 'no-items'> {
  const named = wanted.items === undefined ? undefined : chosenColumns(wanted.items, names);
  const pilot = wanted.pilot === undefined ? success([]) : chosenColumns(wanted.pilot, names);
  for (const fault of named === undefined ? [pilot] : [pilot, named]) {
    if (!fault.ok) {
      return fault;
    }
  }
  const pilots = new Set(pilot.ok ? pilot.value : []);
  const all = named?.ok ? named.value : names.map((_, place) => place);
  const places = [...new Set([...all, ...pilots])].sort((a, b) => a - b);
  return places.filter((place) => !pilots.has(place)).length < FEWEST_ITEMS
    ? refuse('no-items', 'Fewer than two scored items were found; at least two are needed.')
    : success(places.map((place) => ({ place, pilot: pilots.has(place) })));
}

/**
 * The largest family of numbered columns, and with it every other family at least half as large that holds the same kind
 * of answers. Where no two columns are numbered: the columns that hold only 0 and 1, unless their name is about people.
 */
function recognized(
  names: readonly string[],
  others: ReadonlySet<number>,
  pilots: ReadonlySet<number>,
  sample: Sample,
): readonly number[] {
  const families = familiesOf(names, others, sample);
  const size = (family: readonly number[]): number =>
    family.filter((place) => !pilots.has(place)).length;
  const largest = families.reduce<readonly number[]>(
    (best, family) => (size(family) > size(best) ? family : best),
    [],
  );
  if (size(largest) >= FEWEST_ITEMS) {
    const kind = kindOf(largest, sample);
    return families
      .filter(
        (family) =>
          family === largest ||
          (kind !== '' && size(family) * 2 >= size(largest) && kindOf(family, sample) === kind),
      )
      .flat()
      .sort((a, b) => a - b);
  }
  return names.flatMap((name, place) =>
    !others.has(place) && !ABOUT_PEOPLE.test(name) && kindOf([place], sample) === 'zero-one'
      ? [place]
      : [],
  );
}

/**
 * Columns that share a name up to the numbers at its end: "item1, item2 ...", "b3.1, b3.2, b4 ...". A letter after the
 * number names a part of an item, "2a, 2b", where one mark stands in each cell and no column carries the number alone: then
 * it would be something else about that item, such as how long it took.
 */
function familiesOf(
  names: readonly string[],
  others: ReadonlySet<number>,
  sample: Sample,
): readonly (readonly number[])[] {
  const families = new Map<string, number[]>();
  const known = new Set(names.map((name) => name.toLowerCase()));
  names.forEach((name, place) => {
    const stem = NUMBERED.exec(name)?.[1]?.toLowerCase();
    const whole = name.toLowerCase().replace(/[a-z]$/, '');
    const part = /[a-z]$/i.test(name);
    if (
      stem === undefined ||
      others.has(place) ||
      (part && (known.has(whole) || !sample(place).every((text) => ONE_MARK.test(text))))
    ) {
      return;
    }
    const family = families.get(stem) ?? [];
    family.push(place);
    families.set(stem, family);
  });
  return [...families.values()];
}

/** What the first rows of these columns hold: 0 and 1, one letter, one digit, or something else (an empty text). */
function kindOf(places: readonly number[], sample: Sample): string {
  const texts = places.flatMap((place) => sample(place)).filter((text) => !/^(?:|NA)$/.test(text));
  const kinds: [string, RegExp][] = [
    ['zero-one', /^[01]$/],
    ['digit', /^\d$/],
    ['letters', /^[A-Z]{1,5}$/i],
  ];
  return texts.length === 0
    ? ''
    : (kinds.find(([, pattern]) => texts.every((text) => pattern.test(text)))?.[0] ?? '');
}

function noItems(names: readonly string[], separator: string, found: number): string {
  if (names.length === 1) {
    return `Row 1, the header, has one column only, "${at(names, 0)}": no ${separator}, semicolon, tab or bar separates its cells. Save it as CSV.`;
  }
  const shown = names.slice(0, 12).join(', ');
  return `Row 1, the header: ${found === 0 ? 'no scored items were' : 'only one scored item was'} found; at least two are needed. Items are recognized by numbered names such as item1, item2, or by holding only 0 and 1; name others with --items. The columns: ${shown}${names.length > 12 ? ' ...' : ''}.`;
}
