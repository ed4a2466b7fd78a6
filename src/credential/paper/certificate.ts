/**
 * What a certificate on paper says: the signed fields and nothing else, so that paper and signature can be held side by
 * side. Dates are the issuer's own, in words.
 *
 * Not here: how it looks (outside/adapters/certificate.typ), whether it counts today (casework/award/standing).
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, member, textMember } from '../../kernel/bytes/json-members.ts';
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import { dayWritten } from '../badge/day-written.ts';
import { saysDemonstration } from '../badge/demonstration.ts';
import { shownOf } from '../verifier/shown.ts';

export interface Certificate {
  /** The address of the credential, which is the short link. */
  readonly address: string;
  readonly holder: string;
  readonly program: string;
  /** What the issuer calls itself, and the site whose key signed. */
  readonly issuer: string;
  readonly signedBy: string;
  readonly number: string;
  readonly awarded: string;
  readonly validFrom: string;
  /** Undefined where it does not end by itself. */
  readonly validUntil?: string;
  /** The day from which this copy counts. */
  readonly from: CivilDate;
  /** Signed with it: what it certifies, and whose mark it is. */
  readonly description: string;
  readonly criteria: string;
  readonly demonstration: boolean;
}

/** Undefined where a field that a certificate needs is not in the signed document, such as the name in clear. */
export function certificateOf(document: Json): Certificate | undefined {
  if (!isJsonObject(document)) {
    return undefined;
  }
  const shown = shownOf(document);
  const achievement = member(member(document, 'credentialSubject'), 'achievement');
  const from = dayWritten(shown.validFrom);
  const until = dayWritten(shown.validUntil);
  const awarded = dayWritten(shown.awardedDate);
  const { id, holderName: holder, credentialName: program, issuerName: issuer, signedBy } = shown;
  const { licenseNumber: number } = shown;
  const named = id !== undefined && holder !== undefined && program !== undefined;
  const issued = issuer !== undefined && number !== undefined;
  if (!(named && issued) || from === undefined || awarded === undefined) {
    return undefined;
  }
  return {
    ...{ address: id, holder, program, issuer, signedBy, number, from },
    awarded: inWords(awarded),
    validFrom: inWords(from),
    ...(until === undefined ? {} : { validUntil: inWords(until) }),
    description: textMember(achievement, 'description') ?? '',
    criteria: textMember(member(achievement, 'criteria'), 'narrative') ?? '',
    demonstration: saysDemonstration(document),
  };
}
