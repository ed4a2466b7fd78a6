/** Every example of every part and page in a real browser: axe on phone and desktop, light and dark; reflow; no scripts. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faultsInEveryView } from './axe.ts';
import { acrossViews, addressOf, noChromium, openBrowser, pageFor, views } from './browser.ts';
import { type Sheet, sheets } from './sheets.tsx';

let browser: Browser;
let all: readonly Sheet[];

/** As many pages side by side as keep a small machine busy. */
const SIDE_BY_SIDE = 3;

interface Looked {
  readonly violations: string[];
  readonly tooWide: string[];
  readonly small: string[];
  readonly refused: string[];
}
let looked: Promise<Looked> | undefined;

/**
 * Each sheet is looked at in two views, on a phone and on a desktop, once in the light and once in the dark; the next one
 * the other way around. What all pages have in common is so seen in all four, and so are the sheets of parts. Each is
 * written into one page that stays: loading the engine anew takes longer than looking.
 */
async function lookAtAll(): Promise<Looked> {
  const waiting = all.map((sheet, place) => ({ sheet, shown: viewsOf(sheet, place) }));
  const found: Looked = { violations: [], tooWide: [], small: [], refused: [] };
  const look = async (): Promise<void> => {
    const { page, refused } = await pageFor(browser, all);
    await page.goto(addressOf({ name: all[0]?.name ?? '' }));
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { sheet, shown } = next;
      const { name } = sheet;
      await page.setContent(sheet.html);
      const faults = await faultsInEveryView(page, shown);
      found.violations.push(...faults.map((one) => `${name}, ${one}`));
      await page.setViewportSize({ width: 360, height: 740 });
      found.small.push(...(await smallTargets(page)).map((one) => `${name}: ${one}`));
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > 320) found.tooWide.push(`${name}: ${width} px`);
    }
    found.refused.push(...refused);
    await page.context().close();
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, look));
  return found;
}

const viewsOf = ({ name }: Sheet, place: number) =>
  name.startsWith('parts-') ? views : acrossViews(place);

const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'button, .button, .box, .file-box, .choice > label, nav a, summary',
      ),
    ]
      .filter((element) => element.getClientRects().length > 0 && !element.matches('.skip'))
      .filter((element) => element.getBoundingClientRect().height < 43.9)
      .map(
        (element) => `${element.outerHTML.slice(0, 90)} ${element.getBoundingClientRect().height}`,
      ),
  );

const whatIsSeen = (): Promise<Looked> => {
  looked ??= lookAtAll();
  return looked;
};

