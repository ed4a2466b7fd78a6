import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';
import { passedExam } from '../../../tests/support/passed-exam.ts';
import { vcApiRoutes } from '../../contract/routes/vc-api.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { issueDue } from '../../workflow/certify/issue-due.ts';
import { revokeCredential } from '../../workflow/certify/revoke.ts';

const SECRET = 'kZ0w7dGk3cYt1h8pQm5rXv2nB6sJ4aLf';
const LIST = '/status/r/1';

interface Answer {
  readonly verified?: boolean;
  readonly verdict?: string;
  readonly demonstration?: boolean;
  readonly steps?: Readonly<Record<string, { readonly answer: string; readonly because?: string }>>;
  readonly errors?: readonly { readonly step?: string; readonly message: string }[];
  readonly warnings?: readonly string[];
  readonly verifiableCredential?: JsonObject;
  readonly standing?: string;
  readonly error?: string;
}

describe('what other programs ask about credentials', { concurrency: false }, () => {
  let desk: Desk;
  let [kept, ended]: JsonObject[] = [];
  before(async () => {
    desk = await openDesk();
    await storeExam(desk.database.owner, desk.world);
    const documents: JsonObject[] = [];
    for (const name of ['Nguyễn Thị Ánh', 'Zoë Nakamura-O’Brien']) {
      await passed(name);
      await issueDue(desk.world);
      const rows = await desk.database.owner<{ document: JsonObject }[]>`
        select document from register.copy order by copy.number, document->>'validFrom'`;
      documents.push(
        ...rows
          .map(({ document }) => document)
          .filter(({ id }) => !documents.some((d) => d['id'] === id)),
      );
    }
    [kept, ended] = documents;
    const { id: director } = await desk.somebody('Dita Director', 'director');
    const credential = String(ended?.['id']).split('/c/')[1] ?? '';
    const done = await revokeCredential(desk.world, { director, credential, reason: 'asked for' });
    assert.ok(done.ok);
  });
  after(() => desk.close());

  const passed = async (name: string): Promise<void> => {
    const { owner } = desk.database;
    await passedExam(owner, { name });
  };
  let senders = 0;
  const post = async (
    url: string,
    payload: string | object,
    headers: Readonly<Record<string, string>> = {},
  ) => {
    senders += 1;
    const answer = await desk.server.inject({
      method: 'POST',
      url,
      payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
      headers: { 'content-type': 'application/json', ...headers },
      remoteAddress: `10.9.${senders >> 8}.${senders & 255}`,
    });
    assert.match(String(answer.headers['content-type']), /^application\/json/);
    assert.equal(answer.headers['set-cookie'], undefined);
    return { status: answer.statusCode, headers: answer.headers, said: answer.json<Answer>() };
  };
  const verify = (credential: unknown) =>
    post('/credentials/verify', { verifiableCredential: credential });
  const bySecret = (url: string, body: object | string, secret = SECRET) =>
    post(url, body, { authorization: `Bearer ${secret}` });
  /** All that a decision would leave behind. */
  const left = async (): Promise<object> => {
    const [row] = await desk.database.owner`select
      (select count(*) from register.credential) as credentials,
      (select count(*) from register.copy) as copies,
      (select count(*) from ledger.opening) as lines,
      (select count(*) from post.mail) as mails`;
    const list = await desk.server.inject({ url: LIST });
    const { credentialSubject } = list.json<{ credentialSubject: { encodedList: string } }>();
    return { ...row, list: credentialSubject.encodedList };
  };

  test('only what is genuine and current is verified, and status 200 says the same', async () => {
    const { status, said, headers } = await verify(kept);
    assert.deepEqual([status, said.verified, said.verdict], [200, true, 'genuine-and-current']);
    assert.deepEqual(said.errors, []);
    assert.deepEqual([said.demonstration, said.warnings?.length], [true, 1]);
    assert.equal(headers['access-control-allow-origin'], '*');
    assert.equal(headers['cache-control'], 'no-store');
    const text = await verify(JSON.stringify(kept));
    assert.deepEqual([text.status, text.said.verified], [200, true]);
  });

  test('what was revoked, changed, signed by others or by nobody is not, and each step says why', async () => {
    const changed = { ...kept, name: 'Certified Surgeon' };
    const { proof: _, ...unsigned } = kept ?? {};
    const foreign = { ...kept, issuer: 'did:web:elsewhere.example' };
    const cases = [
      [ended, 'genuine-not-current', 'status'],
      [changed, 'not-genuine', 'proof'],
      [unsigned, 'not-genuine', 'proof'],
      [foreign, undefined, 'proof'],
      ['eyJhbGciOiJFZERTQSJ9.eyJ2YyI6e319.c2lnbmF0dXJl', 'unknown', 'proof'],
      [{}, 'not-genuine', 'format'],
    ] as const;
    for (const [credential, verdict, step] of cases) {
      const { status, said } = await verify(credential);
      assert.deepEqual([status, said.verified], [400, false], JSON.stringify(said));
      assert.equal(said.verdict, verdict ?? said.verdict);
      assert.notEqual(said.verdict, 'genuine-and-current');
      const wrong = said.errors?.find((one) => one.step === step);
      assert.ok(wrong !== undefined && wrong.message.length > 5, JSON.stringify(said));
      assert.equal(said.steps?.[step]?.because, wrong.message);
    }
  });

  test('what is expected of a signature and not checked here is never said to hold', async () => {
    const check = (options: unknown) =>
      post('/credentials/verify', { verifiableCredential: kept, options });
    for (const options of [
      { challenge: '1235abcd6789' },
      { domain: 'domain.example' },
      { expectedProofPurpose: 'authentication' },
    ]) {
      const { status, said } = await check(options);
      assert.deepEqual([status, said.verified], [400, false]);
      assert.match(said.errors?.[0]?.message ?? '', /is not checked here/);
    }
    for (const options of [
      { expectedProofPurpose: 'assertionMethod', challenge: null },
      { checks: ['proof'] },
      undefined,
    ]) {
      assert.equal((await check(options)).status, 200);
    }
  });

  test('a member that is written twice is refused, not the last one taken', async () => {
    const text = JSON.stringify({ verifiableCredential: kept });
    for (const twice of [
      text.replace('{"verifiableCredential"', '{"verifiableCredential":{},"verifiableCredential"'),
      text.replace('"type":', '"name":"Certified Surgeon","name":"x","type":'),
    ]) {
      const { status, said } = await post('/credentials/verify', twice);
      assert.equal(status, 400);
      assert.equal(said.verified, false);
      assert.match(said.errors?.[0]?.message ?? '', /twice/);
    }
  });

  test('whatever else is sent is answered in JSON, without a fault and without a trace', async () => {
    const before = await left();
    const bodies = [
      ...[
        '',
        '{',
        'null',
        '[]',
        '7',
        '"text"',
        '{}',
        '{"__proto__": {"verifiableCredential": {}}}',
      ],
      ...['{"verifiableCredential": null}', '{"verifiableCredential": [{}]}', '\u0000'],
      JSON.stringify({ verifiableCredential: { id: 'a\u0000b'.repeat(999) } }),
      `{"verifiableCredential":${'['.repeat(9000)}${']'.repeat(9000)}}`,
      JSON.stringify({ credential: { id: "'; drop table people.person; --" } }),
      JSON.stringify({ credentialId: 7, status: true }),
    ];
    Object.assign(desk.app, { programSecret: createHash('sha256').update(SECRET).digest('hex') });
    for (const { method, path } of vcApiRoutes) {
      for (const body of method === 'POST' ? bodies : []) {
        const { status, said } = await bySecret(path, body);
        assert.ok(status >= 400 && status < 500, `${path} ${status} ${body.slice(0, 60)}`);
        assert.ok(said.errors !== undefined || said.error !== undefined);
        assert.notEqual(said.verified, true);
      }
    }
    const form = await post('/credentials/verify', 'verifiableCredential=x', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    assert.equal(form.status, 400);
    const large = await verify({ id: 'x'.repeat(257 * 1024) });
    assert.equal(large.status, 413);
    assert.deepEqual(await left(), before);
    assert.deepEqual(desk.faults, []);
  });

  test('nobody issues or asks for a status without the secret, and where none is set nobody does', async () => {
    const paths = ['/credentials/issue', '/credentials/status'];
    for (const path of paths) {
      Object.assign(desk.app, { programSecret: undefined });
      assert.equal((await bySecret(path, { credential: { id: kept?.['id'] } })).status, 403);
      Object.assign(desk.app, { programSecret: createHash('sha256').update(SECRET).digest('hex') });
      for (const headers of [
        {},
        { authorization: 'Bearer ' },
        { authorization: `Bearer ${SECRET}x` },
        { authorization: `Basic ${SECRET}` },
        { authorization: `Bearer ${createHash('sha256').update(SECRET).digest('hex')}` },
      ]) {
        const { status, headers: head } = await post(path, {}, headers);
        assert.equal(status, 401, JSON.stringify(headers));
        assert.equal(head['www-authenticate'], 'Bearer');
      }
    }
    const secret = vcApiRoutes.filter((route) => 'bySecret' in route).map(({ path }) => path);
    assert.deepEqual<readonly string[]>(secret, paths);
  });

  test('what is issued is the signed copy of what was awarded, and nothing else', async () => {
    const before = await left();
    const issue = (credential: unknown) => bySecret('/credentials/issue', { credential });
    const { proof: _, ...unsigned } = kept ?? {};
    for (const said of [{ id: kept?.['id'] }, unsigned, kept]) {
      const answer = await issue(said);
      assert.equal(answer.status, 201);
      assert.deepEqual(answer.said.verifiableCredential, kept);
    }
    const cases = [
      [{ ...unsigned, name: 'Certified Surgeon' }, 422, /^name is not what was awarded/],
      [{ ...unsigned, evidence: [{ type: 'Evidence' }] }, 422, /^evidence is not/],
      [{ id: ended?.['id'] }, 409, /counts no more: revoked/],
      [{ id: `http://localhost/c/${'A'.repeat(22)}` }, 404, /no credential of this issuer/],
      [{ id: 'urn:uuid:6ae6bd2f-5a55-4a1a-8a31-000000000000' }, 404, /no credential of this/],
      [{ '@context': [], type: 'VerifiableCredential' }, 404, /no credential of this issuer/],
    ] as const;
    for (const [said, status, words] of cases) {
      const answer = await issue(said);
      assert.equal(answer.status, status, JSON.stringify(answer.said));
      assert.match(answer.said.errors?.[0]?.message ?? '', words);
      assert.equal(answer.said.verifiableCredential, undefined);
    }
    assert.deepEqual(await left(), before, 'nothing was decided, signed, logged or told');
  });

  test('no program revokes: it hears whether a named person has', async () => {
    const before = await left();
    const ask = (credentialId: unknown, status: unknown = true) =>
      bySecret('/credentials/status', { credentialId, status });
    const notDecided = await ask(kept?.['id']);
    assert.equal(notDecided.status, 403);
    assert.match(notDecided.said.errors?.[0]?.message ?? '', /nobody has decided.*a director/);
    const decided = await ask(ended?.['id']);
    assert.deepEqual([decided.status, decided.said.standing], [200, 'revoked']);
    assert.equal((await ask('nobody’s')).status, 404);
    for (const status of [false, 'true', 1, undefined]) {
      const answer = await bySecret('/credentials/status', { credentialId: ended?.['id'], status });
      assert.equal(answer.status, 400);
    }
    assert.deepEqual(await left(), before);
    assert.equal((await verify(kept)).said.verified, true);
  });

  test('are described at an address, each of them and no other', async () => {
    const answer = await desk.server.inject({ url: '/openapi.json' });
    const { openapi, paths } = answer.json<{ openapi: string; paths: Record<string, object> }>();
    assert.equal(openapi, '3.1.0');
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const there = vcApiRoutes.map(({ method, path }) => `${method} ${path}`);
    assert.deepEqual(described.toSorted(), there.toSorted());
  });

  test('whoever asks more than 120 times a minute is told to slow down, in JSON', async () => {
    const statuses: number[] = [];
    for (let turn = 0; turn < 122; turn += 1) {
      const { statusCode } = await desk.server.inject({
        method: 'POST',
        url: '/credentials/verify',
        payload: '{}',
        headers: { 'content-type': 'application/json' },
        remoteAddress: '10.8.7.6',
      });
      statuses.push(statusCode);
    }
    assert.deepEqual([...new Set(statuses.slice(0, 120))], [400]);
    assert.deepEqual(statuses.slice(120), [429, 429]);
  });
});
