import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { isJsonObject, type JsonObject, listed, member } from '../../kernel/bytes/json-members.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { statementsOf } from '../proof/statements.ts';
import type { Sources } from './answer.ts';
import { type Verdict, verifyCredential } from './verify.ts';

interface Case {
  readonly verdict: Verdict;
  readonly steps?: Readonly<Record<'format' | 'proof' | 'time' | 'status', string>>;
}
interface Published {
  readonly now: string;
  readonly didDocument: JsonObject;
  readonly statusLists: Readonly<Record<string, JsonObject>>;
  readonly cases: readonly (Case & { readonly name: string; readonly credential: JsonObject })[];
}
const published: Published = JSON.parse(readFileSync('reference/credential/verdicts.json', 'utf8'));
const now = Date.parse(published.now);

function sourcesWith(
  didDocument: JsonObject,
  lists: Readonly<Record<string, JsonObject>>,
): Sources {
  return {
    didDocument: async (did) =>
      did === didDocument['id'] ? JSON.stringify(didDocument) : undefined,
    statusList: async (address) => {
      const list = lists[address];
      return list === undefined ? undefined : JSON.stringify(list);
    },
    checkSignature: checkEd25519,
    gunzip: (bytes, mostBytes) => gunzipSync(bytes, { maxOutputLength: mostBytes }),
  };
}
const sources = sourcesWith(published.didDocument, published.statusLists);
const credential = (name: string): JsonObject =>
  published.cases.find((one) => one.name === name)!.credential;
const verdict = async (
  document: JsonObject | string,
  from: Sources = sources,
  when = now,
): Promise<Verdict> => {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return (await verifyCredential(text, when, from)).verdict;
};

for (const { name, verdict: right, steps, credential: document } of published.cases) {
  test(`${name.replaceAll('-', ' ')}: ${right}`, async () => {
    const found = await verifyCredential(JSON.stringify(document), now, sources);
    assert.equal(found.verdict, right);
    const answers = Object.entries(found.steps).map(([step, { answer }]) => [step, answer]);
    assert.deepEqual(Object.fromEntries(answers), steps);
  });
}

const VECTORS = '../shared/vectors/evenhand-own';
test('all 37 cases have their verdict, each step of each with its own answer', {
  skip: existsSync(VECTORS) ? false : 'no ../shared',
}, async () => {
  const read = (file: string): string => readFileSync(`${VECTORS}/${file}`, 'utf8');
  const { cases }: { cases: (Case & { file: string })[] } = JSON.parse(read('manifest.json'));
  assert.equal(cases.length, 37);
  const all = sourcesWith(JSON.parse(read('did.json')), JSON.parse(read('status-lists.json')));
  for (const { file, verdict: right, steps } of cases) {
    const found = await verifyCredential(read(file), now, all);
    assert.equal(found.verdict, right, file);
    for (const step of ['format', 'proof', 'time', 'status'] as const) {
      if (steps !== undefined)
        assert.equal(found.steps[step].answer, steps[step], `${file}: ${step}`);
    }
  }
});

test('what a genuine credential says is shown field by field, with the site that signed it', async () => {
  const found = await verifyCredential(JSON.stringify(credential('valid')), now, sources);
  assert.deepEqual(found.shown, {
    signedBy: 'certify.example.org',
    issuerName: 'Commission for Example Certification',
    credentialName: 'Certified Case Manager',
    holderName: 'Zoë Nguyễn-O’Brien',
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2031-01-01T00:00:00Z',
    id: 'https://certify.example.org/c/1',
  });
});

test('nothing is shown of a credential whose signature does not hold', async () => {
  for (const name of ['tampered-name', 'issuer-document-missing']) {
    const found = await verifyCredential(JSON.stringify(credential(name)), now, sources);
    assert.equal(found.shown, undefined);
  }
});

