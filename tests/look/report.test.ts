/** The report of an audit as readers meet it: axe on phone and desktop, light and dark; reflow; no scripts; on paper. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { runAudit } from '../../src/cli/commands/audit.ts';
import { inventedExam, ranWith } from '../support/exam-commands.ts';
import { faultsInEveryView, widthBeyond } from './axe.ts';
import { noChromium, openBrowser } from './browser.ts';

const skip = noChromium;
const ADDRESS = 'http://evenhand.test/report.html';
let browser: Browser;
let html = '';

before(async () => {
  if (skip !== false) return;
  const files = { 'f.csv': inventedExam(300, 10) };
  const args = ['f.csv', '--pretest', 'try1', '--group', 'site', '--focal', 'late', '--cut', '5'];
  html = (await ranWith(runAudit, [...args, '--format', 'html'], files)).out;
  browser = await openBrowser();
});
after(async () => {
  if (skip === false) await browser.close();
});

async function opened(): Promise<{ page: Page; asked: string[] }> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked: string[] = [];
  await page.route('**/*', async (route) => {
    if (route.request().url() === ADDRESS) {
      await route.fulfill({ contentType: 'text/html', body: html });
    } else {
      asked.push(route.request().url());
      await route.abort();
    }
  });
  await page.goto(ADDRESS);
  return { page, asked };
}

test('axe finds nothing in the report, with every disclosure open, in every view', {
  skip,
}, async () => {
  const { page, asked } = await opened();
  await page.evaluate(() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
  });
  const faults = await faultsInEveryView(page);
  await page.context().close();
  assert.deepEqual(faults, []);
  assert.deepEqual(asked, [], 'nothing is fetched');
});

test('at 320 px the report does not scroll sideways; wide tables scroll in their own frame', {
  skip,
}, async () => {
  const { page } = await opened();
  await page.setViewportSize({ width: 320, height: 640 });
  const beyond = await widthBeyond(page);
  await page.context().close();
  assert.equal(beyond, 0);
});

test('on paper the summary of one comparison with all there is to say ends on the page where the report begins', {
  skip,
}, async () => {
  // Every other item is turned round for the later site: as many findings as a page ever has.
  const turned = inventedExam(1200, 24)
    .split('\n')
    .map((line) =>
      /^\w+,late,/.test(line)
        ? line
            .split(',')
            .map((cell, place) =>
              place > 1 && place % 2 === 1 && /^[01]$/.test(cell) ? 1 - Number(cell) : cell,
            )
            .join(',')
        : line,
    )
    .join('\n');
  const args = ['f.csv', '--pretest', 'try1', '--group', 'site', '--focal', 'late', '--cut', '12'];
  const report = await ranWith(runAudit, [...args, '--format', 'html'], { 'f.csv': turned });
  const context = await browser.newContext({ viewport: { width: 702, height: 1000 } });
  const page = await context.newPage();
  await page.emulateMedia({ media: 'print' });
  await page.setContent(report.out);
  const found = await page.evaluate(() => {
    const summary = document.querySelector('#summary');
    return {
      bottom: summary?.getBoundingClientRect().bottom ?? Number.NaN,
      begins: summary === null ? '' : getComputedStyle(summary).breakBefore,
      listed: summary?.querySelectorAll('ul.list li').length,
    };
  });
  await context.close();
  assert.equal(found.listed, 8);
  assert.equal(found.begins, 'auto', 'no new page after the title');
  assert.ok(
    found.bottom < 920,
    `${found.bottom} of the 920 px of a Letter page within its margins`,
  );
});

test('on paper every disclosure is open, and the board has its page first', { skip }, async () => {
  const { page } = await opened();
  await page.emulateMedia({ media: 'print' });
  const heights = await page.evaluate(() =>
    [...document.querySelectorAll('details')].map(
      (one) => one.querySelector(':scope > :not(summary)')?.getBoundingClientRect().height ?? 0,
    ),
  );
  const first = await page.evaluate(() => document.querySelector('main section')?.id);
  const pdf = await page.pdf({ format: 'Letter' });
  await page.context().close();
  assert.ok(heights.length > 3 && heights.every((height) => height > 0), heights.join(' '));
  assert.equal(first, 'summary');
  assert.ok(pdf.length > 50_000);
});
