/** Checks a credential on the server by the same code the browser runs. Only this issuer's own keys and lists are at hand. */
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import { type Verification, verifyCredential } from '../../credential/verifier/verify.ts';
import {
  type IssuerWorld,
  issuerDid,
  issuerDocument,
  signedStatusList,
  signedSuspensionList,
  statusListAddress,
  suspensionListAddress,
} from './issuer.ts';

export async function checkHere(world: IssuerWorld, text: string): Promise<Verification> {
  const lists = new Map([
    [statusListAddress(world), signedStatusList],
    [suspensionListAddress(world), signedSuspensionList],
  ]);
  return await verifyCredential(text, world.clock.now(), {
    didDocument: async (did) =>
      did === issuerDid(world) && didDocumentAddress(did) !== undefined
        ? JSON.stringify(issuerDocument(world))
        : undefined,
    statusList: async (address) => {
      const list = lists.get(address);
      return list === undefined ? undefined : JSON.stringify(await list(world));
    },
    checkSignature: world.issuing.checkSignature,
    gunzip: world.issuing.gunzip,
  });
}
