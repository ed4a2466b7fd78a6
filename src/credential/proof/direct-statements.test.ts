import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, listed, member } from '../../kernel/bytes/json-members.ts';
import { CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS } from '../badge/context-addresses.ts';
import { pinnedContext } from './contexts.ts';
import { directStatements } from './direct-statements.ts';
import { generalStatements } from './statements.ts';

/** Whether the short way was taken; where it was, it must say what the whole algorithms say. */
async function agrees(document: JsonObject): Promise<boolean> {
  const direct = directStatements(document);
  if (direct === undefined) {
    return false;
  }
  const general = await generalStatements(document);
  assert.ok(general.ok, `only the short way reads ${JSON.stringify(document)}`);
  assert.equal(direct, general.value, JSON.stringify(document));
  return true;
}

const ORDERS: readonly (readonly string[])[] = [
  [CREDENTIALS_V2, OPEN_BADGES, OPEN_BADGES_EXTENSIONS],
  [CREDENTIALS_V2, OPEN_BADGES],
  [CREDENTIALS_V2],
  [OPEN_BADGES, CREDENTIALS_V2],
  [CREDENTIALS_V2, OPEN_BADGES_EXTENSIONS, OPEN_BADGES],
  [OPEN_BADGES_EXTENSIONS],
];

/** Every word of a vocabulary, at any depth. */
function wordsOf(context: Json | undefined): string[] {
  return isJsonObject(context)
    ? Object.entries(context).flatMap(([word, given]) => [
        ...(word.startsWith('@') ? [] : [word]),
        ...wordsOf(member(given, '@context')),
      ])
    : [];
}
const contexts = ORDERS[0]!.map((address) => member(pinnedContext(address), '@context'));
const WORDS = [...new Set(contexts.flatMap(wordsOf))].filter((w) => w !== 'id' && w !== 'type');
const SCOPES = new Map(
  contexts
    .filter(isJsonObject)
    .flatMap(Object.entries)
    .flatMap(([word, given]: [string, Json]) => {
      const scoped = wordsOf(member(given, '@context'));
      return scoped.length === 0 ? [] : [[word, scoped] as const];
    }),
);
const TYPES = [...SCOPES.keys()].filter((type) => /^[A-Z]/.test(type));
/** Words whose values name things, so that any other text leaves the document to the whole algorithms. */
const NAMING = new Set(['issuer', 'image', 'criteria', 'credentialSubject', 'evidence', 'source']);

test('every word of the vocabularies means the same, alone and under every type', async () => {
  let [taken, asked] = [0, 0];
  for (const order of ORDERS) {
    for (const type of ['OpenBadgeCredential', ...TYPES]) {
      for (const word of [...new Set([...(SCOPES.get(type) ?? []), ...WORDS])]) {
        if (order === ORDERS[0] || SCOPES.get(type)?.includes(word) === true) {
          const value = word === 'proofPurpose' ? 'assertionMethod' : 'https://a.example/x';
          asked += 1;
          taken += Number(await agrees({ '@context': order, type: [type], [word]: value }));
        }
      }
    }
  }
  assert.ok(asked > 3000 && taken > 900, `${taken} of ${asked}`);
});

test('two types of one thing mean the same in either order, or are left to the whole algorithm', async () => {
  let taken = 0;
  for (const [place, one] of TYPES.entries()) {
    for (const other of TYPES.slice(place + 1)) {
      const words = [...(SCOPES.get(one) ?? []), ...(SCOPES.get(other) ?? [])];
      const members = words.filter((word) => word !== 'id' && word !== 'type');
      const said = Object.fromEntries(members.map((word) => [word, 'https://a.example/x']));
      for (const type of [
        [one, other],
        [other, one],
      ]) {
        taken += Number(await agrees({ '@context': ORDERS[0]!, type, ...said }));
        taken += Number(await agrees({ '@context': ORDERS[0]!, type, name: 'both' }));
      }
    }
  }
  assert.ok(taken > 500, `${taken} taken`);
});

const ODD = [
  '',
  ' ',
  'a"b\\c\n\t\r\b\f\u0000\u001f\u007f',
  'Nguyễn-O’Brien',
  'e\u0301',
  '\ud83d\ude00',
  '\ud800',
  '\ufeff',
  '\uffff',
  'x'.repeat(300),
  '__proto__',
  '@id',
  '@foo',
  'null',
];
const ADDRESSES = [
  'https://a.example/1',
  'https://a.example/2',
  'did:web:a.example#k',
  'urn:uuid:1',
  'name:x',
  'xsd:date',
  'id:x',
  'mailto:a@a.example',
  '_:b0',
  'relative',
  '/path',
  '#here',
  '',
  'http://a.example/ü',
  'http://a.example/a b',
  'http://a.example/<x>',
  'HTTPS://A.example:443/%7Ea?b=[c]',
  'a:',
  ':a',
  '1a:b',
  '@vocab',
];
const scalar = fc.oneof(
  { weight: 12, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 6, arbitrary: fc.constantFrom(...ODD) },
  { weight: 12, arbitrary: fc.constantFrom(...ADDRESSES.slice(0, 8)) },
  { weight: 1, arbitrary: fc.constantFrom(...ADDRESSES) },
  { weight: 4, arbitrary: fc.boolean() },
  { weight: 4, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.constantFrom<Json>(null, -0, 1.5, 1e21, 2 ** 53, 0.1, 1e-7) },
);
const STRANGE: readonly Json[] = [
  { '@value': 'x', '@language': 'en' },
  { '@value': 'x', '@language': 'DE', '@direction': 'ltr' },
  { '@value': 5 },
  { '@list': ['a'] },
  { '@set': ['a', 'b'] },
  { '@id': 'https://a.example/1' },
  { '@type': 'Profile', name: 'x' },
  { '@graph': [] },
  { en: 'a', de: 'b' },
  {},
  [],
  [['a']],
  [null],
  { id: 'relative' },
  { id: 5 },
  { type: [] },
  { '@context': {}, name: 'x' },
  { '@reverse': { name: { id: 'https://a.example/1' } } },
];

