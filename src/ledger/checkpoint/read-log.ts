/**
 * Reads every entry and every recorded hash of a log from its files and works out, from each of the two on its own, the
 * root they lead to. Which of the two leads to the signed root tells which of them was tampered with.
 *
 * Not here: the judgment (verify-log.ts).
 */
import { joined } from '../../kernel/bytes/bytes.ts';
import { at } from '../../kernel/result/at.ts';
import { appendLeaf, EMPTY_FRONTIER, type Frontier, rootOf } from '../merkle/frontier.ts';
import { type Hash, leafHash, sameBytes } from '../merkle/hash.ts';
import {
  entriesOf,
  hashesOf,
  TILE_HEIGHT,
  TILE_WIDTH,
  type Tile,
  tilePath,
  tilesInRow,
} from '../merkle/tile.ts';
import { compareBundle, type Difference } from './compare-bundle.ts';

export interface LogFiles {
  /** The bytes at a path such as "checkpoint" or "tile/0/000", or nothing where there is no such file. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
}

export interface FileFault {
  readonly kind: 'entries-missing' | 'hashes-missing' | 'file-malformed' | 'hashes-altered';
  readonly where: string;
  readonly because: string;
}

/** What the entries, or the recorded hashes, add up to. */
export interface Sum {
  frontier: Frontier;
  /** The hashes of each level of tiles; those of the leaves, level 0, are not kept. */
  readonly rows: Hash[][];
  /** The root at each size of the log that somebody has seen. */
  readonly rootsWhenSeen: Map<number, Hash>;
}

export interface LogReading {
  readonly entries: Sum;
  readonly hashes: Sum;
  readonly differences: readonly { readonly in: Difference; readonly tile: Tile }[];
  readonly faults: readonly FileFault[];
  readonly entriesRead: number;
}

/** `seenSizes` are sizes of the log at earlier times, whose roots are to be worked out on the way. */
export async function readLog(
  files: LogFiles,
  size: number,
  seenSizes: ReadonlySet<number>,
): Promise<LogReading> {
  const faults: FileFault[] = [];
  const differences: { in: Difference; tile: Tile }[] = [];
  const entries = emptySum();
  const hashes = emptySum();
  let entriesRead = 0;
  for (const bundle of tilesInRow('entries', size)) {
    const tile = { ...bundle, level: 0 };
    const found = await entryHashes(files, bundle, faults);
    const recorded = await recordedHashes(files, tile, faults);
    const first = bundle.place * TILE_WIDTH;
    entriesRead += found?.length ?? 0;
    if (found !== undefined && recorded !== undefined) {
      const changes = compareBundle(found, recorded, first);
      differences.push(...changes.map((change) => ({ in: change, tile })));
    }
    const known = found ?? recorded;
    if (known === undefined) {
      break;
    }
    add(entries, known, seenSizes);
    add(hashes, recorded ?? known, seenSizes);
  }
  return { entries, hashes, differences, faults, entriesRead };
}

/** Compares the files of the upper levels with what they should be. */
export async function checkUpperTiles(files: LogFiles, { rows }: Sum): Promise<FileFault[]> {
  const faults: FileFault[] = [];
  for (const [level, row] of rows.entries()) {
    for (const tile of level === 0 ? [] : tilesInRow(level, row.length)) {
      const recorded = await recordedHashes(files, tile, faults);
      const start = tile.place * TILE_WIDTH;
      const expected = row.slice(start, start + tile.width);
      if (recorded !== undefined && !sameBytes(joined(...recorded), joined(...expected))) {
        faults.push({
          kind: 'hashes-altered',
          where: tilePath(tile),
          because: 'this file of hashes does not fit the entries below it',
        });
      }
    }
  }
  return faults;
}

const emptySum = (): Sum => ({
  frontier: EMPTY_FRONTIER,
  rows: [[]],
  rootsWhenSeen: new Map([[0, rootOf(EMPTY_FRONTIER)]]),
});

function add(sum: Sum, leaves: readonly Hash[], seenSizes: ReadonlySet<number>): void {
  for (const leaf of leaves) {
    const { frontier, complete } = appendLeaf(sum.frontier, leaf);
    sum.frontier = frontier;
    for (const { height, hash } of complete) {
      if (height % TILE_HEIGHT === 0 && height > 0) {
        sum.rows[height / TILE_HEIGHT] ??= [];
        at(sum.rows, height / TILE_HEIGHT).push(hash);
      }
    }
    if (seenSizes.has(frontier.size)) {
      sum.rootsWhenSeen.set(frontier.size, rootOf(frontier));
    }
  }
}

async function entryHashes(
  files: LogFiles,
  bundle: Tile,
  faults: FileFault[],
): Promise<Hash[] | undefined> {
  const where = tilePath(bundle);
  const file = await fileOrFullFile(files, bundle);
  if (file === undefined) {
    const first = bundle.place * TILE_WIDTH;
    const because = `entries ${first} to ${first + bundle.width - 1} are not there: no such file`;
    faults.push({ kind: 'entries-missing', where, because });
    return undefined;
  }
  const read = entriesOf(file.bytes);
  if (!read.ok) {
    faults.push({ kind: 'file-malformed', where, because: read.refusal.because });
    return undefined;
  }
  return (file.full ? read.value.slice(0, bundle.width) : read.value).map(leafHash);
}

async function recordedHashes(
  files: LogFiles,
  tile: Tile,
  faults: FileFault[],
): Promise<Hash[] | undefined> {
  const where = tilePath(tile);
  const file = await fileOrFullFile(files, tile);
  if (file === undefined) {
    faults.push({ kind: 'hashes-missing', where, because: 'there is no such file of hashes' });
    return undefined;
  }
  const read = hashesOf(file.bytes);
  const hashes = read.ok && file.full ? read.value.slice(0, tile.width) : read.ok && read.value;
  if (hashes === false || hashes.length !== tile.width) {
    const because = `this file should hold ${tile.width} hashes, and has ${file.bytes.length} bytes`;
    faults.push({ kind: 'file-malformed', where, because });
    return undefined;
  }
  return hashes;
}

/** A partial file may be thrown away once the full one is there; its beginning is the same. */
async function fileOrFullFile(
  files: LogFiles,
  tile: Tile,
): Promise<{ readonly bytes: Uint8Array; readonly full: boolean } | undefined> {
  const bytes = await files.read(tilePath(tile));
  if (bytes !== undefined) {
    return { bytes, full: false };
  }
  const full =
    tile.width < TILE_WIDTH
      ? await files.read(tilePath({ ...tile, width: TILE_WIDTH }))
      : undefined;
  return full === undefined ? undefined : { bytes: full, full: true };
}
