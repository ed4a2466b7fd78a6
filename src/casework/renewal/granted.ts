/** The award of a credential as the first event of its life. It stands in the register; nothing keeps it twice. */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { type CivilDate, civilDateAt } from '../../kernel/dates/civil-date.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import type { Event } from './renewal-event.ts';

/** The award as the first event, from the paper that was signed for it. */
export function grantOf(
  credential: { readonly document: Json; readonly validUntil: CivilDate },
  program: OfferedProgram,
): Event<'granted'> | undefined {
  const from = textMember(member({ document: credential.document }, 'document'), 'validFrom');
  if (from === undefined) {
    return undefined;
  }
  const on = civilDateAt(Date.parse(from), defaultsOf(program).zone);
  return {
    type: 'granted',
    on,
    rules: rulesInForce(program, on).id,
    term: { from: on, to: credential.validUntil },
  };
}
