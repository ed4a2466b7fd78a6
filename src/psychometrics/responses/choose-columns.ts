/**
 * Names columns the way a person would: "age, sex", "pilot*", "item.171-item.200", "item.171-200".
 * A name that is a column's own name always means that column, even with a star or a dash in it.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** The places of the columns a list of names, patterns and ranges means, in the order of the file. */
export function chosenColumns(
  wanted: string,
  names: readonly string[],
): Result<readonly number[], 'unknown-column'> {
  const chosen = new Set<number>();
  for (const piece of wanted.split(',').map((text) => text.trim())) {
    const places = piece === '' ? [] : placesOf(piece, names);
    if (piece !== '' && places.length === 0) {
      return refuse('unknown-column', unknown(piece, names));
    }
    for (const place of places) {
      chosen.add(place);
    }
  }
  if (chosen.size === 0) {
    return refuse('unknown-column', 'No column is named.');
  }
  return success([...chosen].sort((a, b) => a - b));
}

/** One column by its exact name; by its name in other capitals where that leaves no doubt. */
export function oneColumn(
  wanted: string,
  names: readonly string[],
): Result<number, 'unknown-column'> {
  const exact = names.indexOf(wanted);
  if (exact >= 0) {
    return success(exact);
  }
  const folded = names.flatMap((name, place) =>
    name.toLowerCase() === wanted.toLowerCase() ? [place] : [],
  );
  return folded.length === 1
    ? success(at(folded, 0))
    : refuse('unknown-column', unknown(wanted, names));
}

function placesOf(piece: string, names: readonly string[]): readonly number[] {
  const one = oneColumn(piece, names);
  if (one.ok) {
    return [one.value];
  }
  if (/[*?]/.test(piece)) {
    const pattern = new RegExp(`^${piece.split('').map(wild).join('')}$`, 'i');
    return names.flatMap((name, place) => (pattern.test(name) ? [place] : []));
  }
  return rangeOf(piece, names);
}

const wild = (letter: string): string =>
  letter === '*' ? '.*' : letter === '?' ? '.' : letter.replace(/[\\^$.|+()[\]{}]/, '\\$&');

/** Every place where the piece can be cut in two names; the end may leave out the letters it shares. */
function rangeOf(piece: string, names: readonly string[]): readonly number[] {
  for (const { index, 0: mark } of piece.matchAll(/\.\.|[-:–]/g)) {
    const start = piece.slice(0, index).trim();
    const end = piece.slice(index + mark.length).trim();
    const from = oneColumn(start, names);
    const stem = start.replace(/\d+$/, '');
    const to = [end, `${stem}${end}`]
      .map((name) => oneColumn(name, names))
      .find((found) => found.ok);
    if (from.ok && to?.ok && from.value <= to.value) {
      const length = to.value - from.value + 1;
      return Array.from({ length }, (_, step) => from.value + step);
    }
  }
  return [];
}

function unknown(piece: string, names: readonly string[]): string {
  const near = nearest(piece, names);
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`;
  return `The file has no column "${piece}".${hint} Its columns: ${columnsInShort(names)}.`;
}

const MOST_NAMED = 24;
const LONG_RUN = 5;

/** Names as a person would list them: runs such as item1 to item170 in one piece, so that the others can be seen. */
function columnsInShort(names: readonly string[]): string {
  const stem = (name: string): string | undefined => /^(.*?)\d+$/.exec(name)?.[1];
  const pieces: string[] = [];
  for (let place = 0; place < names.length; ) {
    const own = stem(at(names, place));
    let end = place + 1;
    while (own !== undefined && end < names.length && stem(at(names, end)) === own) {
      end += 1;
    }
    const run = names.slice(place, end);
    pieces.push(...(run.length < LONG_RUN ? run : [`${at(run, 0)} to ${at(run, run.length - 1)}`]));
    place = end;
  }
  const more = pieces.length - MOST_NAMED;
  return `${pieces.slice(0, MOST_NAMED).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}

/** The name that takes the fewest changed letters, if they are few. */
function nearest(piece: string, names: readonly string[]): string | undefined {
  const distances = names.map((name) => lettersChanged(piece.toLowerCase(), name.toLowerCase()));
  const least = Math.min(...distances);
  return least <= Math.max(1, piece.length / 3) ? names[distances.indexOf(least)] : undefined;
}

/** Levenshtein's distance. */
function lettersChanged(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min(at(row, j) + 1, at(next, j - 1) + 1, at(row, j - 1) + same));
    }
    row = next;
  }
  return at(row, b.length);
}
