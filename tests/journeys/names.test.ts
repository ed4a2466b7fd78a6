/**
 * Somebody with a phone and scripts off leaves a name behind: asks for another one, is told what happens, and afterwards the old
 * badge counts no more and leads nowhere, the new one holds, and the register finds the new name only. Nothing that the public
 * can read, no file that is served as it lies, no mail to others and no line of the log holds both.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { fromUtf8 } from '../../src/kernel/bytes/bytes.ts';
import { names as words } from '../../src/web/words/names.ts';
import { register } from '../../src/web/words/register.ts';
import { issueDue } from '../../src/workflow/certify/issue-due.ts';
import { publishStatic } from '../../src/workflow/certify/publish-static.ts';
import { keepRenewal } from '../../src/workflow/renew/keep-renewal.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { picture } from '../support/application.ts';
import { type Desk, type DeskPerson, openDesk } from '../support/desk.ts';
import { storeExam } from '../support/exam-world.ts';
import { passedExam } from '../support/passed-exam.ts';
import { decided } from '../support/renewal-world.ts';
import { type Actor, actor, PHONE } from './actor.ts';

const OLD = 'Quentin Formerbane';
const NAMES = [
  'Marisol Laterwise',
  'Nguyễn Thị Ánh',
  '王小明',
  'محمد بن عبد الله',
  'Ольга Фёдоровна',
];

interface Copy {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

describe('somebody leaves a name behind', { skip: noChromium }, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-names-'));
  let desk: Desk;
  let browser: Browser;
  let address = '';
  let person = '';
  let credential = '';
  let phone: Actor;
  let stranger: Actor;
  const offices = new Map<string, DeskPerson>();
  before(
    async () => {
      desk = await openDesk();
      await storeExam(desk.database.owner, desk.world);
      const { owner } = desk.database;
      person = await passedExam(owner, { name: OLD });
      await issueDue(desk.world);
      const [row] = await owner<{ id: string }[]>`select id from register.credential`;
      credential = row?.id ?? '';
      for (const [name, office] of [
        ['Clara Records', 'clerk'],
        ['Otto Records', 'clerk'],
        ['Rae Decider', 'reviewer'],
        ['Odd Decider', 'reviewer'],
      ] as const) {
        offices.set(name, await desk.somebody(name, office));
      }
      const listening = await desk.server.listen({ port: 0, host: '127.0.0.1' });
      address = listening.replace('127.0.0.1', 'localhost');
      browser = await openBrowser();
      const visited = { address, opened: { world: desk.world } };
      phone = await actor(browser, visited, { screen: PHONE, person });
      stranger = await actor(browser, visited, { screen: PHONE });
    },
    { timeout: 600_000 },
  );
  after(async () => {
    await browser?.close();
    await desk?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const idOf = (name: string): string => offices.get(name)?.id ?? '';
  const copies = async (): Promise<readonly Copy[]> =>
    await desk.database.owner<Copy[]>`
      select id, register.name_in(document) as name, register.number_in(document) as number
      from register.copy where credential = ${credential} order by register.copy.number`;
  const decide = async (): Promise<void> => {
    const [row] = await desk.database.owner<{ id: string }[]>`select m.id from casework.matter m
      where m.kind = 'name-change' order by (select max(e.at) from casework.event e where e.matter = m.id) desc limit 1`;
    await decided(
      {
        ...{ world: desk.world, at: () => {}, staff: '' },
        ...{ clerk: idOf('Clara Records'), otherClerk: idOf('Otto Records') },
        ...{ reviewer: idOf('Rae Decider'), other: idOf('Odd Decider') },
      },
      row?.id ?? '',
      () => true,
    );
    await keepRenewal(desk.world, credential);
  };
  const ask = async (name: string): Promise<void> => {
    await phone.go('/my/name');
    await phone.page.locator('[name="name"]').fill(name);
    await phone.page.locator('[name="way"][value="document"]').check();
    await phone.page.setInputFiles('[name="document"]', {
      ...{ name: 'order.png', mimeType: 'image/png', buffer: Buffer.from(await picture(40)) },
    });
    await phone.press(words.my.button);
  };

  test('is told what is asked for and what happens, loses nothing to a mistake, and is promised an answer', async () => {
    await phone.go('/my/name');
    const before = await phone.says();
    assert.ok(before.includes(OLD));
    assert.match(before, /One official document shows the name/);
    assert.match(before, /nothing public leads from it to the new one/);
    await phone.page.locator('[name="name"]').fill('Marisol Laterwise');
    await phone.page.locator('[name="way"][value="document"]').check();
    await phone.press(words.my.button);
    assert.match(await phone.says(), /Document: choose one official document/);
    assert.equal(await phone.page.locator('[name="name"]').inputValue(), 'Marisol Laterwise');
    await phone.page.locator('[name="name"]').fill('Anna \u{13000}');
    await phone.page.setInputFiles('[name="document"]', {
      ...{ name: 'order.png', mimeType: 'image/png', buffer: Buffer.from(await picture(40)) },
    });
    await phone.press(words.my.button);
    assert.match(await phone.says(), /no font that prints/);
    await ask('Marisol Laterwise');
    const matter = await phone.says();
    assert.match(matter, /Your request for another name, C-/);
    assert.match(matter, /You hear from us by/);
    await phone.go('/my/name');
    assert.match(await phone.says(), /Your request is open/);
  });

  test('the clerk compares names, says what for before an earlier one is shown, and whoever decides sees none', async () => {
    const [row] = await desk.database.owner<{ id: string }[]>`select id from casework.matter
      where kind = 'name-change'`;
    const clerk = await actor(
      browser,
      { address, opened: { world: desk.world } },
      { person: idOf('Clara Records') },
    );
    await clerk.go(`/desk/records/${row?.id}`);
    assert.match(await clerk.says(), /Name asked for Marisol Laterwise/);
    await clerk.press(words.desk.button);
    assert.match(await clerk.says(), /What for/);
    await clerk.page.locator('[name="purpose"]').fill('The diploma bears an earlier name.');
    await clerk.press(words.desk.button);
    assert.match(await clerk.says(), /Former names There are none\./);
    await decide();
    const reviewer = offices.get('Rae Decider');
    const packet = await reviewer?.see(`/desk/matters/${row?.id}`);
    assert.equal(packet?.status, 200);
    assert.doesNotMatch(packet?.text ?? '', /Formerbane|Laterwise|order\.png/);
    await phone.go(`/matters/${row?.id}`);
    assert.match(await phone.says(), /You go by the name you asked for/);
    await phone.go('/my/name');
    assert.match(await phone.says(), /a records clerk, and said what for: The diploma bears/);
  });

  test('the old badge counts no more and leads nowhere, the new one holds, and the register finds the new name only', async () => {
    const [old, now] = await copies();
    assert.ok(old && now);
    await stranger.go(`/c/${old.id}`);
    const said = await stranger.says();
    assert.doesNotMatch(said, /Status today: Current|Laterwise/);
    assert.ok(!(await stranger.page.content()).includes(now.id));
    await stranger.go(`/c/${now.id}`);
    assert.match(await stranger.says(), /Status today: Current/);
    assert.match(await stranger.says(), /Marisol Laterwise/);
    const file = path.join(folder, 'old.json');
    const kept = await fetch(`${address}/c/${old.id}/credential.json`);
    writeFileSync(file, Buffer.from(await kept.arrayBuffer()));
    await stranger.go('/verify');
    await stranger.page.setInputFiles('[name="file"]', file);
    await stranger.page.locator('main button[type="submit"]').first().click();
    assert.match(await stranger.says(), /Genuine, but not current/);
    const asks = async (number: string, familyName: string): Promise<string> => {
      await stranger.go('/register');
      await stranger.page.locator('[name="program"]').selectOption('larkspur-care');
      await stranger.page.locator('[name="number"]').fill(number);
      await stranger.page.locator('[name="family-name"]').fill(familyName);
      await stranger.page
        .getByRole('button', { name: `${register.ask} ${register.number}` })
        .click();
      return await stranger.says();
    };
    assert.match(await asks(now.number, 'Laterwise'), /Marisol Laterwise/);
    for (const [number, familyName] of [
      [old.number, 'Formerbane'],
      [old.number, 'Laterwise'],
      [now.number, 'Formerbane'],
    ] as const) {
      assert.match(await asks(number, familyName), /matches what you asked/);
    }
  });

  test('a name of every script is asked for and stands on the badge, one after the other', async () => {
    for (const name of NAMES.slice(1)) {
      await ask(name);
      assert.match(await phone.says(), /Your request for another name/);
      await decide();
      const newest = (await copies()).at(-1);
      assert.equal(newest?.name, name);
      await stranger.go(`/c/${newest?.id}`);
      assert.ok((await stranger.says()).includes(name), name);
    }
  });

  test('no page, file, mail to others or line of the log holds two of the names, or leads from one copy to another', async () => {
    const all = await copies();
    assert.equal(all.length, NAMES.length + 1);
    const holding = (text: string): readonly Copy[] =>
      all.filter(({ id, name, number }) => [id, name, number].some((said) => text.includes(said)));
    const files = new Map<string, string>();
    await publishStatic(desk.world, {
      read: async (at) => (files.has(at) ? Buffer.from(files.get(at) ?? '') : undefined),
      write: async (at, bytes) => {
        files.set(at, fromUtf8(bytes));
      },
    } as Parameters<typeof publishStatic>[1]);
    assert.ok(files.has(`c/${all[0]?.id}/status.json`));
    const said = new Map<string, string>([...files].map(([at, text]) => [`file ${at}`, text]));
    const open = [
      '/',
      '/log',
      '/notices',
      '/register',
      '/names',
      '/programs',
      '/sitemap.xml',
      '/robots.txt',
    ];
    const ofCopies = all.flatMap(({ id }) =>
      ['', '/status.json', '/credential.json'].map((end) => `/c/${id}${end}`),
    );
    for (const at of [...open, ...ofCopies]) {
      said.set(at, (await desk.stranger().see(at)).text);
    }
    const { owner } = desk.database;
    for (const [place, row] of (
      await owner<{ commitment: string }[]>`select commitment from ledger.entry`
    ).entries()) {
      said.set(`line ${place}`, row.commitment);
    }
    for (const row of await owner<{ id: string; body: string }[]>`
      select id, subject || body as body from post.mail where to_person is distinct from ${person}`) {
      said.set(`mail ${row.id}`, row.body);
    }
    for (const [at, text] of said) {
      assert.ok(holding(text).length <= 1, `${at} holds ${holding(text).map(({ name }) => name)}`);
    }
    for (const { id, name } of all) {
      assert.deepEqual(
        holding(said.get(`/c/${id}`) ?? '').map((copy) => copy.name),
        [name],
      );
    }
    assert.deepEqual(stranger.complaints, []);
    assert.deepEqual(desk.faults, []);
  });
});
