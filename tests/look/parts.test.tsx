/** Every example of every part and page in a real browser: axe on phone and desktop, light and dark; reflow; no scripts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { addressOf, noChromium, openBrowser, pageFor, views } from './browser.ts';
import { type Sheet, sheets } from './sheets.tsx';

const skip = noChromium;
let browser: Browser;
let all: readonly Sheet[];

before(async () => {
  if (skip !== false) return;
  [browser, all] = await Promise.all([openBrowser(), sheets(12)]);
});
after(async () => {
  if (skip === false) await browser.close();
});

/** What a page's width and colors can change; the rest of axe's rules sees the same markup in every view. */
const ofTheView = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
  'aria-hidden-focus',
];

async function violations(page: Page, rules: 'all' | 'of the view'): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const chosen =
    rules === 'all'
      ? axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      : axe.withRules(ofTheView);
  const found = await chosen.analyze();
  return found.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );
}

for (const { name, width, height, colorScheme } of views) {
  test(`axe finds nothing on any part or page: ${name}`, { skip }, async () => {
    const rules = name === 'phone-light' || name === 'desktop-dark' ? 'all' : 'of the view';
    const { page, refused } = await pageFor(browser, all);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const found: string[] = [];
    for (const sheet of all) {
      await page.goto(addressOf(sheet));
      for (const one of await violations(page, rules)) found.push(`${sheet.name}: ${one}`);
    }
    await page.context().close();
    assert.deepEqual(found, []);
    assert.deepEqual(refused, [], 'nothing is loaded from anywhere else');
  });
}

test('axe would find pale text and a field without a label', { skip }, async () => {
  const bad = {
    name: 'bad',
    html: '<!doctype html><html lang="en"><title>Bad</title><main><h1>Bad</h1><p style="color:#bbb;background:#fff">pale</p><input></main></html>',
  };
  const { page } = await pageFor(browser, [bad]);
  await page.goto(addressOf(bad));
  const found = (await violations(page, 'all')).map((one) => one.split(':')[0]);
  await page.context().close();
  assert.deepEqual(found, ['color-contrast', 'label']);
});

test('at 320 px, which is 400 % zoom, nothing is cut off and nothing scrolls sideways', {
  skip,
}, async () => {
  const { page } = await pageFor(browser, all);
  await page.setViewportSize({ width: 320, height: 640 });
  const tooWide: string[] = [];
  for (const sheet of all) {
    await page.goto(addressOf(sheet));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) tooWide.push(`${sheet.name}: ${width} px`);
  }
  await page.context().close();
  assert.deepEqual(tooWide, []);
});

test('controls and stand-alone links are targets of at least 44 px high on a phone', {
  skip,
}, async () => {
  const { page } = await pageFor(browser, all);
  await page.setViewportSize({ width: 360, height: 740 });
  const small: string[] = [];
  for (const sheet of all) {
    await page.goto(addressOf(sheet));
    const found = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'button, .button, .box, .file-box, .choice > label, nav a, summary',
        ),
      ]
        .filter((element) => element.getClientRects().length > 0 && !element.matches('.skip'))
        .filter((element) => element.getBoundingClientRect().height < 43.9)
        .map(
          (element) =>
            `${element.outerHTML.slice(0, 90)} ${element.getBoundingClientRect().height}`,
        ),
    );
    small.push(...found.map((one) => `${sheet.name}: ${one}`));
  }
  await page.context().close();
  assert.deepEqual(small, []);
});

test('focus is a 3 px line that nothing covers, on everything the Tab key reaches', {
  skip,
}, async () => {
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

test('with JavaScript off a form with mistakes opens with the focus on its summary', {
  skip,
}, async () => {
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

test('in forced colors every shape, line and box still shows', { skip }, async () => {
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
