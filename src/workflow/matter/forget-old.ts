/**
 * Seven years after its last decision a matter keeps its findings, and nothing of what was claimed and handed in: no document, no
 * claim, no supervisor, and no key to its lines of the log, which stand and open to nobody.
 */
import { addYears } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';

const KEPT_YEARS = 7;

/** How many were forgotten. */
export const forgetOldMatters = (world: Pick<World, 'records' | 'clock'>): Promise<number> =>
  world.records.as({ rights: 'worker', person: undefined }, ({ matters }) =>
    matters.forgetOld(addYears(world.clock.today(), -KEPT_YEARS)),
  );
