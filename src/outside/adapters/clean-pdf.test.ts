import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFString,
  StandardFonts,
} from '@cantoo/pdf-lib';
import fc from 'fast-check';
import sharp from 'sharp';
import { found } from '../../../tests/support/traces.ts';
import { documentCleaner } from './cleaner.ts';

const CANARIES = ['Quetzalcanary', 'Канарейкина'];
const words = CANARIES.join(' ');
const SHOWN = 'Shown to whoever reads the page';

const clean = async (bytes: Uint8Array) => {
  const answer = await documentCleaner.clean(bytes);
  return answer.ok ? answer.value : answer.refusal.kind;
};
async function cleaned(bytes: Uint8Array): Promise<Uint8Array> {
  const answer = await clean(bytes);
  assert.ok(typeof answer !== 'string', `refused: ${String(answer)}`);
  assert.equal(answer.mediaType, 'application/pdf');
  assert.deepEqual(found(answer.bytes, CANARIES), []);
  return answer.bytes;
}

/** One page that says something, to which a test adds the rest. */
async function paper(): Promise<{ readonly doc: PDFDocument; readonly page: PDFPage }> {
  const doc = await PDFDocument.create();
  const page = doc.addPage([300, 200]);
  page.drawText(SHOWN, {
    x: 20,
    y: 100,
    size: 12,
    font: await doc.embedFont(StandardFonts.Helvetica),
  });
  return { doc, page };
}
const text = (value: string) => PDFString.of(value);
const packed = (doc: PDFDocument, value: string, entries = {}) =>
  doc.context.register(doc.context.flateStream(Buffer.from(value), entries));
