/**
 * A panel of twelve is drawn from a pool of 300 in public, in a real browser with scripts off: published, committed, drawn. A
 * stranger downloads the files and replays the panel with the command line. A member declines on the last day.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { generatorFrom } from '../../src/kernel/chance/generator.ts';
import { openings as words } from '../../src/web/words/openings.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { comesForward, holder, movableDay } from '../support/openings.ts';
import { type Actor, actor, PHONE } from './actor.ts';

const QUOTAS = `setting, hospital, 3, 5
setting, community, 4, 6
setting, insurer, 2, 4
region, north, 2, 4
region, south, 3, 5
region, east, 2, 4
region, west, 2, 4
level, new, 4, 6
level, experienced, 6, 8
first-time, first time, 6, 12
first-time, served before, 0, 6`;

describe('a panel of twelve from a pool of 300, in public', { skip: noChromium }, () => {
  const day = movableDay('2026-12-01');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-draw-'));
  let desk: Desk;
  let browser: Browser;
  let server: Parameters<typeof actor>[1];
  before(
    async () => {
      desk = await openDesk('http://localhost', day.change);
      const address = await desk.server.listen({ port: 0, host: '127.0.0.1' });
      server = {
        address: address.replace('127.0.0.1', 'localhost'),
        opened: { world: desk.world },
      };
      browser = await openBrowser();
    },
    { timeout: 600_000 },
  );
  after(async () => {
    await browser?.close();
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const typesDay = async ({ page }: Actor, field: string, on: string): Promise<void> => {
    const [year = '', month = '', date = ''] = on.split('-');
    await page.locator(`[name="${field}-month"]`).fill(month);
    await page.locator(`[name="${field}-day"]`).fill(date);
    await page.locator(`[name="${field}-year"]`).fill(year);
  };
  const publishes = async (director: Actor): Promise<void> => {
    const { page } = director;
    await director.go('/desk/openings/new');
    const fill = (name: string, text: string) => page.locator(`[name="${name}"]`).fill(text);
    await fill('title', 'Hearing panel of twelve');
    await fill('seats', '12');
    await page.getByLabel(words.desk.howChoices.draw, { exact: true }).check();
    await page.getByLabel(words.desk.openToChoices.holders, { exact: true }).check();
    await page.locator('[name="program"]').selectOption('larkspur-navigator');
    await fill('duties', 'Twelve people hear complaints about conduct for two years.');
    await fill('criteria', 'Knows the daily work\nWeighs evidence');
    await fill('hours', 'Four hours a month');
    await fill('pay', '$60 an hour and travel');
    await fill('meetings', 'Online, with captions.');
    await typesDay(director, 'closes', '2026-12-10');
    await typesDay(director, 'answer-by', '2026-12-31');
    await typesDay(director, 'term-from', '2027-02-01');
    await typesDay(director, 'random-on', '2026-12-15');
    await fill('random-source', 'the evening numbers of the state lottery');
    await fill('quotas', QUOTAS);
    await fill('body-name', 'Hearing panel');
    await page.locator('[name="body-kind"]').selectOption('hearing');
    await fill('body-seats', '12');
    await fill('term-months', '24');
    await fill('most-terms', '2');
    await fill('public-members', '0');
    await director.press(words.desk.publish);
    assert.match(await director.says(), /published, and 300 people were told/);
  };
  const command = (...args: string[]) =>
    spawnSync(process.execPath, [path.join(process.cwd(), 'bin', 'evenhand'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  test('is published, drawn and replayed by a stranger from the published files', {
    timeout: 500_000,
  }, async () => {
    const chance = generatorFrom('a pool of 300');
    const people: string[] = [];
    for (let place = 0; place < 300; place += 1) {
      people.push(await holder(desk.database, desk.world, `Pool Member${place}`));
    }
    const prima = await desk.somebody('Director Prima', 'director');
    const staff = await desk.somebody('Staff Secundus', 'staff');
    const director = await actor(browser, server, { person: prima.id });
    await publishes(director);
    const [row] = await desk.database.owner<{ id: string }[]>`select id from seats.opening`;
    const at = `/openings/${row?.id}`;
    const pick = (...values: readonly string[]): string =>
      values[Math.floor(chance.next() ** 1.5 * values.length)] ?? '';
    for (const person of people) {
      await comesForward(desk.world, {
        ...{ person, opening: row?.id ?? '', staff: staff.id },
        stated: [
          pick('community', 'hospital', 'insurer'),
          pick('south', 'north', 'east', 'west'),
          pick('experienced', 'new'),
        ],
        household: chance.below(20) === 0 ? `${chance.below(8)} Elm Street` : '',
      });
    }
    day.set('2026-12-11');
    await director.go(`/desk${at}`);
    await director.press(words.desk.commit);
    assert.match(await director.says(), /The pool is published/);

    const member = await actor(browser, server, { person: people[7] ?? '', screen: PHONE });
    await member.go('/my/openings');
    assert.match(await member.says(), /You hold \d+ of 1,000 tickets/);

    day.set('2026-12-15');
    await director.go(`/desk${at}`);
    await director.page.locator('[name="words"]').fill('4 8 15 16 23 42');
    await director.press(words.desk.hold);
    assert.match(await director.says(), /The panel is drawn/);

    const stranger = await actor(browser, server, { screen: PHONE });
    await stranger.go(at);
    const shown = await stranger.says();
    assert.match(shown, /300 people, by label and verified values, without names/);
    assert.doesNotMatch(shown, /Pool Member|Elm/);
    for (const name of ['pool.csv', 'quotas.csv', 'draw.json']) {
      const [file] = await Promise.all([
        stranger.page.waitForEvent('download'),
        stranger.page.getByRole('link', { name, exact: true }).click(),
      ]);
      await file.saveAs(path.join(folder, name));
    }
    const told = command('draw', 'pool.csv', 'quotas.csv', '--check', 'draw.json');
    assert.equal(told.status, 0, `${told.stdout}${told.stderr}`);
    assert.match(told.stdout, /^The same panel: 12 people/);
    const panel = /\n {2}(N-[^\n]+)\n/.exec(told.stdout)?.[1]?.split(', ') ?? [];
    assert.equal(panel.length, 12);
    for (const label of panel) {
      assert.ok(shown.includes(label), label);
    }

    day.set('2026-12-25');
    const [seat] = await desk.database.owner<{ nominee: string }[]>`
      select nominee from seats.nomination where label = ${panel[0] ?? ''}`;
    const drawn = await actor(browser, server, { person: seat?.nominee ?? '', screen: PHONE });
    await drawn.go('/my/openings');
    await drawn.press(words.my.decline);
    assert.match(await drawn.says(), /You declined\. The seat goes to somebody else\./);
    await director.go(`/desk${at}`);
    await director.press(words.desk.refill);
    await stranger.go(at);
    assert.match(await stranger.says(), /Replacement 1, on Friday, December 25, 2026/);
    for (const one of [director, member, stranger, drawn]) {
      assert.deepEqual(one.complaints, []);
      await one.context.close();
    }
  });
});
