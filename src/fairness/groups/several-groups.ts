/**
 * More than two groups at once, and groups at the crossing of several facts about a person, such as women trained abroad.
 * Groups too small for the method at hand are named and left out, never merged into others: a merged group would speak for
 * people it does not describe. The first group is the one that others are measured against.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface SeveralGroups {
  /** The reference group first, then by size. */
  readonly names: readonly string[];
  readonly people: readonly number[];
  /** For each person the place of the group in `names`, or -1. */
  readonly member: Int16Array;
  /** Groups with fewer people than asked for; names only, because their counts could point at a person. */
  readonly tooSmall: readonly string[];
  readonly notStated: number;
}

/** Groups by what a column says, the reference group first; empty labels are nobody's group. */
export function severalGroups(
  labels: readonly string[],
  reference: string,
  smallest: number,
): Result<SeveralGroups, 'unknown-group' | 'too-few-groups'> {
  const sizes = new Map<string, number>();
  for (const label of labels) {
    sizes.set(label, (sizes.get(label) ?? 0) + 1);
  }
  const notStated = sizes.get('') ?? 0;
  sizes.delete('');
  if (!sizes.has(reference)) {
    return refuse('unknown-group', `Nobody is in a group "${reference}".`);
  }
  const bySize = [...sizes.keys()].sort(
    (one, other) =>
      Number(other === reference) - Number(one === reference) ||
      (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0) ||
      one.localeCompare(other),
  );
  const names = bySize.filter((name) => (sizes.get(name) ?? 0) >= smallest);
  if (names.length < 2 || names[0] !== reference) {
    return refuse(
      'too-few-groups',
      `"${reference}" and at least one other group need ${smallest} people each.`,
    );
  }
  const places = new Map(names.map((name, place) => [name, place]));
  return success({
    names,
    people: names.map((name) => sizes.get(name) ?? 0),
    member: Int16Array.from(labels, (label) => places.get(label) ?? -1),
    tooSmall: bySize.filter((name) => !places.has(name)),
    notStated,
  });
}

/** One label a person for the crossing of several columns; whoever left one of them open is in no crossing. */
export function crossedLabels(columns: readonly (readonly string[])[]): readonly string[] {
  const [first = []] = columns;
  return first.map((_, person) => {
    const parts = columns.map((column) => at(column, person));
    return parts.includes('') ? '' : parts.join(' and ');
  });
}
