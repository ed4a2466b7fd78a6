/**
 * The lists of copies that count no more as checkers of SD-JWT credentials read them, /status/t/1 and on: the very bits of
 * /status/r/1 and on, signed by the same key of the lists.
 */
import { bitstring } from '../../credential/status-list/bitstring.ts';
import { tokenList } from '../../credential/status-list/token-list.ts';
import { compactJws, EDDSA } from '../../credential/wallet/compact-jws.ts';
import type { World } from '../ports/ports.ts';
import { type IssuerWorld, keyNow } from './issuer.ts';
import { keptLists } from './kept-lists.ts';
import { listNamed } from './status-lists.ts';

const DAY_SECONDS = 86_400;
const LIST_DAYS = 7;

/** The address of a list of bits for SD-JWT credentials; `list` counts from 0, addresses from 1. */
export const tokenListAddress = (world: Pick<World, 'origin'>, list: number): string =>
  `${world.origin}/status/t/${list + 1}`;

/** The number of the list that an address of this issuer names, from 0. */
export function tokenListAt(world: Pick<World, 'origin'>, address: string): number | undefined {
  const start = `${world.origin}/status/t/`;
  return address.startsWith(start) ? listNamed(address.slice(start.length)) : undefined;
}

type ListWorld = IssuerWorld & Pick<World, 'wallets'>;

async function signedList(
  world: ListWorld,
  list: number,
  places: readonly number[],
): Promise<string> {
  // The same all day: what says the same is the same file.
  const issuedAt = Math.floor(world.clock.now() / 1000 / DAY_SECONDS) * DAY_SECONDS;
  const expiresAt = issuedAt + (LIST_DAYS + 1) * DAY_SECONDS;
  const body = await tokenList(
    { id: tokenListAddress(world, list), bits: bitstring(places), issuedAt, expiresAt },
    world.wallets.deflate,
  );
  const { fragment } = keyNow(world, 'status');
  const head = { alg: EDDSA, typ: 'statuslist+jwt', kid: fragment };
  return await compactJws(head, { iss: world.origin, ...body }, (bytes) =>
    world.keys.issuer.signer(fragment).sign(bytes),
  );
}

/** The same bits as `statusList`, as a signed Token Status List; undefined where there is no such list. */
export const tokenStatusList: (world: ListWorld, list: number) => Promise<string | undefined> =
  keptLists(signedList);
