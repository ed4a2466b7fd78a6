/**
 * The log as plain files that any web server can hand out: a tile is 256 hashes of one level of the tree in a row, a
 * bundle is the 256 entries below it. The last file of a row is partial (`.p/13` holds 13) until it fills up;
 * a full file never changes again.
 * Level L holds the roots of the subtrees of 256^L entries. Numbers are written in groups of three digits, all but the
 * last with an x in front: 1234067 is x001/x234/067.
 * Source: C2SP, tlog-tiles.md (2025): paths, partial tiles, entry bundles with 16-bit lengths.
 */
import { joined } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { HASH_BYTES, type Hash, nodeHash } from './hash.ts';
import type { NodeSource } from './subtree.ts';

export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;
const LENGTH_BYTES = 2;
const LONGEST_ENTRY = 0xffff;

/** One file: 256 (or, at the right edge, fewer) hashes of a level, or that many entries. */
export interface Tile {
  readonly level: number | 'entries';
  readonly place: number;
  readonly width: number;
}

export function tilePath({ level, place, width }: Tile): string {
  const groups = [String(place % 1000).padStart(3, '0')];
  for (let rest = Math.floor(place / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups.unshift(`x${String(rest % 1000).padStart(3, '0')}`);
  }
  const partial = width < TILE_WIDTH ? `.p/${width}` : '';
  return `tile/${level}/${groups.join('/')}${partial}`;
}

/** The files that change when a log grows: to be written before the checkpoint that speaks of them. */
export function tilesAdded(olderSize: number, newerSize: number): Tile[] {
  const tiles = [...tilesInRow('entries', newerSize, olderSize)];
  for (let level = 0, span = 1; span <= newerSize; level += 1, span *= TILE_WIDTH) {
    tiles.push(...tilesInRow(level, Math.floor(newerSize / span), Math.floor(olderSize / span)));
  }
  return tiles;
}

/** The files of one row of `length` hashes or entries; only those that hold something from `from` on. */
export function* tilesInRow(level: Tile['level'], length: number, from = 0): Generator<Tile> {
  if (length > from) {
    for (let place = Math.floor(from / TILE_WIDTH); place * TILE_WIDTH < length; place += 1) {
      yield { level, place, width: Math.min(TILE_WIDTH, length - place * TILE_WIDTH) };
    }
  }
}

/** The bytes of a tile of hashes. */
export async function tileBytes(
  tile: Tile & { readonly level: number },
  nodes: NodeSource,
): Promise<Uint8Array> {
  const hashes = Array.from({ length: tile.width }, (_, place) =>
    nodes(tile.level * TILE_HEIGHT, tile.place * TILE_WIDTH + place),
  );
  return joined(...(await Promise.all(hashes)));
}

/** The bytes of a bundle: each entry after its length in two bytes, high byte first. */
export function bundleBytes(entries: readonly Uint8Array[]): Uint8Array {
  return joined(
    ...entries.flatMap((entry) => {
      if (entry.length > LONGEST_ENTRY) {
        throw new RangeError(`an entry of ${entry.length} bytes does not fit in a bundle`);
      }
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );
}

export function entriesOf(bundle: Uint8Array): Result<Uint8Array[], 'malformed'> {
  const entries: Uint8Array[] = [];
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  let place = 0;
  while (place < bundle.length) {
    const start = place + LENGTH_BYTES;
    const end = start <= bundle.length ? start + view.getUint16(place) : Number.POSITIVE_INFINITY;
    if (end > bundle.length) {
      return refuse('malformed', `the bundle breaks off in its entry number ${entries.length}`);
    }
    entries.push(bundle.subarray(start, end));
    place = end;
  }
  return success(entries);
}

/** The hashes in a tile, or nothing when its length is not a whole number of hashes. */
export function hashesOf(tile: Uint8Array): Result<Hash[], 'malformed'> {
  if (tile.length % HASH_BYTES !== 0) {
    return refuse('malformed', `a tile of ${tile.length} bytes does not hold whole hashes`);
  }
  return success(
    Array.from({ length: tile.length / HASH_BYTES }, (_, place) =>
      tile.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES),
    ),
  );
}

/** Nodes worked out from tile files: reads each file once. For proofs by somebody who holds only the files. */
export function nodesFromTiles(
  size: number,
  read: (path: string) => Promise<Uint8Array>,
): NodeSource {
  const files = new Map<string, Promise<Uint8Array>>();
  const file = (path: string): Promise<Uint8Array> => {
    const known = files.get(path) ?? read(path);
    files.set(path, known);
    return known;
  };
  return async (height, index) => {
    const level = Math.floor(height / TILE_HEIGHT);
    const span = 2 ** (height % TILE_HEIGHT);
    const first = index * span;
    const place = Math.floor(first / TILE_WIDTH);
    const row = Math.floor(size / TILE_WIDTH ** level);
    const width = Math.min(TILE_WIDTH, row - place * TILE_WIDTH);
    const path = tilePath({ level, place, width });
    const bytes = await file(path);
    if (bytes.length !== width * HASH_BYTES) {
      throw new RangeError(`${path} has ${bytes.length} bytes instead of ${width * HASH_BYTES}`);
    }
    const start = (first - place * TILE_WIDTH) * HASH_BYTES;
    return joinedInPairs(bytes.subarray(start, start + span * HASH_BYTES));
  };
}

/** The root of a perfect subtree from the row of hashes below it. */
export function joinedInPairs(row: Uint8Array): Hash {
  if (row.length === HASH_BYTES) {
    return row;
  }
  const half = row.length / 2;
  return nodeHash(joinedInPairs(row.subarray(0, half)), joinedInPairs(row.subarray(half)));
}
