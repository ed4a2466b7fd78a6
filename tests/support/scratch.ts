/** A folder for one run of the tests that a PostgreSQL started by root can reach, and that leaves nothing behind. */
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The database's user must be able to walk through; it sees only its own folder inside. */
export function scratchFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-test-'));
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
