/**
 * Somebody with a phone, no account and scripts off checks a credential from a PDF, a picture and a link; and an employer's
 * four mistakes are told apart: another program, a doctored file, one that ran out, one that was taken back.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { register as words } from '../../src/web/words/register.ts';
import { verify } from '../../src/web/words/verify.ts';
import { issueDue } from '../../src/workflow/certify/issue-due.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { storeExam } from '../support/exam-world.ts';
import { passedExam } from '../support/passed-exam.ts';
import { type Actor, actor, PHONE } from './actor.ts';

const DAY_MS = 86_400_000;
const HOLDER = 'Nguyễn Thị Ánh';
/** An invented body's credential is never called a good one: every step holds, and it certifies nobody. */
const GOOD = /Demonstration only(?!.*does not hold)/;

describe('a stranger with a phone checks a credential', { skip: noChromium }, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-credential-'));
  let laterMs = 0;
  let desk: Desk;
  let browser: Browser;
  let address = '';
  let at = '';
  let phone: Actor;
  before(
    async () => {
      desk = await openDesk('http://localhost', (world) => ({
        ...world,
        clock: { ...world.clock, now: () => world.clock.now() + laterMs },
      }));
      await storeExam(desk.database.owner, desk.world);
      const { owner } = desk.database;
      await passedExam(owner, { name: HOLDER });
      await issueDue(desk.world);
      const [row] = await owner<{ id: string }[]>`select id from register.credential`;
      at = `/c/${row?.id ?? ''}`;
      const listening = await desk.server.listen({ port: 0, host: '127.0.0.1' });
      address = listening.replace('127.0.0.1', 'localhost');
      browser = await openBrowser();
      phone = await actor(browser, { address, opened: { world: desk.world } }, { screen: PHONE });
    },
    { timeout: 600_000 },
  );
  after(async () => {
    await browser?.close();
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** What the holder downloads from the page of the credential and sends on. */
  const downloaded = async (name: string, change = (bytes: Buffer) => bytes): Promise<string> => {
    const answer = await fetch(`${address}${at}/${name}`);
    assert.equal(answer.status, 200, name);
    const file = path.join(folder, name);
    writeFileSync(file, change(Buffer.from(await answer.arrayBuffer())));
    return file;
  };
  const checks = async (file: string): Promise<string> => {
    await phone.go('/verify');
    await phone.page.setInputFiles('[name="file"]', file);
    await phone.press(verify.button);
    return await phone.says();
  };

  test('from its link, a PDF, a letter, two pictures and the file itself: genuine, current, and whose it is', async () => {
    await phone.go(at);
    const page = await phone.says();
    assert.match(page, /Status today: Current/);
    assert.match(page, GOOD);
    for (const name of [
      ...['certificate.pdf', 'letter.pdf', 'badge.png', 'badge.svg', 'credential.json'],
    ]) {
      const said = await checks(await downloaded(name));
      assert.match(said, GOOD, name);
      assert.ok(said.includes(HOLDER), name);
    }
    await phone.go('/verify');
    await phone.page.locator('[name="text"]').fill(`http://localhost${at}`);
    await phone.press(verify.button);
    assert.match(await phone.says(), GOOD);
  });

  test('a file that was doctored is not genuine, and a paper that was doctored is told by what was signed', async () => {
    const doctored = await downloaded('credential.json', (bytes) =>
      Buffer.from(bytes.toString('utf8').replace(HOLDER, 'Somebody Else')),
    );
    const said = await checks(doctored);
    assert.match(said, /Not genuine/);
    assert.match(said, /changed after it was signed/);
    assert.match(
      await checks(await downloaded('certificate.pdf')),
      /pages of the PDF are not signed, only the credential inside\. If they show another name/,
    );
  });

  test('asked about under another program, the register names that program and finds nothing', async () => {
    const [row] = await desk.database.owner<{ number: string }[]>`
      select document->'credentialSubject'->>'licenseNumber' as number from register.copy`;
    const asks = async (program: string): Promise<string> => {
      await phone.go('/register');
      await phone.page.locator('[name="program"]').selectOption(program);
      await phone.page.locator('[name="number"]').fill(row?.number ?? '');
      await phone.page.locator('[name="family-name"]').fill('nguyen');
      await phone.page.getByRole('button', { name: `${words.ask} ${words.number}` }).click();
      return await phone.says();
    };
    assert.match(await asks('larkspur-navigator'), /No .*Navigator.* matches what you asked/);
    const found = await asks('larkspur-care');
    assert.ok(found.includes(HOLDER));
    assert.match(found, /Current/);
  });

  test('one that ran out and one that was taken back are told apart', async () => {
    const paper = await downloaded('certificate.pdf');
    laterMs = 6 * 365 * DAY_MS;
    const ended = await checks(paper);
    laterMs = 0;
    assert.match(ended, /Genuine, but not current/);
    assert.match(ended, /It ran out\. Ask its holder for the renewed one/);
    const director = await desk.somebody('A Director', 'director');
    const page = at.replace('/c/', '/desk/credentials/');
    const revoked = await director.send(`${page}/revoke`, { reason: 'Issued in error.' });
    assert.equal(revoked.status, 303);
    const said = await checks(paper);
    assert.match(said, /Genuine, but not current/);
    assert.match(said, /Its issuer took it back: treat it as not held/);
    await phone.go(at);
    assert.match(await phone.says(), /Status today: Revoked on .*Issued in error/);
    assert.deepEqual(phone.complaints, []);
  });
});
