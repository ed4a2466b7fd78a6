/** Candidates in a real Chromium before the real server, and what they do there. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { openBrowser } from '../look/browser.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import {
  type ExamServer,
  examScript,
  SESSION_COOKIE,
  serveExam,
  sessionCookie,
} from './exam-server.ts';
import { newCandidate, secretsFor, storeExam } from './exam-world.ts';

export interface ExamHall {
  readonly database: TestDatabase;
  readonly server: ExamServer;
  readonly browser: Browser;
  readonly folder: string;
  readonly scripts: string;
  close(): Promise<void>;
}

export async function openHall(): Promise<ExamHall> {
  const database = await testDatabase();
  const { folder } = secretsFor();
  const scripts = await examScript(folder);
  const server = await serveExam({ pools: database.pools, folder, scripts });
  await storeExam(database.owner, server.world);
  const browser = await openBrowser();
  return {
    database,
    server,
    browser,
    folder,
    scripts,
    close: async () => {
      await browser.close();
      await server.close();
      await database.close();
    },
  };
}

export interface Seat {
  readonly person: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser's console said, which should be nothing. */
  readonly complaints: string[];
}

const taking = new Set<BrowserContext>();

/** Closes every browser window of the test that is over. */
export async function leaveSeats(): Promise<void> {
  await Promise.all([...taking].map((context) => context.close()));
  taking.clear();
}

export async function seatIn(
  hall: ExamHall,
  options: {
    readonly javaScript?: boolean;
    readonly person?: string;
    readonly origin?: string;
    readonly viewport?: { readonly width: number; readonly height: number };
  } = {},
): Promise<Seat> {
  const person = options.person ?? (await newCandidate(hall.server.world));
  const context = await hall.browser.newContext({
    javaScriptEnabled: options.javaScript ?? true,
    viewport: options.viewport ?? { width: 1280, height: 900 },
  });
  taking.add(context);
  const origin = options.origin ?? hall.server.origin;
  const value = await sessionCookie(hall.server.world, person);
  await context.addCookies([{ name: SESSION_COOKIE, value, url: origin }]);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (cause) => complaints.push(String(cause)));
  return { person, context, page, complaints };
}

/** Presses start; the number of the sitting. */
export async function startExam(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/exam/larkspur-care`);
  await page.getByRole('button', { name: 'Start the exam' }).click();
  await page.waitForURL(/\/sitting\//);
  const sitting = /sitting\/([0-9a-f-]{36})/.exec(page.url())?.[1];
  assert.ok(sitting !== undefined);
  return sitting;
}

/** The script has taken the page over. */
export const taken = (page: Page): Promise<void> =>
  page.locator('#player[data-taken=yes]').waitFor();

export const heading = (page: Page): Promise<string> => wordsOf(page.locator('h1'));
export const wordsOf = async (locator: Locator): Promise<string> =>
  (await locator.textContent()) ?? '';
export const savedWord = async (page: Page, word: string): Promise<void> => {
  await page.locator('#saved', { hasText: new RegExp(`^${word}$`) }).waitFor();
};

/** Chooses the option at a place of the list, from 0, and returns its id. */
export async function choose(page: Page, place: number): Promise<string> {
  const option = page.locator('input[name=option]').nth(place);
  await option.check();
  return await option.inputValue();
}

/** The same, and waits until the service has it. */
export async function chooseAndSave(page: Page, place: number): Promise<string> {
  const answered = page.waitForResponse((response) => response.url().endsWith('/answers'));
  const chosen = await choose(page, place);
  assert.equal((await answered).status(), 200);
  await savedWord(page, 'Saved');
  return chosen;
}

export const next = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'Save and go to the next question' }).click();

/** The last choice of each question that lies in the database, by its place in the form. */
export async function storedChoices(hall: ExamHall, sitting: string): Promise<Map<number, string>> {
  const rows = await hall.database.owner<{ place: number; option: string }[]>`
    select f.place, c.response->>'option' as option from exam.current_answer c
    join exam.sitting s on s.id = c.sitting join exam.form_item f on f.form = s.form and f.item = c.item
    where c.sitting = ${sitting} order by f.place`;
  return new Map(rows.map(({ place, option }) => [place, option]));
}

/** Lets time go by, in a sitting of 30 minutes, until this much is left; below zero, until it is over by that much. */
export async function leaveTime(hall: ExamHall, sitting: string, leftMs: number): Promise<void> {
  await hall.database.owner.begin(async (tx) => {
    const [row] = await tx<{ gone: number }[]>`
      select (extract(epoch from clock_timestamp() - at) * 1000)::int as gone
      from exam.clock_event where sitting = ${sitting} and kind = 'start'`;
    const by = `${30 * 60_000 - leftMs - (row?.gone ?? 0)} milliseconds`;
    await tx`update exam.clock_event set at = at - ${by}::interval where sitting = ${sitting}`;
    await tx`update exam.answer_event set server_at = server_at - ${by}::interval where sitting = ${sitting}`;
  });
}

/** What a page does when its tab comes back into sight. */
export const comeBack = (page: Page): Promise<void> =>
  page.evaluate(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
