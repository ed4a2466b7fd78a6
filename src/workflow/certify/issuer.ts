/**
 * The issuer: its name (did:web), its keys, and signing in its name. The private key never comes here; a signer is
 * handed in. Keys are named by year and letter and a name is never used twice.
 */

import { didDocument, didWebOf } from '../../credential/proof/did-web.ts';
import { signDocument } from '../../credential/proof/eddsa-rdfc.ts';
import { bitstring } from '../../credential/status-list/bitstring.ts';
import { statusCredential } from '../../credential/status-list/status-credential.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { endOfDayIn, startOfDayIn } from '../../kernel/dates/zone.ts';
import type { World } from '../ports/ports.ts';

export type IssuerWorld = Pick<World, 'records' | 'clock' | 'keys' | 'issuing' | 'origin'>;

const KEY = 'c-1';
const LIST_DAYS = 7;

export const issuerDid = (world: Pick<World, 'origin'>): string => didWebOf(world.origin);
export const statusListAddress = (world: Pick<World, 'origin'>): string =>
  `${world.origin}/status/r/1`;
export const suspensionListAddress = (world: Pick<World, 'origin'>): string =>
  `${world.origin}/status/s/1`;

/** The page with the issuer's public keys, for /.well-known/did.json. */
export function issuerDocument(world: Pick<World, 'origin' | 'keys'>): JsonObject {
  const keys = [{ fragment: KEY, publicKey: world.keys.credentials.publicKey }];
  return didDocument(issuerDid(world), world.origin, keys, suspensionListAddress(world));
}

/** Signs in the issuer's name; what was signed is checked before it leaves. Throws where it does not hold: our fault. */
export async function signAsIssuer(
  world: Pick<World, 'origin' | 'keys' | 'issuing' | 'clock'>,
  document: JsonObject,
): Promise<JsonObject> {
  const signed = await signDocument(
    document,
    {
      verificationMethod: `${issuerDid(world)}#${KEY}`,
      publicKey: world.keys.credentials.publicKey,
      sign: (message) => world.keys.credentials.sign(message),
    },
    new Date(world.clock.now()).toISOString(),
    world.issuing.checkSignature,
  );
  if (!signed.ok) {
    throw new Error(`a credential could not be signed: ${signed.refusal.because}`);
  }
  return signed.value;
}

/** The list of revoked places as it stands now, made from the register, so that a revocation shows at once. */
export async function signedStatusList(world: IssuerWorld): Promise<JsonObject> {
  const places = await world.records.as(NOBODY, ({ register }) => register.revokedPlaces());
  return await signedList(world, places, statusListAddress(world), 'revocation');
}

/** The list of places that may not be used today; it is empty again when a suspension has ended. */
export async function signedSuspensionList(world: IssuerWorld): Promise<JsonObject> {
  const today = world.clock.today();
  const places = await world.records.as(NOBODY, ({ register }) => register.suspendedPlaces(today));
  return await signedList(world, places, suspensionListAddress(world), 'suspension');
}

const NOBODY = { rights: 'public', person: undefined } as const;

async function signedList(
  world: IssuerWorld,
  places: readonly number[],
  id: string,
  purpose: 'revocation' | 'suspension',
): Promise<JsonObject> {
  const today = world.clock.today();
  const list = await statusCredential(
    {
      ...{ id, purpose, issuer: issuerDid(world), bits: bitstring(places) },
      validFrom: startOfDayIn('UTC', addDays(today, -1)),
      validUntil: endOfDayIn('UTC', addDays(today, LIST_DAYS)),
    },
    world.issuing.gzip,
  );
  return await signAsIssuer(world, list);
}
