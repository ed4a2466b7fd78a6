/**
 * The issuer's name on the web, and the page that lists its keys: "did:web:example.org" is answered by
 * https://example.org/.well-known/did.json. Only a key that this page lists for making statements (assertionMethod) may
 * sign credentials. A key that retires stays listed with its last day, so that what it signed before stays good.
 * Source: W3C CCG, did:web method (2025); W3C Decentralized Identifiers 1.0 (2022); Controlled Identifiers 1.0 (2025).
 */
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { writeMultikey } from './multikey.ts';

export interface IssuerKey {
  /** The part behind the #, such as "c-2026a". Never used for a second key. */
  readonly fragment: string;
  readonly publicKey: Uint8Array;
  /** What was signed from this moment on does not count: the key was replaced. */
  readonly expires?: string;
  /** The key fell into other hands: nothing it signs from this moment on counts, and it may no longer make statements. */
  readonly revoked?: string;
}

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

/** The issuer's name for the address of its site: "http://localhost:8080" is "did:web:localhost%3A8080". */
export function didWebOf(site: string): string {
  const [, host, path] = /^https?:\/\/([^/?#]+)([^?#]*)$/.exec(site) ?? [];
  if (host === undefined) {
    throw new RangeError(`${site} is not the address of a site`);
  }
  const steps = (path ?? '').split('/').filter((step) => step !== '');
  return ['did:web', encodeURIComponent(host), ...steps.map(encodeURIComponent)].join(':');
}

/** Where the page with the issuer's keys is, or nothing where the name is not of this kind. */
export function didDocumentAddress(did: string): string | undefined {
  const [scheme, method, host, ...steps] = did.split(':');
  const site = decoded(host ?? '');
  const named = scheme === 'did' && method === 'web';
  if (!named || site === undefined || !/^(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::\d+)?$/i.test(site)) {
    return undefined;
  }
  if (!steps.every((step) => /^[A-Za-z0-9._~%-]+$/.test(step) && !/^\.+$/.test(step))) {
    return undefined;
  }
  const path = steps.length === 0 ? '.well-known' : steps.join('/');
  return `${LOOPBACK.test(site) ? 'http' : 'https'}://${site}/${path}/did.json`;
}

/** The page with the issuer's keys. */
export function didDocument(did: string, site: string, keys: readonly IssuerKey[]): JsonObject {
  const methods = keys.map(({ fragment, publicKey, expires, revoked }) => ({
    id: `${did}#${fragment}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: writeMultikey(publicKey),
    expires,
    revoked,
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    alsoKnownAs: [site],
    verificationMethod: methods,
    assertionMethod: methods.filter(({ revoked }) => revoked === undefined).map(({ id }) => id),
  };
}

/** The site that a did:web name stands for, to be shown to people: "example.org". */
export function siteOf(did: string): string {
  const [scheme, method, host, ...steps] = did.split(':');
  const site = decoded(host ?? '');
  return scheme === 'did' && method === 'web' && site !== undefined
    ? [site, ...steps].join('/')
    : did;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
