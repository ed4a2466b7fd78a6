/**
 * Signs the credentials of a body that is loaded as a whole, one after another: the same badge, the same signature and
 * the same order of places as an award that follows a pass.
 */
import { statusPlaces } from '../../credential/status-list/allocation.ts';
import { toBase64url } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { AwardToLoad } from '../ports/body-to-load.ts';
import type { World } from '../ports/ports.ts';
import { badgeFor } from './award.ts';
import { signAsIssuer } from './issuer.ts';

const ID_BYTES = 16;

export function issuerOfLoaded(
  world: Pick<World, 'clock' | 'chance' | 'keys' | 'issuing' | 'origin'>,
) {
  const placeOf = statusPlaces(world.issuing.statusKey);
  return async (award: AwardToLoad, sequence: number) => {
    const program = programOf(award.program);
    if (program === undefined || !program.invented) {
      throw new Error(`${award.program} is no invented program: nothing is issued for it here`);
    }
    const id = toBase64url(world.chance.bytes(ID_BYTES));
    const { index } = placeOf(sequence);
    const badge = badgeFor(world, {
      id,
      program,
      passed: { on: award.on },
      holderName: award.holderName,
      index,
      until: award.validUntil,
      demonstration: true,
    });
    const document: Json = await signAsIssuer(world, badge);
    return { id, document, statusIndex: index };
  };
}
