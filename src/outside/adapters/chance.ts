/** Randomness nobody can guess, from the operating system. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Chance } from '../../workflow/ports/ports.ts';

/**
 * Ids are pure chance (UUID version 4, RFC 9562): one that held the time would tell a reviewer, from the address of a
 * packet, how long somebody has waited.
 */
export function systemChance(): Chance {
  return {
    bytes: (count) => new Uint8Array(randomBytes(count)),
    uuid: () => randomUUID(),
  };
}
