/** The steps of a matter as people take them in the browser: apply, record, decide, sit the exam. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { pageOf } from '../../src/casework/application/form-pages.ts';
import { allIn } from '../../src/casework/person/typed-text.ts';
import { en } from '../../src/web/words/en.ts';
import { picture, rulesOf, typedOn } from '../support/application.ts';
import { rightAnswers } from '../support/exam-steps.ts';
import type { FullServer } from '../support/full-server.ts';
import { PASSPHRASE } from '../support/people.ts';
import type { Actor } from './actor.ts';

const desk = en.desk;

/** Makes an account and signs in with it. */
export async function signsUp(candidate: Actor, name: string, email: string): Promise<void> {
  const { page } = candidate;
  await candidate.go('/sign-up');
  await page.locator('input[name=name]').fill(name);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=passphrase]').fill(PASSPHRASE);
  await candidate.press(en.account.signUp.button);
  await candidate.fits();
  await page.getByRole('link', { name: en.account.signUp.goSignIn }).click();
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=passphrase]').fill(PASSPHRASE);
  await candidate.press(en.account.signIn.button);
  await page.waitForURL(/\/my$/);
  await candidate.fits();
}

/** Page by page through the form, then files; the number of the matter. */
export async function applies(
  candidate: Actor,
  server: FullServer,
  program: string,
): Promise<string> {
  const { page } = candidate;
  const on = server.opened.world.clock.today();
  const rules = rulesOf(program, on);
  await candidate.go(`/apply/${program}`);
  await page.getByRole('link', { name: en.apply.start.start, exact: true }).click();
  for (let k = 0; k < 60 && !page.url().endsWith('/check'); k += 1) {
    const id = /\/([^/?]+)(?:\?.*)?$/.exec(page.url())?.[1] ?? '';
    const asked = pageOf(rules, id);
    assert.ok(asked, page.url());
    await fill(candidate, asked.kind === 'name' ? {} : typedOn(asked, rules, on));
    await candidate.press(en.apply.page.save);
    assert.doesNotMatch(page.url(), new RegExp(`/${id}$`), await candidate.says());
  }
  await page.locator('input[name=declaration]').check();
  await candidate.press(en.apply.check.button);
  const matter = /filed=([0-9a-f-]{36})/.exec(page.url())?.[1];
  assert.ok(matter !== undefined, await candidate.says());
  assert.match(await candidate.says(), /You have our answer by (\w+day, )?[A-Z][a-z]+ \d+, \d{4}/);
  return matter;
}

async function fill(candidate: Actor, typed: Parameters<typeof allIn>[0]): Promise<void> {
  const { page } = candidate;
  for (const box of await page.locator('main form :is(input, textarea, select)').all()) {
    const name = (await box.getAttribute('name')) ?? '';
    const type = (await box.getAttribute('type')) ?? 'text';
    const values = allIn(typed, name);
    if (type === 'file') {
      const buffer = Buffer.from(await picture(60 + name.length));
      await box.setInputFiles({ name: 'scan.png', mimeType: 'image/png', buffer });
    } else if (type === 'radio' || type === 'checkbox') {
      if (values.includes((await box.getAttribute('value')) ?? '')) {
        await box.check();
      }
    } else if (type !== 'hidden' && values[0] !== undefined) {
      await box.fill(values[0]);
    }
  }
}

/** Writes down what the application says, as a clerk whose documents show all of it, and sends it on. */
export async function recordsAndSends(
  clerk: Actor,
  matter: string,
  statement?: string,
): Promise<void> {
  const { page } = clerk;
  await clerk.go('/desk/records');
  await page.locator(`a[href="/desk/records/${matter}"]`).click();
  for (const box of await page.locator('[name^="fact~"]').all()) {
    await copies(box);
  }
  if (statement !== undefined) {
    await page.locator('textarea[name=statement]').fill(statement);
  }
  await clerk.press(desk.records.send);
  assert.match(page.url(), /\/desk\/records(\?|$)/, await clerk.says());
}

async function copies(box: Locator): Promise<void> {
  const hint = (await box.getAttribute('aria-describedby')) ?? '';
  const id = hint.split(' ')[0] ?? '';
  const lines = id === '' ? '' : await linesOf(box.page().locator(`[id="${id}"]`));
  const stated = new RegExp(`${desk.records.stated('(.*)').replaceAll('?', '.')}`).exec(lines)?.[1];
  if (stated === undefined || !(await box.isVisible())) {
    return;
  }
  const list = await box.evaluate((node) => node.tagName === 'SELECT');
  await (list ? box.selectOption({ label: stated }) : box.fill(inDigits(stated)));
}

/** The hint's lines, one each. */
const linesOf = async (hint: Locator): Promise<string> => {
  const lines = await hint.locator('.records-line').allTextContents();
  return lines.join('\n');
};

/** "May 31, 2026" as the desk writes it: 2026-05-31. Numbers stay as they are. */
function inDigits(stated: string): string {
  if (!/^[A-Z][a-z]+ /.test(stated)) {
    return stated;
  }
  const day = new Date(`${stated} UTC`);
  return Number.isNaN(day.getTime()) ? stated : day.toISOString().slice(0, 10);
}

/** Takes the matter from the queue and decides it: everything met, or nothing and the reason why; an appeal is upheld with a reason too. */
export async function takesAndDecides(
  reviewer: Actor,
  matter: string,
  reason?: string,
  met = reason === undefined,
): Promise<void> {
  const { page } = reviewer;
  await reviewer.go('/desk/queue');
  await page.locator(`a[href="/desk/matters/${matter}"]`).click();
  await reviewer.press(desk.queue.take);
  const value = met ? 'yes' : 'no';
  for (const choice of await page.locator(`[name^="met~"][value=${value}]`).all()) {
    await choice.check();
  }
  for (const box of reason === undefined ? [] : await page.locator('[name^="reason~"]').all()) {
    await box.fill(reason ?? '');
  }
  await reviewer.press(desk.packet.tryOut);
  await reviewer.press(desk.packet.decide);
}

