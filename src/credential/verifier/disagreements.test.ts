import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { bazaarLoader, bazaarVerifies } from '../../../tests/support/digital-bazaar.ts';
import { consortiumVerifies } from '../../../tests/support/verifier-core.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject } from '../../kernel/bytes/json-members.ts';
import { checkEd25519 } from '../../outside/adapters/signatures.ts';
import { verifyCredential } from './verify.ts';

const VECTORS = '../shared/vectors/evenhand-own';
const LISTED = 'docs/methods/verifier-disagreements.md';
const skip = existsSync(VECTORS) ? false : 'no ../shared';
const read = (file: string): string => readFileSync(`${VECTORS}/${file}`, 'utf8');

/** Every way to take one member away, change one text by a letter, or turn one list around. */
function mutations(whole: JsonObject): ReadonlyMap<string, Json> {
  const made = new Map<string, Json>();
  const walk = (value: Json, path: string, put: (changed: Json | undefined) => Json): void => {
    if (typeof value === 'string') {
      const last = value.at(-1) === '7' ? '8' : '7';
      made.set(`${path} changed`, put(value.slice(0, -1) + last));
    } else if (Array.isArray(value)) {
      if (value.length > 1) {
        made.set(`${path} turned around`, put([...value].reverse()));
      }
      for (const [place, inner] of value.entries()) {
        walk(inner, `${path}[${place}]`, (changed) =>
          put(
            value.flatMap((one, at) =>
              at !== place ? [one] : changed === undefined ? [] : [changed],
            ),
          ),
        );
      }
    } else if (isJsonObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        const { [name]: _, ...rest } = value;
        const at = path === '' ? name : `${path}.${name}`;
        made.set(`${at} taken away`, put(rest));
        if (inner !== undefined) {
          walk(inner, at, (changed) => put({ ...value, [name]: changed ?? null }));
        }
      }
    }
  };
  walk(whole, '', (changed) => changed ?? null);
  return made;
}

interface Answers {
  readonly ours: string;
  readonly bazaar: boolean;
  readonly consortium: boolean;
}

test('where other verifiers answer otherwise is listed case by case, with who is right', {
  skip,
}, async () => {
  const manifest: { now: string; cases: { file: string }[] } = JSON.parse(read('manifest.json'));
  const now = Date.parse(manifest.now);
  const did: JsonObject = JSON.parse(read('did.json'));
  const lists: Record<string, JsonObject> = JSON.parse(read('status-lists.json'));
  const texts = Object.entries(lists).map(([url, list]) => [url, JSON.stringify(list)] as const);
  const pages = new Map([
    ...texts,
    ['https://certify.example.org/.well-known/did.json', JSON.stringify(did)],
  ]);
  const loader = bazaarLoader([did], lists);
  const answers = async (text: string): Promise<Answers> => {
    const { verdict } = await verifyCredential(text, now, {
      didDocument: async (name) => (name === did['id'] ? JSON.stringify(did) : undefined),
      statusList: async (address) => pages.get(address),
      checkSignature: checkEd25519,
      gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
    });
    const bazaar = await bazaarVerifies(JSON.parse(text), loader, now);
    return { ours: verdict, bazaar, consortium: await consortiumVerifies(JSON.parse(text), pages) };
  };
  // Neither package can be told the day for every step.
  mock.timers.enable({ apis: ['Date'], now });
  const found = new Map<string, string>();
  let asked = 0;
  try {
    const cases = [
      ...manifest.cases.map(({ file }): [string, string] => [
        file.replace(/^cases\/|\.json(\.txt)?$/g, ''),
        read(file),
      ]),
      ...[...mutations(JSON.parse(read('cases/valid.json')))].map(
        ([name, document]): [string, string] => [name, JSON.stringify(document)],
      ),
    ];
    for (const [name, text] of cases) {
      const { ours, bazaar, consortium } = await answers(text);
      const good = ours === 'genuine-and-current';
      asked += 1;
      if (bazaar !== good || consortium !== good) {
        const word = (verified: boolean): string => (verified ? 'good' : 'bad');
        found.set(name, `${ours} | ${word(bazaar)} | ${word(consortium)}`);
      }
    }
  } finally {
    mock.timers.reset();
  }
  assert.equal(asked, 124);
  const listed = new Map(
    [...readFileSync(LISTED, 'utf8').matchAll(/^\| `([^`]+)` \| ([^|]+ \| \w+ \| \w+) \|/gm)].map(
      ([, name = '', said = '']) => [name, said] as const,
    ),
  );
  assert.deepEqual(Object.fromEntries(listed), Object.fromEntries(found));
});
