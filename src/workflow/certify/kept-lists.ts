/**
 * A signed list of the register's bits is handed out as it was signed for as long as it says the same. Bits are only ever set, so
 * that is while their number, the day and the key are the same.
 */
import type { World } from '../ports/ports.ts';
import { type IssuerWorld, keyNow } from './issuer.ts';

interface Signed<Made> {
  readonly state: string;
  readonly made: Promise<Made>;
}
const NOBODY = { rights: 'public', person: undefined } as const;

/** One form of the lists: answers the signed list of a number, from 0; undefined where there is none. */
export function keptLists<W extends IssuerWorld, Made>(
  sign: (world: W, list: number, places: readonly number[]) => Promise<Made>,
) {
  // What each server has signed: worlds come and go in tests, and each has its own lists.
  const signedBy = new WeakMap<World['issuing'], Map<string, Signed<Made>>>();
  return (world: W, list: number): Promise<Made | undefined> =>
    world.records.as(NOBODY, async ({ register }) => {
      const count = await register.countSet(list);
      if (count === undefined) {
        return undefined;
      }
      const lists = signedBy.get(world.issuing) ?? new Map<string, Signed<Made>>();
      signedBy.set(world.issuing, lists);
      const name = `${world.origin} ${list}`;
      const state = `${count} ${world.clock.today()} ${keyNow(world, 'status').fragment}`;
      const known = lists.get(name);
      if (known?.state === state) {
        return await known.made;
      }
      const made = sign(world, list, (await register.setPlaces(list)) ?? []);
      lists.set(name, { state, made });
      // What could not be signed is not kept: the next who asks tries again.
      made.catch(() => lists.delete(name));
      return await made;
    });
}
