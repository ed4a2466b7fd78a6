/**
 * The issuer: its name (did:web), its keys, and signing in its name. The private keys never come here; signers are
 * handed in. Credentials and what is said of their status are signed by different keys, and neither signs for the other.
 */

import { didDocument, didWebOf, siteOf } from '../../credential/proof/did-web.ts';
import { signJson } from '../../credential/proof/eddsa-jcs.ts';
import { type DocumentSigner, signDocument } from '../../credential/proof/eddsa-rdfc.ts';
import { type HeldKey, type KeyUse, signingKey } from '../../credential/proof/issuer-keys.ts';
import { verifyCredential } from '../../credential/verifier/verify.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import type { World } from '../ports/ports.ts';

export type IssuerWorld = Pick<World, 'records' | 'clock' | 'keys' | 'issuing' | 'origin'>;
export type SigningWorld = Pick<World, 'origin' | 'keys' | 'issuing' | 'clock'>;

export const issuerDid = (world: Pick<World, 'origin'>): string => didWebOf(world.origin);

/** The issuer's site as people read it: "certify.example.org". */
export const issuerSite = (world: Pick<World, 'origin'>): string => siteOf(issuerDid(world));

/** The address of a list; `list` counts from 0, addresses from 1. */
export const statusListAddress = (world: Pick<World, 'origin'>, list = 0): string =>
  `${world.origin}/status/r/${list + 1}`;

/** The page with the issuer's public keys, for /.well-known/did.json. */
export const issuerDocument = (world: Pick<World, 'origin' | 'keys'>): JsonObject =>
  didDocument(issuerDid(world), world.origin, world.keys.issuer.all());

/** The key that signs now. Throws where there is none: nothing is issued until somebody gives the issuer one. */
export function keyNow(world: Pick<World, 'keys' | 'clock'>, use: KeyUse): HeldKey {
  const key = signingKey(world.keys.issuer.all(), use, world.clock.now());
  if (key === undefined) {
    throw new Error(`no key of the issuer may sign ${use} now: run evenhand keys`);
  }
  return key;
}

function signerOf(world: SigningWorld, use: KeyUse): DocumentSigner {
  const { fragment, publicKey } = keyNow(world, use);
  return {
    verificationMethod: `${issuerDid(world)}#${fragment}`,
    publicKey,
    sign: (message) => world.keys.issuer.signer(fragment).sign(message),
  };
}

const moment = ({ clock }: Pick<World, 'clock'>): string => new Date(clock.now()).toISOString();

/**
 * Signs in the issuer's name. What was signed is checked as any stranger would check it before it leaves: its form, its signature
 * by a key on the issuer's page, its dates. Throws where it does not hold: our fault.
 */
export async function signAsIssuer(
  world: SigningWorld,
  document: JsonObject,
  use: KeyUse = 'credentials',
): Promise<JsonObject> {
  const { checkSignature } = world.issuing;
  const signed = await signDocument(document, signerOf(world, use), moment(world), checkSignature);
  if (!signed.ok) {
    throw new Error(`a credential could not be signed: ${signed.refusal.because}`);
  }
  const { verdict, steps } = await verifyCredential(
    JSON.stringify(signed.value),
    world.clock.now(),
    {
      didDocument: async () => JSON.stringify(issuerDocument(world)),
      // Its place was drawn a moment ago: what the list says of it is known to be nothing.
      statusList: async () => undefined,
      checkSignature,
      gunzip: world.issuing.gunzip,
    },
  );
  if (verdict === 'not-genuine' || verdict === 'unknown') {
    const because = [steps.format, steps.proof].map((step) => step.because ?? '').join(' ');
    throw new Error(`what was signed would not be taken for genuine: ${because.trim()}`);
  }
  return signed.value;
}

/** Signs what is said of a credential's status, by the key of the lists. */
export async function signRecord(world: SigningWorld, document: JsonObject): Promise<JsonObject> {
  const { checkSignature } = world.issuing;
  const signed = await signJson(document, signerOf(world, 'status'), moment(world), checkSignature);
  if (!signed.ok) {
    throw new Error(`a record could not be signed: ${signed.refusal.because}`);
  }
  return signed.value;
}
