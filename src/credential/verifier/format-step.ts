/**
 * First step: is this a credential at all, written so that it can only be read one way?
 *
 * A signature covers what a document says, not how it is laid out. The same statements can be laid out so that a program
 * that looks for "credentialStatus" does not find it, for instance under the word's full address; the signature would
 * still hold, and a revoked credential would look like one that cannot be revoked. So only plain words are let in, no
 * vocabulary but those we hold, and none but at the top.
 * Source: W3C VC Data Model 2.0 (2025), section 4.
 */
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import {
  isJsonObject,
  type JsonObject,
  listed,
  member,
  textMember,
} from '../../kernel/bytes/json-members.ts';
import { CREDENTIALS_V2 } from '../badge/context-addresses.ts';
import { instantOf } from '../badge/instant.ts';
import { KNOWN_CONTEXTS } from '../proof/contexts.ts';

/** What is wrong with the form of a credential, or nothing. */
export function wrongForm(credential: JsonObject): string | undefined {
  return (
    wrongContexts(member(credential, '@context')) ??
    wrongWords(credential, true) ??
    wrongEnvelope(credential) ??
    wrongDates(credential) ??
    first(listed(member(credential, 'credentialStatus')), wrongStatusEntry)
  );
}

/** The issuer's name: written alone or in an object that says more. */
export const issuerOf = (credential: JsonObject): string | undefined =>
  textMember(credential, 'issuer') ?? textMember(member(credential, 'issuer'), 'id');

function wrongContexts(contexts: Json | undefined): string | undefined {
  const list = listed(contexts);
  if (list[0] !== CREDENTIALS_V2) {
    return 'it is not written in the vocabulary of verifiable credentials, version 2';
  }
  const strange = list.find((one) => typeof one !== 'string' || !KNOWN_CONTEXTS.has(one));
  return strange === undefined
    ? undefined
    : `it brings along a vocabulary that is not known here: ${JSON.stringify(strange).slice(0, 80)}`;
}

const LANGUAGE_VALUE = new Set(['@value', '@language', '@direction']);

/** Every member is a plain word; "@" and full addresses as members would say known things in hidden ways. */
function wrongWords(value: Json | undefined, top = false): string | undefined {
  if (Array.isArray(value)) {
    return first(value, wrongWords);
  }
  if (!isJsonObject(value)) {
    return undefined;
  }
  const words = Object.keys(value);
  const plainText = words.length > 0 && words.every((word) => LANGUAGE_VALUE.has(word));
  const strange = plainText
    ? undefined
    : words.find((word) => !(/^[A-Za-z0-9_-]+$/.test(word) || (top && word === '@context')));
  return strange === undefined
    ? first(words, (word) => (word === '@context' ? undefined : wrongWords(value[word])))
    : `it has a member that credentials do not have: "${strange.slice(0, 80)}"`;
}

function wrongEnvelope(credential: JsonObject): string | undefined {
  if (!listed(member(credential, 'type')).includes('VerifiableCredential')) {
    return 'it does not say that it is a verifiable credential';
  }
  if (!isAddress(issuerOf(credential))) {
    return 'it does not say who issued it';
  }
  const id = member(credential, 'id');
  if (id !== undefined && !isAddress(id)) {
    return 'its own address is not an address';
  }
  const subjects = listed(member(credential, 'credentialSubject'));
  const empty = (subject: Json): boolean =>
    !isJsonObject(subject) || Object.keys(subject).length === 0;
  return subjects.length === 0 || subjects.some(empty)
    ? 'it does not say anything about anybody'
    : undefined;
}

function wrongDates(credential: JsonObject): string | undefined {
  const [from, until] = ['validFrom', 'validUntil'].map((name) => member(credential, name));
  for (const text of [from, until]) {
    if (text !== undefined && instantIn(text) === undefined) {
      return `${JSON.stringify(text).slice(0, 60)} is not a moment with its offset from UTC`;
    }
  }
  return (instantIn(until) ?? Number.POSITIVE_INFINITY) < (instantIn(from) ?? 0)
    ? 'it ends before it begins'
    : undefined;
}

/** What is wrong with the form of a status entry, or nothing. Other kinds of status are left to the status step. */
export function wrongStatusEntry(entry: Json): string | undefined {
  if (!isJsonObject(entry) || listed(member(entry, 'type')).length === 0) {
    return 'its status is not an object with a type';
  }
  if (member(entry, 'type') !== 'BitstringStatusListEntry') {
    return undefined;
  }
  const list = member(entry, 'statusListCredential');
  const index = textMember(entry, 'statusListIndex') ?? '';
  const size = member(entry, 'statusSize') ?? 1;
  if (!isAddress(list) || list === member(entry, 'id')) {
    return 'its status does not name a list';
  }
  if (textMember(entry, 'statusPurpose') === undefined || !/^(?:0|[1-9]\d{0,15})$/.test(index)) {
    return 'its status does not name a place on the list';
  }
  return typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 8
    ? undefined
    : 'the size of its status is not a small whole number';
}

export const instantIn = (value: Json | undefined): number | undefined =>
  typeof value === 'string' ? instantOf(value) : undefined;

const isAddress = (value: Json | undefined): boolean =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:\S+$/.test(value);

function first<Item>(
  items: readonly Item[],
  wrong: (item: Item) => string | undefined,
): string | undefined {
  for (const item of items) {
    const found = wrong(item);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
