/**
 * What each word of the pinned vocabularies means, worked out once instead of for every document: its address, the kind of
 * its values, and the further words that a thing of some type may use. Only what is understood completely is taken in;
 * wherever a vocabulary does something else the answer is nothing, and the general algorithm has to do it.
 * Source: W3C JSON-LD 1.1 Processing Algorithms (2020), sections 4.1 (contexts) and 4.2 (terms), of which this is a part:
 * no prefixes, no base, no default language, no imports, and scoped vocabularies of types only.
 */
import { byCodeUnit, canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, member } from '../../kernel/bytes/json-members.ts';
import { KNOWN_CONTEXTS, pinnedContext } from './contexts.ts';

export interface Term {
  readonly address: string;
  /** How a text is to be read: as a name of something, as a word of `choices`, as a kind of data, or as plain text. */
  readonly reads: 'name' | 'choice' | 'text' | { readonly data: string };
  /** Whether it is understood completely when it is used as a member. */
  readonly usable: boolean;
  readonly choices?: Terms;
  /** The further words of a thing that has this word as its type. */
  readonly scoped?: Json;
  readonly kept: boolean;
  readonly written: string;
}
export type Terms = ReadonlyMap<string, Term>;

/** An absolute address that reads the same in JSON-LD and in N-Quads: nothing in it is ever escaped. */
export const PLAIN_ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9!#$%&'()*+,\-./:;=?@_~[\]]+$/;
const MOST_COMBINATIONS = 500;
const KEYWORD_OF = new Map([
  ['id', '@id'],
  ['type', '@type'],
]);

const byContexts = new Map<string, Terms | undefined>();
const byTypes = new WeakMap<Terms, Map<string, Terms | undefined>>();

/** The words of a document with these vocabularies, or nothing where that is not certain. */
export function termsOf(contexts: Json | undefined): Terms | undefined {
  const named = Array.isArray(contexts) ? contexts : [contexts];
  const known = named.every((one) => typeof one === 'string' && KNOWN_CONTEXTS.has(one));
  if (!known || named.length === 0 || new Set(named).size !== named.length) {
    return undefined;
  }
  const key = named.join(' ');
  if (!byContexts.has(key)) {
    byContexts.set(key, compiled(named));
  }
  return byContexts.get(key);
}

function compiled(addresses: readonly string[]): Terms | undefined {
  let terms: Terms | undefined = new Map();
  for (const address of addresses) {
    terms = terms && extended(terms, member(pinnedContext(address), '@context'));
  }
  return terms;
}

/** The words that a thing of these types may use, or nothing where that is not certain. */
export function termsForTypes(base: Terms, types: readonly string[]): Terms | undefined {
  const scoping = types.filter((type) => base.get(type)?.scoped !== undefined);
  if (scoping.length === 0) {
    return base;
  }
  // The order of the standard: by the words themselves, whatever order the document has.
  const key = scoping.sort(byCodeUnit).join(' ');
  const known = byTypes.get(base) ?? new Map<string, Terms | undefined>();
  byTypes.set(base, known);
  if (!known.has(key)) {
    if (known.size >= MOST_COMBINATIONS) {
      known.clear();
    }
    let terms: Terms | undefined = base;
    for (const type of scoping) {
      terms = terms && extended(terms, base.get(type)?.scoped);
    }
    known.set(key, terms);
  }
  return known.get(key);
}

function extended(base: Terms, local: Json | undefined): Terms | undefined {
  if (!isJsonObject(local)) {
    return undefined;
  }
  const terms = new Map(base);
  const kept = local['@protected'] === true;
  for (const [word, written] of Object.entries(local)) {
    if (KEYWORD_OF.has(word) ? written === KEYWORD_OF.get(word) : word === '@protected') {
      continue;
    }
    const term = KEYWORD_OF.has(word) ? undefined : termIn(local, word, kept, base);
    const before = base.get(word);
    // A word that is protected may be said again, but not with another meaning.
    if (term === undefined || (before?.kept === true && before.written !== term.written)) {
      return undefined;
    }
    terms.set(word, { ...term, kept: kept || before?.kept === true });
  }
  return terms;
}

const UNDERSTOOD = new Set(['@id', '@type', '@container', '@context']);

function termIn(local: JsonObject, word: string, kept: boolean, base: Terms): Term | undefined {
  const given = local[word];
  const written: JsonObject = typeof given === 'string' ? { '@id': given } : asObject(given);
  const address = addressIn(local, word, base);
  const type = member(written, '@type');
  const strange = Object.keys(written).some((part) => !UNDERSTOOD.has(part));
  if (word.startsWith('@') || word.includes(':') || address === undefined || strange) {
    return undefined;
  }
  const reads = readingOf(type, local, base);
  const scoped = member(written, '@context');
  const choices =
    reads === 'choice' && scoped !== undefined ? extended(new Map(), scoped) : undefined;
  const container = member(written, '@container') ?? '@set';
  const plain = reads === 'choice' ? choices !== undefined : scoped === undefined;
  return {
    address,
    reads: reads ?? 'text',
    usable: reads !== undefined && container === '@set' && plain,
    ...(choices === undefined ? {} : { choices }),
    ...(scoped === undefined ? {} : { scoped }),
    kept,
    written: canonicalJson({ ...written, '@id': address }),
  };
}

const asObject = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

/** The whole address that a word stands for, which may be written as another word of the same vocabulary. */
function addressIn(local: JsonObject, word: string, base: Terms, depth = 0): string | undefined {
  const given = member(local, word);
  const address = typeof given === 'string' ? given : member(given, '@id');
  if (typeof address !== 'string' || depth > 4) {
    return undefined;
  }
  if (Object.hasOwn(local, address)) {
    return addressIn(local, address, base, depth + 1);
  }
  // An address that ended with a mark such as # or / could be meant as the beginning of others.
  return isWhole(address, local, base) && /[A-Za-z0-9.]$/.test(address) ? address : undefined;
}

/** The part before the colon is no word of the vocabulary, so that nothing is abbreviated. */
const isWhole = (address: string, local: JsonObject, base: Terms): boolean => {
  const [prefix = ''] = address.split(':');
  return PLAIN_ADDRESS.test(address) && !Object.hasOwn(local, prefix) && !base.has(prefix);
};

function readingOf(
  type: Json | undefined,
  local: JsonObject,
  base: Terms,
): Term['reads'] | undefined {
  if (type === undefined) {
    return 'text';
  }
  if (type === '@id' || type === '@vocab') {
    return type === '@id' ? 'name' : 'choice';
  }
  return typeof type === 'string' && isWhole(type, local, base) && !OWN_FORM.has(type)
    ? { data: type }
    : undefined;
}

const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** Data whose text JSON-LD writes anew, and text that N-Quads writes without its kind. */
const OWN_FORM = new Set([
  `${XSD}double`,
  `${XSD}string`,
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString',
]);
