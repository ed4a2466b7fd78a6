/**
 * The files to write when a log has grown: bundles of entries and tiles of hashes, never the checkpoint. They are safe
 * to write twice and in any order, but all of them before the checkpoint that counts their entries: whoever
 * reads the checkpoint must find everything it speaks of.
 */
import type { NodeSource } from './subtree.ts';
import { bundleBytes, TILE_WIDTH, tileBytes, tilePath, tilesAdded } from './tile.ts';

export interface LogFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Where entries come from, by their number in the log. */
export type EntrySource = (index: number) => Uint8Array | Promise<Uint8Array>;

export async function* filesAdded(
  olderSize: number,
  newerSize: number,
  nodes: NodeSource,
  entries: EntrySource,
): AsyncGenerator<LogFile> {
  for (const tile of tilesAdded(olderSize, newerSize)) {
    const { level, place, width } = tile;
    const path = tilePath(tile);
    if (level === 'entries') {
      const all = Array.from({ length: width }, (_, offset) =>
        entries(place * TILE_WIDTH + offset),
      );
      yield { path, bytes: bundleBytes(await Promise.all(all)) };
    } else {
      yield { path, bytes: await tileBytes({ level, place, width }, nodes) };
    }
  }
}
