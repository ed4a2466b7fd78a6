/**
 * The credential as a document, before it is signed: an Open Badges 3.0 certification in the envelope of the W3C
 * Verifiable Credentials Data Model 2.0. It says who holds which certification since when and until when, and where to ask
 * whether it was revoked. It never says anything else about the person: no score, no e-mail, no date of birth.
 *
 * Sources: 1EdTech Open Badges 3.0 (2024); W3C VC Data Model 2.0 (2025); Bitstring Status List 1.0 (2025).
 *
 * Not here: signing (credential/proof), whether a person may have it (casework/award).
 */
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS } from './context-addresses.ts';
import { demonstrationName } from './demonstration.ts';
import { instantOf } from './instant.ts';

export interface BadgeAward {
  /** The public address of this credential; unguessable. */
  readonly id: string;
  /** Names the holder in this credential and in no other: a random urn:uuid, so that two credentials cannot be joined by it. */
  readonly subjectId: string;
  readonly holderName: string;
  readonly programName: string;
  /** Where the program is described in the words of CTDL. */
  readonly programUrl: string;
  /** The address of what was achieved: the program under one version of its rules. */
  readonly achievementId: string;
  readonly description: string;
  readonly criteria: { readonly narrative: string; readonly id?: string };
  readonly issuer: { readonly id: string; readonly name: string; readonly url?: string };
  /** When the certification was first granted; kept when it is issued again. */
  readonly awardedDate: string;
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly licenseNumber: string;
  readonly status: { readonly list: string; readonly index: number };
  readonly demonstration: boolean;
}

export type BadgeRefusal =
  | 'name-missing'
  | 'address-malformed'
  | 'date-malformed'
  | 'dates-crossed';

const SCHEMA =
  'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json';

export function openBadge(award: BadgeAward): Result<JsonObject, BadgeRefusal> {
  const wrong = wrongIn(award);
  if (wrong !== undefined) {
    return wrong;
  }
  const name = award.demonstration ? demonstrationName(award.programName) : award.programName;
  return success({
    '@context': [CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS],
    id: award.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: { ...award.issuer, type: ['Profile'] },
    name,
    awardedDate: award.awardedDate,
    validFrom: award.validFrom,
    validUntil: award.validUntil,
    credentialSubject: {
      id: award.subjectId,
      type: ['AchievementSubject'],
      // One spelling for each name, whatever keyboard wrote it. After signing it is never touched again.
      identifier: [
        {
          type: 'IdentityObject',
          hashed: false,
          identityHash: award.holderName.normalize('NFC'),
          identityType: 'name',
        },
      ],
      licenseNumber: award.licenseNumber,
      achievement: {
        id: award.achievementId,
        type: ['Achievement'],
        achievementType: 'Certification',
        name,
        description: award.description,
        criteria: award.criteria,
        alignment: [
          {
            type: ['Alignment'],
            targetName: award.programName,
            targetUrl: award.programUrl,
            targetType: 'ceterms:Credential',
          },
        ],
      },
    },
    credentialSchema: [{ id: SCHEMA, type: '1EdTechJsonSchemaValidator2019' }],
    credentialStatus: {
      id: `${award.status.list}#${award.status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(award.status.index),
      statusListCredential: award.status.list,
    },
  });
}

function wrongIn(award: BadgeAward): Result<never, BadgeRefusal> | undefined {
  const named = [award.holderName, award.programName, award.issuer.name, award.licenseNumber];
  if (named.some((name) => name.trim() === '')) {
    return refuse(
      'name-missing',
      'a credential names its holder, the program, the issuer and a certificate number',
    );
  }
  const { id, subjectId, achievementId, programUrl, issuer, status } = award;
  const addresses = [id, subjectId, achievementId, programUrl, status.list, issuer.id];
  if (!addresses.every(isAddress) || !Number.isSafeInteger(award.status.index)) {
    return refuse('address-malformed', 'an address in the credential is not a whole address');
  }
  const dates = [award.awardedDate, award.validFrom, award.validUntil ?? award.validFrom];
  const [, from, until] = dates.map(instantOf);
  if (dates.some((text) => instantOf(text) === undefined)) {
    return refuse(
      'date-malformed',
      'each date of a credential is a moment with its offset, such as 2031-12-31T23:59:59-05:00',
    );
  }
  return (until ?? 0) < (from ?? 0)
    ? refuse('dates-crossed', 'a credential cannot end before it begins')
    : undefined;
}

/** An absolute address without blanks: what JSON-LD accepts as the name of a thing. */
const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:[^\s"<>\\^`{|}]+$/i.test(text);
