/** Checks a credential on the server by the same code the browser runs. Only this issuer's own keys and lists are at hand. */
import { didDocumentAddress } from '../../credential/proof/did-web.ts';
import { type Verification, verifyCredential } from '../../credential/verifier/verify.ts';
import type { World } from '../ports/ports.ts';
import { type IssuerWorld, issuerDid, issuerDocument } from './issuer.ts';
import { registryRecord } from './registry-record.ts';
import { listAt, statusList } from './status-lists.ts';
import { tokenListAt, tokenStatusList } from './token-lists.ts';

export async function checkHere(
  world: IssuerWorld & Pick<World, 'wallets'>,
  text: string,
): Promise<Verification> {
  return await verifyCredential(text, world.clock.now(), {
    didDocument: async (did) =>
      did === issuerDid(world) && didDocumentAddress(did) !== undefined
        ? JSON.stringify(issuerDocument(world))
        : undefined,
    statusList: async (address) => {
      const tokens = tokenListAt(world, address);
      if (tokens !== undefined) {
        return await tokenStatusList(world, tokens);
      }
      const number = listAt(world, address);
      const list = number === undefined ? undefined : await statusList(world, number);
      return list === undefined ? undefined : JSON.stringify(list);
    },
    record: async (address) => {
      const [, id = ''] = /\/c\/([\w-]+)\/status\.json$/.exec(address) ?? [];
      const record = await registryRecord(world, id);
      return record === undefined ? undefined : JSON.stringify(record);
    },
    checkSignature: world.issuing.checkSignature,
    gunzip: world.issuing.gunzip,
    inflate: world.wallets.inflate,
  });
}
