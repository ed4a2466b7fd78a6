/**
 * Why does a copy count no more? The bit says only that it does not. The issuer says the rest in a small signed record beside
 * the copy, at its own address: a newer copy, suspended until a day, taken back, given up. The record can explain a bit and
 * never unsets one; where it cannot be had or does not hold, the bit stands without a word.
 */
import { type JsonObject, member, textMember } from '../../kernel/bytes/json-members.ts';
import { inWords, parseCivilDate } from '../../kernel/dates/civil-date.ts';
import { didDocumentAddress } from '../proof/did-web.ts';
import { JCS_CRYPTOSUITE } from '../proof/eddsa-jcs.ts';
import { bad, type Sources, type StepAnswer, type Why } from './answer.ts';
import { instantIn, issuerOf } from './format-step.ts';
import { proofStep } from './proof-step.ts';
import { strictJson } from './strict-json.ts';

const OWN_PAGE = /^(https?:\/\/[^/?#]+)\/c\/[\w-]{22}$/;

const MEANS: Readonly<Record<string, readonly [string, Why]>> = {
  superseded: ['a newer copy took its place', 'superseded'],
  suspended: ['the issuer has suspended it', 'suspended'],
  revoked: ['the issuer has taken it back', 'taken-back'],
  surrendered: ['its holder has given it up', 'given-up'],
  retired: ['its holder has retired', 'given-up'],
  ended: ['its issuer has ended it', 'taken-back'],
};

/** The answer of the status step with the reason that the issuer gives; as it was where no reason can be relied on. */
export async function withItsReason(
  credential: JsonObject,
  found: StepAnswer,
  now: number,
  sources: Sources,
): Promise<StepAnswer> {
  const id = textMember(credential, 'id') ?? '';
  const issuer = issuerOf(credential) ?? '';
  const site = OWN_PAGE.exec(id)?.[1];
  // Nobody but the issuer is asked about a holder.
  if (site === undefined || didDocumentAddress(issuer) !== `${site}/.well-known/did.json`) {
    return found;
  }
  const parsed = strictJson((await sources.record?.(`${id}/status.json`)) ?? '');
  const record = parsed.ok ? parsed.value : null;
  const [said, why] = MEANS[textMember(record, 'state') ?? ''] ?? [];
  if (
    said === undefined ||
    member(record, 'credential') !== id ||
    member(record, 'issuer') !== issuer ||
    !(now <= (instantIn(member(record, 'validUntil')) ?? 0)) ||
    (await proofStep(record as JsonObject, now, sources, JCS_CRYPTOSUITE)).answer !== 'ok'
  ) {
    return found;
  }
  const until = parseCivilDate(textMember(record, 'until') ?? '');
  return bad(until.ok ? `${said} until ${inWords(until.value)}` : said, why);
}
