/** The issuer as wallets and checkers of SD-JWT credentials read it. */
import { demonstrationName } from '../../credential/badge/demonstration.ts';
import {
  type DescribedProgram,
  issuerMetadata,
  jwtIssuerMetadata,
  typeMetadata,
} from '../../credential/wallet/issuer-metadata.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { programs } from '../../program/catalog/catalog.ts';
import type { World } from '../ports/ports.ts';

const described: readonly DescribedProgram[] = programs.map(
  ({ id, name, designation, body, invented }) => {
    const whole = `${name} (${designation})`;
    return { id, name: invented ? demonstrationName(whole) : whole, body: body.name };
  },
);

/** For /.well-known/openid-credential-issuer, with the programs that are offered here. */
export async function walletMetadata(
  world: Pick<World, 'origin' | 'wallets'>,
  isOffered: (program: string) => boolean,
): Promise<JsonObject> {
  const offered = described.filter(({ id }) => isOffered(id));
  const bodies = [...new Set(offered.map(({ body }) => body))];
  return await world.wallets.checkedMetadata(issuerMetadata(world.origin, offered, bodies));
}

/** For /.well-known/jwt-vc-issuer. */
export const jwtIssuer = (world: Pick<World, 'origin' | 'keys'>): JsonObject =>
  jwtIssuerMetadata(world.origin, world.keys.issuer.all());

/** What the claims of a program's SD-JWT credential mean; undefined where there is no such program. */
export function typeOf(world: Pick<World, 'origin'>, program: string): JsonObject | undefined {
  const found = described.find(({ id }) => id === program);
  return found === undefined ? undefined : typeMetadata(world.origin, found);
}
