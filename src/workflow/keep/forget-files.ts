/**
 * Files that nothing names any more are taken off the disk: what somebody took back, what was left in a draft that was given up, what
 * was kept as long as it may be. A file is written before the row that names it, so one of the last day is left alone.
 */
import type { World } from '../ports/ports.ts';

const DAY_MS = 86_400_000;

/** How many files went. */
export async function forgetFiles(
  world: Pick<World, 'records' | 'files' | 'clock'>,
): Promise<number> {
  const named = await world.records.as({ rights: 'worker', person: undefined }, (records) =>
    records.documents.filesNamed(),
  );
  return await world.files.forget(
    (sha256) => !named.has(sha256),
    new Date(world.clock.now() - DAY_MS),
  );
}
