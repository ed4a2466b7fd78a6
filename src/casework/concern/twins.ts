/**
 * Possible twins: two concerns that may be about the same events. Same words, or the same day and the same person named.
 * They are only pointed out; nothing is merged by itself, because two people may have met the same harm.
 */
export interface Comparable {
  readonly id: string;
  /** A hash of the account. */
  readonly accountHash: string;
  readonly happenedOn: string | undefined;
  readonly who: string | undefined;
}

export type TwinReason = 'same-words' | 'same-day-and-person';

export function twinsOf<Row extends Comparable>(
  concern: Comparable,
  others: readonly Row[],
): readonly { readonly twin: Row; readonly reason: TwinReason }[] {
  return others.flatMap((twin) => {
    const reason = reasonFor(concern, twin);
    return reason === undefined ? [] : [{ twin, reason }];
  });
}

function reasonFor(one: Comparable, other: Comparable): TwinReason | undefined {
  if (other.id === one.id) {
    return undefined;
  }
  if (other.accountHash === one.accountHash) {
    return 'same-words';
  }
  return isSameEvent(one, other) ? 'same-day-and-person' : undefined;
}

const isSameEvent = (one: Comparable, other: Comparable): boolean =>
  one.happenedOn !== undefined &&
  one.happenedOn === other.happenedOn &&
  one.who !== undefined &&
  other.who !== undefined &&
  folded(one.who) !== '' &&
  folded(one.who) === folded(other.who);

/** A name without case, accents or the signs between its words; titles before it are left out. */
const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word))
    .join(' ');

const TITLES = new Set('mr mrs ms mx miss dr prof sir madam sr sra srta don dona lic'.split(' '));
