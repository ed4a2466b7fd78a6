/** Checks a credential on the server by the same code the browser runs. Only this issuer's own keys and list are at hand. */
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import { type Verification, verifyCredential } from '../../credential/verifier/verify.ts';
import {
  type IssuerWorld,
  issuerDid,
  issuerDocument,
  signedStatusList,
  statusListAddress,
} from './issuer.ts';

export async function checkHere(world: IssuerWorld, text: string): Promise<Verification> {
  return await verifyCredential(text, world.clock.now(), {
    didDocument: async (did) =>
      did === issuerDid(world) && didDocumentAddress(did) !== undefined
        ? JSON.stringify(issuerDocument(world))
        : undefined,
    statusList: async (address) =>
      address === statusListAddress(world)
        ? JSON.stringify(await signedStatusList(world))
        : undefined,
    checkSignature: world.issuing.checkSignature,
    gunzip: world.issuing.gunzip,
  });
}
