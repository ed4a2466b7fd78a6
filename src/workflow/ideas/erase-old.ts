/** Seven years after an answer it is forgotten whose idea it was and in which words; the answer stays. */
import type { World } from '../ports/ports.ts';

/** How many were forgotten. */
export const eraseOldIdeas = (world: Pick<World, 'records' | 'clock'>): Promise<number> =>
  world.records.as({ rights: 'worker', person: undefined }, ({ ideas }) =>
    ideas.eraseOld(world.clock.today()),
  );
