/** A folder for one run of the tests that a PostgreSQL started by root can reach, and that leaves nothing behind. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A folder in memory, on Linux; and what must be free there for the databases of one run. */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 6e9;

/** On the disk. The database's user must be able to walk through; it sees only its own folder inside. */
export const scratchFolder = (): string => folderIn(os.tmpdir());

/**
 * For what nobody wants back after a kill: in memory where there is room, since making a database is making a thousand files,
 * which takes a disk eight times as long.
 */
export function throwawayFolder(): string {
  if (!existsSync(MEMORY)) {
    return folderIn(os.tmpdir());
  }
  sweep(MEMORY);
  const { bavail, bsize } = statfsSync(MEMORY);
  return folderIn(bavail * bsize >= ROOM_BYTES ? MEMORY : os.tmpdir());
}

/** A run that was killed leaves its databases, and memory is nobody's to keep. */
function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const run = Number(/^evenhand-test-(\d+)-/.exec(name)?.[1] ?? process.pid);
    if (!isAlive(run)) {
      try {
        rmSync(path.join(place, name), { recursive: true, force: true });
      } catch {
        // Somebody else's folder, or a database that is still ending: a later run removes it.
      }
    }
  }
}

function isAlive(run: number): boolean {
  try {
    return process.kill(run, 0);
  } catch (cause) {
    // Somebody else's is alive, and not ours to remove.
    return !(cause instanceof Error && 'code' in cause && cause.code === 'ESRCH');
  }
}

function folderIn(place: string): string {
  const folder = mkdtempSync(path.join(place, `evenhand-test-${process.pid}-`));
  chmodSync(folder, 0o711);
  return folder;
}

const PATIENCE_MS = 5000;

/** Waits, without an event loop, for a database that was told to stop, then removes everything. */
export function removeAfterDatabase(folder: string, data: string): void {
  const still = new Int32Array(new SharedArrayBuffer(4));
  const until = Date.now() + PATIENCE_MS;
  while (existsSync(path.join(data, 'postmaster.pid')) && Date.now() < until) {
    Atomics.wait(still, 0, 0, 20);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}
