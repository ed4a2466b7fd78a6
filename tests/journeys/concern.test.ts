/**
 * Somebody raises a concern on a phone, with scripts off, in Spanish: mistakes first, then a photo, then the receipt. An
 * ombud asks back, they come back with both keys and answer. In a real browser before the whole product.
 */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { concernDesk } from '../../src/web/words/concern-desk.ts';
import { concernEs } from '../../src/web/words/concern-es.ts';
import { noChromium, openBrowser } from '../look/browser.ts';
import { CONCERN_PASSPHRASE, labelIn, receiptIn } from '../support/concerns.ts';
import { type FullServer, fullServer } from '../support/full-server.ts';
import { type Actor, actor, atDesk, PHONE } from './actor.ts';

let server: FullServer;
let browser: Browser;

async function fillsIn({ page }: Actor): Promise<void> {
  await page.getByLabel(concernEs.subjects.exam).check();
  await page.getByLabel(concernEs.groundChoices.religion).check();
  await page.getByLabel(concernEs.visibilityChoices.anonymous).check();
  await page.locator('#account').fill('El examen cayó en un día sagrado y nadie quiso cambiarlo.');
  await page.locator('#happened').fill('mayo');
  await page.locator('#happened-day').fill('3');
  await page.locator('#happened-year').fill('2026');
}

describe('a concern, from a phone to the desk and back', { skip: noChromium }, () => {
  before(
    async () => {
      server = await fullServer();
      browser = await openBrowser();
    },
    { timeout: 600_000 },
  );
  after(() => browser?.close());

  test('in Spanish and without a script, with a photo, a question back and an answer', {
    timeout: 120_000,
  }, async () => {
    const ombud = await atDesk(browser, server, 'ombud');
    const person = await actor(browser, server, { screen: PHONE });
    const elsewhere: string[] = [];
    person.page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) elsewhere.push(request.url());
    });
    await person.go('/concern');
    await person.page.getByRole('link', { name: 'Español' }).click();
    await fillsIn(person);
    await person.page.locator('#files').setInputFiles({
      name: 'I will kill you.jpg',
      mimeType: 'image/jpeg',
      buffer: await sharp({ create: { width: 40, height: 30, channels: 3, background: '#225588' } })
        .jpeg()
        .toBuffer(),
    });
    await person.press(concernEs.button);
    await person.page.locator('.error-summary:focus').waitFor();
    assert.match(await person.says(), /Frase de acceso: elija una/);
    assert.match(await person.says(), /Quitar: Archivo 1 \(JPEG/);
    assert.equal(await person.page.locator('#happened-year').inputValue(), '2026');
    await person.page.locator('#passphrase').fill(CONCERN_PASSPHRASE);
    await person.press(concernEs.button);
    const receipt = receiptIn(await person.says());
    const label = labelIn(await person.says());
    assert.notEqual(receipt, '');

    await ombud.go('/desk/concerns');
    await ombud.page.getByRole('link', { name: label }).click();
    assert.match(await ombud.says(), /El examen cayó en un día sagrado/);
    assert.match(await ombud.says(), /Sunday, May 3, 2026/);
    assert.doesNotMatch(await ombud.says(), /kill/);
    await ombud.page.locator('#answer').fill('¿Qué examen era?');
    await ombud.page.getByLabel(concernDesk.kinds.question).check();
    await ombud.press(concernDesk.send);
    assert.match(await ombud.says(), /It can now be read with the receipt code\./);

    await person.page.getByRole('link', { name: concernEs.sent.read }).click();
    await person.page.locator('#receipt').fill(receipt.toLowerCase());
    await person.page.locator('#passphrase').fill(CONCERN_PASSPHRASE);
    await person.press(concernEs.open.button);
    assert.match(await person.says(), /Le preguntamos ¿Qué examen era\?/);
    assert.equal(await person.page.locator('html').getAttribute('lang'), 'es-US');
    await person.page.locator('#words').fill('El de enfermería.');
    await person.press(concernEs.talk.send);
    assert.match(await person.says(), /Usted añadió El de enfermería\./);
    await ombud.page.reload();
    assert.match(await ombud.says(), /The person added El de enfermería\./);
    assert.deepEqual(elsewhere, [], 'nothing is asked of another site');
    const unasked = person.complaints.filter((line) => !line.includes('status of 422'));
    assert.deepEqual([...unasked, ...ombud.complaints], [], 'but the refusal that was provoked');
    await person.context.close();
    await ombud.context.close();
  });
});
