/**
 * From a document straight to its ordered statements, for documents that are understood completely: plain words of the
 * pinned vocabularies, whole addresses, text, truth values and whole numbers. The answer is letter for letter what JSON-LD
 * and RDFC-1.0 give, twenty times sooner, or nothing: then the general algorithms have to do it.
 *
 * Nameless things get their names from what is said about each (section 4.6 of RDFC-1.0). Where that tells two of them
 * apart the standard names them in the order of the digests; where two are alike nothing is answered.
 * Sources: W3C JSON-LD 1.1 Processing Algorithms (2020), sections 5.1 and 8.1; W3C RDF Dataset Canonicalization 1.0 (2024).
 */
import { byCodeUnit, type Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject } from '../../kernel/bytes/json-members.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { PLAIN_ADDRESS, type Term, type Terms, termsForTypes, termsOf } from './compiled-terms.ts';

/** A thing without an address is known by its number here. */
type Thing = string | number;
interface Statement {
  readonly subject: Thing;
  readonly word: string;
  readonly object: Thing;
}

/** Thrown inside, where a document does anything that is not understood here. */
class NotUnderstood extends Error {}

const RDF_TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** The ordered statements of a document, or nothing where they are not certain. */
export function directStatements(document: JsonObject): string | undefined {
  const terms = termsOf(document['@context']);
  if (terms === undefined) {
    return undefined;
  }
  try {
    const reading: Reading = { terms, statements: [], nameless: 0 };
    readThing(document, reading, true);
    return ordered(reading);
  } catch (cause) {
    if (cause instanceof NotUnderstood) {
      return undefined;
    }
    throw cause;
  }
}

interface Reading {
  readonly terms: Terms;
  readonly statements: Statement[];
  nameless: number;
}

function readThing(thing: JsonObject, reading: Reading, top: boolean): Thing {
  const { id } = thing;
  const members = Object.entries(thing).filter(
    ([word, value]) => value !== undefined && word !== 'id' && !(top && word === '@context'),
  );
  if (members.length === 0 && (top || id === undefined)) {
    throw new NotUnderstood();
  }
  const subject = id === undefined ? reading.nameless++ : addressOf(id);
  const types = thing['type'] === undefined ? [] : wordsIn(thing['type']);
  const terms = termsForTypes(reading.terms, types) ?? notUnderstood();
  for (const type of types) {
    const known = reading.terms.get(type)?.address;
    const object = known === undefined ? addressOf(type) : `<${known}>`;
    reading.statements.push({ subject, word: RDF_TYPE, object });
  }
  for (const [word, value] of members) {
    if (word !== 'type') {
      readValues(subject, terms.get(word), value, reading);
    }
  }
  return subject;
}

function readValues(
  subject: Thing,
  term: Term | undefined,
  value: Json | undefined,
  reading: Reading,
): void {
  const values: readonly (Json | undefined)[] = Array.isArray(value) ? value : [value];
  if (term?.usable !== true || values.length === 0) {
    throw new NotUnderstood();
  }
  const word = `<${term.address}>`;
  for (const one of values) {
    const object = isJsonObject(one) ? readThing(one, reading, false) : readValue(term, one);
    reading.statements.push({ subject, word, object });
  }
}

function readValue({ reads, choices }: Term, value: Json | undefined): string {
  if (reads === 'name') {
    return addressOf(value);
  }
  if (reads === 'choice') {
    const chosen = typeof value === 'string' ? choices?.get(value) : undefined;
    return chosen === undefined ? notUnderstood() : `<${chosen.address}>`;
  }
  const data = reads === 'text' ? undefined : reads.data;
  if (typeof value === 'string') {
    return data === undefined ? `"${escaped(value)}"` : `"${escaped(value)}"^^<${data}>`;
  }
  if (typeof value === 'boolean') {
    return `"${value}"^^<${data ?? `${XSD}boolean`}>`;
  }
  return Number.isSafeInteger(value) && !Object.is(value, -0)
    ? `"${value}"^^<${data ?? `${XSD}integer`}>`
    : notUnderstood();
}

function notUnderstood(): never {
  throw new NotUnderstood();
}

const addressOf = (value: Json | undefined): string =>
  typeof value === 'string' && PLAIN_ADDRESS.test(value) ? `<${value}>` : notUnderstood();

function wordsIn(value: Json): string[] {
  const words: readonly Json[] = Array.isArray(value) ? value : [value];
  return words.length === 0
    ? notUnderstood()
    : words.map((word) => (typeof word === 'string' ? word : notUnderstood()));
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that N-Quads escapes.
const ESCAPED = /[\u0000-\u001f\u007f"\\]/g;
const SHORT: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};
const escaped = (text: string): string =>
  text.replace(
    ESCAPED,
    (letter) =>
      SHORT[letter] ?? `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );

function ordered({ statements, nameless }: Reading): string | undefined {
  const names = namesOf(statements, nameless);
  if (names === undefined) {
    return undefined;
  }
  const name = (thing: Thing): string =>
    typeof thing === 'string' ? thing : `_:c14n${names[thing]}`;
  const lines = statements
    .map(({ subject, word, object }) => `${name(subject)} ${word} ${name(object)} .\n`)
    .sort(byCodeUnit);
  // What is said twice is left to the general algorithm.
  return lines.some((line, place) => line === lines[place - 1]) ? undefined : lines.join('');
}

/** The place of each nameless thing in the order of their digests, or nothing where two digests are the same. */
function namesOf(
  statements: readonly Statement[],
  nameless: number,
): readonly number[] | undefined {
  if (nameless <= 1) {
    return [0];
  }
  const about: Statement[][] = Array.from({ length: nameless }, () => []);
  for (const statement of statements) {
    for (const thing of [statement.subject, statement.object]) {
      if (typeof thing === 'number') {
        about[thing]?.push(statement);
      }
    }
  }
  const digests = about.map(digestOf);
  const inOrder = [...digests].sort(byCodeUnit);
  return new Set(digests).size === nameless
    ? digests.map((digest) => inOrder.indexOf(digest))
    : undefined;
}

function digestOf(about: readonly Statement[], own: number): string {
  const name = (thing: Thing): string =>
    typeof thing === 'string' ? thing : thing === own ? '_:a' : '_:z';
  return sha256Hex(
    about
      .map(({ subject, word, object }) => `${name(subject)} ${word} ${name(object)} .\n`)
      .sort(byCodeUnit)
      .join(''),
  );
}
