import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { type MailServer, mailServer, readLetter } from '../../../tests/support/mail-server.ts';
import { folderPostman, smtpPostman } from './mail.ts';

const letter = {
  to: 'ana@people.example',
  subject: 'Entscheidung über Ihren Antrag: 決定 “E-4K7QM2X” — and more than fits in one line',
  body: `Grüße,\n.\n..dots at the start of a line\n\n李小龙 👋\n${'a long line '.repeat(120)}`,
};

describe('mail to a server', () => {
  let server: MailServer;
  before(async () => {
    server = await mailServer();
  });
  after(() => server.close());
  const last = () => {
    const letters = server.received.at(-1);
    assert.ok(letters !== undefined);
    return { to: letters.to, ...readLetter(letters.raw) };
  };

  test('a letter arrives with its subject and body as they were written, in any script', async () => {
    const how = await smtpPostman(server.url, 'Larkspur Board <no-reply@board.example>').deliver(
      letter,
    );
    assert.match(how, /^accepted by the mail server: 250/);
    const { to, headers, body } = last();
    assert.deepEqual(to, [letter.to]);
    assert.equal(headers.get('subject'), letter.subject);
    assert.equal(headers.get('to'), letter.to);
    assert.match(headers.get('from') ?? '', /no-reply@board\.example/);
    assert.match(headers.get('content-type') ?? '', /text\/plain; charset=utf-8/i);
    assert.equal(body.replaceAll('\r\n', '\n').trimEnd(), letter.body.trimEnd());
  });

  test('words in a subject or an address do not become headers or other addresses', async () => {
    const post = smtpPostman(server.url, 'no-reply@board.example');
    await post.deliver({ ...letter, subject: 'Hello\r\nBcc: other@people.example\r\nX-Evil: 1' });
    const { to, headers } = last();
    assert.deepEqual(to, [letter.to]);
    assert.equal(headers.get('bcc'), undefined);
    assert.equal(headers.get('x-evil'), undefined);
    const before = server.received.length;
    await post
      .deliver({ ...letter, to: 'ana@people.example, other@people.example' })
      .catch(() => 'turned away');
    const sent = server.received.slice(before).flatMap((one) => one.to);
    assert.ok(!sent.includes('other@people.example'), sent.join());
  });

  test('a letter that is turned away, or finds no server, is thrown, so that the job tries again', async () => {
    const post = smtpPostman(server.url, 'no-reply@board.example');
    await assert.rejects(post.deliver({ ...letter, to: 'full@people.example' }), /mailbox is full/);
    const gone = await mailServer();
    await gone.close();
    await assert.rejects(smtpPostman(gone.url, 'x@y.example').deliver(letter), /ECONNREFUSED/);
  });
});

describe('mail into a folder', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-mail-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('letters are read back as they were written, the latest first, as many as asked', async () => {
    const post = folderPostman(path.join(folder, 'box'));
    assert.deepEqual(await post.inbox(10), []);
    for (const subject of ['first', 'second', letter.subject]) {
      await post.deliver({ ...letter, subject });
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    const inbox = await post.inbox(10);
    assert.deepEqual(
      inbox.map(({ at: _at, ...rest }) => rest),
      [letter.subject, 'second', 'first'].map((subject) => ({ ...letter, subject })),
    );
    assert.ok(inbox.every(({ at }) => Math.abs(Date.parse(at) - Date.now()) < 60_000));
    assert.equal((await post.inbox(1)).length, 1);
    assert.equal((await folderPostman(path.join(folder, 'box')).inbox(10)).length, 3);
  });

  test('only their owner can read them, and what is not a letter is not shown', async () => {
    const box = path.join(folder, 'box');
    assert.equal(statSync(box).mode & 0o777, 0o700);
    for (const name of readdirSync(box)) {
      assert.equal(statSync(path.join(box, name)).mode & 0o777, 0o600);
    }
    writeFileSync(path.join(box, '.2026-half-written.json'), '{"to":');
    writeFileSync(path.join(box, 'notes.txt'), 'not a letter');
    assert.equal((await folderPostman(box).inbox(10)).length, 3);
  });

  test('many at the same moment are all kept', async () => {
    const post = folderPostman(path.join(folder, 'many'));
    await Promise.all(
      Array.from({ length: 50 }, (_, k) => post.deliver({ ...letter, subject: `${k}` })),
    );
    const subjects = (await post.inbox(100)).map(({ subject }) => subject);
    assert.equal(new Set(subjects).size, 50);
  });
});
