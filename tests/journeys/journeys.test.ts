/** Whole journeys in a real browser before the whole product: scripts off for everything but the exam. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { en } from '../../src/web/words/en.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { actor, atDesk, withScripts } from './actor.ts';
import {
  appeals,
  applies,
  checksFile,
  passesExam,
  recordsAndSends,
  recordsPayment,
  revokes,
  signsUp,
  takesAndDecides,
} from './steps.ts';

let server: FullServer;
let browser: Browser;

describe('journeys through the whole product', { skip: noChromium }, () => {
  before(
    async () => {
      server = await fullServer();
      browser = await openBrowser();
    },
    { timeout: 120_000 },
  );
  after(() => browser?.close());

  test('from an account to a credential, and to its revocation', { timeout: 120_000 }, async () => {
    const program = 'larkspur-care';
    const name = 'Idony Fairweather-Okoro';
    const email = `idony-${process.pid}@people.example`;
    const candidate = await actor(browser, server);
    await signsUp(candidate, name, email);
    const matter = await applies(candidate, server, program);
    await candidate.go(`/matters/${matter}`);
    assert.match(await candidate.says(), /Answer promised by (\w+day, )?[A-Z][a-z]+ \d+, \d{4}/);

    const clerk = await atDesk(browser, server, 'clerk');
    await recordsAndSends(clerk, matter);
    const reviewer = await atDesk(browser, server, 'reviewer');
    await takesAndDecides(reviewer, matter);
    assert.match(await reviewer.says(), new RegExp(en.desk.packet.outcomes.eligibility.met));
    assert.doesNotMatch(await reviewer.says(), /Idony|Fairweather/);

    const staff = await atDesk(browser, server, 'staff');
    await recordsPayment(staff, { name, email, program });
    const sitter = await withScripts(browser, server, candidate);
    await passesExam(sitter, program);
    assert.match(await sitter.says(), /You passed/);
    await sitter.context.close();

    await candidate.go('/my');
    await candidate.page.locator('a[href^="/c/"]').first().click();
    const credential = new URL(candidate.page.url()).pathname;
    assert.match(await candidate.says(), /Status today: Current/);
    assert.match(await candidate.says(), new RegExp(name));
    await checksFile(candidate, server, credential);

    const director = await atDesk(browser, server, 'director');
    await revokes(director, credential, 'A document was not what it said.');
    const stranger = await actor(browser, server);
    await stranger.go(credential);
    assert.match(await stranger.says(), /Status today: Revoked on /);
    for (const one of [candidate, clerk, reviewer, staff, sitter, director, stranger]) {
      assert.deepEqual(one.complaints, []);
    }
  });

  test('a refusal with its reason, an appeal that other people uphold, an outcome that turns', {
    timeout: 120_000,
  }, async () => {
    const reason = 'Nothing that was recorded shows the hours of practice.';
    const candidate = await actor(browser, server);
    await signsUp(candidate, 'Tamsin Ekwueme-Holt', `tamsin-${process.pid}@people.example`);
    const matter = await applies(candidate, server, 'larkspur-work');
    const [clerk, reviewer] = [
      await atDesk(browser, server, 'clerk'),
      await atDesk(browser, server, 'reviewer'),
    ];
    await recordsAndSends(clerk, matter);
    await takesAndDecides(reviewer, matter, reason);
    await candidate.go(`/matters/${matter}`);
    assert.match(await candidate.says(), /not eligible/i);
    assert.ok((await candidate.says()).includes(reason));

    const appeal = await appeals(candidate, matter, 'My hours are in the second letter.');
    const second = await atDesk(browser, server, 'clerk');
    await recordsAndSends(second, appeal, 'The hours are in the second letter.');
    await reviewer.go('/desk/queue');
    assert.equal(await reviewer.page.locator(`a[href="/desk/matters/${appeal}"]`).count(), 0);
    const other = await atDesk(browser, server, 'reviewer');
    await takesAndDecides(other, appeal);

    await candidate.go(`/matters/${appeal}`);
    assert.match(await candidate.says(), new RegExp(en.desk.packet.outcomes.appeal.met, 'i'));
    await candidate.go(`/matters/${matter}`);
    assert.match(await candidate.says(), /You are eligible to sit the exam/);
    assert.match(await candidate.says(), /Your appeal turned that decision/);
    for (const { complaints } of [candidate, clerk, reviewer, second, other]) {
      assert.deepEqual(complaints, []);
    }
  });
});
