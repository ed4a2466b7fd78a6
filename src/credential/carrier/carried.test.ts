import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { AFRelationship, PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { joined, utf8 } from '../../kernel/bytes/bytes.ts';
import { carriedCredential } from './carried.ts';
import type { Inflate } from './file-bytes.ts';
import { bakePng } from './png.ts';
import { bakeSvg } from './svg.ts';

const inflate: Inflate = (bytes, mostBytes) => inflateSync(bytes, { maxOutputLength: mostBytes });
const NAMED = JSON.stringify({ type: ['VerifiableCredential'], name: 'Nguyễn-O’Brien ]]> <&"' });
const dot = new Uint8Array(
  await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
    .png()
    .toBuffer(),
);
const SVG =
  '<?xml version="1.0"?><!-- <svg> --><svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><g/></svg>';

async function read(file: Uint8Array | string): Promise<string> {
  const bytes = typeof file === 'string' ? utf8(file) : file;
  const found = await carriedCredential(bytes, inflate);
  return found.ok ? `${found.value.kind}: ${found.value.text}` : found.refusal.kind;
}
function made<Value>(result: { ok: true; value: Value } | { ok: false }): Value {
  assert.ok(result.ok);
  return result.value;
}
/** A picture with one more piece of text, as any program may write it. */
function withText(content: Uint8Array): Uint8Array {
  const [start, end] = [dot.subarray(0, 33), dot.subarray(33)];
  // The check sum comes from baking the same bytes: only the length and the name in front are ours.
  const baked = made(bakePng(dot, ''));
  assert.equal(baked.length, dot.length + 12 + 24);
  const whole = joined(utf8('iTXt'), content);
  const framed = new Uint8Array(8 + whole.length);
  new DataView(framed.buffer).setUint32(0, content.length);
  framed.set(whole, 4);
  new DataView(framed.buffer).setUint32(4 + whole.length, checkSum(whole));
  return joined(start, framed, end);
}
/** CRC-32 bit by bit, as ISO 3309 defines it. */
function checkSum(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    }
  }
  return ~rest >>> 0;
}

test('a name with its accents comes back out of a PNG and an SVG letter for letter', async () => {
  const png = made(bakePng(dot, NAMED));
  assert.equal(await read(png), `png: ${NAMED}`);
  const svg = made(bakeSvg(SVG, NAMED));
  const found = await carriedCredential(utf8(svg), inflate);
  assert.ok(found.ok);
  assert.deepEqual(JSON.parse(found.value.text), JSON.parse(NAMED));
  // Both are still pictures that any program draws.
  assert.equal((await sharp(png).metadata()).width, 4);
  assert.equal((await sharp(Buffer.from(svg)).metadata()).format, 'svg');
});

test('the kind of a file is told by what stands in it', async () => {
  assert.equal(await read(`\ufeff${NAMED}`), `text: ${NAMED}`);
  assert.equal(await read('no JSON at all'), 'text: no JSON at all');
  assert.equal(await read('<html><body>Certified</body></html>'), 'no-credential');
  const photo = await sharp(dot).jpeg().toBuffer();
  const found = await carriedCredential(photo, inflate);
  assert.match(found.ok ? '' : found.refusal.because, /a JPEG picture/);
  assert.equal(await read(Uint8Array.of(0xff, 0xfe, 0x00)), 'no-credential');
});

test('one bit flipped anywhere in a baked picture is noticed', async () => {
  const png = made(bakePng(dot, NAMED));
  for (let place = 0; place < png.length; place += 1) {
    const flipped = png.slice();
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    assert.notEqual(await read(flipped), `png: ${NAMED}`, `byte ${place}`);
  }
  assert.equal(await read(png.subarray(0, -5)), 'damaged');
  assert.equal(await read(joined(png, Uint8Array.of(0))), 'damaged');
});

test('two credentials in one file are refused', async () => {
  const png = made(bakePng(dot, NAMED));
  assert.equal(bakePng(png, NAMED).ok, false);
  const piece = png.subarray(33, 33 + 12 + 24 + utf8(NAMED).length);
  assert.equal(await read(joined(png.subarray(0, 33), piece, png.subarray(33))), 'two-credentials');
  const svg = made(bakeSvg(SVG, NAMED));
  assert.equal(bakeSvg(svg, NAMED).ok, false);
  const element = /<openbadges.*<\/openbadges:credential>/.exec(svg)![0];
  assert.equal(await read(svg.replace('<g/>', element)), 'two-credentials');
  assert.equal(await read(svg.replace('<g/>', `<!-- ${element} -->`)), await read(svg));
});

