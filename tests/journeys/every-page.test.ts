/**
 * Every page that the demonstration's people can reach by following links, in a real browser: nothing that axe finds
 * is wrong on a phone or a desktop, one in the light and one in the dark, nothing scrolls sideways, and the browser has
 * nothing to complain of.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { routes } from '../../src/contract/routes/routes.ts';
import { faultsInEveryView } from '../look/axe.ts';
import { acrossViews, noChromium, openBrowser } from '../look/browser.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { actor } from './actor.ts';

/** Addresses of one pattern that are looked at by one person. */
const OF_ONE_KIND = 1;
const pagesOnly = routes.filter(({ method }) => method === 'GET');
const patterns = pagesOnly.map(({ id, path }) => ({
  id,
  matches: new RegExp(`^${path.replaceAll(/:[a-z]+/g, '[^/]+').replace('*', '.*')}$`),
}));

let server: FullServer;
let browser: Browser;

describe('every page that links lead to', { skip: noChromium }, () => {
  before(
    async () => {
      server = await fullServer();
      browser = await openBrowser();
    },
    { timeout: 600_000 },
  );
  after(() => browser?.close());

  test('is free of faults for a stranger and for each invited person', {
    timeout: 600_000,
  }, async () => {
    const { world } = server.opened;
    const invited = await world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
      door.demonstrationPeople(),
    );
    const kinds = new Map(invited.map((one) => [one.offices[0] ?? 'candidate', one.person]));
    const faults: string[] = [];
    const looked = new Map<string, Set<string>>();
    for (const [kind, person] of [['stranger', undefined] as const, ...kinds]) {
      const visitor = await actor(browser, server, {
        javaScript: true,
        ...(person === undefined ? {} : { person }),
      });
      looked.set(
        kind,
        await crawl(
          visitor.page,
          kind,
          new Set([...looked.values()].flatMap((ids) => [...ids])),
          faults,
        ),
      );
      faults.push(...visitor.complaints.map((line) => `${kind}: ${line}`));
      await visitor.context.close();
    }
    assert.deepEqual(faults, []);
    assert.ok((looked.get('stranger')?.size ?? 0) > 10, 'a stranger finds the public pages');
  });
});

/** Which routes were looked at: each page once, by whoever comes first, and the first page by everybody. */
async function crawl(
  page: Page,
  kind: string,
  seenBefore: ReadonlySet<string>,
  faults: string[],
): Promise<Set<string>> {
  const looked = new Map<string, number>();
  const known = new Set<string>(['/']);
  const waiting = ['/'];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const id = patterns.find(({ matches }) => matches.test(at ?? ''))?.id ?? at;
    const times = looked.get(id) ?? 0;
    if (times >= OF_ONE_KIND || (seenBefore.has(id) && id !== 'home')) {
      continue;
    }
    const answer = await page.goto(`${server.address}${at}`).catch(() => null);
    if (answer === null) {
      continue;
    }
    if (answer.status() !== 200) {
      faults.push(`${kind} at ${at}: a link leads to ${answer.status()}`);
      continue;
    }
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) {
      continue;
    }
    looked.set(id, times + 1);
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
    );
    for (const link of links.map((href) => new URL(href))) {
      if (link.origin === new URL(server.address).origin && !known.has(link.pathname)) {
        known.add(link.pathname);
        waiting.push(link.pathname);
      }
    }
    const found = await faultsInEveryView(page, acrossViews(looked.size));
    faults.push(...found.map((fault) => `${kind} at ${at}: ${fault}`));
  }
  return new Set(looked.keys());
}
