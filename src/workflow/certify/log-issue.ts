/**
 * The line of the log that a signed copy has: with its digest in the sealed envelope, so that a signature made by whoever stole
 * the key, and dated back, is told from one that the issuer made, and a copy that is signed anew is known to be the same.
 */
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { World } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';
import { recordInLog } from '../publish/record-in-log.ts';

/** What a copy says, without its signature: the same before and after it is signed anew. */
export function digestOf(document: JsonObject): string {
  const { proof: _, ...said } = document;
  return sha256Hex(canonicalJson(said));
}

export async function logIssue(
  world: Pick<World, 'chance'>,
  records: Records,
  issued: {
    readonly document: JsonObject;
    readonly id: string;
    readonly credential: string;
    readonly program: string;
    readonly rules: string;
    readonly on: CivilDate;
    readonly validUntil: CivilDate;
    /** Another copy of what was awarded before. Why there is one is nobody's business, and stands in no line. */
    readonly isCopy?: boolean;
    /** Of the same statements in another form, for a wallet. */
    readonly sdJwt?: string;
  },
): Promise<void> {
  const { validUntil, document, sdJwt } = issued;
  await recordInLog(
    records,
    world.chance,
    {
      kind: issued.isCopy === true ? 'copy' : 'award',
      ...{ program: issued.program, rules: issued.rules, decidedOn: issued.on, label: issued.id },
      outcome: {
        validUntil,
        digest: digestOf(document),
        ...(sdJwt === undefined ? {} : { sdJwt }),
      },
    },
    { credential: issued.credential },
  );
}
