/** A real Chromium that is shown our pages without a server: style and fonts are handed over, nothing else may load. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { fontFile, type Sheet, stylesheet } from './sheets.tsx';

/** The first is the same browser without a window, menus and pages of its own, and takes a half of the time. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const CHROMIUM = process.env['CHROMIUM'] ?? PLACES.find((place) => existsSync(place));
const ORIGIN = 'http://evenhand.test';

export const noChromium =
  CHROMIUM !== undefined && existsSync(CHROMIUM)
    ? false
    : `no Chromium at ${CHROMIUM ?? PLACES.join(' or ')}`;

export const views = [
  { name: 'phone-light', width: 360, height: 740, colorScheme: 'light' },
  { name: 'phone-dark', width: 360, height: 740, colorScheme: 'dark' },
  { name: 'desktop-light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desktop-dark', width: 1280, height: 900, colorScheme: 'dark' },
] as const;

/** Both widths and both schemes in two views; the next place has the other two. */
export const acrossViews = (place: number): readonly (typeof views)[number][] =>
  views.filter((_, at) => (place % 2 === 0 ? at === 0 || at === 3 : at === 1 || at === 2));

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(CHROMIUM === undefined ? {} : { executablePath: CHROMIUM }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A page that knows the sheets by name and refuses every other address; `refused` gathers what was asked beyond. */
export async function pageFor(
  browser: Browser,
  sheets: readonly Sheet[],
  options: { readonly javaScript: boolean } = { javaScript: true },
): Promise<{ page: Page; refused: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled: options.javaScript });
  const page = await context.newPage();
  const style = stylesheet();
  const refused: string[] = [];
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const sheet = sheets.find(({ name }) => pathname === `/${name}`);
    const font = fontFile(pathname);
    if (sheet !== undefined) await route.fulfill({ contentType: 'text/html', body: sheet.html });
    else if (pathname === '/assets/evenhand.css')
      await route.fulfill({ contentType: 'text/css', body: style });
    else if (font !== undefined) await route.fulfill({ contentType: 'font/woff2', body: font });
    else if (pathname.startsWith('/assets/')) await route.fulfill({ status: 204 });
    else {
      refused.push(route.request().url());
      await route.abort();
    }
  });
  return { page, refused };
}

export const addressOf = (sheet: Pick<Sheet, 'name'>): string => `${ORIGIN}/${sheet.name}`;
