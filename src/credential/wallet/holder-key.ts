/**
 * The key of a wallet, in the three ways in which wallets name it: bare, as did:jwk, as did:key. Ed25519 and P-256, which is what
 * phones keep in hardware. Whoever is named by a credential as such a name holds the key, and nothing more is known of them.
 * Sources: RFC 7517 and RFC 8037 (JWK); did:jwk (2022); did:key (W3C CCG, 2025); multicodec table for the two prefixes.
 */
import { p256 } from '@noble/curves/nist.js';
import { base58 } from '@scure/base';
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../../kernel/bytes/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, member, textMember } from '../../kernel/bytes/json-members.ts';
import { readMultikey } from '../proof/multikey.ts';

export type PublicJwk =
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string };

export interface HolderKey {
  readonly jwk: PublicJwk;
  /** The name of whoever holds the key. */
  readonly did: string;
}

const P256 = Uint8Array.of(0x80, 0x24);
const COORDINATE = 32;
const LONGEST = 1000;

/** A key as it stands in the head of a proof; its holder is named by did:jwk. Undefined where it is not a public key of ours. */
export function holderKeyOfJwk(given: Json | undefined): HolderKey | undefined {
  const jwk = publicJwk(given);
  return jwk === undefined
    ? undefined
    : { jwk, did: `did:jwk:${toBase64url(utf8(canonicalJson(jwk)))}` };
}

/** A key named by the address of one in a did:key or did:jwk, such as "did:jwk:eyJ…#0". */
export function holderKeyOfDid(address: string): HolderKey | undefined {
  const [did, fragment, ...more] = address.split('#');
  if (did === undefined || more.length > 0 || did.length > LONGEST) {
    return undefined;
  }
  const [scheme, method, id, ...rest] = did.split(':');
  if (scheme !== 'did' || id === undefined || rest.length > 0) {
    return undefined;
  }
  const ownFragment = method === 'jwk' ? '0' : id;
  const jwk = method === 'jwk' ? jwkWritten(id) : method === 'key' ? jwkOfMultikey(id) : undefined;
  return jwk === undefined || (fragment !== undefined && fragment !== ownFragment)
    ? undefined
    : { jwk, did };
}

function publicJwk(given: Json | undefined): PublicJwk | undefined {
  // What holds a private key was sent by mistake, and is not passed on.
  if (!isJsonObject(given) || member(given, 'd') !== undefined) {
    return undefined;
  }
  const [kty, crv] = [member(given, 'kty'), member(given, 'crv')];
  const [x, y] = [coordinate(textMember(given, 'x')), coordinate(textMember(given, 'y'))];
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined) {
    return { kty, crv, x };
  }
  return kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined
    ? { kty, crv, x, y }
    : undefined;
}

function coordinate(text: string | undefined): string | undefined {
  try {
    return text !== undefined && fromBase64url(text).length === COORDINATE ? text : undefined;
  } catch {
    return undefined;
  }
}

function jwkWritten(id: string): PublicJwk | undefined {
  try {
    return publicJwk(JSON.parse(fromUtf8(fromBase64url(id))) as Json);
  } catch {
    return undefined;
  }
}

function jwkOfMultikey(word: string): PublicJwk | undefined {
  const ed25519 = readMultikey(word);
  if (ed25519 !== undefined) {
    return { kty: 'OKP', crv: 'Ed25519', x: toBase64url(ed25519) };
  }
  try {
    const bytes = word.startsWith('z') ? base58.decode(word.slice(1)) : new Uint8Array();
    if (bytes.length !== P256.length + COORDINATE + 1 || !P256.every((b, at) => b === bytes[at])) {
      return undefined;
    }
    const point = p256.Point.fromBytes(bytes.subarray(P256.length)).toBytes(false);
    const half = (from: number): string => toBase64url(point.subarray(from, from + COORDINATE));
    return { kty: 'EC', crv: 'P-256', x: half(1), y: half(1 + COORDINATE) };
  } catch {
    return undefined;
  }
}
