import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';
import jsqr from 'jsqr';
import sharp from 'sharp';
import { extractText, getDocumentProxy } from 'unpdf';
import { openBadge } from '../../credential/badge/open-badge.ts';
import { carriedCredential } from '../../credential/carrier/carried.ts';
import { bakePng } from '../../credential/carrier/png.ts';
import { bakeSvg } from '../../credential/carrier/svg.ts';
import { badgePicture } from '../../credential/paper/badge-picture.ts';
import { certificateOf } from '../../credential/paper/certificate.ts';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { paperPrinter } from './paper-printer.ts';
import { qrSvg } from './qr.ts';

/** Its types say that it is a module with a default; at run time it is the function. */
const readCode = jsqr as unknown as (
  points: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;
const printer = paperPrinter(process.cwd());
const ADDRESS = 'https://larkspur.example/c/AbCdEfGhIjKlMnOpQrStUv';

function badge(holderName: string) {
  const made = openBadge({
    ...{ id: ADDRESS, subjectId: 'urn:uuid:1b4e28ba-2fa1-4d2b-883f-0016d3cca427', holderName },
    ...{ programName: 'Larkspur Care Coordinator (LCC)', programUrl: 'https://larkspur.example/p' },
    achievementId: 'https://larkspur.example/p#1',
    description: 'Certification by the Larkspur Board. Not affiliated with any other body.',
    criteria: { narrative: 'Passed the exam.' },
    issuer: { id: 'did:web:larkspur.example', name: 'Larkspur Board' },
    ...{ awardedDate: '2026-03-04T00:00:00-05:00', validFrom: '2026-03-04T00:00:00-05:00' },
    ...{ validUntil: '2031-03-31T23:59:59-04:00', licenseNumber: 'LCC-7K2M9-QXD4T' },
    ...{ status: { list: 'https://larkspur.example/status/r/1', index: 77 }, demonstration: true },
  });
  assert.ok(made.ok);
  const certificate = certificateOf(made.value);
  assert.ok(certificate);
  return { certificate, document: JSON.stringify(made.value) };
}

async function bothPapers(name: string): Promise<readonly Uint8Array[]> {
  const one = badge(name);
  const more = { dated: date('2026-05-29'), checkAt: 'https://larkspur.example/verify' };
  return await Promise.all(
    [printer.certificate(one), printer.letter({ ...one, ...more })].map(async (made) => {
      const paper = await made;
      assert.ok(paper.ok, JSON.stringify(paper));
      return paper.value;
    }),
  );
}

describe('a credential on paper', () => {
  test('the attached credential is the served one, byte for byte, and the verifier finds it', async () => {
    for (const paper of await bothPapers('Nguyễn Thị Ánh')) {
      const found = await carriedCredential(paper, (bytes) => inflateSync(bytes));
      assert.ok(found.ok, JSON.stringify(found));
      assert.equal(found.value.kind, 'pdf');
      assert.equal(found.value.text, badge('Nguyễn Thị Ánh').document);
    }
  });

  test('is PDF/UA-1, with title, language and tags', async () => {
    for (const paper of await bothPapers('Wójcik')) {
      const document = await getDocumentProxy(Uint8Array.from(paper), { verbosity: 0 });
      const { info, metadata } = await document.getMetadata();
      assert.equal(metadata.get('pdfuaid:part'), '1');
      const { Title, Language } = info as Readonly<Record<string, unknown>>;
      assert.match(String(Title), /Wójcik/);
      assert.equal(Language, 'en-US');
      assert.equal((await document.getMarkInfo())?.Marked, true);
      const roles = JSON.stringify(await (await document.getPage(1)).getStructTree());
      assert.match(roles, /"role":"H1"/);
      assert.ok(roles.includes(`QR code of the address ${ADDRESS}`), roles);
    }
  });

  test('a name is printed in its own script, with the signed fields and the word of a demonstration', async () => {
    for (const name of [
      'Łukasz',
      'Tuyết',
      'Ελένη',
      'Алексей',
      'محمد',
      'אביגיל',
      'अनिल',
      '欧阳国',
    ]) {
      for (const paper of await bothPapers(name)) {
        const document = await getDocumentProxy(Uint8Array.from(paper), { verbosity: 0 });
        const { text } = await extractText(document, { mergePages: true });
        for (const sign of name) {
          assert.ok(text.includes(sign), `${sign} of ${name} in ${text}`);
        }
        assert.match(text, /Demonstration/);
        assert.match(text, /LCC-7K2M9-QXD4T/);
        assert.match(text, /Not affiliated/);
      }
    }
  });

  test('a picture of the badge carries the credential, as PNG and as SVG, and shows no name', async () => {
    const { certificate, document } = badge('Nguyễn Thị Ánh');
    const drawn = badgePicture(certificate);
    assert.doesNotMatch(drawn, /Nguyễn/);
    const baked = bakePng(await printer.picture(drawn), document);
    const woven = bakeSvg(drawn, document);
    assert.ok(baked.ok && woven.ok);
    for (const file of [baked.value, utf8(woven.value)]) {
      const found = await carriedCredential(file, (bytes) => inflateSync(bytes));
      assert.equal(found.ok && found.value.text, document);
    }
  });

  test('a name that no font prints is refused, with its characters', async () => {
    const refused = await printer.namePrints('Anna \u{13000}');
    assert.equal(refused.ok, false);
    assert.match(refused.ok ? '' : refused.refusal.because, /U\+13000/);
    assert.ok((await printer.namePrints('Anna')).ok);
  });

  test('the code leads to the short link', async () => {
    const { data, info } = await sharp(Buffer.from(await qrSvg(ADDRESS)))
      .resize(400)
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.equal(readCode(new Uint8ClampedArray(data), info.width, info.height)?.data, ADDRESS);
  });
});
