/**
 * A second opinion: the packages of Digital Bazaar, which many issuers and wallets use, given exactly what our own verifier
 * is given. They are asked as their documentation says, with the status list check that comes with them.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { checkStatus } from '@digitalbazaar/vc-bitstring-status-list';
import { pinnedContext } from '../../src/credential/proof/contexts.ts';
import { type JsonObject, listed, member } from '../../src/kernel/bytes/json-members.ts';

const MULTIKEY = 'https://w3id.org/security/multikey/v1';

/** The pages that the packages may ask for: the pinned vocabularies, pages of keys, single keys, lists. */
export function bazaarLoader(
  didDocuments: readonly JsonObject[],
  lists: Readonly<Record<string, JsonObject>>,
) {
  const pages = new Map<string, JsonObject>(Object.entries(lists));
  for (const page of didDocuments) {
    pages.set(String(page['id']), page);
    for (const key of listed(member(page, 'verificationMethod')) as readonly JsonObject[]) {
      pages.set(String(key['id']), { '@context': MULTIKEY, ...key });
    }
  }
  return async (url: string) => ({
    contextUrl: null,
    documentUrl: url,
    document: pages.get(url) ?? pinnedContext(url),
    tag: 'static',
  });
}
type Loader = ReturnType<typeof bazaarLoader>;

const verifying = new DataIntegrityProof({ cryptosuite });

export async function bazaarVerifies(
  credential: unknown,
  documentLoader: Loader,
  now: number,
): Promise<boolean> {
  const found = await verifyCredential({
    credential: structuredClone(credential),
    suite: verifying,
    documentLoader,
    checkStatus,
    now: new Date(now),
  });
  return found.verified;
}

export async function bazaarSigner(key: {
  readonly id: string;
  readonly controller: string;
  readonly publicKeyMultibase: string;
  readonly secretKeyMultibase: string;
}): Promise<object> {
  const pair = await multikey.from({ '@context': MULTIKEY, type: 'Multikey', ...key });
  return new DataIntegrityProof({ signer: pair.signer(), cryptosuite });
}

export const bazaarIssues = (
  credential: JsonObject,
  suite: object,
  documentLoader: Loader,
): Promise<Record<string, unknown>> =>
  issue({ credential: structuredClone(credential), suite, documentLoader });
