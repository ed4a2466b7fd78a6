/**
 * The form of any credential or presentation of the W3C data model, version 2: what a program that speaks to others must
 * refuse. Wider than what our own verifier lets in (credential/verifier/format-step), which knows three vocabularies and no
 * other; this one serves programs that test implementations against the standard.
 * Source: W3C VC Data Model 2.0 (2025), section 4.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, listed, member } from '../../kernel/bytes/json-members.ts';
import { CREDENTIALS_V2 } from '../badge/context-addresses.ts';
import { instantOf } from '../badge/instant.ts';
import { wrongStatusEntry } from '../verifier/format-step.ts';
import { wrongRelated } from './related-resources.ts';

/** What is wrong with the form of a credential, or nothing. */
export function wrongCredential(credential: Json | undefined): string | undefined {
  if (!isJsonObject(credential)) {
    return 'a credential is an object';
  }
  return (
    wrongEnvelope(credential, 'VerifiableCredential') ??
    wrongIssuer(member(credential, 'issuer')) ??
    wrongNames(credential) ??
    wrongSubjects(credential) ??
    wrongDates(credential) ??
    wrongParts(credential) ??
    wrongRelated(credential)
  );
}

/** What is wrong with the form of a presentation, but for the credentials in it. */
export function wrongPresentation(presentation: Json | undefined): string | undefined {
  if (!isJsonObject(presentation)) {
    return 'a presentation is an object';
  }
  const holder = member(presentation, 'holder');
  const named = isJsonObject(holder) ? member(holder, 'id') : holder;
  return (
    wrongEnvelope(presentation, 'VerifiablePresentation') ??
    (holder !== undefined && !isAddress(named) ? 'holder is not an address' : undefined)
  );
}

const isAddress = (value: Json | undefined): boolean =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]+$/.test(value);

function wrongEnvelope(document: JsonObject, type: string): string | undefined {
  const given = member(document, '@context');
  const contexts = listed(given);
  if (!Array.isArray(given) || contexts[0] !== CREDENTIALS_V2) {
    return `@context does not begin with ${CREDENTIALS_V2}`;
  }
  if (!contexts.every((one) => isAddress(one) || isJsonObject(one))) {
    return '@context holds something that is no vocabulary';
  }
  const types = listed(member(document, 'type'));
  if (!types.includes(type) || types.some((one) => typeof one !== 'string')) {
    return `type does not say ${type}`;
  }
  const id = member(document, 'id');
  return id !== undefined && !isAddress(id) ? 'id is not one address' : undefined;
}

const wrongIssuer = (issuer: Json | undefined): string | undefined =>
  isAddress(isJsonObject(issuer) ? member(issuer, 'id') : issuer)
    ? undefined
    : 'issuer is not an address';

const LANGUAGE_PARTS = new Set(['@value', '@language', '@direction']);

function wrongNames(credential: JsonObject): string | undefined {
  const issuer = member(credential, 'issuer');
  for (const holder of [credential, ...(isJsonObject(issuer) ? [issuer] : [])]) {
    for (const name of ['name', 'description']) {
      if (!listed(member(holder, name)).every(isLanguageText)) {
        return `${name} is not text, alone or with its language`;
      }
    }
  }
  return undefined;
}

const isLanguageText = (value: Json): boolean =>
  typeof value === 'string' ||
  (isJsonObject(value) &&
    typeof member(value, '@value') === 'string' &&
    Object.keys(value).every((part) => LANGUAGE_PARTS.has(part)));

function wrongSubjects(credential: JsonObject): string | undefined {
  const subjects = listed(member(credential, 'credentialSubject'));
  const empty = (subject: Json): boolean =>
    !isJsonObject(subject) || Object.keys(subject).length === 0;
  if (subjects.length === 0 || subjects.some(empty)) {
    return 'credentialSubject says nothing about anybody';
  }
  const ids = subjects.map((subject) => member(subject, 'id'));
  return ids.every((id) => id === undefined || isAddress(id))
    ? undefined
    : 'credentialSubject.id is not one address';
}

function wrongDates(credential: JsonObject): string | undefined {
  const [from, until] = ['validFrom', 'validUntil'].map((name) => member(credential, name));
  for (const text of [from, until]) {
    if (text !== undefined && (typeof text !== 'string' || instantOf(text) === undefined)) {
      return 'a date is not a moment with its offset from UTC';
    }
  }
  return (instantOf(String(until)) ?? Number.POSITIVE_INFINITY) < (instantOf(String(from)) ?? 0)
    ? 'it ends before it begins'
    : undefined;
}

/** Parts that must say their type, and those that must also have an address. */
const PARTS: readonly [string, boolean][] = [
  ['credentialStatus', false],
  ['credentialSchema', true],
  ['evidence', false],
  ['termsOfUse', false],
  ['refreshService', false],
  ['proof', false],
];

function wrongParts(credential: JsonObject): string | undefined {
  for (const [name, addressed] of PARTS) {
    for (const part of listed(member(credential, name))) {
      const id = member(part, 'id');
      if (!isJsonObject(part) || listed(member(part, 'type')).length === 0) {
        return `${name} does not say its type`;
      }
      if (id === undefined ? addressed : !isAddress(id)) {
        return `${name}.id is not one address`;
      }
    }
  }
  for (const entry of listed(member(credential, 'credentialStatus'))) {
    const wrong = wrongStatusEntry(entry);
    if (wrong !== undefined) {
      return wrong;
    }
  }
  return undefined;
}
