/**
 * Signs the credentials of a body that is loaded as a whole, one after another: the same badge, the same signature and
 * the same order of places as an award that follows a pass.
 */
import { statusPlaces } from '../../credential/status-list/allocation.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import type { AwardToLoad } from '../ports/body-to-load.ts';
import type { World } from '../ports/ports.ts';
import { badgeFor } from './badge-for.ts';
import { signAsIssuer } from './issuer.ts';
import { digestOf } from './log-issue.ts';
import { newAddress } from './new-place.ts';

export function issuerOfLoaded(
  world: Pick<World, 'clock' | 'chance' | 'keys' | 'issuing' | 'origin'>,
) {
  const placeOf = statusPlaces(world.issuing.statusKey);
  return async (award: AwardToLoad, sequence: number) => {
    const program = programOf(award.program);
    if (program === undefined || !program.invented) {
      throw new Error(`${award.program} is no invented program: nothing is issued for it here`);
    }
    const id = newAddress(world);
    const place = placeOf(sequence);
    const badge = badgeFor(world, {
      id,
      program,
      passed: { on: award.on },
      holderName: award.holderName,
      place,
      until: award.validUntil,
      demonstration: true,
    });
    const document = await signAsIssuer(world, badge);
    return { id, document: document as Json, digest: digestOf(document), statusIndex: place.index };
  };
}
