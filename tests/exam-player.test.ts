/** The exam as a candidate with a current browser sits it: real Chromium, real server, real database. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { noChromium } from './look/browser.ts';
import {
  choose,
  chooseAndSave,
  comeBack,
  type ExamHall,
  heading,
  leaveSeats,
  leaveTime,
  next,
  openHall,
  savedWord,
  seatIn,
  startExam,
  storedChoices,
  taken,
  wordsOf,
} from './support/exam-browser.ts';

describe('the exam with its script', { skip: noChromium }, () => {
  let hall: ExamHall;
  before(async () => {
    hall = await openHall();
  });
  afterEach(() => leaveSeats());
  after(() => hall.close());

  test('goes from start to result: choose, go on, go back, flag, list, hand in', async () => {
    const { page, complaints } = await seatIn(hall);
    const sitting = await startExam(page, hall.server.origin);
    await taken(page);
    const first = await chooseAndSave(page, 2);
    await next(page);
    assert.equal(await heading(page), 'Question 2 of 30');
    const second = await choose(page, 0);
    await page.getByRole('button', { name: 'Flag this question' }).click();
    assert.equal(await wordsOf(page.locator('#flag-note')), 'You flagged this question');
    await page.getByRole('button', { name: 'Previous question' }).click();
    assert.equal(await page.locator('input[name=option]:checked').getAttribute('value'), first);
    await page.getByRole('button', { name: 'See all questions' }).click();
    const rows = page.locator('#review-list > li');
    assert.match(await wordsOf(rows.nth(0)), /Question 1\s+Answered/);
    assert.match(await wordsOf(rows.nth(1)), /Question 2\s+Answered\s+Flagged/);
    assert.match(await wordsOf(rows.nth(2)), /Question 3\s+No answer/);
    await rows.nth(29).locator('a').click();
    assert.equal(await heading(page), 'Question 30 of 30');
    await page.getByRole('button', { name: 'Save and see all questions' }).click();
    await page.getByRole('button', { name: 'Hand in my exam' }).click();
    await page.waitForURL(/\/results\//);
    assert.match(await heading(page), /You did not pass this time|You passed/);
    assert.deepEqual([...(await storedChoices(hall, sitting)).values()], [first, second]);
    assert.deepEqual([complaints, hall.server.faults], [[], []]);
  });

  test('comes back after a reload to the same question, display and answers, five times, with no second more (A8)', async () => {
    const { page } = await seatIn(hall);
    await startExam(page, hall.server.origin);
    await taken(page);
    const chosen = await choose(page, 1);
    await next(page);
    await next(page);
    await page.getByText('Text size and contrast').click();
    await page.getByLabel('Largest').check();
    await page.getByLabel('More').check();
    assert.equal(await page.evaluate(() => document.documentElement.dataset['size']), 'largest');
    const left = async () => Number(await page.locator('#clock').getAttribute('data-remaining-ms'));
    let before = 30 * 60_000;
    for (let k = 0; k < 5; k += 1) {
      await page.reload();
      assert.ok((await left()) < before);
      before = await left();
    }
    assert.equal(await heading(page), 'Question 3 of 30');
    assert.equal(await page.locator('html').getAttribute('data-contrast'), 'more');
    await taken(page);
    await page.getByRole('button', { name: 'Previous question' }).click();
    await page.getByRole('button', { name: 'Previous question' }).click();
    assert.equal(await page.locator('input[name=option]:checked').getAttribute('value'), chosen);
  });

  test('goes on without a connection, says where the answers are, and sends each when it is back (B10, B13)', async () => {
    const { page, context } = await seatIn(hall);
    const sitting = await startExam(page, hall.server.origin);
    await taken(page);
    await chooseAndSave(page, 0);
    await context.setOffline(true);
    const chosen = new Map<number, string>();
    for (let place = 2; place <= 6; place += 1) {
      await next(page);
      chosen.set(place, await choose(page, place % 4));
      await savedWord(page, 'Kept on this device');
    }
    await page.getByRole('button', { name: 'See all questions' }).click();
    await page.getByRole('button', { name: 'Hand in my exam' }).click();
    await page.getByText('5 answers have not reached us yet').waitFor();
    assert.equal((await storedChoices(hall, sitting)).size, 1);
    await context.setOffline(false);
    await savedWord(page, 'Saved');
    const stored = await storedChoices(hall, sitting);
    stored.delete(1);
    assert.deepEqual(stored, chosen);
  });

  test('answers kept while offline outlive the tab and are sent when the exam is opened again (B11)', async () => {
    const { page, context } = await seatIn(hall);
    const sitting = await startExam(page, hall.server.origin);
    await taken(page);
    await context.setOffline(true);
    const chosen = await choose(page, 3);
    await savedWord(page, 'Kept on this device');
    await page.close({ runBeforeUnload: false });
    await context.setOffline(false);
    const again = await context.newPage();
    await again.goto(`${hall.server.origin}/sitting/${sitting}`);
    await taken(again);
    await savedWord(again, 'Saved');
    assert.deepEqual(await storedChoices(hall, sitting), new Map([[1, chosen]]));
    const checked = again.locator('input[name=option]:checked');
    await again.goto(`${hall.server.origin}/sitting/${sitting}?at=1`);
    assert.equal(await checked.getAttribute('value'), chosen);
  });

  test('loses nothing that was acknowledged, and no time, when the server is killed with -9 and started again', async () => {
    const port = 21_000 + (process.pid % 20_000);
    const start = async () => {
      const asked = {
        where: hall.database.where,
        folder: hall.folder,
        scripts: hall.scripts,
        port,
      };
      const child = spawn(
        process.execPath,
        ['--import', 'tsx', 'tests/support/exam-server-process.ts', JSON.stringify(asked)],
        {
          stdio: ['ignore', 'pipe', 'inherit'],
          env: { ...process.env, TSX_TSCONFIG_PATH: path.resolve('tsconfig.base.json') },
        },
      );
      await new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (text: Buffer) => text.includes('ready') && resolve());
        child.once('exit', (code) => reject(new Error(`the server stopped: ${code}`)));
      });
      child.removeAllListeners('exit');
      return child;
    };
    const origin = `http://127.0.0.1:${port}`;
    let child = await start();
    const { page } = await seatIn(hall, { origin });
    const sitting = await startExam(page, origin);
    await taken(page);
    const chosen = new Map<number, string>();
    for (let place = 1; place <= 8; place += 1) {
      chosen.set(place, await choose(page, place % 4));
      if (place === 4) {
        child.kill('SIGKILL');
      }
      if (place === 6) {
        await savedWord(page, 'Kept on this device');
        child = await start();
      }
      await next(page);
    }
    await savedWord(page, 'Saved');
    assert.deepEqual(await storedChoices(hall, sitting), chosen);
    assert.equal(await heading(page), 'Question 9 of 30');
    child.kill('SIGKILL');
  });

  test('a second tab leads, the first says so at once, and either can be chosen to go on (A17, exams 9.4)', async () => {
    const { page, context } = await seatIn(hall);
    const sitting = await startExam(page, hall.server.origin);
    await taken(page);
    await chooseAndSave(page, 0);
    const other = await context.newPage();
    await other.goto(`${hall.server.origin}/sitting/${sitting}?at=1`);
    await taken(other);
    await page.getByText('This exam is open somewhere else').waitFor();
    assert.equal(await page.locator('input[name=option]').first().isVisible(), false);
    const chosen = await chooseAndSave(other, 1);
    await page.getByRole('link', { name: 'Go on here instead' }).click();
    await taken(page);
    assert.equal(await page.locator('input[name=option]:checked').getAttribute('value'), chosen);
    await other.getByText('This exam is open somewhere else').waitFor();
  });

  test('another computer that went first and comes back is told, and its late answer overrules nothing', async () => {
    const one = await seatIn(hall);
    const sitting = await startExam(one.page, hall.server.origin);
    await taken(one.page);
    await one.context.setOffline(true);
    await choose(one.page, 0);
    await savedWord(one.page, 'Kept on this device');
    const two = await seatIn(hall, { person: one.person });
    await two.page.goto(`${hall.server.origin}/sitting/${sitting}?at=1`);
    await taken(two.page);
    const chosen = await chooseAndSave(two.page, 1);
    await one.context.setOffline(false);
    await one.page.getByText('This exam is open somewhere else').waitFor();
    await savedWord(one.page, 'Saved');
    assert.deepEqual(await storedChoices(hall, sitting), new Map([[1, chosen]]));
  });

  test('can be sat from start to result by keyboard alone (P4)', async () => {
    const { page } = await seatIn(hall);
    await page.goto(`${hall.server.origin}/exam/larkspur-care`);
    const press = async (...keys: readonly string[]) => {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
    };
    const tabTo = async (words: RegExp) => {
      for (let k = 0; k < 60; k += 1) {
        await press('Tab');
        const at = await page.evaluate(() => {
          const element = document.activeElement;
          return element instanceof HTMLInputElement ? element.name : (element?.textContent ?? '');
        });
        if (words.test(at)) {
          return;
        }
      }
      assert.fail(`the keyboard never reaches ${words}`);
    };
    await tabTo(/^Start the exam$/);
    await press('Enter');
    await page.waitForURL(/\/sitting\//);
    await taken(page);
    await tabTo(/^option$/);
    await press('Space', 'ArrowDown');
    await savedWord(page, 'Saved');
    await tabTo(/^Save and go to the next/);
    await press('Enter');
    assert.equal(await heading(page), 'Question 2 of 30');
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'H1');
    await tabTo(/^option$/);
    await press('Space', 'Enter');
    assert.equal(await heading(page), 'Question 3 of 30');
    await tabTo(/^Time left$/).catch(() => page.keyboard.press('Shift+Tab'));
    await tabTo(/^See all questions$/);
    await press('Enter');
    await tabTo(/^Hand in my exam$/);
    await press('Enter');
    await page.waitForURL(/\/results\//);
    assert.match(await heading(page), /You did not pass this time/);
  });

  test('says once that five minutes are left; at zero it sends and asks, and ends only when the server does (P1, exams 9.17)', async () => {
    const { page } = await seatIn(hall);
    const sitting = await startExam(page, hall.server.origin);
    await taken(page);
    assert.equal(await wordsOf(page.locator('#clock-news')), '');
    await leaveTime(hall, sitting, 5 * 60_000 + 2000);
    await comeBack(page);
    await page.locator('#clock-news', { hasText: '5 minutes left' }).waitFor();
    await page.locator('#clock', { hasText: '4:5' }).waitFor();
    await page.locator('.clock summary').click();
    assert.equal(await page.locator('#clock').isVisible(), false);
    await leaveTime(hall, sitting, 1500);
    await comeBack(page);
    await page.locator('#player-news', { hasText: 'Time is up' }).waitFor();
    const chosen = await chooseAndSave(page, 1);
    await leaveTime(hall, sitting, -61_000);
    await page.waitForURL(/\/results\//);
    const [row] = await hall.database.owner<{ answered: boolean }[]>`select answered
      from exam.scored_response x join exam.sitting s on s.id = x.sitting
      join exam.form_item f on f.form = s.form and f.item = x.item where x.sitting = ${sitting} and f.place = 1`;
    assert.deepEqual([row?.answered, chosen !== ''], [true, true]);
  });

  test('a session that ended is renewed in another tab, and nothing is lost', async () => {
    const { page, context, person } = await seatIn(hall);
    const sitting = await startExam(page, hall.server.origin);
    await taken(page);
    const cookies = await context.cookies();
    await context.clearCookies();
    const chosen = await choose(page, 2);
    await savedWord(page, 'Not saved: tell the proctor');
    await page.getByRole('link', { name: 'Sign in in another tab' }).waitFor();
    const seat = await seatIn(hall, { person });
    const [fresh] = await seat.context.cookies();
    await context.addCookies([{ ...cookies[0]!, value: fresh!.value }]);
    await savedWord(page, 'Saved');
    assert.deepEqual(await storedChoices(hall, sitting), new Map([[1, chosen]]));
  });

  test('measures time by no clock that a candidate could set (exams 9.16)', () => {
    const script = readFileSync(path.join(hall.scripts, 'exam.js'), 'utf8');
    assert.doesNotMatch(script, /\bDate\b/);
    assert.match(script, /performance\.now/);
  });
});
