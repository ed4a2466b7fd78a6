/**
 * A holder signs in on a phone, offers their credential to a wallet, the wallet reads the picture on the screen and fetches its copy,
 * and a stranger checks what the wallet holds. Scripts are off throughout.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { after, before, describe, test } from 'node:test';
import jsqr from 'jsqr';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { en } from '../../src/web/words/en.ts';
import { myCredential as words } from '../../src/web/words/my-credential.ts';
import { issueDue } from '../../src/workflow/certify/issue-due.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { type Desk, openDesk } from '../support/desk.ts';
import { storeExam } from '../support/exam-world.ts';
import { passedExam } from '../support/passed-exam.ts';
import { testWallet } from '../support/wallet.ts';
import { type Actor, actor, PHONE } from './actor.ts';

const HOLDER = 'Ngũgĩ Amara';
const PASSPHRASE = 'a heron stands in the shallow river';
const GOOD = /Demonstration only(?!.*does not hold)/;
/** Its types say that it is a module with a default; at run time it is the function. */
const readCode = jsqr as unknown as (
  points: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

async function freePort(): Promise<number> {
  return await new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

describe('a holder with a phone and a wallet', { skip: noChromium }, () => {
  let desk: Desk;
  let browser: Browser;
  let phone: Actor;
  let stranger: Actor;
  let credential = '';
  let origin = '';
  before(
    async () => {
      const port = await freePort();
      origin = `http://localhost:${port}`;
      desk = await openDesk(origin);
      await storeExam(desk.database.owner, desk.world);
      const { owner } = desk.database;
      const person = randomUUID();
      const hash = await desk.world.passphrases.hash(PASSPHRASE);
      await desk.world.records.as({ rights: 'public', person: undefined }, ({ door }) =>
        door.signUp(person, 'amara@example.org', HOLDER, hash),
      );
      await passedExam(owner, { person });
      await issueDue(desk.world);
      const [row] = await owner<{ id: string }[]>`select id from register.credential`;
      credential = row?.id ?? '';
      await desk.server.listen({ port, host: 'localhost' });
      browser = await openBrowser();
      const server = { address: origin, opened: { world: desk.world } };
      phone = await actor(browser, server, { screen: PHONE });
      stranger = await actor(browser, server, { screen: PHONE });
    },
    { timeout: 600_000 },
  );
  after(async () => {
    await browser?.close();
    await desk?.close();
  });

  /** Reads the picture from the screen as a camera would. */
  const scanned = async (): Promise<string> => {
    const shot = await phone.page.getByAltText(words.pictureAlt).screenshot();
    const { data, info } = await sharp(shot)
      .resize(1200, undefined, { kernel: 'lanczos3' })
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const read = readCode(new Uint8ClampedArray(data), info.width, info.height);
    assert.ok(read !== null, 'the picture cannot be read');
    return read.data;
  };
  const offered = async (form: string): Promise<{ link: string; pin: string }> => {
    await phone.go(`/my/credential/${credential}`);
    await phone.page.getByLabel(form, { exact: true }).check();
    await phone.press(words.make);
    const pin = ((await phone.page.locator('.receipt-large').textContent()) ?? '').replace(' ', '');
    const link = await scanned();
    assert.equal(
      await phone.page.getByRole('link', { name: words.here }).getAttribute('href'),
      link,
    );
    return { link, pin };
  };
  const held: string[] = [];

  test('signs in, and finds what there is to hand on from the first page', async () => {
    await phone.go('/sign-in');
    await phone.page.locator('[name="email"]').fill('amara@example.org');
    await phone.page.locator('[name="passphrase"]').fill(PASSPHRASE);
    await phone.press(en.account.signIn.button);
    await phone.go('/my');
    await phone.page.getByRole('link', { name: words.link }).click();
    const said = await phone.says();
    assert.match(said, /Current/);
    const profile = new URL(
      (await phone.page.getByRole('link', { name: words.profileLink }).getAttribute('href')) ?? '',
    );
    assert.equal(profile.searchParams.get('certUrl'), `${origin}/c/${credential}`);
    for (const file of ['certificate.pdf', 'letter.pdf', 'badge.png', 'credential.json']) {
      const link = phone.page.locator(`a[download="${file}"]`);
      const answer = await fetch(`${origin}${await link.getAttribute('href')}`);
      assert.equal(answer.status, 200, file);
    }
  });

  test('nothing on the way asks another site for anything', async () => {
    const asked: string[] = [];
    phone.page.on('request', (request) => asked.push(new URL(request.url()).origin));
    await phone.go(`/my/credential/${credential}`);
    assert.deepEqual([...new Set(asked)], [origin]);
  });

  test('the wallet reads the picture on the screen and fetches its copy, in either form', async () => {
    for (const form of [words.forms.ldp_vc.label, words.forms['dc+sd-jwt'].label]) {
      const wallet = testWallet('P-256', form === words.forms.ldp_vc.label ? 'did:key' : 'jwk');
      const { link, pin } = await offered(form);
      const copy = await wallet.take(link, pin);
      held.push(typeof copy === 'string' ? copy : JSON.stringify(copy));
    }
    await phone.go(`/my/credential/${credential}`);
    const said = await phone.says();
    assert.match(said, /Open badge, fetched on .* Counts/);
    assert.match(said, /Selective, fetched on .* Counts/);
  });

  test('a stranger checks what the wallet holds, before and after it was ended', async () => {
    const checks = async (): Promise<string> => {
      await stranger.go('/verify');
      await stranger.page.locator('[name="text"]').fill(held[0] ?? '');
      await stranger.press(en.verify.button);
      return await stranger.says();
    };
    const good = await checks();
    assert.match(good, GOOD);
    assert.ok(good.includes(HOLDER));
    await phone.page
      .getByRole('listitem')
      .filter({ hasText: words.forms.ldp_vc.label })
      .getByRole('button')
      .click();
    assert.match(await phone.says(), /That copy counts no more/);
    assert.match(await checks(), /not current|does not hold/);
    await stranger.go(`/c/${credential}`);
    assert.match(await stranger.says(), /Status today: Current/);
    assert.deepEqual([...phone.complaints, ...stranger.complaints], []);
  });
});
