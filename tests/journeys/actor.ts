/** Somebody before a real Chromium: with scripts off unless asked, and whatever the browser complains of is kept. */
import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openSession } from '../../src/workflow/account/sign-in.ts';
import type { Office } from '../../src/workflow/ports/records.ts';
import { widthBeyond } from '../look/axe.ts';
import type { FullServer } from '../support/full-server.ts';
import { type KnownPerson, somebody } from '../support/people.ts';

const SESSION_COOKIE = 'evenhand-session';

type Screen = { readonly width: number; readonly height: number };
export const PHONE: Screen = { width: 360, height: 740 };
const DESKTOP: Screen = { width: 1280, height: 900 };

export interface Actor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser's console said of errors, which should be nothing. */
  readonly complaints: string[];
  go(address: string): Promise<void>;
  press(name: string): Promise<void>;
  /** Nothing is wider than the screen. Asked of every page that is gone to, pressed on or read. */
  fits(): Promise<void>;
  /** Everything the page says, in one line. */
  says(): Promise<string>;
}

/** What an actor needs of the server they stand before. */
type Visited = Pick<FullServer, 'address'> & {
  readonly opened: Pick<FullServer['opened'], 'world'>;
};

export async function actor(
  browser: Browser,
  server: Visited,
  options: {
    readonly javaScript?: boolean;
    readonly person?: string;
    readonly screen?: Screen;
  } = {},
): Promise<Actor> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript ?? false,
    viewport: options.screen ?? DESKTOP,
  });
  context.setDefaultTimeout(30_000);
  if (options.person !== undefined) {
    const { token } = await openSession(server.opened.world, options.person);
    await context.addCookies([{ name: SESSION_COOKIE, value: token, url: server.address }]);
  }
  return await beforeA(context, server);
}

/** The same visitor, before the same screen, in a browser that runs scripts. */
export async function withScripts(
  browser: Browser,
  server: FullServer,
  known: Actor,
): Promise<Actor> {
  const context = await browser.newContext({ viewport: known.page.viewportSize() });
  context.setDefaultTimeout(30_000);
  await context.addCookies(await known.context.cookies());
  return await beforeA(context, server);
}

async function beforeA(context: BrowserContext, server: Pick<Visited, 'address'>): Promise<Actor> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (cause) => complaints.push(`${page.url()}: ${cause}`));
  page.on('console', (line) => {
    if (line.type() === 'error') {
      complaints.push(`${page.url()}: ${line.text()}`);
    }
  });
  const fits = async (): Promise<void> => {
    assert.equal(await widthBeyond(page), 0, `px too wide: ${page.url()}`);
  };
  return {
    context,
    page,
    complaints,
    fits,
    go: async (address) => {
      const answer = await page.goto(`${server.address}${address}`);
      assert.equal(answer?.status(), 200, `${address}: ${await page.title()}`);
      await fits();
    },
    press: async (name) => {
      await fits();
      await page.getByRole('button', { name, exact: true }).click();
    },
    says: async () => {
      await fits();
      // biome-ignore lint/performance/useDomNodeTextContent: what is shown is meant, not what is folded away.
      return (await page.locator('body').innerText()).replaceAll(/\s+/g, ' ');
    },
  };
}

/** Somebody with an office, at the desk. */
export async function atDesk(
  browser: Browser,
  server: FullServer,
  office: Office,
): Promise<Actor & { readonly known: KnownPerson }> {
  const known = await somebody(server, `Journey ${office}`, office);
  return { ...(await actor(browser, server, { person: known.id })), known };
}
