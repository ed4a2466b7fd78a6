/**
 * Who is compared with whom. The reference group is the one that others are measured against; the focal
 * group is the one we worry about. People who did not say are never put in either group: they are
 * counted and left out. Names must be those in the data, because a misspelled group would silently be
 * an empty one.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** Fewer people than this, in any count that is shown, could point at a person. */
export const SMALLEST_SHOWN = 11;

/** Fewer people than this in the smaller group say too little about an item to print. */
export const SMALLEST_FOR_ITEMS = 100;

/**
 * The ten above, for "fewer than 40 people": beside the size of a group, the exact number of those who can be compared would
 * count the few who cannot.
 */
export const nextTen = (people: number): number => 10 * (Math.floor(people / 10) + 1);

export const REFERENCE = 0;
export const FOCAL = 1;
export const NEITHER = 2;

export interface TwoGroups {
  readonly reference: string;
  readonly focal: string;
  /** For each person REFERENCE, FOCAL or NEITHER. */
  readonly member: Uint8Array;
  readonly referencePeople: number;
  readonly focalPeople: number;
  /** People whose group is not stated. */
  readonly notStated: number;
  /** People of groups that are in neither. */
  readonly elsewhere: number;
}

const OTHERS = 'others';

/**
 * Splits people by what a column says of them. `focal` is a name, several names with commas between, or
 * "others": everybody who stated a group other than the reference.
 */
export function twoGroups(
  labels: readonly string[],
  reference: string,
  focal: string,
): Result<TwoGroups, 'unknown-group' | 'same-group'> {
  const known = new Set(labels);
  known.delete('');
  const names = known.has(focal) ? [focal] : focal.split(',').map((name) => name.trim());
  const others = focal.toLowerCase() === OTHERS && !known.has(focal);
  const unknown = [reference, ...(others ? [] : names)].find((name) => !known.has(name));
  if (unknown !== undefined) {
    return refuse('unknown-group', `Nobody is in a group "${unknown}". ${listed(labels, known)}`);
  }
  if (!others && names.includes(reference)) {
    return refuse('same-group', `"${reference}" is named as both groups; name two groups.`);
  }
  const member = new Uint8Array(labels.length);
  const counts = [0, 0, 0];
  let notStated = 0;
  for (let person = 0; person < labels.length; person += 1) {
    const label = labels[person] ?? '';
    const isFocal = label !== '' && (others || names.includes(label));
    const side = label === reference ? REFERENCE : isFocal ? FOCAL : NEITHER;
    member[person] = side;
    counts[side] = (counts[side] ?? 0) + 1;
    notStated += label === '' ? 1 : 0;
  }
  const [referencePeople = 0, focalPeople = 0, neither = 0] = counts;
  if (focalPeople === 0) {
    return refuse('unknown-group', `Everybody is in "${reference}": there are no others.`);
  }
  return success({
    reference,
    focal: others ? 'all others' : names.join(' or '),
    member,
    referencePeople,
    focalPeople,
    notStated,
    elsewhere: neither - notStated,
  });
}

/** The groups with the most people first, so that the right name can be picked. */
function listed(labels: readonly string[], known: ReadonlySet<string>): string {
  if (known.size === 0) {
    return 'The column is empty.';
  }
  const counts = new Map<string, number>();
  for (const label of labels) {
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const largest = [...known].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const shown = largest.slice(0, 8).join(', ');
  return `The groups: ${shown}${known.size > 8 ? `, and ${known.size - 8} more` : ''}.`;
}
