/**
 * The list of credentials that count no more as a document of its own, to be signed by the issuer and published anew every
 * day: who reads it must be able to tell that it is the issuer's, and that it is not last year's.
 * Source: W3C Bitstring Status List 1.0 (2025), section 2.1.
 */
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { CREDENTIALS_V2 } from '../badge/context-addresses.ts';
import { encodeBitstring, type Gzip } from './bitstring.ts';

export interface StatusList {
  /** The address at which the list is published. */
  readonly id: string;
  readonly issuer: string;
  readonly bits: Uint8Array;
  readonly validFrom: string;
  readonly validUntil: string;
}

const FRESH_FOR_MS = 15 * 60 * 1000;

export async function statusCredential(list: StatusList, gzip: Gzip): Promise<JsonObject> {
  return {
    '@context': [CREDENTIALS_V2],
    id: list.id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: list.issuer,
    validFrom: list.validFrom,
    validUntil: list.validUntil,
    credentialSubject: {
      id: `${list.id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: await encodeBitstring(list.bits, gzip),
      ttl: FRESH_FOR_MS,
    },
  };
}
