/**
 * The lists of copies that count no more, /status/r/1 and on. A list is worked out from the rows of the register and signed
 * by the key of the lists: at once when a bit was set, and anew each day (kept-lists).
 */
import { bitstring } from '../../credential/status-list/bitstring.ts';
import { statusCredential } from '../../credential/status-list/status-credential.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn, startOfDayIn } from '../../kernel/dates/zone.ts';
import {
  type IssuerWorld,
  issuerDid,
  type SigningWorld,
  signAsIssuer,
  statusListAddress,
} from './issuer.ts';
import { keptLists } from './kept-lists.ts';

const LIST_DAYS = 7;

/** A list with these places set, signed. */
async function listOfPlaces(
  world: SigningWorld,
  list: number,
  places: readonly number[],
): Promise<JsonObject> {
  const today = world.clock.today();
  const unsigned = await statusCredential(
    {
      ...{ id: statusListAddress(world, list), issuer: issuerDid(world), bits: bitstring(places) },
      validFrom: startOfDayIn('UTC', addDays(today, -1)),
      validUntil: endOfDayIn('UTC', addDays(today, LIST_DAYS)),
    },
    world.issuing.gzip,
  );
  return await signAsIssuer(world, unsigned, 'status');
}

/** The list as it stands now; undefined where there is no such list. `list` counts from 0. */
export const statusList: (world: IssuerWorld, list: number) => Promise<JsonObject | undefined> =
  keptLists(listOfPlaces);

/** The number of the list that an address of this issuer names, from 0. */
export function listAt(world: Pick<IssuerWorld, 'origin'>, address: string): number | undefined {
  const start = `${world.origin}/status/r/`;
  return address.startsWith(start) ? listNamed(address.slice(start.length)) : undefined;
}

/** The number of the list, from 0, that stands in an address as "1". */
export const listNamed = (text: string): number | undefined =>
  /^[1-9]\d{0,5}$/.test(text) ? Number(text) - 1 : undefined;
