/**
 * The packages of Digital Bazaar as a page of their own: the credential beside the page is checked and the answer written into
 * it. The vocabularies come with the script, as with ours; the status list is taken for granted, because their check of it does
 * not run in a browser.
 */
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { pinnedContext } from '../../src/credential/proof/contexts.ts';
import {
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../src/kernel/bytes/json-members.ts';

const fetched = async (address: string): Promise<JsonObject> =>
  (await (await fetch(address)).json()) as JsonObject;

const credential = await fetched('/c/1/credential.json');
const keys = await fetched('/.well-known/did.json');
const found = await verifyCredential({
  credential,
  suite: new DataIntegrityProof({ cryptosuite }),
  checkStatus: async () => ({ verified: true }),
  documentLoader: async (url: string) => ({
    contextUrl: null,
    documentUrl: url,
    document:
      [keys, ...(listed(member(keys, 'verificationMethod')) as readonly JsonObject[])].find(
        (one) => textMember(one, 'id') === url,
      ) ?? pinnedContext(url),
    tag: 'static',
  }),
});
const said = document.createElement('p');
said.id = 'verdict';
said.dataset['verdict'] = found.verified ? 'genuine-and-current' : 'not-genuine';
said.textContent = found.verified ? 'verified' : 'refused';
document.body.append(said);
