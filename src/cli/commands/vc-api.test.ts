import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { generateKeyPairSync, sign } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { signedBytes } from '../../credential/proof/eddsa-rdfc.ts';
import { writeBase58, writeMultikey } from '../../credential/proof/multikey.ts';
import { fromBase64url } from '../../kernel/bytes/bytes.ts';
import type { Json } from '../../kernel/bytes/canonical-json.ts';
import { isJsonObject, type JsonObject, listed, member } from '../../kernel/bytes/json-members.ts';
import { type RunningVcApi, runVcApi, startVcApi } from './vc-api.ts';

const INPUTS = '../shared/vectors/w3c-vcdm2-inputs/tests/input';

describe('the interface for programs that test implementations', () => {
  let api: RunningVcApi;
  before(async () => {
    api = await startVcApi({ port: 0 });
  });
  after(() => api.close());

  const post = async (at: string, body: unknown): Promise<{ status: number; body: JsonObject }> => {
    const answer = await fetch(api.origin + at, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as JsonObject };
  };
  const plain = (): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential'],
    issuer: api.issuer,
    credentialSubject: { id: 'did:example:subject' },
    credentialStatus: {
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '9',
      statusListCredential: `${api.origin}/status/1`,
    },
  });

  test('a credential is issued, verified, refused once changed, and refused once revoked', async () => {
    const issued = await post('/credentials/issue', { credential: plain() });
    assert.equal(issued.status, 201);
    const { verifiableCredential } = issued.body;
    assert.ok(isJsonObject(verifiableCredential));
    const check = async (one: unknown): Promise<number> =>
      (await post('/credentials/verify', { verifiableCredential: one })).status;
    assert.equal(await check(verifiableCredential), 200);
    assert.equal(await check({ ...verifiableCredential, name: 'Another' }), 400);
    assert.equal(await check(plain()), 400);
    assert.equal(
      (await post('/credentials/status', { credentialStatus: {}, status: 1 })).status,
      400,
    );
    const set = { credentialStatus: { statusListIndex: '9' }, status: true };
    assert.equal((await post('/credentials/status', set)).status, 200);
    assert.equal(await check(verifiableCredential), 400);
    const list = (await (await fetch(`${api.origin}/status/1`)).json()) as JsonObject;
    assert.equal(await check(list), 200, 'the list is itself a signed credential');
    const foreign = { ...plain(), issuer: 'did:example:other' };
    assert.equal((await post('/credentials/issue', { credential: foreign })).status, 400);
  });

  test('a place on the list is given where it is asked for, each its own', async () => {
    const { credentialStatus: _, ...bare } = plain();
    const options = { credentialStatus: { type: 'BitstringStatusListEntry' } };
    const places: (Json | undefined)[] = [];
    for (const credential of [bare, bare, plain()]) {
      const { status, body } = await post('/credentials/issue', { credential, options });
      assert.equal(status, 201);
      const entry = member(body['verifiableCredential'], 'credentialStatus');
      assert.equal(member(entry, 'statusListCredential'), `${api.origin}/status/1`);
      places.push(member(entry, 'statusListIndex'));
    }
    assert.equal(new Set(places).size, 3);
    assert.equal(places[2], '9', 'a place that it has is left');
    const without = await post('/credentials/issue', { credential: bare });
    assert.equal(member(without.body['verifiableCredential'], 'credentialStatus'), undefined);
  });

  test('a purpose, domain or challenge that is expected and not signed is refused', async () => {
    const { credentialStatus: _, ...credential } = plain();
    const issued = await post('/credentials/issue', { credential });
    const check = async (options: JsonObject): Promise<number> =>
      (
        await post('/credentials/verify', {
          verifiableCredential: issued.body['verifiableCredential'],
          options,
        })
      ).status;
    assert.equal(await check({ checks: ['proof'] }), 200);
    assert.equal(await check({ expectedProofPurpose: 'assertionMethod' }), 200);
    assert.equal(await check({ domain: null, challenge: null }), 200);
    for (const options of [
      { expectedProofPurpose: 'authentication' },
      { domain: 'domain.example' },
      { domain: 'domain.example', challenge: '1235abcd6789' },
      { challenge: '1235abcd6789' },
    ]) {
      assert.equal(await check(options), 400, JSON.stringify(options));
    }
  });

  test('a related resource is held against its digest, and refused where that cannot be', async () => {
    const { credentialStatus: _, ...credential } = plain();
    const id = 'https://www.w3.org/ns/credentials/v2';
    // As the Recommendation of 2025 gives it (appendix B.1).
    const bytes = Buffer.from(
      '59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734',
      'hex',
    );
    const digestSRI = `sha256-${bytes.toString('base64')}`;
    const digestMultibase = `u${Buffer.concat([Buffer.from([0x12, 0x20]), bytes]).toString('base64url')}`;
    const issue = async (relatedResource: Json): Promise<number> =>
      (await post('/credentials/issue', { credential: { ...credential, relatedResource } })).status;
    for (const good of [
      { id, digestSRI },
      [{ id, digestMultibase }],
      [{ id, digestSRI, digestMultibase }],
    ]) {
      assert.equal(await issue(good), 201, JSON.stringify(good));
    }
    const wrong = Buffer.from(bytes);
    wrong[0] = (wrong[0] ?? 0) ^ 1;
    for (const bad of [
      [id],
      [{ digestSRI }],
      [{ id }],
      [{ id, digestSRI: `sha256-${wrong.toString('base64')}` }],
      [{ id, digestSRI, digestMultibase: digestMultibase.slice(0, -1) }],
      [{ id: 'https://example.org/other.json', digestSRI }],
      [
        { id, digestSRI },
        { id, digestMultibase },
      ],
    ]) {
      assert.equal(await issue(bad), 400, JSON.stringify(bad));
    }
  });

  /** Somebody with a did:key of their own, and what they sign as they like. */
  const somebody = () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const word = writeMultikey(fromBase64url(publicKey.export({ format: 'jwk' }).x ?? ''));
    const did = `did:key:${word}`;
    const signed = async (document: JsonObject, said: JsonObject): Promise<JsonObject> => {
      const options = {
        type: 'DataIntegrityProof',
        cryptosuite: 'eddsa-rdfc-2022',
        created: '2026-01-01T00:00:00Z',
        verificationMethod: `${did}#${word}`,
        ...said,
      };
      const message = await signedBytes(document, options);
      assert.ok(message.ok);
      const proofValue = writeBase58(new Uint8Array(sign(null, message.value, privateKey)));
      return { ...document, proof: { ...options, proofValue } };
    };
    return { did, signed };
  };
  const context = ['https://www.w3.org/ns/credentials/v2'];

  test('a link of a chain of signatures is refused, though it holds by itself', async () => {
    const { did, signed } = somebody();
    const statement = {
      '@context': context,
      type: ['VerifiableCredential'],
      issuer: did,
      credentialSubject: { id: 'did:example:subject' },
    };
    const proofPurpose = 'assertionMethod';
    const check = async (one: JsonObject): Promise<number> =>
      (await post('/credentials/verify', { verifiableCredential: one })).status;
    assert.equal(await check(await signed(statement, { proofPurpose })), 200);
    for (const previousProof of ['urn:uuid:none', ['urn:uuid:none']]) {
      assert.equal(await check(await signed(statement, { proofPurpose, previousProof })), 400);
    }
  });

  test('a presentation that is signed holds where its holder signed it, for what is expected', async () => {
    const [holder, other] = [somebody(), somebody()];
    const { credentialStatus: _, ...credential } = plain();
    const issued = await post('/credentials/issue', { credential });
    const shown = (named?: Json): JsonObject => ({
      '@context': context,
      type: ['VerifiablePresentation'],
      ...(named === undefined ? {} : { holder: named }),
      verifiableCredential: [issued.body['verifiableCredential'] ?? null],
    });
    const said = { proofPurpose: 'authentication', challenge: 'abc', domain: 'd.example' };
    const check = async (one: JsonObject, options: JsonObject = {}): Promise<number> =>
      (await post('/presentations/verify', { verifiablePresentation: one, options })).status;
    const good = await holder.signed(shown(holder.did), said);
    assert.equal(await check(good), 200);
    assert.equal(await check(good, { challenge: 'abc', domain: 'd.example' }), 200);
    assert.equal(await check(await holder.signed(shown({ id: holder.did }), said)), 200);
    assert.equal(await check(await holder.signed(shown(), said)), 200);
    assert.equal(await check(good, { challenge: 'another' }), 400);
    assert.equal(await check({ ...good, id: 'urn:uuid:another' }), 400);
    assert.equal(await check(await other.signed(shown(holder.did), said)), 400);
    const statement = { ...said, proofPurpose: 'assertionMethod' };
    assert.equal(await check(await holder.signed(shown(holder.did), statement)), 400);
    const { proof: __, ...unsigned } = good;
    assert.equal(await check(unsigned, { challenge: 'abc' }), 400);
  });

  test('what it offers stands in OpenAPI, and nothing else is answered', async () => {
    const described = (await (await fetch(`${api.origin}/openapi.json`)).json()) as JsonObject;
    const paths = member(described, 'paths');
    assert.ok(isJsonObject(paths));
    for (const [at, methods] of Object.entries(paths)) {
      const isPost = member(methods, 'post') !== undefined;
      const { status } = isPost ? await post(at, {}) : await fetch(api.origin + at);
      assert.equal(status, isPost ? 400 : 200, at);
    }
    assert.equal((await post('/credentials/delete', {})).status, 404);
    const twice = await fetch(`${api.origin}/credentials/issue`, {
      method: 'POST',
      body: '{"a":1,"a":2}',
    });
    assert.equal(twice.status, 400);
  });

  /** The suites fill in the implementation's own issuer where an input names none, or an example. */
  const withIssuer = (input: JsonObject, name: string): JsonObject => {
    const { issuer } = input;
    if (issuer === undefined) {
      return name.includes('no-issuer') ? input : { ...input, issuer: api.issuer };
    }
    const id = member(issuer, 'id');
    if (typeof issuer === 'string') {
      return /^\w+:/.test(issuer) ? { ...input, issuer: api.issuer } : input;
    }
    return isJsonObject(issuer) &&
      (id === undefined || (typeof id === 'string' && id.includes(':')))
      ? { ...input, issuer: { ...issuer, id: api.issuer } }
      : input;
  };

  /** The suite fills in two dates, around the day on which it runs. */
  const inputAt = (name: string): JsonObject =>
    JSON.parse(
      readFileSync(`${INPUTS}/${name}`, 'utf8')
        .replaceAll('PAST DATE', '2020-01-01T00:00:00Z')
        .replaceAll('FUTURE DATE', '2099-01-01T00:00:00Z'),
    );

  /** The suite signs the credentials that it presents, but for those that speak for themselves. */
  const withSigned = async (input: JsonObject, name: string): Promise<JsonObject> => {
    const held = input['verifiableCredential'];
    if (name.includes('self-asserted') || held === undefined) {
      return input;
    }
    const signed: Json[] = [];
    for (const one of listed(held)) {
      const credential = isJsonObject(one) ? withIssuer(one, name) : one;
      const { status, body } = await post('/credentials/issue', { credential });
      signed.push(status === 201 ? (body['verifiableCredential'] ?? null) : one);
    }
    return { ...input, verifiableCredential: signed };
  };

  test('the inputs of the W3C suite for the data model are taken and refused as their names say', {
    skip: existsSync(INPUTS) ? false : 'no ../shared',
  }, async () => {
    const files = readdirSync(INPUTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.json'),
    );
    assert.equal(files.length, 120);
    const wrong: string[] = [];
    for (const name of files.sort()) {
      const input = inputAt(name);
      const presented = path.basename(name).startsWith('presentation');
      const { status } = presented
        ? await post('/presentations/verify', {
            verifiablePresentation: await withSigned(input, name),
          })
        : await post('/credentials/issue', { credential: withIssuer(input, name) });
      if (status < 300 !== name.endsWith('-ok.json')) wrong.push(name);
    }
    // A credential inside a token (JWT) is not read here; saying that it holds would be a guess.
    assert.deepEqual(wrong, ['presentation-enveloped-vc-ok.json']);
  });

  test('with a key and a certificate it answers over https', {
    skip: existsSync('/usr/bin/openssl') ? false : 'no openssl to make a certificate with',
  }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'evenhand-tls-'));
    const [key, cert] = [path.join(folder, 'key.pem'), path.join(folder, 'cert.pem')];
    const asked = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
      '-days',
      '2',
    ];
    execFileSync(
      '/usr/bin/openssl',
      [...asked, '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', cert],
      {
        stdio: 'ignore',
      },
    );
    const tls = { key: readFileSync(key), cert: readFileSync(cert) };
    const secure = await startVcApi({ port: 0, tls });
    const status = await new Promise<number | undefined>((done, failed) => {
      request(
        `${secure.origin}/openapi.json`,
        { ca: tls.cert, checkServerIdentity: () => undefined },
        (answer) => {
          answer.resume();
          done(answer.statusCode);
        },
      )
        .on('error', failed)
        .end();
    });
    assert.equal(status, 200);
    await secure.close();
    rmSync(folder, { recursive: true });
  });

  test('a key without its certificate is refused in one line', async () => {
    const said: string[] = [];
    const lines = { out: () => {}, err: (line: string) => said.push(line) };
    assert.equal(await runVcApi(['--tls-key', 'x'], lines), 2);
    assert.equal(await runVcApi(['--tls-key', '/none', '--tls-cert', '/none'], lines), 2);
    assert.equal(said.length, 2);
  });
});
