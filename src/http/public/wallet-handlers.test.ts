import assert from 'node:assert/strict';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import net from 'node:net';
import { after, before, describe, test } from 'node:test';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { type Desk, type DeskPerson, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';
import { passedExam } from '../../../tests/support/passed-exam.ts';
import { errorOf, offerOn, type TestWallet, testWallet } from '../../../tests/support/wallet.ts';
import { issueDue } from '../../workflow/certify/issue-due.ts';

const HOLDER = 'Nguyễn Thị Ánh';
type Form = 'ldp_vc' | 'dc+sd-jwt';

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

describe('a wallet fetches a copy of a credential', { concurrency: false }, () => {
  let desk: Desk;
  let origin = '';
  let laterMs = 0;
  let holder: DeskPerson;
  let credential = '';
  let at = '';
  before(async () => {
    const port = await freePort();
    origin = `http://localhost:${port}`;
    desk = await openDesk(origin, (world) => ({
      ...world,
      clock: { ...world.clock, now: () => world.clock.now() + laterMs },
    }));
    await storeExam(desk.database.owner, desk.world);
    [holder, credential] = await certified(HOLDER);
    at = `/my/credential/${credential}`;
    await desk.server.listen({ port, host: 'localhost' });
  });
  after(() => desk.close());

  const certified = async (name: string): Promise<[DeskPerson, string]> => {
    const { owner } = desk.database;
    const person = await passedExam(owner, { name });
    await issueDue(desk.world);
    const [row] = await owner<{ id: string }[]>`select id from register.credential
      where person = ${person}`;
    return [await desk.signedIn(person), row?.id ?? ''];
  };
  const offered = async (form: Form) => {
    // From elsewhere each time: how often one sender may ask is another test's.
    const by = await desk.signedIn(holder.id);
    const answer = await by.send(at, { form }, `${at}/wallet`);
    assert.equal(answer.status, 200, answer.words);
    return offerOn(answer.text);
  };
  let senders = 0;
  /** The same calls without a network, each from somewhere else: how many one sender may make is another test's. */
  const inside = async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    senders += 1;
    const body = init.body;
    const answer = await desk.server.inject({
      method: (init.method ?? 'GET') as 'GET',
      url: String(url).slice(origin.length),
      headers: Object.fromEntries(new Headers(init.headers).entries()),
      remoteAddress: `10.7.${senders >> 8}.${senders & 255}`,
      ...(body === undefined || body === null ? {} : { payload: String(body) }),
    });
    return new Response(answer.body, {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
    });
  };
  const opened = async (form: Form, wallet: TestWallet = testWallet('P-256', 'jwk', inside)) => {
    const { link, pin } = await offered(form);
    return { ...(await wallet.open(link)), pin };
  };
  const json = async (path: string): Promise<Record<string, never>> =>
    (await (await fetch(`${origin}${path}`)).json()) as Record<string, never>;

  /** A checker of SD-JWT credentials that knows nothing of us but what we publish. */
  const checker = async (chosen: string) => {
    const { jwks } = (await json('/.well-known/jwt-vc-issuer')) as unknown as {
      jwks: { keys: { kid: string }[] };
    };
    const holds = (text: string, signature: string): boolean => {
      const head = JSON.parse(Buffer.from(text.split('.')[0] ?? '', 'base64url').toString());
      const jwk = jwks.keys.find(({ kid }) => kid === head.kid);
      return (
        jwk !== undefined &&
        verify(
          null,
          Buffer.from(text),
          createPublicKey({ key: jwk as never, format: 'jwk' }),
          Buffer.from(signature, 'base64url'),
        )
      );
    };
    const instance = new SDJwtVcInstance({
      hasher: (data) =>
        new Uint8Array(
          createHash('sha256')
            .update(typeof data === 'string' ? data : new Uint8Array(data))
            .digest(),
        ),
      verifier: holds,
      statusListFetcher: async (uri) => {
        const answer = await fetch(uri);
        assert.match(answer.headers.get('content-type') ?? '', /^application\/statuslist\+jwt/);
        return await answer.text();
      },
      loadTypeMetadataFormat: true,
      vctFetcher: async (uri) => (await (await fetch(uri)).json()) as { vct: string },
    });
    return await instance.verify(chosen);
  };
  const standing = async (document: unknown): Promise<string> => {
    const { id } = document as { id: string };
    return String((await json(`${id.slice(origin.length)}/status.json`))['state']);
  };
  /** What /verify says of what a wallet holds. */
  const verified = async (held: unknown): Promise<string> => {
    const text = typeof held === 'string' ? held : JSON.stringify(held);
    return (await desk.stranger().send('/verify', { text })).words;
  };

  const GOOD = /Demonstration only(?!.*does not hold)/;
  const held: Record<string, unknown> = {};

  test('as an open badge, by whichever name its key goes: the copy names that key and is good at /verify', async () => {
    const public_ = await json(`/c/${credential}/credential.json`);
    for (const wallet of [
      testWallet('Ed25519', 'did:key'),
      testWallet('P-256', 'did:key'),
      testWallet('P-256', 'did:jwk'),
      testWallet('Ed25519', 'jwk'),
    ]) {
      const { link, pin } = await offered('ldp_vc');
      const document = (await wallet.take(link, pin)) as {
        id: string;
        credentialSubject: { id: string };
        credentialStatus: { id: string };
      };
      assert.equal(document.credentialSubject.id, wallet.did);
      assert.notEqual(document.id, public_['id']);
      assert.notDeepEqual(document.credentialStatus, public_['credentialStatus']);
      const said = await verified(document);
      assert.match(said, GOOD);
      assert.ok(said.includes(HOLDER));
      assert.equal(await standing(document), 'current');
      held['ldp_vc'] = document;
    }
    assert.equal(await standing(public_), 'current');
  });

  test('as SD-JWT: bound to the key, checked by what is published, and showing no more than its holder chooses', async () => {
    const wallet = testWallet('P-256', 'jwk');
    const { link, pin } = await offered('dc+sd-jwt');
    const whole = String(await wallet.take(link, pin));
    held['dc+sd-jwt'] = whole;
    const { payload, typeMetadata } = await checker(whole);
    assert.deepEqual(payload['cnf'], { jwk: { ...wallet.jwk } });
    assert.equal(payload['name'], HOLDER);
    assert.equal(payload['demonstration'], true);
    assert.equal(typeMetadata?.mergedTypeMetadata.vct, payload.vct);
    const signedOnly = `${whole.split('~')[0]}~`;
    const shown = (await checker(signedOnly)).payload;
    const [, body] = signedOnly.split('.');
    assert.ok(
      !Buffer.from(body ?? '', 'base64url')
        .toString()
        .includes(HOLDER),
    );
    for (const claim of ['name', 'certificate_number', 'awarded', 'valid_from', 'certificate']) {
      assert.ok(claim in payload && !(claim in shown), claim);
    }
    assert.match(String(shown['certification']), /^DEMONSTRATION: Larkspur Care/);
    assert.equal((Number(shown.iat) * 1000) % 86_400_000, 0);
    const here = await verified(whole);
    assert.match(here, GOOD);
    assert.ok(here.includes(HOLDER) && !(await verified(signedOnly)).includes(HOLDER));
    await assert.rejects(checker(whole.replace(/\.[^.~]{20}/, `.${'A'.repeat(20)}`)));
  });

  test('every copy has its place and its line, and the holder is written to', async () => {
    const { owner } = desk.database;
    const differences = await desk.world.records.as(
      { rights: 'worker', person: undefined },
      ({ log }) => log.issuanceDifferences(10),
    );
    assert.deepEqual(differences, []);
    const [mail] = await owner<{ many: number }[]>`select count(*)::int as many from post.mail
      where subject = 'A copy of your credential is in a wallet'`;
    assert.equal(mail?.many, 5);
    const page = await holder.see(at);
    assert.equal(page.words.match(/fetched on \S+ \d+, \d+ Counts/g)?.length, 5);
  });

  test('a wrong number is refused, is counted, and the fifth ends the offer', async () => {
    const { token, pin } = await opened('ldp_vc');
    const wrong = pin === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 4; tries += 1) {
      assert.equal(await errorOf(token(wrong)), 'invalid_grant');
    }
    assert.equal(await errorOf(token(wrong)), 'invalid_grant');
    assert.equal(await errorOf(token(pin)), 'invalid_grant');
    const patient = await opened('ldp_vc');
    assert.equal(await errorOf(patient.token(wrong)), 'invalid_grant');
    assert.ok(await patient.token(patient.pin));
  });

  test('a code is good once, for ten minutes, and until the next one is made', async () => {
    const once = await opened('ldp_vc');
    await once.token(once.pin);
    assert.equal(await errorOf(once.token(once.pin)), 'invalid_grant');
    const slow = await opened('ldp_vc');
    laterMs = 10 * 60_000;
    assert.equal(await errorOf(slow.token(slow.pin)), 'invalid_grant');
    laterMs = 0;
    const first = await opened('ldp_vc');
    await opened('ldp_vc');
    assert.equal(await errorOf(first.token(first.pin)), 'invalid_grant');
  });

  test('a token is good once, for five minutes, and for what was offered', async () => {
    const one = await opened('ldp_vc');
    const token = await one.token(one.pin);
    const asked = one.configuration.replace('badge', 'sd-jwt');
    assert.equal(
      await errorOf(one.fetch(token, await one.proof(await one.nonce()), asked)),
      'unknown_credential_configuration',
    );
    await one.fetch(token, await one.proof(await one.nonce()));
    const again = await inside(`${origin}/wallet/credential`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    assert.equal(again.status, 401);
    assert.match(again.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
    const two = await opened('ldp_vc');
    const shared = await two.token(two.pin);
    const proofs = [await two.proof(await two.nonce()), await two.proof(await two.nonce())];
    const both = await Promise.all(proofs.map((proof) => errorOf(two.fetch(shared, proof))));
    assert.equal(both.filter((answer) => answer === 'done').length, 1, 'two at the same moment');
    const slow = await opened('ldp_vc');
    const late = await slow.token(slow.pin);
    laterMs = 5 * 60_000;
    const proof = await slow.proof(await slow.nonce());
    assert.notEqual(await errorOf(slow.fetch(late, proof)), 'done');
    laterMs = 0;
  });

  test('a nonce is ours, fresh, and good once', async () => {
    const one = await opened('ldp_vc');
    const token = await one.token(one.pin);
    const nonce = await one.nonce();
    const forged = `${nonce.slice(0, -1)}${nonce.endsWith('A') ? 'B' : 'A'}`;
    for (const wrong of ['tZignsnFbp', forged, nonce.replace(/\.\d+\./, '.9999999999999.')]) {
      assert.equal(await errorOf(one.fetch(token, await one.proof(wrong))), 'invalid_nonce', wrong);
    }
    laterMs = 5 * 60_000;
    const old = nonce;
    const later = await opened('ldp_vc');
    const hers = await later.token(later.pin);
    assert.equal(await errorOf(later.fetch(hers, await later.proof(old))), 'invalid_nonce');
    laterMs = 0;
    const two = await opened('ldp_vc');
    const first = await two.token(two.pin);
    const fresh = await two.nonce();
    await two.fetch(first, await two.proof(fresh));
    const three = await opened('ldp_vc');
    const second = await three.token(three.pin);
    assert.equal(await errorOf(three.fetch(second, await three.proof(fresh))), 'invalid_nonce');
    // What was refused cost nothing: the same token is good with another nonce.
    assert.ok(await three.fetch(second, await three.proof(await three.nonce())));
  });

  test('a proof for somebody else, by another key than it names, or of no known form is refused', async () => {
    const one = await opened('ldp_vc', testWallet('Ed25519', 'did:key', inside));
    const token = await one.token(one.pin);
    const { privateKey } = generateKeyPairSync('ed25519');
    for (const otherwise of [
      { audience: 'https://another-issuer.example' },
      { signedBy: privateKey },
    ]) {
      const proof = await one.proof(await one.nonce(), otherwise);
      assert.equal(await errorOf(one.fetch(token, proof)), 'invalid_proof');
    }
    assert.equal(await errorOf(one.fetch(token, 'not.a.proof')), 'invalid_proof');
    const raw = async (body: unknown) =>
      (await (
        await inside(`${origin}/wallet/credential`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json()) as { error: string };
    const proof = await one.proof(await one.nonce());
    const named = { credential_configuration_id: one.configuration };
    for (const [body, error] of [
      [[], 'invalid_credential_request'],
      [{}, 'invalid_credential_request'],
      [{ credential_identifier: 'x' }, 'unknown_credential_identifier'],
      [named, 'invalid_proof'],
      [{ ...named, proofs: { jwt: [proof, proof] } }, 'invalid_proof'],
      [
        { ...named, proofs: { jwt: [proof] }, credential_response_encryption: {} },
        'invalid_encryption_parameters',
      ],
    ] as const) {
      assert.equal((await raw(body)).error, error, JSON.stringify(body).slice(0, 80));
    }
  });

  test('what cannot be read, and what comes too fast, is answered in the same form, to pages of any site', async () => {
    const call = (body: string, type = 'application/x-www-form-urlencoded') =>
      inside(`${origin}/wallet/token`, { method: 'POST', headers: { 'content-type': type }, body });
    for (const [body, error] of [
      ['', 'invalid_request'],
      ['grant_type=authorization_code&code=x', 'unsupported_grant_type'],
      [
        'grant_type=urn:ietf:params:oauth:grant-type:pre-authorized_code&pre-authorized_code=x',
        'invalid_request',
      ],
    ] as const) {
      const answer = await call(body);
      assert.equal(answer.status, 400);
      assert.equal(((await answer.json()) as { error: string }).error, error);
    }
    const strange = await call('<xml/>', 'text/xml');
    assert.equal(((await strange.json()) as { error: string }).error, 'invalid_request');
    const page = await desk.server.inject({ method: 'OPTIONS', url: '/wallet/credential' });
    assert.equal(page.statusCode, 204);
    assert.equal(page.headers['access-control-allow-origin'], '*');
    const fast = async () =>
      await desk.server.inject({
        method: 'POST',
        url: '/wallet/token',
        remoteAddress: '10.6.0.1',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'grant_type=x',
      });
    const answers = [];
    for (let calls = 0; calls < 21; calls += 1) {
      answers.push(await fast());
    }
    assert.equal(answers.at(-1)?.statusCode, 429);
    assert.match(answers.at(-1)?.body ?? '', /"error":"slow_down"/);
  });

  test('while nothing may be written into the log a wallet is told to come back, and the token is still good', async () => {
    const one = await opened('ldp_vc');
    const token = await one.token(one.pin);
    const worker = { rights: 'worker', person: undefined } as const;
    await desk.world.records.as(worker, ({ log }) => log.hold('The database is older.'));
    const proof = await one.proof(await one.nonce());
    assert.equal(await errorOf(one.fetch(token, proof)), 'temporarily_unavailable');
    await desk.world.records.as(worker, ({ log }) => log.endHold());
    assert.ok(await one.fetch(token, proof));
  });

  test('nobody offers what is not theirs, and a form that was not chosen is asked for again', async () => {
    const [other, theirs] = await certified('Kwame Mensah');
    const stolen = await other.send(`/my/credential/${theirs}`, { form: 'ldp_vc' }, `${at}/wallet`);
    assert.equal(stolen.status, 404);
    assert.equal((await other.see(at)).status, 404);
    const [copy] = await desk.database.owner<{ id: string }[]>`select id from register.copy
      where number < 0 and credential = ${credential} limit 1`;
    await other.send(
      `/my/credential/${theirs}`,
      {},
      `/my/credential/${theirs}/wallet/${copy?.id}/end`,
    );
    const [row] = await desk.database.owner<{ many: number }[]>`
      select count(*)::int as many from register.copy_end where copy = ${copy?.id ?? ''}`;
    assert.equal(row?.many, 0);
    const asked = await holder.send(at, {}, `${at}/wallet`);
    assert.equal(asked.status, 422);
    assert.match(asked.words, /Form: choose one/);
  });

  test('a holder ends one copy, as where a phone was lost, and no other', async () => {
    const wallet = testWallet('P-256', 'did:key', inside);
    const { link, pin } = await offered('ldp_vc');
    const lost = (await wallet.take(link, pin)) as { id: string };
    const copy = lost.id.slice(lost.id.lastIndexOf('/') + 1);
    assert.equal((await holder.send(at, {}, `${at}/wallet/${copy}/end`)).status, 303);
    assert.match(await verified(lost), /does not hold|not current/i);
    assert.equal(await standing(lost), 'superseded');
    assert.match(await verified(held['ldp_vc']), GOOD);
    await checker(String(held['dc+sd-jwt']));
  });

  test('revoked: whatever lies in wallets counts no more, and nothing more is offered or fetched', async () => {
    const late = await opened('dc+sd-jwt');
    const token = await late.token(late.pin);
    const director = await desk.somebody('A Director', 'director');
    const page = `/desk/credentials/${credential}`;
    const revoked = await director.send(`${page}/revoke`, { reason: 'Issued in error.' });
    assert.equal(revoked.status, 303);
    const proof = await late.proof(await late.nonce());
    assert.equal(await errorOf(late.fetch(token, proof)), 'credential_request_denied');
    assert.match(await verified(held['ldp_vc']), /counts no more|does not hold/);
    assert.equal(await standing(held['ldp_vc']), 'revoked');
    await assert.rejects(checker(String(held['dc+sd-jwt'])), /Status is not valid/);
    assert.match(await verified(held['dc+sd-jwt']), /counts no more|does not hold/);
    const shown = await holder.see(at);
    assert.doesNotMatch(shown.text, /certificate\.pdf|wallet"/);
    assert.deepEqual(desk.faults, []);
  });
});
