/** The page of `evenhand delay` as readers meet it: axe on phone and desktop, light and dark; reflow; nothing fetched. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runDelay } from '../../src/cli/commands/delay.ts';
import { utf8 } from '../../src/kernel/bytes/bytes.ts';
import { generatorFrom } from '../../src/kernel/chance/generator.ts';
import { addDays, date } from '../../src/kernel/dates/civil-date.ts';
import { faultsInEveryView, widthBeyond } from './axe.ts';
import { noChromium, openBrowser } from './browser.ts';

const ADDRESS = 'http://evenhand.test/delay.html';

async function delayPage(): Promise<string> {
  const chance = generatorFrom('a page of waits');
  const rows = Array.from({ length: 200 }, (_, one) => {
    const from = addDays(date('2026-01-01'), chance.below(90));
    const to = addDays(from, 1 + chance.below(one % 3 === 0 ? 60 : 30));
    return `${one % 3 === 0 ? 'a group with a long name' : 'another'},${from},${to < '2026-04-15' ? to : ''}`;
  });
  let html = '';
  const columns = ['--group', 'g', '--opened', 'from', '--decided', 'to', '--as-of', '2026-04-15'];
  await runDelay(['f.csv', ...columns, '--promise', '30', '--format', 'html'], {
    readFile: async () => utf8(`g,from,to\n${rows.join('\n')}\n`),
    now: () => 0,
    out: (text) => {
      html += text;
    },
    err: (text) => assert.fail(text),
  });
  return html;
}

test('the page on waiting: axe finds nothing in any view, nothing is fetched, nothing scrolls sideways at 320 px', {
  skip: noChromium,
}, async () => {
  const html = await delayPage();
  const browser = await openBrowser();
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
  const faults = await faultsInEveryView(page);
  await page.setViewportSize({ width: 320, height: 640 });
  const beyond = await widthBeyond(page);
  await browser.close();
  assert.deepEqual({ faults, asked, beyond }, { faults: [], asked: [], beyond: 0 });
});
