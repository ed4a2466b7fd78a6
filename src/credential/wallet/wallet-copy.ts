/**
 * A copy for a wallet, before it is signed. It says what the public copy says, word for word; its address and its place on the list
 * are its own, and it names its holder by the key that the wallet has proven to hold.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/bytes/json-members.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { dayWritten } from '../badge/day-written.ts';
import { saysDemonstration } from '../badge/demonstration.ts';
import { instantOf } from '../badge/instant.ts';
import { shownOf } from '../verifier/shown.ts';
import type { HolderKey } from './holder-key.ts';

export type WalletFormat = 'ldp_vc' | 'dc+sd-jwt';
export const WALLET_FORMATS: readonly WalletFormat[] = ['ldp_vc', 'dc+sd-jwt'];

/** The document of a copy from the one of the public copy. */
export function walletCopy(
  publicCopy: Json,
  own: {
    readonly id: string;
    readonly holder: string;
    readonly status: { readonly list: string; readonly index: number };
  },
): JsonObject {
  const subject = member(publicCopy, 'credentialSubject');
  if (!isJsonObject(publicCopy) || !isJsonObject(subject)) {
    throw new Error('the public copy of a credential is not a credential');
  }
  const { proof: _, ...said } = publicCopy;
  const { list, index } = own.status;
  return {
    ...said,
    id: own.id,
    credentialSubject: { ...subject, id: own.holder },
    credentialStatus: {
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(index),
      statusListCredential: list,
    },
  };
}

export interface SdJwtClaims {
  /** What whoever is shown the credential always sees. */
  readonly always: JsonObject;
  /** What its holder shows or keeps back, one by one. */
  readonly chosen: JsonObject;
}

const DAY_SECONDS = 86_400;

/**
 * The same statements as an SD-JWT credential. That it is a demonstration, which program it is and until when cannot be kept back.
 * The moment of issue is the start of its day, so that two checkers cannot tell by it that they saw the same person.
 */
export function sdJwtClaims(
  document: JsonObject,
  own: {
    readonly issuer: string;
    readonly type: string;
    readonly key: HolderKey;
    readonly status: { readonly list: string; readonly index: number };
    /** Milliseconds since 1970 UTC. */
    readonly now: number;
  },
): SdJwtClaims {
  const shown = shownOf(document);
  const until = shown.validUntil === undefined ? undefined : instantOf(shown.validUntil);
  const day = (written: string | undefined): CivilDate | undefined => dayWritten(written);
  return {
    always: {
      iss: own.issuer,
      iat: Math.floor(own.now / 1000 / DAY_SECONDS) * DAY_SECONDS,
      // The last second counts; from `exp` on nothing does.
      ...(until === undefined ? {} : { exp: Math.floor(until / 1000) + 1 }),
      vct: own.type,
      cnf: { jwk: own.key.jwk },
      status: { status_list: { idx: own.status.index, uri: own.status.list } },
      certification: shown.credentialName,
      issuing_body: shown.issuerName,
      valid_until: day(shown.validUntil),
      demonstration: saysDemonstration(document),
    },
    chosen: {
      name: shown.holderName,
      certificate_number: shown.licenseNumber,
      awarded: day(shown.awardedDate),
      valid_from: day(shown.validFrom),
      certificate: shown.id,
    },
  };
}