test('compressed text in a picture is read, but never more than a credential can hold', async () => {
  const content = (packed: Uint8Array): Uint8Array =>
    joined(utf8('openbadgecredential\0\u0001\0\0\0'), packed);
  assert.equal(await read(withText(content(deflateSync(NAMED)))), `png: ${NAMED}`);
  const bomb = deflateSync(Buffer.alloc(50_000_000, 32), { level: 9 });
  const before = performance.now();
  assert.equal(await read(withText(content(bomb))), 'damaged');
  assert.ok(performance.now() - before < 1000);
  assert.equal(await read(withText(utf8('openbadges\0\0\0\0\0{}'))), 'not-read-here');
  assert.equal(await read(dot), 'no-credential');
});

test('a picture that defines words of its own is refused; one that names the standard is not', async () => {
  const svg = made(bakeSvg(SVG, NAMED));
  for (const own of [
    '<!DOCTYPE svg [<!ENTITY a "b">]>',
    '<!ENTITY a SYSTEM "file:///etc/passwd">',
  ]) {
    assert.equal(await read(svg.replace('<svg', `${own}<svg`)), 'not-read-here');
  }
  const named = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/a.dtd">';
  assert.equal(await read(svg.replace('<svg', `${named}<svg`)), await read(svg));
});

test('a PDF gives back what was attached to it, however it was written', async () => {
  for (const useObjectStreams of [true, false]) {
    const pdf = await PDFDocument.create();
    pdf.addPage().drawText('Certified for life');
    await pdf.attach(utf8(NAMED), 'credential.json', {
      mimeType: 'application/vc+ld+json',
      afRelationship: AFRelationship.Source,
    });
    await pdf.attach(utf8('a letter'), 'letter.txt', { mimeType: 'text/plain' });
    const bytes = await pdf.save({ useObjectStreams });
    assert.equal(await read(bytes), `pdf: ${NAMED}`);
    assert.equal(await read(joined(utf8('\r\n'), bytes)), `pdf: ${NAMED}`);
    await pdf.attach(utf8(NAMED.replace('Nguyễn', 'Smith')), 'other.json', { mimeType: 'a/b' });
    assert.equal(await read(await pdf.save({ useObjectStreams })), 'two-credentials');
  }
  const bare = await PDFDocument.create();
  bare.addPage().drawText('Certified');
  assert.equal(await read(await bare.save()), 'no-credential');
});

test('an attachment that was never packed, or packed without end, is read or given up', async () => {
  const pdf = (said: string, data: Uint8Array): Uint8Array =>
    joined(
      utf8(`%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile ${said} >>\nstream\r\n`),
      data,
      utf8('\nendstream\nendobj\n'),
    );
  assert.equal(await read(pdf('/Length 99999', utf8(NAMED))), `pdf: ${NAMED}`);
  assert.equal(await read(pdf('/Length 5 0 R', utf8(NAMED))), `pdf: ${NAMED}`);
  const packed = deflateSync(NAMED);
  assert.equal(
    await read(pdf(`/Filter/FlateDecode/Length ${packed.length}`, packed)),
    `pdf: ${NAMED}`,
  );
  const bomb = deflateSync(Buffer.alloc(50_000_000, 32), { level: 9 });
  assert.equal(await read(pdf('/Filter [/FlateDecode]', bomb)), 'no-credential');
  assert.equal(await read(pdf('/Filter /LZWDecode', packed)), 'no-credential');
});

const VECTORS = '../shared/vectors';
const skip = existsSync(VECTORS) ? false : 'no ../shared';
const OB = `${VECTORS}/1edtech-public-validator/inspector-vc/src/test/resources/ob30`;

test('all six pictures of 1EdTech give up their credential, as JSON or as a token', {
  skip,
}, async () => {
  const pictures = readdirSync(OB).filter((name) => /\.(png|svg)$/.test(name));
  assert.equal(pictures.length, 6);
  for (const name of pictures) {
    const found = await carriedCredential(readFileSync(`${OB}/${name}`), inflate);
    assert.ok(found.ok, name);
    if (name.includes('json')) {
      const { type } = JSON.parse(found.value.text);
      assert.ok(type.includes('OpenBadgeCredential'), name);
    } else {
      assert.match(found.value.text, /^[\w-]+\.[\w-]+\.[\w-]+$/, name);
    }
  }
});
