/**
 * The pages of `evenhand impact`, `delay` and `protect` as readers meet them: axe on phone and desktop, light and dark;
 * reflow; nothing fetched.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { runDelay } from '../../src/cli/commands/delay.ts';
import { runImpact } from '../../src/cli/commands/impact.ts';
import { runProtect } from '../../src/cli/commands/protect.ts';
import { generatorFrom } from '../../src/kernel/chance/generator.ts';
import { addDays, date } from '../../src/kernel/dates/civil-date.ts';
import { linearSolver } from '../../src/outside/adapters/linear-solver.ts';
import { type Ran, ranWith, table } from '../support/exam-commands.ts';
import { faultsInEveryView, widthBeyond } from './axe.ts';
import { noChromium, openBrowser } from './browser.ts';

const skip = noChromium;
const ADDRESS = 'http://evenhand.test/report.html';
const GROUPS = ['a group with quite a long name indeed', 'another', 'third'];
let browser: Browser;

before(async () => {
  if (skip === false) browser = await openBrowser();
});
after(async () => {
  if (skip === false) await browser.close();
});

async function waits(): Promise<Ran> {
  const chance = generatorFrom('a page of waits');
  const rows = Array.from({ length: 200 }, (_, one) => {
    const from = addDays(date('2026-01-01'), chance.below(90));
    const to = addDays(from, 1 + chance.below(one % 3 === 0 ? 60 : 30));
    return `${GROUPS[one % 3]},${from},${to < '2026-04-15' ? to : ''}`;
  });
  const columns = ['--group', 'g', '--opened', 'from', '--decided', 'to', '--as-of', '2026-04-15'];
  return await ranWith(
    (words, world) => runDelay(words, { ...world, now: () => 0 }),
    ['f.csv', ...columns, '--promise', '30', '--format', 'html'],
    { 'f.csv': table('g,from,to', rows) },
  );
}

async function outcomes(): Promise<Ran> {
  const chance = generatorFrom('a page of outcomes');
  const rows = Array.from({ length: 400 }, (_, one) => {
    const passed = chance.next() < [0.4, 0.8, 0.78][one % 3]!;
    return `${one % 41 === 0 ? '' : GROUPS[one % 3]},${passed ? 'pass' : 'fail'},${one % 2}`;
  });
  const columns = ['--group', 'g', '--outcome', 'o', '--favorable', 'pass', '--strata', 'form'];
  return await ranWith(runImpact, ['f.csv', ...columns, '--format', 'html'], {
    'f.csv': table('g,o,form', rows),
  });
}

const counts = (): Promise<Ran> =>
  ranWith(
    (words, world) => runProtect(words, { ...world, solver: linearSolver }),
    ['f.csv', '--format', 'html'],
    {
      'f.csv': table('group,passed,failed,total', [
        `${GROUPS[0]},300,100,400`,
        'another,40,20,60',
        'third,4,3,7',
        'fourth,90,30,120',
        'total,434,153,587',
      ]),
    },
  );

for (const [name, made] of [
  ['outcomes', outcomes],
  ['waiting', waits],
  ['a protected table', counts],
] as const) {
  test(`the page on ${name}: axe finds nothing in any view, nothing is fetched, nothing scrolls sideways at 320 px`, {
    skip,
  }, async () => {
    const { out: html, err } = await made();
    assert.equal(err, '');
    const page = await browser.newPage();
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
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('details')) one.open = true;
    });
    const faults = await faultsInEveryView(page);
    await page.setViewportSize({ width: 320, height: 640 });
    const beyond = await widthBeyond(page);
    await page.close();
    assert.deepEqual({ faults, asked, beyond }, { faults: [], asked: [], beyond: 0 });
  });
}
