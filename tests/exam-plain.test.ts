/** The exam without scripts, as everybody's eyes and tools meet it, and what its pages never hold. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { demonstrationKeys } from '../src/demonstration/items/demonstration-forms.ts';
import { faultsInEveryView } from './look/axe.ts';
import { noChromium, views } from './look/browser.ts';
import {
  choose,
  type ExamHall,
  heading,
  leaveSeats,
  next,
  openHall,
  seatIn,
  startExam,
  storedChoices,
  taken,
  wordsOf,
} from './support/exam-browser.ts';

describe('the exam without scripts', { skip: noChromium }, () => {
  let hall: ExamHall;
  before(async () => {
    hall = await openHall();
  });
  afterEach(() => leaveSeats());
  after(() => hall.close());

  test('goes from start to result, each answer on disk before the next page is shown', async () => {
    const { page } = await seatIn(hall, { javaScript: false });
    const sitting = await startExam(page, hall.server.origin);
    assert.equal(await heading(page), 'Question 1 of 30');
    const chosen = new Map([[1, await choose(page, 2)]]);
    await next(page);
    assert.deepEqual(await storedChoices(hall, sitting), chosen);
    assert.equal(await heading(page), 'Question 2 of 30');
    chosen.set(2, await choose(page, 1));
    await page.getByRole('button', { name: 'Flag this question' }).click();
    assert.equal(await wordsOf(page.locator('#flag-note')), 'You flagged this question');
    assert.equal(await wordsOf(page.locator('#saved')), 'Saved');
    await page.getByRole('button', { name: 'Previous question' }).click();
    assert.equal(await page.locator('input[name=option]:checked').inputValue(), chosen.get(1));
    chosen.set(1, await choose(page, 0));
    await page.getByRole('button', { name: 'See all questions' }).click();
    assert.deepEqual(await storedChoices(hall, sitting), chosen);
    await page.getByText('You have answered 2 of 30 questions.').waitFor();
    await page.locator('#review-list a').nth(29).click();
    assert.equal(await heading(page), 'Question 30 of 30');
    chosen.set(30, await choose(page, 1));
    await page.locator('input[name=option]:checked').press('Enter');
    await page.getByText('You have answered 3 of 30 questions.').waitFor();
    assert.deepEqual(await storedChoices(hall, sitting), chosen);
    await page.getByRole('button', { name: 'Hand in my exam' }).click();
    await page.waitForURL(/\/results\//);
    await page.goBack();
    await page.goto(`${hall.server.origin}/sitting/${sitting}`);
    assert.match(page.url(), /\/results\//);
  });

  test('a changed display saves the answer, goes with the candidate, and is there before the start', async () => {
    const { page } = await seatIn(hall, { javaScript: false });
    await page.goto(`${hall.server.origin}/exam/larkspur-care`);
    await page.getByText('Text size and contrast').click();
    await page.getByLabel('Large', { exact: true }).check();
    await page.getByRole('button', { name: 'Use this display' }).click();
    const size = () => page.locator('html').getAttribute('data-size');
    assert.equal(await size(), 'large');
    await page.getByRole('button', { name: 'Start the exam' }).click();
    assert.equal(await size(), 'large');
    const chosen = await choose(page, 3);
    await page.getByText('Text size and contrast').click();
    await page.getByLabel('Dark').check();
    await page.getByRole('button', { name: 'Use this display' }).click();
    assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
    assert.equal(await page.locator('input[name=option]:checked').inputValue(), chosen);
    await next(page);
    assert.equal(await size(), 'large');
    await page.getByRole('button', { name: 'See all questions' }).click();
    assert.equal(await size(), 'large');
    await page.getByRole('link', { name: 'Go back to the questions' }).click();
    assert.equal(await heading(page), 'Question 2 of 30');
  });

  test('a page that another computer has overtaken says so, and keeps what is chosen on it', async () => {
    const one = await seatIn(hall, { javaScript: false });
    const sitting = await startExam(one.page, hall.server.origin);
    const two = await seatIn(hall, { javaScript: false, person: one.person });
    await two.page.goto(`${hall.server.origin}/sitting/${sitting}?at=1`);
    const leading = await choose(two.page, 0);
    await next(two.page);
    await choose(one.page, 1);
    await next(one.page);
    await one.page.getByText('This exam is open somewhere else').waitFor();
    const late = await choose(one.page, 1);
    await next(one.page);
    assert.deepEqual(
      await storedChoices(hall, sitting),
      new Map([
        [1, leading],
        [2, late],
      ]),
    );
    await one.page.getByRole('link', { name: 'Go on here instead' }).click();
    assert.equal(await one.page.getByText('This exam is open somewhere else').count(), 0);
  });

  test('while it is paused no question is shown, and a choice that is sent is kept (A11)', async () => {
    const { page } = await seatIn(hall, { javaScript: false });
    const sitting = await startExam(page, hall.server.origin);
    const chosen = await choose(page, 1);
    await hall.database
      .owner`insert into exam.clock_event (sitting, kind, why) values (${sitting}, 'pause', 'fire drill')`;
    await next(page);
    assert.equal(await heading(page), 'Your exam is paused');
    assert.deepEqual(await storedChoices(hall, sitting), new Map([[1, chosen]]));
    await page.goto(`${hall.server.origin}/sitting/${sitting}/item/2`);
    assert.equal(await page.locator('input[name=option]').count(), 0);
    await hall.database
      .owner`insert into exam.clock_event (sitting, kind, why) values (${sitting}, 'resume', 'over')`;
    await page.goto(`${hall.server.origin}/sitting/${sitting}`);
    assert.equal(await heading(page), 'Question 2 of 30');
  });

  test('strange addresses and stale forms are told so and break nothing', async () => {
    const { page, context } = await seatIn(hall, { javaScript: false });
    const sitting = await startExam(page, hall.server.origin);
    const at = (path: string) => context.request.get(`${hall.server.origin}${path}`);
    const none = '00000000-0000-4000-8000-000000000000';
    for (const path of [
      '/exam/no-such-program',
      '/sitting/nonsense',
      `/sitting/${none}`,
      `/sitting/${none}/form.json`,
      '/sitting/nonsense/clock',
      `/results/${none}`,
      '/results/%00',
    ]) {
      assert.equal((await at(path)).status(), 404, path);
    }
    for (const [place, shown] of [
      ['0', 1],
      ['31', 30],
      ['x', 1],
      ['2147483648000', 1],
    ] as const) {
      await page.goto(`${hall.server.origin}/sitting/${sitting}/item/${place}`);
      assert.equal(await heading(page), `Question ${shown} of 30`);
    }
    const post = (data: object | string, token: string) =>
      context.request.post(`${hall.server.origin}/sitting/${sitting}/answers`, {
        headers: { 'x-form-token': token, 'content-type': 'application/json' },
        data,
      });
    const token = await page.locator('input[name=form-token]').first().inputValue();
    const client = none;
    const event = { n: 1, item: 'x', response: { option: 'a' }, ms: 1 };
    assert.equal((await post({ epoch: 1, client, events: [event] }, 'wrong')).status(), 400);
    for (const body of [
      {},
      { epoch: -1, client, events: [event] },
      { epoch: 1, client: 'x', events: [event] },
      { epoch: 1, client, events: [] },
      { epoch: 1, client, events: [{ ...event, n: 0 }] },
      { epoch: 1, client, events: [{ ...event, item: 7 }] },
    ]) {
      assert.equal((await post(body, token)).status(), 422, JSON.stringify(body));
    }
    assert.equal((await post({ epoch: 1, client, events: [event] }, token)).status(), 200);
    assert.deepEqual(hall.server.faults, []);
  });

  test('no byte that is served tells a key: no rationale, no reference, nothing but what may be shown', async () => {
    const keys = demonstrationKeys('larkspur-care');
    const secrets = keys.flatMap(({ rationale, reference }) => [rationale, reference]);
    const served: string[] = [];
    const listen = (page: Page) =>
      page.on('response', async (response) => {
        served.push(await response.text().catch(() => ''));
      });
    const scripted = await seatIn(hall);
    listen(scripted.page);
    const sitting = await startExam(scripted.page, hall.server.origin);
    await taken(scripted.page);
    await choose(scripted.page, 0);
    const plain = await seatIn(hall, { javaScript: false, person: scripted.person });
    listen(plain.page);
    await plain.page.goto(`${hall.server.origin}/sitting/${sitting}`);
    for (let place = 1; place <= 30; place += 1) {
      await plain.page.goto(`${hall.server.origin}/sitting/${sitting}/item/${place}`);
    }
    const form = await plain.context.request.get(
      `${hall.server.origin}/sitting/${sitting}/form.json`,
    );
    served.push(await form.text());
    await plain.page.getByRole('button', { name: 'Save and see all questions' }).click();
    await plain.page.getByRole('button', { name: 'Hand in my exam' }).click();
    await plain.page.waitForURL(/\/results\//);
    served.push(await plain.page.content());
    const all = served.join('\n');
    assert.ok(all.length > 100_000 && all.includes('Question 30 of 30'));
    for (const secret of secrets) {
      assert.ok(secret.length > 10 && !all.includes(secret), secret);
      assert.ok(!all.includes(JSON.stringify(secret).slice(1, -1)), secret);
    }
    assert.doesNotMatch(all, /optionId|rationale|sealed|expertReviews|"hash"|"domain"/);
    const { items } = JSON.parse(await form.text());
    for (const item of items) {
      assert.deepEqual(new Set(Object.keys(item)), new Set(['id', 'stem', 'options']));
      for (const option of item.options) {
        assert.deepEqual(new Set(Object.keys(option)), new Set(['id', 'text']));
      }
    }
  });

  test('nothing that axe can find is wrong, on a phone and a desktop, light and dark, large and with more contrast', async () => {
    const { page } = await seatIn(hall);
    await page.goto(`${hall.server.origin}/exam/larkspur-care`);
    const found: string[] = [];
    const some = views.filter(({ name }) => name === 'phone-light' || name === 'desktop-dark');
    const check = async (what: string, shown: readonly (typeof views)[number][] = some) => {
      found.push(...(await faultsInEveryView(page, shown)).map((one) => `${what} ${one}`));
    };
    await check('before');
    await page.getByRole('button', { name: 'Start the exam' }).click();
    await taken(page);
    await page.getByText('Text size and contrast').click();
    await choose(page, 1);
    await check('question', views);
    await page.getByLabel('Largest').check();
    await page.getByLabel('More').check();
    await check('question, largest');
    await page.getByRole('button', { name: 'Flag this question' }).click();
    await page.getByRole('button', { name: 'See all questions' }).click();
    await check('list');
    await page.getByRole('button', { name: 'Hand in my exam' }).click();
    await page.waitForURL(/\/results\//);
    await check('result');
    assert.deepEqual(found, []);
  });
});
