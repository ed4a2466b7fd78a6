import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { type Desk, openDesk } from '../../../tests/support/desk.ts';
import { storeExam } from '../../../tests/support/exam-world.ts';
import { passedExam } from '../../../tests/support/passed-exam.ts';
import { carriedCredential } from '../../credential/carrier/carried.ts';
import { issueDue } from '../../workflow/certify/issue-due.ts';

const KINDS = [
  ['certificate.pdf', 'application/pdf'],
  ['letter.pdf', 'application/pdf'],
  ['badge.svg', 'image/svg+xml'],
  ['badge.png', 'image/png'],
] as const;

describe('a credential on paper and as a picture, for whoever has its address', () => {
  let desk: Desk;
  const ids = new Map<string, string>();
  const passed = async (name: string): Promise<void> => {
    const { owner } = desk.database;
    const person = await passedExam(owner, { name });
    ids.set(name, person);
  };
  before(async () => {
    desk = await openDesk();
    await storeExam(desk.database.owner, desk.world);
    for (const name of ['Nguyễn Thị Ánh', '王小明', 'Anna \u{13000}']) {
      await passed(name);
    }
  });
  after(() => desk.close());

  const addressOf = async (name: string): Promise<string> => {
    const [row] = await desk.database.owner<{ id: string }[]>`select id from register.credential
      where person = ${ids.get(name) ?? ''}`;
    return row === undefined ? '' : `/c/${row.id}`;
  };
  const bytesAt = async (url: string) => {
    const answer = await desk.server.inject({ method: 'GET', url });
    return {
      status: answer.statusCode,
      type: answer.headers['content-type'],
      bytes: answer.rawPayload,
    };
  };

  test('a name that cannot be put on paper is an error before anything is signed, and is told', async () => {
    assert.deepEqual(await issueDue(desk.world), { issued: 2, refused: { 'name-not-printed': 1 } });
    assert.equal(await addressOf('Anna \u{13000}'), '');
  });
  test('each file carries the very document that is served', async () => {
    for (const name of ['Nguyễn Thị Ánh', '王小明']) {
      const at = await addressOf(name);
      const served = await bytesAt(`${at}/credential.json`);
      for (const [file, type] of KINDS) {
        const { status, bytes, type: sent } = await bytesAt(`${at}/${file}`);
        assert.equal(status, 200, file);
        assert.equal(sent, type);
        const found = await carriedCredential(new Uint8Array(bytes), (packed) =>
          inflateSync(packed),
        );
        assert.equal(found.ok && found.value.text, served.bytes.toString('utf8'), file);
      }
      const { text } = await desk.stranger().see(at);
      assert.match(text, /certificate\.pdf/);
    }
  });
  test('what counts no more is put on no paper, and its page offers none', async () => {
    const at = await addressOf('王小明');
    const director = await desk.somebody('A Director', 'director');
    const page = at.replace('/c/', '/desk/credentials/');
    assert.equal(
      (await director.send(`${page}/revoke`, { reason: 'Issued in error.' })).status,
      303,
    );
    for (const [file] of KINDS) {
      assert.ok((await bytesAt(`${at}/${file}`)).status >= 400, file);
    }
    assert.doesNotMatch((await desk.stranger().see(at)).text, /certificate\.pdf/);
    assert.equal((await bytesAt(`/c/${'A'.repeat(22)}/certificate.pdf`)).status, 404);
  });
});