test('a revoked credential cannot hide its status under the full address of the word', async () => {
  const { credentialStatus, ...rest } = credential('revoked');
  const status = { 'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus };
  const hidden: JsonObject = { ...rest, ...status };
  // The attack is real: the same statements are made, so the signature still holds.
  const unsigned = ({ proof: _, ...document }: JsonObject): JsonObject => document;
  assert.deepEqual(
    await statementsOf(unsigned(hidden)),
    await statementsOf(unsigned(credential('revoked'))),
  );
  const found = await verifyCredential(JSON.stringify(hidden), now, sources);
  assert.deepEqual([found.steps.proof.answer, found.verdict], ['ok', 'not-genuine']);
});

test('other ways to say the same in a hidden layout are refused as well', async () => {
  const valid = credential('valid');
  const subject = member(valid, 'credentialSubject');
  assert.ok(isJsonObject(subject));
  const { validUntil, ...open } = valid;
  const layouts: readonly JsonObject[] = [
    { ...open, '@graph': [] },
    { ...open, '@included': [{ id: valid['id'], validUntil }] },
    { ...valid, credentialSubject: { ...subject, '@context': valid['@context'] } },
    { ...open, validUntil: [validUntil] },
    { ...open, validUntil: { '@value': validUntil } },
    { ...open, 'cred:validUntil': validUntil },
    { ...valid, credentialStatus: 'https://certify.example.org/status/r/1#100' },
    JSON.parse(`{"__proto__": {"validUntil": 1}, ${JSON.stringify(open).slice(1)}`),
  ];
  for (const [number, layout] of layouts.entries()) {
    assert.equal(await verdict(layout), 'not-genuine', `layout ${number}`);
  }
});

test('a member that stands twice is refused, whichever of the two was signed', async () => {
  const text = JSON.stringify(credential('valid'));
  assert.equal(await verdict(text), 'genuine-and-current');
  const name = '"name":"Certified Case Manager"';
  for (const twice of [
    text.replace(name, `"name":"Certified Surgeon",${name}`),
    text.replace(name, `"n\\u0061me":"Certified Surgeon",${name}`),
  ]) {
    assert.notEqual(twice, text);
    assert.equal(await verdict(twice), 'not-genuine');
  }
});

test('every value changed by one letter, anywhere in what is signed, is never genuine', async () => {
  const valid = credential('valid');
  const text = JSON.stringify(valid);
  const values = new Set<string>();
  JSON.stringify({ ...valid, '@context': [], proof: [] }, (_, value) => {
    if (typeof value === 'string') values.add(value);
    return value;
  });
  assert.ok(values.size > 20);
  for (const value of values) {
    const written = JSON.stringify(value);
    const changed = `${written.slice(0, -2)}${written.at(-2) === '7' ? '8' : '7'}"`;
    const answer = await verdict(text.replaceAll(written, changed));
    assert.ok(answer === 'not-genuine' || answer === 'unknown', `${value}: ${answer}`);
  }
});

test('every member taken away, at any depth of what is signed, is never genuine and current', async () => {
  const valid = credential('valid');
  const without: JsonObject[] = [];
  const remove = (value: JsonObject, put: (changed: JsonObject) => JsonObject): void => {
    for (const [name, inner] of Object.entries(value)) {
      const { [name]: _, ...rest } = value;
      without.push(put(rest));
      if (isJsonObject(inner)) remove(inner, (changed) => put({ ...value, [name]: changed }));
    }
  };
  remove(valid, (changed) => changed);
  assert.ok(without.length > 30);
  for (const document of without) {
    assert.equal(await verdict(document), 'not-genuine', JSON.stringify(document).slice(0, 400));
  }
});

test('whether a status list is missing, garbage, unsigned or too short, no one is called current', async () => {
  const valid = credential('valid');
  const address = 'https://certify.example.org/status/r/1';
  const list = published.statusLists[address]!;
  const { proof: _, ...unsigned } = list;
  const answers: readonly (string | undefined)[] = [
    undefined,
    '',
    '<html>Not Found</html>',
    '[]',
    JSON.stringify(unsigned),
    JSON.stringify({ ...list, id: 'https://certify.example.org/status/r/2' }),
    JSON.stringify(list).replace('"revocation"', '"suspension"'),
    JSON.stringify(list).replace('{', '{"id":"x",'),
  ];
  for (const answer of answers) {
    const from = { ...sources, statusList: async () => answer };
    assert.equal(await verdict(valid, from), 'genuine-status-unknown', answer?.slice(0, 80));
  }
});

test('revoked outranks suspended, and either outranks a list that cannot be had', async () => {
  // The status is read before the signature is judged, so entries can be put together here without signing anew.
  const entry = (list: string, purpose: string): JsonObject => ({
    ...(listed(member(credential('revoked'), 'credentialStatus'))[0] as JsonObject),
    statusPurpose: purpose,
    statusListCredential: list,
  });
  const because = async (...entries: JsonObject[]): Promise<string | undefined> => {
    const document = { ...credential('revoked'), credentialStatus: entries };
    return (await verifyCredential(JSON.stringify(document), now, sources)).steps.status.because;
  };
  const revoked = entry('https://certify.example.org/status/r/1', 'revocation');
  const missing = entry('https://certify.example.org/status/nowhere', 'suspension');
  assert.equal(await because(missing, revoked), 'the issuer has revoked it');
  assert.equal(await because(missing), 'the list of suspended credentials cannot be reached');
});

test('a place written as a number, with a leading zero or with letters is no place', async () => {
  const [entry] = listed(member(credential('valid'), 'credentialStatus'));
  assert.ok(isJsonObject(entry));
  for (const statusListIndex of [100, '0100', '100abc', '-1', '1e2', '', null]) {
    const status: JsonObject = { ...entry, statusListIndex };
    const document = { ...credential('valid'), credentialStatus: status };
    assert.equal(await verdict(document), 'not-genuine');
  }
});

test('where Ed25519 cannot be checked the answer is that we cannot tell', async () => {
  const from: Sources = { ...sources, checkSignature: () => 'cannot' };
  const found = await verifyCredential(JSON.stringify(credential('valid')), now, from);
  assert.equal(found.verdict, 'unknown');
  assert.match(found.steps.proof.because ?? '', /no way to check Ed25519/);
});

test('a page of keys that is not the issuer’s own leaves everything open', async () => {
  for (const page of [
    '<html>',
    '{}',
    JSON.stringify({ ...published.didDocument, id: 'did:web:evil.example' }),
  ]) {
    const from: Sources = { ...sources, didDocument: async () => page };
    assert.equal(await verdict(credential('valid'), from), 'unknown');
  }
});

test('a key listed under another controller, or not for statements, signs nothing', async () => {
  const text = JSON.stringify(published.didDocument);
  const pages = [
    text.replaceAll(
      '"controller":"did:web:certify.example.org"',
      '"controller":"did:web:evil.example"',
    ),
    text.replace('"assertionMethod"', '"authentication"'),
  ];
  for (const page of pages) {
    assert.notEqual(page, text);
    const from: Sources = { ...sources, didDocument: async () => page };
    assert.equal(await verdict(credential('valid'), from), 'not-genuine');
  }
});

test('the verdict is about the moment that is asked about', async () => {
  const valid = credential('valid');
  const list = published.statusLists['https://certify.example.org/status/r/1']!;
  assert.equal(list['validUntil'], '2026-06-08T00:00:00Z');
  assert.equal(
    await verdict(valid, sources, Date.parse('2025-12-31T23:59:59Z')),
    'genuine-not-current',
  );
  assert.equal(
    await verdict(valid, sources, Date.parse('2026-06-08T00:00:00.001Z')),
    'genuine-status-unknown',
  );
  assert.equal(
    await verdict(valid, sources, Date.parse('2031-01-01T00:00:00.001Z')),
    'genuine-not-current',
  );
});

test('text that is no credential at all is not genuine, and nothing is thrown', async () => {
  for (const text of [
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{}',
    '{"a":1}',
    '{"@context":[]}',
    `${'['.repeat(70)}${']'.repeat(70)}`,
  ]) {
    assert.equal(await verdict(text), 'not-genuine', text.slice(0, 20));
  }
  assert.equal(await verdict(`"${'x'.repeat(1_000_001)}"`), 'not-genuine');
});
