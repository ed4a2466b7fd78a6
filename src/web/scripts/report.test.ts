import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { createElement } from 'react';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { browserOptions } from '../../../scripts/lean-browser.mjs';
import { faultsInEveryView } from '../../../tests/look/axe.ts';
import { noChromium, openBrowser } from '../../../tests/look/browser.ts';
import { stylesheet } from '../../../tests/look/sheets.tsx';
import { asJson } from '../../kernel/bytes/as-json.ts';
import { canonicalJson } from '../../kernel/bytes/canonical-json.ts';
import { sha256Hex } from '../../kernel/bytes/sha256.ts';
import { ed25519Signer } from '../../ledger/checkpoint/ed25519.ts';
import { signNote, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { reportNoteText } from '../../workflow/report/report-note.ts';
import { inventedReport } from '../pages/reports/invented-report.ts';
import { ReportPage } from '../pages/reports/report-page.tsx';
import { guestFrame } from '../parts/page-frame/examples.tsx';
import { renderPage } from '../parts/page-frame/render-page.ts';

const MOST_KILOBYTES = 200;
const signer = ed25519Signer('larkspur.example/log', new Uint8Array(32).fill(7));

/** A site as a body runs it: its pages by path. */
const pages = new Map<string, { readonly type: string; readonly body: string }>();
const server = createServer((asked, answer) => {
  const page = pages.get(asked.url ?? '');
  const headers = {
    'content-type': page?.type ?? 'text/plain',
    'content-security-policy': "default-src 'self'; frame-ancestors 'none'",
  };
  answer.writeHead(page === undefined ? 404 : 200, headers).end(page?.body);
});
const put = (path: string, body: string, type = 'text/plain; charset=utf-8'): void => {
  pages.set(path, { type, body });
};

describe('the page that works a report out again, in Chromium', { skip: noChromium }, () => {
  let browser: Browser;
  let site = '';
  let kilobytes = 0;

  before(async () => {
    browser = await openBrowser();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const address = server.address();
    site = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
    const { outputFiles } = await build({
      entryPoints: ['src/web/scripts/report.ts'],
      ...browserOptions,
      write: false,
    });
    const script = outputFiles[0]?.text ?? '';
    kilobytes = script.length / 1000;
    put('/assets/report.js', script, 'text/javascript');
    put(guestFrame.stylesheet, stylesheet(), 'text/css');
    const report = inventedReport();
    const body = canonicalJson(asJson(report));
    const facts = { ...report, release: report.release.number, digest: sha256Hex(body) };
    const note = await signNote(reportNoteText(facts), [signer]);
    put('/reports/1.json', `{"report":${body},"note":${JSON.stringify(note)}}`, 'application/json');
    put('/log/key', `${writeNoteKey(signer.key)}\n`);
    const props = {
      frame: guestFrame,
      report,
      note,
      place: 1,
      board: { findings: [], outreach: [] },
    };
    const html = renderPage(
      createElement(ReportPage, { ...props, scripts: ['/assets/report.js'] }),
    );
    put('/reports/1', html, 'text/html; charset=utf-8');
  });
  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  interface Seen {
    readonly holds: string | null;
    readonly text: string;
    readonly page: Page;
    readonly asked: readonly string[];
  }

  /** Opens the page, perhaps with another file on the way, and presses the button. */
  async function worked(change: (text: string) => string = (text) => text): Promise<Seen> {
    const page = await (await browser.newContext()).newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`));
    await page.route('**/reports/1.json', (route) =>
      route.fulfill({ body: change(pages.get('/reports/1.json')?.body ?? '') }),
    );
    await page.goto(`${site}/reports/1`);
    await page.getByRole('button', { name: 'Work every figure out again' }).click();
    const box = page.locator('#report-check');
    await box.locator('h3, div > p').first().waitFor();
    await page.waitForFunction(
      (busy) => !document.getElementById('report-check')?.textContent?.includes(busy),
      'Working every figure out again\u2026',
    );
    const text = (await box.textContent()) ?? '';
    return { holds: await box.getAttribute('data-holds'), text, page, asked };
  }

  test('a sound report: everything agrees, table by table, and only this site is asked', async () => {
    const { holds, text, page, asked } = await worked();
    assert.equal(holds, 'true', text);
    assert.match(text, /Everything agrees/);
    assert.match(text, /holds: larkspur\.example\/log has signed it/);
    assert.match(text, /not asked: no receipt/);
    assert.match(
      text,
      /Found eligible, Where you trained, All programs together: (\d+) of \1 agree/,
    );
    assert.match(text, /because they rest on the day each matter was opened and decided/);
    await page.locator('#report-check summary').first().click();
    const row = page.locator('#report-check tbody tr', { hasText: /ratio\d/ }).first();
    assert.match((await row.textContent()) ?? '', /^Trained abroad.*agrees$/);
    assert.deepEqual(await faultsInEveryView(page), []);
    assert.deepEqual(
      asked.filter((line) => !line.startsWith(`GET ${site}/`)),
      [],
    );
    await page.context().close();
  });

  test('a count changed on the way: the figures that no longer follow are shown', async () => {
    const { holds, text, page } = await worked((file) =>
      file.replace('"succeeded":844,', '"succeeded":843,'),
    );
    assert.equal(holds, 'false');
    assert.match(text, /Not everything agrees/);
    assert.match(text, /fails: this is not the report that was signed for/);
    const differing = page.locator('#report-check details[open] tbody tr', { hasText: 'differs' });
    assert.ok((await differing.count()) > 3);
    await page.context().close();
  });

  test('a file that is no report: nothing was checked, and nothing is claimed', async () => {
    for (const bad of ['', '{}', '<html>', '{"report":{"format":"evenhand-report-1"}}']) {
      const { holds, text, page } = await worked(() => bad);
      assert.equal(holds, null);
      assert.match(text, /Nothing was checked/);
      await page.context().close();
    }
  });

  test('with JavaScript off there is no button, and the command that does the same', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site}/reports/1`);
    assert.equal(await page.getByRole('button', { name: 'Work every figure' }).count(), 0);
    assert.ok(await page.locator('noscript p').isVisible());
    assert.ok(await page.getByText('bin/evenhand report verify report-1.json').isVisible());
    await context.close();
  });

  test('the script is small enough for a phone', (t) => {
    t.diagnostic(`${Math.round(kilobytes)} kB`);
    assert.ok(kilobytes > 10 && kilobytes < MOST_KILOBYTES, `${kilobytes} kB`);
  });
});