const { thing } = fc.letrec<{ thing: JsonObject; value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    { weight: 30, arbitrary: scalar },
    { weight: 9, arbitrary: fc.array(scalar, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom(...STRANGE) },
    { weight: 18, arbitrary: tie('thing') },
    { weight: 6, arbitrary: fc.array(tie('thing'), { minLength: 1, maxLength: 2 }) },
  ),
  thing: fc
    .record({
      types: fc.oneof<fc.WeightedArbitrary<string[]>[]>(
        { weight: 30, arbitrary: fc.subarray(TYPES, { minLength: 1, maxLength: 1 }) },
        { weight: 4, arbitrary: fc.shuffledSubarray(TYPES, { minLength: 2, maxLength: 3 }) },
        { weight: 4, arbitrary: fc.constantFrom(['Criteria'], ['https://a.example/T']) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(['Profile', 'Profile'], ['id'], ['cnf'], ['Unknown']),
        },
        { weight: 6, arbitrary: fc.constant([]) },
      ),
      single: fc.boolean(),
      id: fc.option(
        fc.oneof(
          { weight: 40, arbitrary: fc.constantFrom(...ADDRESSES.slice(0, 8)) },
          { weight: 1, arbitrary: fc.constantFrom(...ADDRESSES) },
        ),
      ),
      members: fc.array(fc.tuple(fc.nat(), tie('value')), { maxLength: 4 }),
      stray: fc.oneof(
        { weight: 40, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.tuple(
            fc.constantFrom(...WORDS, '__proto__', 'a:b', '@index', 'toString'),
            tie('value'),
          ),
        },
      ),
    })
    .map(({ types, single, id, members, stray }) => {
      const common = ['name', 'description', 'narrative', 'url', 'image', 'endorsement'];
      const words = [...common, ...types.flatMap((type) => SCOPES.get(type) ?? [])].filter(
        (word) => word !== 'id' && word !== 'type',
      );
      const said = members.map(([number, value]) => {
        const word = words[number % words.length]!;
        // Most naming words get names, so that documents get as far as being understood.
        const named = NAMING.has(word) && typeof value !== 'object' && number % 20 !== 0;
        return [word, named ? ADDRESSES[number % 8]! : value];
      });
      return Object.fromEntries([
        ...(types.length === 0 ? [] : [['type', single && types.length === 1 ? types[0] : types]]),
        ...(id === null ? [] : [['id', id]]),
        ...said,
        ...(stray === null ? [] : [stray]),
      ]) as JsonObject;
    }),
}));
const document = fc
  .tuple(fc.constantFrom(...ORDERS.slice(0, 3), ...ORDERS), thing)
  .map(([order, said]): JsonObject => ({ '@context': order, ...said }));

test('random documents say the same by the short way as by the whole algorithms', async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(document, async (one) => {
      taken += Number(await agrees(one));
    }),
    { numRuns: 1500 },
  );
  assert.ok(taken > 300, `only ${taken} took the short way`);
});

test('nameless things that are alike, and what is said twice, are left to the whole algorithms', () => {
  const top = { '@context': ORDERS[0]!, type: 'OpenBadgeCredential' };
  const twice = [
    { type: 'Achievement', name: 'a' },
    { type: 'Achievement', name: 'a' },
  ];
  assert.equal(directStatements({ ...top, endorsement: twice }), undefined);
  assert.equal(directStatements({ ...top, name: ['a', 'a'] }), undefined);
  assert.equal(typeof directStatements({ ...top, name: ['a', 'b'] }), 'string');
});

test('what is not understood completely is left to the whole algorithms', () => {
  const top = { '@context': ORDERS[0]!, type: 'OpenBadgeCredential' };
  for (const said of [
    { unheardOf: 'x' },
    { name: null },
    { name: [] },
    { name: {} },
    { name: 1.5 },
    { name: { '@value': 'x', '@language': 'en' } },
    { id: 'relative', name: 'x' },
    { image: 'relative' },
    { '@graph': [] },
    { '@context': [...ORDERS[0]!, { x: 'https://a.example/x' }], name: 'x' },
    { '@context': 'https://a.example/v1', name: 'x' },
    { '@context': [], name: 'x' },
    { proof: { type: 'DataIntegrityProof' } },
  ]) {
    assert.equal(directStatements({ ...top, ...said }), undefined, JSON.stringify(said));
  }
});

const VECTORS = '../shared/vectors';
test('every document of the vectors, and each of its proofs, says the same', {
  skip: existsSync(VECTORS) ? false : 'no ../shared',
}, async () => {
  let [taken, asked] = [0, 0];
  const files = readdirSync(VECTORS, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => /\.(json|jsonld|1ob)$/.test(name)).sort()) {
    const parsed = parsedIn(readFileSync(`${VECTORS}/${file}`, 'utf8'));
    for (const one of [parsed, ...Object.values(isJsonObject(parsed) ? parsed : {})]) {
      if (isJsonObject(one) && member(one, '@context') !== undefined) {
        const { proof, ...unsigned } = one;
        const proofs = listed(proof).filter(isJsonObject);
        const parts = [unsigned, ...proofs.map((p) => ({ ...p, '@context': one['@context'] }))];
        for (const part of parts as readonly JsonObject[]) {
          asked += 1;
          taken += Number(await agrees(part));
        }
      }
    }
  }
  assert.ok(asked > 400 && taken > 150, `${taken} of ${asked}`);
});

function parsedIn(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
