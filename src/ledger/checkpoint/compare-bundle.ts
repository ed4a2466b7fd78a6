/**
 * What happened to a bundle of entries: the hashes of the entries that are there now, against the hashes that were
 * recorded when they were written. By comparing which hashes are known at all before comparing places, an entry that was
 * taken out is told apart from two hundred that merely moved up by one.
 */
import { joined, toHex } from '../../kernel/bytes/bytes.ts';
import { type Hash, sameBytes } from '../merkle/hash.ts';

export type DifferenceKind =
  | 'entry-edited'
  | 'entry-removed'
  | 'entry-inserted'
  | 'entries-reordered';

export interface Difference {
  readonly kind: DifferenceKind;
  /** Numbers of the entries in the log. */
  readonly entries: readonly number[];
}

export function compareBundle(
  found: readonly Hash[],
  recorded: readonly Hash[],
  firstEntry: number,
): Difference[] {
  if (sameBytes(joined(...found), joined(...recorded))) {
    return [];
  }
  const foundNames = found.map(toHex);
  const recordedNames = recorded.map(toHex);
  const strange = placesNotIn(foundNames, recordedNames);
  const missing = placesNotIn(recordedNames, foundNames);
  const edited = missing.filter((place) => strange.includes(place));
  const groups: readonly [DifferenceKind, readonly number[]][] = [
    ['entry-edited', edited],
    ['entry-removed', missing.filter((place) => !edited.includes(place))],
    ['entry-inserted', strange.filter((place) => !edited.includes(place))],
    [
      'entries-reordered',
      strange.length + missing.length > 0 ? [] : moved(foundNames, recordedNames),
    ],
  ];
  return groups
    .filter(([, places]) => places.length > 0)
    .map(([kind, places]) => ({ kind, entries: places.map((place) => firstEntry + place) }));
}

/** Each name counts as often as it occurs: a second copy of an entry is not in the list that has one. */
function placesNotIn(names: readonly string[], list: readonly string[]): number[] {
  const left = new Map<string, number>();
  for (const name of list) {
    left.set(name, (left.get(name) ?? 0) + 1);
  }
  return names.flatMap((name, place) => {
    const count = left.get(name) ?? 0;
    left.set(name, count - 1);
    return count > 0 ? [] : [place];
  });
}

const moved = (found: readonly string[], recorded: readonly string[]): number[] =>
  found.flatMap((name, place) => (name === recorded[place] ? [] : [place]));