describe('every example of every part and page', { skip: noChromium }, () => {
  before(async () => {
    [browser, all] = await Promise.all([openBrowser(), sheets(12)]);
  });
  after(async () => {
    await browser?.close();
  });

  test('axe finds nothing on any part or page, on a phone and a desktop, light and dark', async () => {
    const { violations, refused } = await whatIsSeen();
    assert.deepEqual(violations, []);
    assert.deepEqual(refused, [], 'nothing is loaded from anywhere else');
  });

  test('at 320 px, which is 400 % zoom, nothing is cut off and nothing scrolls sideways', async () => {
    assert.deepEqual((await whatIsSeen()).tooWide, []);
  });

  test('controls and stand-alone links are targets of at least 44 px high on a phone', async () => {
    assert.deepEqual((await whatIsSeen()).small, []);
  });

  test('axe would find pale text, text that is pale in the dark alone, and a field without a label', async () => {
    const bad = {
      name: 'bad',
      html: `<!doctype html><html lang="en"><title>Bad</title>
      <style>.night{color:#111;background:#fff}
        @media (prefers-color-scheme:dark) {.night{background:#222}}
        @media (min-width:1000px) {.narrow{display:none}}</style>
      <main><h1>Bad</h1><p style="color:#bbb;background:#fff">pale</p><p class="night">pale at night</p>
      <p><input></p><p class="narrow"><input></p></main></html>`,
    };
    const { page } = await pageFor(browser, [bad]);
    await page.goto(addressOf(bad));
    const found = await faultsInEveryView(page);
    await page.context().close();
    const marks = (one: string): number => one.split(' | ').length;
    assert.deepEqual(
      found.map((one) => [one.split(': ').slice(0, 2).join(' '), marks(one)]),
      [
        ['phone-light color-contrast', 1],
        ['phone-light label', 2],
        ['phone-dark color-contrast', 2],
        ['desktop-light color-contrast', 1],
        ['desktop-light label', 1],
        ['desktop-dark color-contrast', 2],
      ],
    );
  });

  test('focus is a 3 px line that nothing covers, on everything the Tab key reaches', async () => {
    const sheet = all.find(({ name }) => name === 'concern-mistakes');
    assert.ok(sheet);
    const { page } = await pageFor(browser, [sheet]);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(addressOf(sheet));
    for (let press = 0; press < 20; press += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const { outlineWidth, outlineStyle } = getComputedStyle(element);
        const box = element.getBoundingClientRect();
        const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        const uncovered = top !== null && (element.contains(top) || top.contains(element));
        return { outlineWidth, outlineStyle, uncovered, is: element.outerHTML.slice(0, 80) };
      });
      if (seen === null) break;
      assert.deepEqual(
        { width: seen.outlineWidth, style: seen.outlineStyle, uncovered: seen.uncovered },
        { width: '3px', style: 'solid', uncovered: true },
        seen.is,
      );
    }
    await page.context().close();
  });

  test('on a phone the places lie in a menu that opens without a script; on a desktop they are simply there', async () => {
    const sheet = all.find(({ name }) => name === 'page-frame-director');
    assert.ok(sheet);
    const { page } = await pageFor(browser, [sheet], { javaScript: false });
    const place = page.getByRole('link', { name: 'Our pledge' });
    const menu = page.getByText('Menu', { exact: true });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(addressOf(sheet));
    assert.deepEqual([await menu.isVisible(), await place.isVisible()], [true, false]);
    await menu.focus();
    await page.keyboard.press('Enter');
    await place.waitFor({ state: 'visible', timeout: 3000 });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(addressOf(sheet));
    assert.deepEqual([await menu.isVisible(), await place.isVisible()], [false, true]);
    await place.focus();
    assert.ok(await place.evaluate((link) => link === document.activeElement));
    await page.context().close();
  });

  test('axe finds nothing in the open menu on a phone, light and dark', async () => {
    const sheet = all.find(({ name }) => name === 'page-frame-director');
    assert.ok(sheet);
    const { page } = await pageFor(browser, [sheet]);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(addressOf(sheet));
    await page.getByText('Menu', { exact: true }).click();
    assert.deepEqual(await faultsInEveryView(page, views.slice(0, 2)), []);
    assert.ok(await page.getByRole('link', { name: 'Our pledge' }).isVisible());
    await page.context().close();
  });

  test('with JavaScript off a form with mistakes opens with the focus on its summary', async () => {
    const sheet = all.find(({ name }) => name === 'sign-up-mistakes');
    assert.ok(sheet);
    const { page } = await pageFor(browser, [sheet], { javaScript: false });
    await page.goto(addressOf(sheet));
    await page.locator('.error-summary:focus').waitFor({ timeout: 3000 });
    await page.keyboard.press('Tab');
    await page.locator('.error-summary a:focus').waitFor({ timeout: 3000 });
    await page.keyboard.press('Enter');
    await page.locator('#name:focus').waitFor({ timeout: 3000 });
    await page.context().close();
  });

  test('in forced colors every shape, line and box still shows', async () => {
    const { page } = await pageFor(browser, all);
    await page.emulateMedia({ forcedColors: 'active' });
    const sheet = all.find(({ html }) => html.includes('interval-plot'));
    assert.ok(sheet);
    await page.goto(addressOf(sheet));
    const strokes = await page.evaluate(() =>
      ['.parity-line', '.interval line', '.waiting-line'].map((selector) => {
        const element = document.querySelector(selector);
        return element === null ? '' : getComputedStyle(element).stroke;
      }),
    );
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    for (const stroke of strokes) assert.notEqual(stroke, background);
    await page.context().close();
  });
});
