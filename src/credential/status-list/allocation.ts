/**
 * Which place on the list a credential gets. Places are dealt in an order that looks random, so that two places do not
 * tell which of two people was certified first, and yet no place is ever dealt twice: the order is a secret shuffle of
 * all places, worked out from a key one place at a time.
 *
 * A Feistel network over 18 bits (two halves of 9, ten rounds; each round mixes one half with a table of 512 numbers drawn
 * from SHA-256 of key, list and round) is a shuffle of 262,144 numbers whatever the tables hold. A number beyond the list
 * is shuffled again until it falls on it ("cycle walking"), which shuffles the 131,072 places themselves.
 * Sources: Luby & Rackoff (1988); Black & Rogaway (2002) for cycle walking.
 */
import { joined, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { at } from '../../kernel/result/at.ts';
import { STATUS_PLACES } from './bitstring.ts';

export interface StatusPlace {
  /** The number of the list, from 0. */
  readonly list: number;
  readonly index: number;
}

const HALF_BITS = 9;
const HALF = 2 ** HALF_BITS;
const ROUNDS = 10;
const KEY_BYTES = 32;
const NUMBERS_IN_DIGEST = 16;

type Tables = readonly Uint16Array[];

/** Deals places under a secret key of 32 bytes: to the credential issued as number `sequence`, from 0, its own. */
export function statusPlaces(key: Uint8Array): (sequence: number) => StatusPlace {
  if (key.length !== KEY_BYTES) {
    throw new RangeError(`the key of the order has ${KEY_BYTES} bytes, not ${key.length}`);
  }
  const known = new Map<number, Tables>();
  return (sequence) => {
    if (!Number.isSafeInteger(sequence) || sequence < 0) {
      throw new RangeError(`a place is dealt for a whole number from 0, not for ${sequence}`);
    }
    const list = Math.floor(sequence / STATUS_PLACES);
    const tables = known.get(list) ?? tablesOf(key, list);
    known.set(list, tables);
    let index = sequence % STATUS_PLACES;
    do {
      index = shuffled(index, tables);
    } while (index >= STATUS_PLACES);
    return { list, index };
  };
}

function shuffled(number: number, tables: Tables): number {
  let left = Math.floor(number / HALF);
  let right = number % HALF;
  for (const table of tables) {
    [left, right] = [right, left ^ at(table, right)];
  }
  return left * HALF + right;
}

const tablesOf = (key: Uint8Array, list: number): Tables =>
  Array.from({ length: ROUNDS }, (_, round) => {
    const digests = Array.from({ length: HALF / NUMBERS_IN_DIGEST }, (__, block) =>
      sha256(joined(key, utf8(`${list}/${round}/${block}`))),
    );
    const bytes = joined(...digests);
    return Uint16Array.from(
      { length: HALF },
      (__, place) => ((at(bytes, 2 * place) << 8) | at(bytes, 2 * place + 1)) % HALF,
    );
  });
