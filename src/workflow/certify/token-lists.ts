/**
 * The lists of copies that count no more as checkers of SD-JWT credentials read them, /status/t/1 and on: the very bits of
 * /status/r/1 and on, signed by the same key of the lists.
 */
import { bitstring } from '../../credential/status-list/bitstring.ts';
import { tokenList } from '../../credential/status-list/token-list.ts';
import { compactJws, EDDSA } from '../../credential/wallet/compact-jws.ts';
import type { World } from '../ports/ports.ts';
import { type IssuerWorld, keyNow } from './issuer.ts';
import { listNamed } from './status-lists.ts';

const DAY_SECONDS = 86_400;
const LIST_DAYS = 7;
const NOBODY = { rights: 'public', person: undefined } as const;

/** The address of a list of bits for SD-JWT credentials; `list` counts from 0, addresses from 1. */
export const tokenListAddress = (world: Pick<World, 'origin'>, list: number): string =>
  `${world.origin}/status/t/${list + 1}`;

/** The number of the list that an address of this issuer names, from 0. */
export function tokenListAt(world: Pick<World, 'origin'>, address: string): number | undefined {
  const start = `${world.origin}/status/t/`;
  return address.startsWith(start) ? listNamed(address.slice(start.length)) : undefined;
}

type ListWorld = IssuerWorld & Pick<World, 'wallets'>;

interface Signed {
  readonly state: string;
  readonly text: Promise<string>;
}
const signedBy = new WeakMap<World['issuing'], Map<string, Signed>>();

/** The same bits as `statusList`, as a signed Token Status List; undefined where there is no such list. Kept as that one is. */
export async function tokenStatusList(world: ListWorld, list: number): Promise<string | undefined> {
  return await world.records.as(NOBODY, async ({ register }) => {
    const count = await register.countSet(list);
    if (count === undefined) {
      return undefined;
    }
    const lists = signedBy.get(world.issuing) ?? new Map<string, Signed>();
    signedBy.set(world.issuing, lists);
    const address = tokenListAddress(world, list);
    const state = `${count} ${world.clock.today()} ${keyNow(world, 'status').fragment}`;
    const known = lists.get(address);
    if (known?.state === state) {
      return await known.text;
    }
    const text = signedList(world, address, (await register.setPlaces(list)) ?? []);
    lists.set(address, { state, text });
    text.catch(() => lists.delete(address));
    return await text;
  });
}

async function signedList(
  world: ListWorld,
  id: string,
  places: readonly number[],
): Promise<string> {
  // The same all day: what says the same is the same file.
  const issuedAt = Math.floor(world.clock.now() / 1000 / DAY_SECONDS) * DAY_SECONDS;
  const expiresAt = issuedAt + (LIST_DAYS + 1) * DAY_SECONDS;
  const body = await tokenList(
    { id, bits: bitstring(places), issuedAt, expiresAt },
    world.wallets.deflate,
  );
  const { fragment } = keyNow(world, 'status');
  const head = { alg: EDDSA, typ: 'statuslist+jwt', kid: fragment };
  return await compactJws(head, { iss: world.origin, ...body }, (bytes) =>
    world.keys.issuer.signer(fragment).sign(bytes),
  );
}
