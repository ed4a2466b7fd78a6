/** What a candidate does, by keyboard alone: an account, an application with its papers, the exam. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { pageOf } from '../../src/casework/application/form-pages.ts';
import { en } from '../../src/web/words/en.ts';
import { rulesOf, typedOn } from '../support/application.ts';
import type { FullServer } from '../support/full-server.ts';
import { PASSPHRASE } from '../support/people.ts';
import type { Actor } from './actor.ts';
import { enters, fillsAndSends, followsLink, isButton, picks, stopOf, tabTo } from './keyboard.ts';
import { answersOf } from './steps.ts';

const { exam } = en;

/** Somebody who asked for less motion: the page is where it goes at once, so that each stop can be looked at. */
const atRest = (page: Page): Promise<void> => page.emulateMedia({ reducedMotion: 'reduce' });

/** From the first page to one's own, by the links that are there. */
export async function signsUpByKeyboard(
  candidate: Actor,
  name: string,
  email: string,
): Promise<void> {
  const { page } = candidate;
  await atRest(page);
  await candidate.go('/');
  await followsLink(page, '/sign-in');
  await followsLink(page, '/sign-up');
  const passphrase = PASSPHRASE;
  await fillsAndSends(page, { name, email, passphrase }, en.account.signUp.button);
  await tabTo(page, ({ text }) => text === en.account.signUp.goSignIn);
  await enters(page);
  await fillsAndSends(page, { email, passphrase }, en.account.signIn.button);
  assert.match(page.url(), /\/my$/);
}

/** From one's own page through the form to the promised day; the number of the matter. */
export async function appliesByKeyboard(
  candidate: Actor,
  server: FullServer,
  program: string,
): Promise<string> {
  const { page } = candidate;
  const on = server.opened.world.clock.today();
  const rules = rulesOf(program, on);
  for (const href of ['/programs', `/programs/${program}`, `/apply/${program}`]) {
    await followsLink(page, href);
  }
  await tabTo(page, ({ text }) => text === en.apply.start.start);
  await enters(page);
  for (let k = 0; k < 60 && !page.url().endsWith('/check'); k += 1) {
    const id = /\/([^/?]+)(?:\?.*)?$/.exec(page.url())?.[1] ?? '';
    const asked = pageOf(rules, id);
    assert.ok(asked, page.url());
    const typed = asked.kind === 'name' ? {} : typedOn(asked, rules, on);
    await fillsAndSends(page, typed, en.apply.page.save);
    assert.doesNotMatch(page.url(), new RegExp(`/${id}$`), await candidate.says());
  }
  await fillsAndSends(page, { declaration: 'true' }, en.apply.check.button);
  const matter = /filed=([0-9a-f-]{36})/.exec(page.url())?.[1];
  assert.ok(matter !== undefined, await candidate.says());
  return matter;
}

/**
 * The whole exam, every question right: the second is flagged on the way, found again in the list of all questions,
 * and the flag taken off.
 */
export async function passesExamByKeyboard(candidate: Actor, program: string): Promise<void> {
  const { page } = candidate;
  await atRest(page);
  await candidate.go('/my');
  await followsLink(page, `/exam/${program}`);
  await tabTo(page, isButton(exam.start));
  await enters(page);
  const right = await answersOf(page);
  for (const [place, option] of right.entries()) {
    await onQuestion(page, place + 1, right.length);
    await picks(page, await tabTo(page, ({ name }) => name === 'option'), option);
    if (place === 1) {
      await tabTo(page, isButton(exam.flag));
      await page.keyboard.press('Enter');
      await page.locator('#flag-note', { hasText: exam.flagged }).waitFor();
      await tabTo(page, isButton(exam.next), 'Shift+Tab');
    }
    await page.keyboard.press('Enter');
  }
  await page.locator('#review-list').waitFor();
  const second = await tabTo(page, ({ text }) => /Question 2 /.test(text));
  assert.match(second.text, new RegExp(`${exam.review.answered} ${exam.review.flagged}`));
  await page.keyboard.press('Enter');
  await onQuestion(page, 2, right.length);
  await tabTo(page, isButton(exam.unflag));
  await page.keyboard.press('Space');
  await page.locator('#flag-note', { hasText: /^$/ }).waitFor({ state: 'attached' });
  await tabTo(page, isButton(exam.all));
  await page.keyboard.press('Enter');
  await tabTo(page, isButton(exam.review.handIn));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/results\//);
}

/** The next question is there, and the focus with it, on its heading. */
async function onQuestion(page: Page, place: number, of: number): Promise<void> {
  await page.locator('h1', { hasText: new RegExp(`^${exam.question(place, of)}$`) }).waitFor();
  if (place > 1) {
    await page.locator('h1:focus').waitFor();
    assert.equal((await stopOf(page))?.text, exam.question(place, of));
  }
}