/** From start to result with every question right. */
export async function passesExam(candidate: Actor, program: string): Promise<void> {
  const { page } = candidate;
  await candidate.go(`/exam/${program}`);
  await page.getByRole('button', { name: 'Start the exam' }).click();
  await page.waitForURL(/\/sitting\//);
  const answers = await answersOf(page);
  for (const [place, option] of answers.entries()) {
    await page
      .locator('h1', { hasText: new RegExp(`Question ${place + 1} of ${answers.length}$`) })
      .waitFor();
    await candidate.fits();
    await page.locator(`input[name=option][value="${option}"]`).check();
    await page
      .getByRole('button', {
        name: place + 1 < answers.length ? /next question$/ : /all questions$/,
      })
      .first()
      .click();
  }
  await candidate.fits();
  await page.getByRole('button', { name: 'Hand in my exam' }).click();
  await page.waitForURL(/\/results\//);
}

/** The right option of each question of the exam that the page has just begun. */
export async function answersOf(page: Page): Promise<readonly string[]> {
  await page.locator('#player[data-taken=yes]').waitFor();
  const { origin, pathname } = new URL(page.url());
  const form = await page.request.get(`${origin}${pathname}/form.json`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const { items } = await form.json();
  return rightAnswers(items).map(([, { option }]) => option);
}

/** Opens each document beside the form, as a picture that is there; the addresses of them all. */
export async function opensDocuments(clerk: Actor, matter: string): Promise<readonly string[]> {
  const { page, context } = clerk;
  await clerk.go(`/desk/records/${matter}`);
  const addresses: string[] = [];
  for (const link of await page.locator('.records-documents a').all()) {
    const tab = context.waitForEvent('page');
    await link.click();
    const shown = await tab;
    await shown.waitForLoadState();
    addresses.push(shown.url());
    const served = await page.request.get(shown.url());
    assert.equal(served.status(), 200, shown.url());
    assert.equal(served.headers()['content-type'], 'image/png');
    assert.equal((await sharp(await served.body()).metadata()).width, 8);
    assert.equal(await shown.locator('img').count(), 1, 'the browser shows it');
    await shown.close();
  }
  assert.ok(addresses.length > 0, 'there are documents');
  return addresses;
}

/** Nobody but the clerk gets them, by whatever address they know. */
export async function isRefused(somebody: Actor, documents: readonly string[]): Promise<void> {
  for (const address of documents) {
    const refused = await somebody.page.request.get(address, { maxRedirects: 0 });
    assert.ok([302, 303, 403, 404].includes(refused.status()), `${refused.status()} at ${address}`);
    assert.doesNotMatch(refused.headers()['content-type'] ?? '', /image|pdf/);
  }
}

/** Looks the person up and records that what is owed was paid. */
export async function recordsPayment(
  staff: Actor,
  whom: { readonly name: string; readonly email: string; readonly program: string },
): Promise<void> {
  const { page } = staff;
  await staff.go(`/desk/fees?search=${encodeURIComponent(whom.email)}`);
  await page.getByRole('link', { name: whom.name }).first().click();
  const owed = /\$([\d,]+\.\d\d)/.exec(await staff.says())?.[1];
  assert.ok(owed !== undefined, await staff.says());
  await page.locator('select[name=program]').selectOption(whom.program);
  await page.locator('input[name=amount]').fill(owed);
  await page.locator('input[name=reference]').fill('check 1042');
  await staff.press(desk.fees.recordButton);
  assert.equal(await page.locator('[aria-invalid=true]').count(), 0, await staff.says());
  assert.match(await staff.says(), /check 1042/);
}

/** Gives the credential's file to the page that checks any of them: genuine, and of the demonstration. */
export async function checksFile(
  somebody: Actor,
  server: FullServer,
  credential: string,
): Promise<void> {
  const file = await somebody.page.request.get(`${server.address}${credential}/credential.json`);
  await somebody.go('/verify');
  await somebody.page.locator('textarea[name=text]').fill(await file.text());
  await somebody.press(en.verify.button);
  const verdict = (await somebody.page.locator('#verdict').textContent()) ?? '';
  assert.match(verdict, /demonstration/i);
}

export async function revokes(director: Actor, credential: string, reason: string): Promise<void> {
  const { page } = director;
  const id = credential.replace('/c/', '');
  await director.go(`/desk/credentials/${id}/revoke`);
  await page.locator('textarea[name=reason]').fill(reason);
  await director.press(desk.credentials.revokeButton);
  assert.equal(new URL(page.url()).pathname, credential, await director.says());
  assert.match(await director.says(), /Revoked on /);
}

/** Appeals on the ground that the evidence was misread; the number of the appeal. */
export async function appeals(
  candidate: Actor,
  matter: string,
  statement: string,
): Promise<string> {
  const { page } = candidate;
  await candidate.go(`/matters/${matter}`);
  await page.locator(`a[href="/matters/${matter}/appeal"]`).first().click();
  await page.locator('input[name=grounds][value=evidence-misread]').check();
  await page.locator('textarea[name=statement]').fill(statement);
  await candidate.press(en.candidate.appeal.button);
  const appeal = /matters\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  assert.ok(appeal !== undefined && appeal !== matter, await candidate.says());
  return appeal;
}
