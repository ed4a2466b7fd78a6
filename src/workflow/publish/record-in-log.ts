/**
 * Writes one line of the decision log, inside the transaction of what it records. The public line says that a decision
 * of a kind was taken on a date under dated rules; which matter it was and what was decided lie in two sealed envelopes
 * that only the person concerned can open. See ledger/entry.
 */
import { fromUtf8 } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { commitTo, entryBytes } from '../../ledger/entry/entry.ts';
import { leafHash } from '../../ledger/merkle/hash.ts';
import type { Chance } from '../ports/ports.ts';
import type { Records } from '../ports/records.ts';

export interface LogLine {
  readonly kind: string;
  readonly program: string;
  readonly rules: string;
  readonly decidedOn: CivilDate;
  /** The label of the matter, or the address of the credential. */
  readonly label: string;
  readonly outcome: Json;
}

const SALT_BYTES = 32;

export const recordInLog = async (
  records: Records,
  chance: Chance,
  line: LogLine,
  about: { readonly matter?: string; readonly credential?: string },
): Promise<number> => (await recordOpenly(records, chance, line, about)).place;

/** With the salt, for what anybody may open. */
export async function recordOpenly(
  records: Records,
  chance: Chance,
  line: LogLine,
  about: { readonly matter?: string; readonly credential?: string } = {},
): Promise<{ readonly place: number; readonly salt: Uint8Array }> {
  const salt = chance.bytes(SALT_BYTES);
  const { kind, program, rules, decidedOn, label, outcome } = line;
  const bytes = entryBytes(
    commitTo({ kind, program, rules, decidedOn, matter: label, outcome, salt }),
  );
  const place = await records.log.append({
    commitment: fromUtf8(bytes),
    leafHash: leafHash(bytes),
    salt,
    plain: { matter: label, outcome },
    matter: about.matter,
    credential: about.credential,
  });
  return { place, salt };
}
