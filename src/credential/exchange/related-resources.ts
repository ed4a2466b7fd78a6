/**
 * Documents that a credential names together with their digest. Nothing is fetched here, so only a document that lies here can
 * be held against its digest; of any other it would be a guess to say that it holds.
 * Source: W3C VC Data Model 2.0 (2025), section 5.3.
 */
import { fromBase64url } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, listed, member } from '../../kernel/bytes/json-members.ts';
import { CREDENTIALS_V2 } from '../badge/context-addresses.ts';

/** SHA-256 of the bytes that the W3C published with the Recommendation, in hex. */
const HELD: Readonly<Record<string, string>> = {
  [CREDENTIALS_V2]: '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
};
const SHA_256_BYTES = 32;
/** How a multihash begins: SHA-256, 32 bytes. */
const MULTIHASH = [0x12, SHA_256_BYTES];

/** What is wrong with the related resources of a credential, or nothing. */
export function wrongRelated(credential: JsonObject): string | undefined {
  const resources = listed(member(credential, 'relatedResource'));
  const ids = resources.map((one) => member(one, 'id'));
  if (!resources.every(isJsonObject) || ids.some((id) => typeof id !== 'string')) {
    return 'a related resource has no id';
  }
  if (new Set(ids).size < ids.length) {
    return 'a related resource is named twice';
  }
  return resources.map(wrongDigest).find((wrong) => wrong !== undefined);
}

function wrongDigest(resource: Json): string | undefined {
  const digests = [
    ...listed(member(resource, 'digestSRI')).map(ofSri),
    ...listed(member(resource, 'digestMultibase')).map(ofMultibase),
  ];
  if (digests.length === 0) {
    return 'a related resource has no digest';
  }
  const held = HELD[String(member(resource, 'id'))];
  if (held === undefined) {
    return 'a related resource does not lie here, so its digest cannot be checked';
  }
  return digests.every((digest) => digest === held)
    ? undefined
    : 'a related resource has another digest, or one that is not SHA-256';
}

/** "sha256-" and base64 (W3C Subresource Integrity). */
const ofSri = (value: Json): string | undefined => {
  const word = /^sha256-([A-Za-z0-9+/]{43})=$/.exec(String(value))?.[1];
  return word === undefined
    ? undefined
    : hexOf(fromBase64url(word.replaceAll('+', '-').replaceAll('/', '_')));
};

/** "u" and base64url of a multihash (W3C Controlled Identifiers 1.0, section 2.4). */
const ofMultibase = (value: Json): string | undefined => {
  const word = /^u([A-Za-z0-9_-]{46})$/.exec(String(value))?.[1];
  const bytes = word === undefined ? [] : [...fromBase64url(word)];
  return MULTIHASH.every((byte, place) => bytes[place] === byte)
    ? hexOf(bytes.slice(MULTIHASH.length))
    : undefined;
};

const hexOf = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
