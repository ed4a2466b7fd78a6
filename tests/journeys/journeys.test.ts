/** Whole journeys in a real browser before the whole product: scripts off for everything but the exam. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { en } from '../../src/web/words/en.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { actor, atDesk, PHONE, withScripts } from './actor.ts';
import { appliesByKeyboard, passesExamByKeyboard, signsUpByKeyboard } from './keyboard-steps.ts';
import {
  appeals,
  applies,
  checksFile,
  isRefused,
  opensDocuments,
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
    { timeout: 600_000 },
  );
  after(() => browser?.close());

  test('from an account to a credential, and to its revocation; documents open for the clerk alone', {
    timeout: 120_000,
  }, async () => {
    const program = 'larkspur-care';
    const name = 'Idony Fairweather-Okoro';
    const email = `idony-${process.pid}@people.example`;
    const candidate = await actor(browser, server);
    await signsUp(candidate, name, email);
    const matter = await applies(candidate, server, program);
    await candidate.go(`/matters/${matter}`);
    assert.match(await candidate.says(), /Answer promised by (\w+day, )?[A-Z][a-z]+ \d+, \d{4}/);

    const clerk = await atDesk(browser, server, 'clerk');
    const documents = await opensDocuments(clerk, matter);
    await recordsAndSends(clerk, matter);
    const reviewer = await atDesk(browser, server, 'reviewer');
    await isRefused(reviewer, documents);
    await takesAndDecides(reviewer, matter);
    await isRefused(reviewer, documents);
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
    for (const one of [staff, director, stranger]) {
      await isRefused(one, documents);
    }
    for (const one of [candidate, clerk, reviewer, staff, sitter, director, stranger]) {
      assert.deepEqual(one.complaints, []);
    }
  });

  test('on the other rule set and on a phone 360 px wide: every page fits, to the credential', {
    timeout: 120_000,
  }, async () => {
    const program = 'larkspur-work';
    const name = 'Wilhelmina Throckmorton-Abernathy';
    const email = `wilhelmina-${process.pid}@people.example`;
    const candidate = await actor(browser, server, { screen: PHONE });
    await signsUp(candidate, name, email);
    const matter = await applies(candidate, server, program);
    await candidate.go(`/matters/${matter}`);
    const { clerk, reviewer, staff } = await makesEligible(matter, { name, email, program });
    await candidate.go(`/matters/${matter}`);
    assert.match(await candidate.says(), /You are eligible to sit the exam/);
    const sitter = await withScripts(browser, server, candidate);
    await passesExam(sitter, program);
    assert.match(await sitter.says(), /You passed/);
    await candidate.go('/my');
    await candidate.page.locator('a[href^="/c/"]').first().click();
    assert.match(await candidate.says(), /Status today: Current/);
    assert.match(await candidate.says(), new RegExp(name));
    await checksFile(candidate, server, new URL(candidate.page.url()).pathname);
    await candidate.fits();
    for (const { complaints } of [candidate, clerk, reviewer, staff, sitter]) {
      assert.deepEqual(complaints, []);
    }
  });

  test('by keyboard alone: an account, an application with its papers, the promised day, the exam', {
    timeout: 180_000,
  }, async () => {
    const program = 'larkspur-care';
    const name = 'Keziah Blumenthal-Ortiz';
    const email = `keziah-${process.pid}@people.example`;
    const candidate = await actor(browser, server);
    await signsUpByKeyboard(candidate, name, email);
    const matter = await appliesByKeyboard(candidate, server, program);
    assert.match(
      await candidate.says(),
      /You have our answer by (\w+day, )?[A-Z][a-z]+ \d+, \d{4}/,
    );
    await makesEligible(matter, { name, email, program });
    const sitter = await withScripts(browser, server, candidate);
    await passesExamByKeyboard(sitter, program);
    assert.match(await sitter.says(), /You passed/);
    assert.deepEqual([...candidate.complaints, ...sitter.complaints], []);
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
    const found = 'The second letter shows the hours.';
    await takesAndDecides(other, appeal, found, true);

    await candidate.go(`/matters/${appeal}`);
    assert.match(await candidate.says(), new RegExp(en.desk.packet.outcomes.appeal.met, 'i'));
    assert.ok((await candidate.says()).includes(found), 'a ground that was found has its reason');
    await candidate.go(`/matters/${matter}`);
    assert.match(await candidate.says(), /You are eligible to sit the exam/);
    assert.match(await candidate.says(), /Your appeal turned that decision/);
    for (const { complaints } of [candidate, clerk, reviewer, second, other]) {
      assert.deepEqual(complaints, []);
    }
  });
});

/** What the body does between an application and an exam: records, decides, takes the fee. */
async function makesEligible(
  matter: string,
  whom: { readonly name: string; readonly email: string; readonly program: string },
) {
  const clerk = await atDesk(browser, server, 'clerk');
  await recordsAndSends(clerk, matter);
  const reviewer = await atDesk(browser, server, 'reviewer');
  await takesAndDecides(reviewer, matter);
  const staff = await atDesk(browser, server, 'staff');
  await recordsPayment(staff, whom);
  return { clerk, reviewer, staff };
}
