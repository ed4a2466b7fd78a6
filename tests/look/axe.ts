/**
 * axe on the page a browser shows. The engine is put into a page once, however often the page is then looked at: one
 * page is measured on a phone and a desktop, light and dark, without being loaded again.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type AxeEngine from 'axe-core';
import type { Page } from 'playwright-core';
import { views } from './browser.ts';

declare global {
  interface Window {
    readonly axe?: typeof AxeEngine;
  }
}

type View = (typeof views)[number];

/** Everything that WCAG 2.2 AA asks and a program can tell, and what axe calls good practice. */
const EVERY_RULE = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What else is shown, and where things lie, changes with the width; what axe reads in the markup does not. */
const OF_WIDTH = ['target-size', 'scrollable-region-focusable', 'aria-hidden-focus'];
/** The rules that read colors. All others see the same page in the light and in the dark. */
const OF_COLOR = ['color-contrast', 'link-in-text-block'];
const chosen = {
  all: { type: 'tag', values: EVERY_RULE },
  'of width and color': { type: 'rule', values: [...OF_WIDTH, ...OF_COLOR] },
  'of color': { type: 'rule', values: OF_COLOR },
} as const satisfies Readonly<
  Record<string, { type: AxeEngine.RunOnly['type']; values: readonly string[] }>
>;

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on the page as it stands: every rule, or only those that read colors. */
async function violationsOn(page: Page, rules: keyof typeof chosen): Promise<readonly string[]> {
  if (!(await page.evaluate(() => window.axe !== undefined))) {
    await page.evaluate(engine);
  }
  const { type, values } = chosen[rules];
  const found = await page.evaluate(
    async (only) => {
      const done = await window.axe?.run(document, { runOnly: only, resultTypes: ['violations'] });
      return done?.violations.map(({ id, nodes }) => ({ id, html: nodes.map((one) => one.html) }));
    },
    { type, values: [...values] },
  );
  if (found === undefined) {
    throw new Error(`axe did not run on ${page.url()}`);
  }
  return found.map(({ id, html }) => `${id}: ${html.map((one) => one.slice(0, 160)).join(' | ')}`);
}

/** Which elements are shown at all, as one word: where two widths show the same, the markup is the same to axe. */
const whatShows = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .map((one) => (one.checkVisibility({ visibilityProperty: true }) ? '1' : '0'))
      .join(''),
  );

/**
 * What is wrong with the page in every view. axe runs every rule wherever something else is shown, those that read
 * places once at each width, those that read colors always; and nothing may be wider than the screen.
 */
export async function faultsInEveryView(
  page: Page,
  shown: readonly View[] = views,
): Promise<readonly string[]> {
  const seen = new Set<string>();
  const widths = new Set<number>();
  const found: string[] = [];
  for (const { name, width, height, colorScheme } of shown) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    const shows = await whatShows(page);
    const known = widths.has(width) ? 'of color' : 'of width and color';
    const violations = await violationsOn(page, seen.has(shows) ? known : 'all');
    seen.add(shows);
    widths.add(width);
    const beyond = await widthBeyond(page);
    const wide = beyond > 0 ? [`${beyond} px too wide`] : [];
    found.push(...[...violations, ...wide].map((one) => `${name}: ${one}`));
  }
  return found;
}

/** By how many pixels the page scrolls sideways. */
export const widthBeyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
