import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { bakePng } from '../../credential/carrier/png.ts';
import { bakeSvg } from '../../credential/carrier/svg.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import type { JsonObject } from '../../kernel/bytes/json-members.ts';
import { runVerify, type VerifyWorld } from './verify.ts';

interface Published {
  readonly now: string;
  readonly didDocument: JsonObject;
  readonly statusLists: JsonObject;
  readonly cases: readonly { readonly name: string; readonly credential: JsonObject }[];
}
const published: Published = JSON.parse(
  await readFile('reference/credential/verdicts.json', 'utf8'),
);
const bundle = await mkdtemp(path.join(tmpdir(), 'evenhand-bundle-'));
after(() => rm(bundle, { recursive: true }));
await writeFile(path.join(bundle, 'did.json'), JSON.stringify(published.didDocument));
await writeFile(path.join(bundle, 'status-lists.json'), JSON.stringify(published.statusLists));
const credential = (name: string): string =>
  JSON.stringify(published.cases.find((one) => one.name === name)!.credential);

interface Answer {
  readonly verdict: string;
  readonly carrier: string;
  readonly steps: Readonly<Record<string, string>>;
  readonly advice: readonly string[];
  readonly reasons: { readonly format?: string };
}

async function run(...args: string[]): Promise<{ code: number; text: string }> {
  const said: string[] = [];
  const world: VerifyWorld = {
    readFile: (file) => readFile(file).catch(() => undefined),
    fetch: (url) => assert.fail(`${url} was asked`),
    out: (line) => said.push(line),
    err: (line) => said.push(`! ${line}`),
    now: () => Date.parse(published.now),
  };
  const code = await runVerify(args, world);
  return { code, text: said.join('\n') };
}
async function put(name: string, content: Uint8Array | string): Promise<string> {
  const file = path.join(bundle, name);
  await writeFile(file, content);
  return file;
}
async function answer(content: Uint8Array | string): Promise<Answer> {
  // The name says nothing, and does not mislead either.
  const file = await put('file.docx', content);
  return JSON.parse((await run(file, '--offline', bundle, '--format', 'json')).text);
}
const baked = async (kind: 'png' | 'svg' | 'pdf', text: string): Promise<Uint8Array> => {
  if (kind === 'pdf') {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Certified Surgeon');
    await pdf.attach(utf8(text), 'credential.json', { mimeType: 'application/vc+ld+json' });
    return await pdf.save();
  }
  const dot = { width: 4, height: 4, channels: 3, background: 'red' } as const;
  const picture =
    kind === 'png'
      ? bakePng(new Uint8Array(await sharp({ create: dot }).png().toBuffer()), text)
      : bakeSvg(
          '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'.replace('/>', '></svg>'),
          text,
        );
  assert.ok(picture.ok);
  return typeof picture.value === 'string' ? utf8(picture.value) : picture.value;
};

test('the same credential has the same verdict as JSON, in a picture and in a PDF, whatever the file is called', async () => {
  for (const [name, verdict] of [
    ['valid', 'genuine-and-current'],
    ['revoked', 'genuine-not-current'],
    ['tampered-name', 'not-genuine'],
  ] as const) {
    const text = credential(name);
    const plain = await answer(text);
    assert.equal(plain.verdict, verdict);
    for (const kind of ['png', 'svg', 'pdf'] as const) {
      const found = await answer(await baked(kind, text));
      assert.deepEqual([found.verdict, found.steps, found.carrier], [verdict, plain.steps, kind]);
    }
  }
});

test('an employer is told apart: another program, an altered page, run out, taken back, forged', async () => {
  const altered = (await answer(await baked('pdf', credential('valid')))).advice.join(' ');
  assert.match(altered, /one program: Certified Case Manager\. If you asked for another program/);
  assert.match(altered, /pages of the PDF are not signed.*they were altered/);
  for (const [name, words] of [
    ['expired-four-minutes-ago', /^It ran out\. Ask its holder for the renewed one/],
    ['revoked', /^This copy counts no more: it was taken back, or a newer copy/],
    ['tampered-name', /^Something in it was changed after it was signed/],
    ['forged-key-in-fragment', /^It names an issuer that did not sign it/],
    ['status-list-stale', /^Do not rely on it before you know whether it was taken back/],
    ['issuer-document-missing', /^That does not make it false/],
  ] as const) {
    const { advice } = await answer(credential(name));
    assert.match(advice[0] ?? '', words, name);
  }
});

test('a token is not checked, and not called false; a photograph carries nothing', async () => {
  const token = await answer('eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2ln');
  assert.deepEqual([token.verdict, token.steps['format']], ['unknown', 'unknown']);
  const dot = { width: 4, height: 4, channels: 3, background: 'red' } as const;
  const photo = await answer(await sharp({ create: dot }).jpeg().toBuffer());
  assert.equal(photo.verdict, 'not-genuine');
  assert.match(photo.reasons.format ?? '', /a JPEG picture/);
});

test('--offline stands alone, in front of a bundle, or with it behind a sign', async () => {
  const file = await put('one.json', credential('valid'));
  assert.equal((await run(file, '--offline', bundle)).code, 0);
  assert.equal((await run('--offline', bundle, file)).code, 0);
  assert.equal((await run(file, `--offline=${bundle}`)).code, 0);
  assert.equal((await run(file, '--offline')).code, 2);
});

test('a bundle that is not whole is named, and nothing is checked', async () => {
  const file = await put('one.json', credential('valid'));
  const missing = await run(file, '--offline', '/nowhere');
  assert.deepEqual(
    [missing.code, missing.text],
    [2, '! /nowhere/did.json is not there, or is not text.'],
  );
  const whole = await readFile(path.join(bundle, 'status-lists.json'));
  await put('status-lists.json', '{"a":1,"a":2}');
  const twice = await run(file, '--offline', bundle);
  await writeFile(path.join(bundle, 'status-lists.json'), whole);
  assert.equal(twice.code, 2);
  assert.match(twice.text, /status-lists\.json cannot be used: the member "a" stands twice/);
  const format = await run(file, '--format', 'yaml');
  assert.match(format.text, /^! "yaml" is not a format/);
});

const VECTORS = '../shared/vectors/evenhand-own';
test('all 37 cases have their verdict and their steps by the command and its bundle', {
  skip: existsSync(VECTORS) ? false : 'no ../shared',
}, async () => {
  interface Manifest {
    readonly now: string;
    readonly cases: readonly {
      readonly file: string;
      readonly verdict: string;
      readonly steps?: Readonly<Record<string, string>>;
    }[];
  }
  const manifest: Manifest = JSON.parse(readFileSync(`${VECTORS}/manifest.json`, 'utf8'));
  assert.equal(manifest.cases.length, 37);
  for (const { file, verdict, steps } of manifest.cases) {
    const place = `${VECTORS}/${file}`;
    const asked = [place, '--offline', VECTORS, '--format', 'json', '--as-of', manifest.now];
    const found: Answer = JSON.parse((await run(...asked)).text);
    assert.equal(found.verdict, verdict, file);
    for (const [step, word] of Object.entries(steps ?? {})) {
      assert.equal(found.steps[step], word, `${file}: ${step}`);
    }
  }
});
