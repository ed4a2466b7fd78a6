/** Faults that users of other systems met with credentials in public, as cases for ours; I15 and so on name them. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';
import { passedExam } from '../../../tests/support/passed-exam.ts';
import { openBadge } from '../../credential/badge/open-badge.ts';
import { didDocument } from '../../credential/proof/did-web.ts';
import { signDocument } from '../../credential/proof/eddsa-rdfc.ts';
import { decodeBitstring, isSet, STATUS_PLACES } from '../../credential/status-list/bitstring.ts';
import { verifyCredential } from '../../credential/verifier/verify.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { checkEd25519 } from '../../outside/adapters/signatures.ts';
import { cardOf } from '../../web/pages/verify/verification-view.ts';
import { issueDue } from '../../workflow/certify/issue-due.ts';

const gunzip = (bytes: Uint8Array, mostBytes: number): Uint8Array =>
  gunzipSync(bytes, { maxOutputLength: mostBytes });

describe('a credential in public, where others met faults', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk();
    await storeExam(desk.database.owner, desk.world);
    const { owner } = desk.database;
    for (const name of ['Ada Quinn', 'Ada Quinn', 'Bo Larsen']) {
      await passedExam(owner, { name });
    }
    assert.deepEqual(await issueDue(desk.world), { issued: 3, refused: {} });
  });
  after(() => desk.close());

  const served = async (url: string) => await desk.server.inject({ method: 'GET', url });
  const revokedPlaces = async (): Promise<readonly number[]> => {
    const { payload } = await served('/status/r/1');
    const encoded = textMember(member(JSON.parse(payload), 'credentialSubject'), 'encodedList');
    const bits = await decodeBitstring(encoded ?? '', gunzip);
    assert.ok(bits.ok);
    const { value } = bits;
    return Array.from({ length: STATUS_PLACES }, (_, place) => place).filter((place) =>
      isSet(value, place),
    );
  };

  test('I20: the list is had without an account and without a cookie, signed, under the address the credential names', async () => {
    const [copy] = await desk.database.owner<
      { id: string }[]
    >`select id from register.copy limit 1`;
    const credential = JSON.parse((await served(`/c/${copy?.id}/credential.json`)).payload);
    const address =
      textMember(member(credential, 'credentialStatus'), 'statusListCredential') ?? '';
    const answer = await served(new URL(address).pathname);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    const list = JSON.parse(answer.payload);
    assert.equal(list.id, address);
    assert.equal(list.proof.cryptosuite, 'eddsa-rdfc-2022');
  });

  test('I15: of two people of one name, the one whose credential is revoked is revoked, and nobody else', async () => {
    assert.deepEqual(await revokedPlaces(), []);
    const twins = await desk.database.owner<{ id: string; place: number }[]>`
      select copy.id, copy.place from register.copy
        join register.credential on credential.id = copy.credential
        join people.person on person.id = credential.person
      where person.full_name = 'Ada Quinn'`;
    assert.equal(twins.length, 2);
    const director = await desk.somebody('A Director', 'director');
    const sent = await director.send(`/desk/credentials/${twins[1]?.id}/revoke`, {
      reason: 'Issued in error.',
    });
    assert.equal(sent.status, 303);
    assert.deepEqual(await revokedPlaces(), [twins[1]?.place]);
    assert.match(
      (await desk.stranger().see(`/c/${twins[0]?.id}`)).words,
      /Not revoked, not suspended holds/,
    );
    assert.match((await desk.stranger().see(`/c/${twins[1]?.id}`)).words, /but not current/);
  });

  test('I21: every verdict carries the moment at which it was found, so that a page that was kept tells its age', async () => {
    const [copy] = await desk.database.owner<
      { id: string }[]
    >`select id from register.copy limit 1`;
    const moment = new Date(desk.world.clock.now()).toLocaleString('en-US', {
      timeZone: 'UTC',
      dateStyle: 'full',
    });
    const page = await desk.stranger().see(`/c/${copy?.id}`);
    assert.ok(page.words.includes(`Checked ${moment} at`), moment);
  });

  test('J15: an issuer’s name that anybody may write into what they sign is told as what it is', async () => {
    const did = 'did:web:evil.example';
    const { key, sign } = ed25519Signer('evil', new Uint8Array(32).fill(9));
    const made = openBadge({
      id: 'https://evil.example/c/1',
      subjectId: 'urn:uuid:7b1f0c54-7f0b-4b5e-9a54-5f1f4e9d2a11',
      holderName: 'Ada Quinn',
      programUrl: 'https://evil.example/programs/larkspur-care',
      programName: 'Larkspur Care Coordinator',
      achievementId: 'https://evil.example/programs/larkspur-care',
      description: 'Met the published criteria.',
      criteria: { narrative: 'Eligibility and examination.' },
      issuer: { id: did, name: 'Larkspur Board for Care Professions' },
      awardedDate: '2026-03-04T12:00:00Z',
      validFrom: '2026-03-04T12:00:00Z',
      validUntil: '2031-03-31T23:59:59Z',
      licenseNumber: 'LCC-1',
      status: { list: 'https://evil.example/status/r/1', index: 1 },
      demonstration: false,
    });
    assert.ok(made.ok);
    const signer = { verificationMethod: `${did}#k`, publicKey: key.publicKey, sign };
    const signed = await signDocument(made.value, signer, '2026-06-01T00:00:00Z', checkEd25519);
    assert.ok(signed.ok);
    const keys = [{ fragment: 'k', publicKey: key.publicKey }];
    const found = await verifyCredential(
      JSON.stringify(signed.value),
      Date.parse('2026-06-02T12:00:00Z'),
      {
        didDocument: async () => JSON.stringify(didDocument(did, 'https://evil.example', keys)),
        statusList: async () => undefined,
        checkSignature: checkEd25519,
        gunzip,
      },
    );
    assert.ok(found.shown !== undefined);
    const told = (own: string): string => cardOf(found.shown!, false, own).issuer;
    assert.equal(
      told('larkspur.example'),
      'evil.example, which calls itself “Larkspur Board for Care Professions”',
    );
    assert.equal(told('evil.example'), 'Larkspur Board for Care Professions (evil.example)');
  });
});
