/**
 * Renders every part and every page to pictures, to be looked at:
 *   TSX_TSCONFIG_PATH=tsconfig.base.json node --import tsx tests/look/preview.ts FOLDER [WORD]
 * A word picks the sheets whose name holds it.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { addressOf, openBrowser, pageFor, views } from './browser.ts';
import { sheets } from './sheets.tsx';

const [folder = path.join(tmpdir(), 'evenhand-preview'), word = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
const shown = (await sheets(4)).filter(({ name }) => name.includes(word));
const browser = await openBrowser();
const { page } = await pageFor(browser, shown);
for (const sheet of shown) {
  for (const { name, width, height, colorScheme } of views) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.goto(addressOf(sheet));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: path.join(folder, `${sheet.name}.${name}.png`), fullPage: true });
  }
}
await browser.close();
console.log(`${shown.length} sheets in ${folder}`);
