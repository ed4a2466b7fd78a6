/**
 * Purification: items that look biased are taken out of the score on which people are matched, and all items are looked at
 * anew, until the same ones look biased. A score that holds biased items makes fair ones look biased the other way.
 *
 * It may never come to rest: the flagged sets can repeat in a circle. Then it stops as soon as a set comes back, says so,
 * and gives every set of the circle; none of them is final. It may also take out so much that nothing is left to match on;
 * then it stops at the smallest anchor that can be defended.
 *
 * Source: Holland & Thayer (1988), Candell & Drasgow (1988). The smallest anchor, four items and a fifth of the form, is our
 * rule (four: Shih & Wang 2009; a fifth: the usual rule for anchors in equating, Kolen & Brennan 2014).
 */
export type PurificationEnd = 'settled' | 'goes-round' | 'no-defensible-anchor' | 'not-settled';

export interface Purified<Look> {
  readonly end: PurificationEnd;
  /** Looks after the first. */
  readonly rounds: number;
  /** The flagged items at rest; where it goes round, every set of the circle; otherwise the last one. */
  readonly flaggedSets: readonly (readonly number[])[];
  /** The look at all items with the last anchor that was used. */
  readonly look: Look;
  readonly anchor: Uint8Array;
  /** What happened, in words. */
  readonly because: string;
}

const MOST_ROUNDS = 50;
const FEWEST_ANCHORS = 4;
const LEAST_SHARE = 0.2;

/**
 * `lookWith` looks at every item, matched on the anchor; `flagged` names the items that then look biased. Items outside
 * the first anchor never come in.
 */
export function purify<Look>(
  first: Uint8Array,
  lookWith: (anchor: Uint8Array) => Look,
  flagged: (look: Look) => readonly number[],
): Purified<Look> {
  // The first look is the one with nothing flagged before it.
  const seen: (readonly number[])[] = [[]];
  const fewest = Math.max(FEWEST_ANCHORS, Math.ceil(LEAST_SHARE * sizeOf(first)));
  let anchor = first;
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const look = lookWith(anchor);
    const now = flagged(look);
    const before = seen.findIndex((set) => same(set, now));
    const next = without(first, now);
    if (before === seen.length - 1) {
      const because =
        now.length === 0
          ? 'no item is flagged'
          : `settled in round ${round}: the same items are flagged again`;
      return { end: 'settled', rounds: round, flaggedSets: [now], look, anchor, because };
    }
    if (before >= 0) {
      const circle = seen.slice(before);
      const because = `the flagged items go round in a circle of ${circle.length} sets: none of them is final`;
      return { end: 'goes-round', rounds: round, flaggedSets: circle, look, anchor, because };
    }
    if (sizeOf(next) < fewest) {
      const because = `no defensible anchor: ${now.length} items are flagged, which leaves ${sizeOf(next)} to match on; at least ${fewest} are needed`;
      const end = 'no-defensible-anchor';
      return { end, rounds: round, flaggedSets: [now], look, anchor, because };
    }
    if (round === MOST_ROUNDS) {
      const because = `not settled after ${MOST_ROUNDS} rounds`;
      return { end: 'not-settled', rounds: round, flaggedSets: [now], look, anchor, because };
    }
    seen.push(now);
    anchor = next;
  }
  throw new RangeError('the loop above always returns');
}

const sizeOf = (anchor: Uint8Array): number => anchor.reduce((sum, one) => sum + one, 0);

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((item, place) => item === other[place]);

function without(anchor: Uint8Array, items: readonly number[]): Uint8Array {
  const left = anchor.slice();
  for (const item of items) {
    left[item] = 0;
  }
  return left;
}
