import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { found } from '../../../tests/support/traces.ts';
import { documentCleaner } from './cleaner.ts';

/** Names that must not survive, in letters of two scripts. */
const CANARIES = ['Quetzalcanary', 'Канарейкина'];
const words = CANARIES.join(' ');

const canvas = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${words}"/></rdf:RDF></x:xmpmeta>`;
const marked = (picture: Sharp): Sharp =>
  picture
    .withExif({ IFD0: { Artist: words, ImageDescription: words }, IFD3: { GPSLatitudeRef: 'N' } })
    .withXmp(xmp);
const clean = async (bytes: Uint8Array) => {
  const answer = await documentCleaner.clean(bytes);
  return answer.ok ? answer.value : answer.refusal.kind;
};
async function cleaned(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  const answer = await clean(bytes);
  assert.ok(typeof answer !== 'string', `refused: ${String(answer)}`);
  assert.equal(answer.mediaType, mediaType);
  assert.deepEqual(found(answer.bytes, CANARIES), []);
  return answer.bytes;
}

/** A chunk of a PNG: length, name, body, check sum (PNG specification, annex D). */
function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  let crc = 0xffffffff;
  for (const byte of named) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
  }
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, named, sum]);
}
function withChunks(png: Buffer, ...chunks: readonly Buffer[]): Buffer {
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), ...chunks, png.subarray(afterHeader)]);
}
const comment = (text: string): Buffer => {
  const body = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

describe('a picture', () => {
  test('JPEG: camera, author, place, comments and whatever hangs behind it are gone; the picture is there', async () => {
    const plain = await marked(canvas()).jpeg().toBuffer();
    const file = Buffer.concat([
      plain.subarray(0, 2),
      comment(words),
      plain.subarray(2),
      Buffer.from(words),
    ]);
    assert.deepEqual(found(file, CANARIES), CANARIES, 'the search finds them before');
    const bytes = await cleaned(file, 'image/jpeg');
    const after = await sharp(bytes).metadata();
    assert.deepEqual([after.format, after.width, after.height], ['jpeg', 60, 40]);
    assert.ok(after.exif === undefined && after.xmp === undefined && after.iptc === undefined);
    const { dominant } = await sharp(bytes).stats();
    assert.ok(dominant.r > 180 && dominant.g < 60, 'the color is the same');
  });

  test('PNG: text chunks, packed text, Exif and XMP are gone, and whatever hangs behind it', async () => {
    const plain = await marked(canvas()).png().toBuffer();
    const file = Buffer.concat([
      withChunks(
        plain,
        chunk('tEXt', Buffer.from(`Author\0${words}`)),
        chunk('iTXt', Buffer.from(`Title\0\0\0\0\0${words}`)),
        chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.from(words))])),
      ),
      Buffer.from(words),
    ]);
    assert.deepEqual(found(file, CANARIES), CANARIES);
    const bytes = await cleaned(file, 'image/png');
    const after = await sharp(bytes).metadata();
    assert.deepEqual([after.format, after.width, after.height], ['png', 60, 40]);
    assert.ok(after.exif === undefined && after.xmp === undefined);
    assert.ok(!/tEXt|iTXt|zTXt|eXIf/.test(Buffer.from(bytes).toString('latin1')));
  });

  test('taken with the camera on its side stands upright, because the note that says so is taken out', async () => {
    const file = await canvas(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const after = await sharp(await cleaned(file, 'image/jpeg')).metadata();
    assert.deepEqual([after.width, after.height, after.orientation], [40, 60, undefined]);
  });

  test('the same picture cleaned twice is the same file, and cleaning again changes little', async () => {
    const file = await marked(canvas()).png().toBuffer();
    const once = await cleaned(file, 'image/png');
    assert.deepEqual(await cleaned(file, 'image/png'), once);
    assert.deepEqual(await cleaned(once, 'image/png'), once);
  });

  test('cut off in the middle is refused', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
    const big = sharp({
      create: { width: 300, height: 300, channels: 3, background: 'red', noise },
    });
    for (const file of [await big.clone().jpeg().toBuffer(), await big.clone().png().toBuffer()]) {
      assert.ok(typeof (await clean(file)) !== 'string');
      for (const part of [0.1, 0.5, 0.9]) {
        assert.equal(await clean(file.subarray(0, file.length * part)), 'damaged-file');
      }
    }
  });

  test('that would be larger than 15 MB once written anew is refused, not half kept', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 80 } as const;
    const exact = await sharp({
      create: { width: 2350, height: 2350, channels: 3, background: 'red', noise },
    })
      .png()
      .toBuffer();
    assert.ok(exact.length > 15 * 1024 * 1024);
    assert.equal(await clean(exact), 'file-too-large');
  });

  test('that would unpack to more than any scan is refused before it is unpacked', async () => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(40_000, 0);
    header.writeUInt32BE(40_000, 4);
    header.set([8, 2, 0, 0, 0], 8);
    const signature = Buffer.from('89504e470d0a1a0a', 'hex');
    const bomb = Buffer.concat([
      signature,
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
      chunk('IEND', Buffer.alloc(0)),
    ]);
    const start = performance.now();
    assert.equal(await clean(bomb), 'damaged-file');
    assert.ok(performance.now() - start < 2000);
  });
});

describe('a file that is not what it says', () => {
  test('empty: refused, and told so', async () =>
    assert.equal(await clean(new Uint8Array()), 'empty-file'));

  test('of another kind is refused, whatever it is called', async () => {
    const picture = canvas();
    for (const file of [
      Buffer.from('just some text, saved as diploma.pdf'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      Buffer.from('<!doctype html><script>alert(1)</script>'),
      Buffer.from('PK\x03\x04 a document of an office program', 'latin1'),
      Buffer.from('MZ\x90\x00', 'latin1'),
      Buffer.from([0xff]),
      Buffer.from([0xff, 0xd8]),
      await picture.clone().gif().toBuffer(),
      await picture.clone().webp().toBuffer(),
      await picture.clone().tiff().toBuffer(),
      Buffer.alloc(2000),
    ]) {
      assert.equal(await clean(file), 'wrong-kind', file.subarray(0, 20).toString('latin1'));
    }
  });

  test('that only begins like a picture or a PDF is refused', async () => {
    for (const file of [
      Buffer.from('%PDF-1.7\njust some text'),
      Buffer.from('%PDF-1.7\n%%EOF'),
      Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
      Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from('text')]),
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(5000, 65)]),
    ]) {
      assert.equal(await clean(file), 'damaged-file', file.subarray(0, 20).toString('latin1'));
    }
  });

  test('that is two things at once comes out as one of them', async () => {
    const picture = await canvas().png().toBuffer();
    const page = Buffer.from(`<script>alert("${words}")</script>`);
    const both = withChunks(picture, chunk('tEXt', Buffer.concat([Buffer.from('x\0'), page])));
    const bytes = await cleaned(
      Buffer.concat([both, Buffer.from('PK\x03\x04'), page]),
      'image/png',
    );
    assert.ok(!Buffer.from(bytes).toString('latin1').includes('<script>'));
    assert.ok(!Buffer.from(bytes).toString('latin1').includes('PK\x03\x04'));
  });
});