function annotate(doc: PDFDocument, page: PDFPage, entries: Record<string, unknown>): void {
  const annotation = doc.context.obj({
    Type: 'Annot',
    Rect: [10, 10, 90, 40],
    ...entries,
  } as never);
  page.node.addAnnot(doc.context.register(annotation));
}
const appearance = (doc: PDFDocument, content: string) => ({
  N: doc.context.register(
    doc.context.flateStream(content, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 80, 30] }),
  ),
});
const jpegWithWords = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#08f' } })
    .withExif({ IFD0: { Artist: words, ImageDescription: words } })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${words}</x:xmpmeta>`)
    .jpeg()
    .toBuffer();

type Hide = (doc: PDFDocument, page: PDFPage) => void | Promise<void>;
const places: Readonly<Record<string, Hide>> = {
  'the information dictionary': (doc) => {
    doc.setAuthor(words);
    doc.setTitle(words);
    doc.setSubject(words);
    doc.setKeywords([words]);
    doc.setCreator(words);
    doc.setProducer(words);
  },
  'XMP of the document, in the open and packed': (doc) => {
    const open = PDFRawStream.of(doc.context.obj({ Type: 'Metadata' }), Buffer.from(words));
    doc.catalog.set(PDFName.of('Metadata'), doc.context.register(open));
    doc.catalog.set(PDFName.of('PieceInfo'), packed(doc, words));
  },
  'XMP and private data of the page': (_doc, page) => {
    page.node.set(PDFName.of('Metadata'), packed(page.doc, words, { Type: 'Metadata' }));
    page.node.set(PDFName.of('PieceInfo'), page.doc.context.obj({ App: { Private: text(words) } }));
    page.node.set(PDFName.of('SomethingElse'), text(words));
  },
  'an attached file': async (doc) => {
    await doc.attach(Buffer.from(words), `${CANARIES[0]}.txt`, { description: words });
  },
  'a file pinned to the page': (doc, page) => {
    const file = packed(doc, words, { Type: 'EmbeddedFile' });
    const spec = doc.context.obj({ Type: 'Filespec', F: text(words), EF: { F: file } });
    annotate(doc, page, {
      Subtype: 'FileAttachment',
      FS: doc.context.register(spec),
      T: text(words),
    });
  },
  'a note, its author and its window': (doc, page) => {
    const popup = doc.context.obj({ Type: 'Annot', Subtype: 'Popup', Contents: text(words) });
    annotate(doc, page, {
      Subtype: 'Text',
      Contents: text(words),
      T: text(words),
      RC: text(`<p>${words}</p>`),
      Popup: doc.context.register(popup),
      AP: appearance(doc, '1 0 0 rg 0 0 8 8 re f'),
    });
  },
  'a link that names somebody': (doc, page) => {
    annotate(doc, page, {
      Subtype: 'Link',
      A: { S: 'URI', URI: text(`mailto:${CANARIES[0]}@people.example`) },
    });
  },
  'what is said about a stamp, not the stamp': (doc, page) => {
    annotate(doc, page, {
      Subtype: 'Stamp',
      Contents: text(words),
      T: text(words),
      NM: text(words),
      AP: appearance(doc, '0 1 0 rg 0 0 80 30 re f % green'),
    });
  },
  'a hidden field': (doc, page) => {
    annotate(doc, page, {
      Subtype: 'Widget',
      F: 2,
      V: text(words),
      AP: appearance(doc, `BT (${words}) Tj ET`),
    });
  },
  scripts: (doc, page) => {
    const script = { S: 'JavaScript', JS: text(`app.alert("${words}")`) };
    doc.addJavaScript('main', `app.alert("${words}")`);
    doc.catalog.set(PDFName.of('OpenAction'), doc.context.obj(script));
    page.node.set(PDFName.of('AA'), doc.context.obj({ O: script }));
  },
  'bookmarks, page labels and the structure tree': (doc) => {
    doc.catalog.set(PDFName.of('Outlines'), doc.context.obj({ First: { Title: text(words) } }));
    doc.catalog.set(PDFName.of('PageLabels'), doc.context.obj({ Nums: [0, { P: text(words) }] }));
    const tree = doc.context.obj({
      Type: 'StructTreeRoot',
      K: { Alt: text(words), T: text(words) },
    });
    doc.catalog.set(PDFName.of('StructTreeRoot'), tree);
  },
  'the name of a layer': (doc, page) => {
    const layer = doc.context.obj({
      Type: 'OCG',
      Name: text(words),
      Usage: { CreatorInfo: { Creator: text(words) } },
    });
    page.node
      .normalizedEntries()
      .Resources.set(
        PDFName.of('Properties'),
        doc.context.obj({ MC0: doc.context.register(layer) }),
      );
  },
  'the camera of an embedded picture': async (doc, page) => {
    page.drawImage(await doc.embedJpg(await jpegWithWords()), { x: 5, y: 5 });
  },
  'the camera of a picture that was packed once more': async (doc, page) => {
    const stream = PDFRawStream.of(
      doc.context.obj({
        Type: 'XObject',
        Subtype: 'Image',
        Width: 40,
        Height: 30,
        ColorSpace: 'DeviceRGB',
        BitsPerComponent: 8,
        Filter: ['FlateDecode', 'DCTDecode'],
      }),
      deflateSync(await jpegWithWords()),
    );
    page.node.setXObject(PDFName.of('Im9'), doc.context.register(stream));
  },
  'private data of an embedded picture': async (doc, page) => {
    const image = await doc.embedJpg(await sharp(await jpegWithWords()).toBuffer());
    page.drawImage(image, { x: 5, y: 5 });
    await doc.flush();
    const stream = doc.context.lookup(image.ref);
    assert.ok(stream instanceof PDFRawStream);
    stream.dict.set(PDFName.of('Metadata'), packed(doc, words));
    stream.dict.set(PDFName.of('Alt'), text(words));
  },
  'an object that nothing points to': (doc) => {
    doc.context.register(text(words));
    packed(doc, words);
  },
};

describe('a PDF', () => {
  for (const [place, hide] of Object.entries(places)) {
    test(`loses a name hidden in ${place}, and keeps its page`, async () => {
      const { doc, page } = await paper();
      await hide(doc, page);
      for (const useObjectStreams of [false, true]) {
        const file = await doc.save({ useObjectStreams });
        assert.ok(found(file, CANARIES).length > 0, 'the search finds it before');
        const bytes = await cleaned(file);
        assert.deepEqual(found(bytes, [SHOWN]), [SHOWN]);
        const after = await PDFDocument.load(bytes);
        assert.equal(after.getPageCount(), 1);
        assert.deepEqual(after.getPage(0).getSize(), { width: 300, height: 200 });
      }
    });
  }

  test('with an older state of the page behind it loses the older state', async () => {
    const { doc } = await paper();
    const file = Buffer.from(await doc.save({ useObjectStreams: false }));
    const older = Buffer.from(`99 0 obj\n(${words})\nendobj\n% ${words}\n`);
    const header = file.indexOf('\n') + 1;
    await cleaned(Buffer.concat([file.subarray(0, header), older, file.subarray(header)]));
  });

  test('keeps what was filled in, stamped and drawn on it, and how it lies on the page', async () => {
    const { doc, page } = await paper();
    const field = doc.getForm().createTextField(words.split(' ')[0] ?? '');
    field.setText('Filled in by hand');
    field.addToPage(page, { x: 20, y: 20, width: 200, height: 30 });
    annotate(doc, page, { Subtype: 'Stamp', AP: appearance(doc, 'BT (Stamped) Tj ET') });
    page.setRotation({ type: 'degrees', angle: 90 } as never);
    doc.addPage([100, 100]);
    const bytes = await cleaned(await doc.save());
    const shown = ['Filled in by hand', 'Stamped', SHOWN];
    assert.deepEqual(found(bytes, shown), shown);
    const after = await PDFDocument.load(bytes);
    assert.equal(after.getPageCount(), 2);
    assert.equal(after.getPage(0).getRotation().angle, 90);
    const kinds = annotationsOf(after.getPage(0)).map((one) =>
      String(one.get(PDFName.of('Subtype'))),
    );
    assert.deepEqual(kinds, ['/Stamp', '/Stamp']);
  });

  test('keeps every dot of a picture in it', async () => {
    const picture = await jpegWithWords();
    const { doc, page } = await paper();
    page.drawImage(await doc.embedJpg(picture), { x: 5, y: 5 });
    const after = await PDFDocument.load(await cleaned(await doc.save()));
    const [inside, ...more] = after.context
      .enumerateIndirectObjects()
      .map(([, object]) => object)
      .filter(isPicture);
    assert.deepEqual(more, []);
    const dots = (bytes: Uint8Array) => sharp(bytes).raw().toBuffer();
    assert.deepEqual(await dots(inside?.contents ?? new Uint8Array()), await dots(picture));
  });

  test('locked with a password is refused, with any password and with none to open it', async () => {
    for (const passwords of [{ userPassword: 'u', ownerPassword: 'o' }, { ownerPassword: 'o' }]) {
      const { doc } = await paper();
      doc.encrypt(passwords);
      assert.equal(await clean(await doc.save()), 'locked-file');
    }
  });

  test('without pages is refused, and so is one cut off', async () => {
    const empty = await PDFDocument.create();
    assert.equal(await clean(await empty.save({ addDefaultPage: false })), 'damaged-file');
    const { doc } = await paper();
    const file = await doc.save();
    assert.equal(await clean(file.subarray(0, 200)), 'damaged-file');
    assert.equal(await clean(file.subarray(0, 40)), 'damaged-file');
  });

  test('that is a web page or a script as well comes out as a PDF alone', async () => {
    const { doc } = await paper();
    const file = Buffer.from(await doc.save());
    const page = `<script>alert("${words}")</script>`;
    const both = Buffer.concat([Buffer.from(`${page}\n`), file, Buffer.from(page)]);
    const bytes = await cleaned(both);
    assert.ok(Buffer.from(bytes).toString('latin1').startsWith('%PDF-'));
    assert.ok(!Buffer.from(bytes).toString('latin1').includes('<script>'));
  });

  test('damaged anywhere is refused or cleaned, and never a fault', async () => {
    const { doc, page } = await paper();
    doc.setAuthor(words);
    await doc.attach(Buffer.from(words), 'a.txt');
    page.drawImage(await doc.embedJpg(await jpegWithWords()), { x: 5, y: 5 });
    const file = await doc.save({ useObjectStreams: false });
    const change = fc.tuple(fc.nat(file.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
        const damaged = new Uint8Array(file);
        for (const [at, byte] of changes) {
          damaged[at] = byte;
        }
        const answer = await clean(damaged);
        if (typeof answer !== 'string') {
          assert.deepEqual(found(answer.bytes, CANARIES), []);
        }
      }),
      { numRuns: 60, seed: 20280229 },
    );
  });
});

function annotationsOf(page: PDFPage): readonly PDFDict[] {
  const list = page.node.lookup(PDFName.of('Annots'), PDFArray);
  return list.asArray().map((one) => page.doc.context.lookup(one, PDFDict));
}
const isPicture = (object: PDFObject): object is PDFRawStream =>
  object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
