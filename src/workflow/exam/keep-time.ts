/**
 * The server's own absence costs no candidate a second. Every few seconds it leaves a mark; where the last mark is too
 * old, at the start or after the database was away, each running sitting is given the gap back.
 *
 * The gap is counted from the last mark, so it errs by a few seconds in the candidate's favor.
 */
import { clockOf } from '../../casework/sitting/clock.ts';
import { outageRows } from '../../casework/sitting/decide.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

export const BEAT_EVERY_MS = 5000;
/** A mark may be late by this much on a busy machine before it counts as absence. */
const LATE_MS = 15_000;

const WORKER = { rights: 'worker', person: undefined } as const;

/** At the start of a server, before it answers anybody. Returns how many sittings were given time. */
export const creditOutage = (world: Pick<World, 'records'>, server: string): Promise<number> =>
  mark(world, server, 0);

/** Every BEAT_EVERY_MS while it runs. */
export const beat = (world: Pick<World, 'records'>, server: string): Promise<number> =>
  mark(world, server, LATE_MS);

function mark(world: Pick<World, 'records'>, server: string, lateMs: number): Promise<number> {
  return world.records.as(WORKER, async (records) => {
    const last = await records.exam.lastBeat();
    const now = await records.exam.now();
    const credited =
      last !== undefined && now - last > lateMs ? await credit(records, last, now) : 0;
    await records.exam.beat(server);
    return credited;
  });
}

async function credit({ exam }: Records, lastSeenAt: number, now: number): Promise<number> {
  let credited = 0;
  for (const sitting of await exam.running()) {
    const rows = outageRows(clockOf(await exam.clock(sitting)), lastSeenAt, now);
    for (const { kind, ms } of rows) {
      await exam.noteClock(sitting, kind, ms, 'the server was away');
      credited += 1;
    }
  }
  return credited;
}
