/**
 * Looks at what an uploaded file is, not at what it is called, and takes out what it says about its maker: names,
 * places, dates, cameras. Pictures are decoded and written anew, so nothing hidden in them survives; a PDF loses its
 * information dictionary, its XMP packets, scripts and attached files. What cannot be opened is refused.
 */
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { refuse, success } from '../../kernel/result/result.ts';
import type { Cleaner, MediaType } from '../../workflow/ports/ports.ts';

const LARGEST_PICTURE = 100_000_000;

export const documentCleaner: Cleaner = {
  async clean(bytes) {
    if (bytes.length === 0) {
      return refuse('empty-file', 'this file is empty; choose it again, or save it again first');
    }
    const kind = kindOf(bytes);
    if (kind === undefined) {
      return refuse(
        'wrong-kind',
        'this file is not a PDF, JPEG or PNG; save or photograph the document as one of these',
      );
    }
    try {
      return kind === 'application/pdf' ? await cleanPdf(bytes) : await cleanPicture(bytes, kind);
    } catch {
      // Whatever a decoder stumbles over, the answer to the person is the same.
      return refuse(
        'damaged-file',
        'this file cannot be opened; it may be damaged. Open it on your device, save it again, and upload the new copy',
      );
    }
  },
};

function kindOf(bytes: Uint8Array): MediaType | undefined {
  const starts = (...signature: readonly number[]): boolean =>
    signature.every((byte, place) => bytes[place] === byte);
  if (starts(0xff, 0xd8, 0xff)) {
    return 'image/jpeg';
  }
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) {
    return 'image/png';
  }
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  return head.includes('%PDF-') ? 'application/pdf' : undefined;
}

async function cleanPicture(bytes: Uint8Array, kind: MediaType): ReturnType<Cleaner['clean']> {
  const picture = sharp(bytes, { limitInputPixels: LARGEST_PICTURE, failOn: 'error' }).rotate();
  const written = kind === 'image/png' ? picture.png() : picture.jpeg({ quality: 88 });
  return success({ bytes: new Uint8Array(await written.toBuffer()), mediaType: kind });
}

async function cleanPdf(bytes: Uint8Array): ReturnType<Cleaner['clean']> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  if (source.isEncrypted) {
    return refuse(
      'locked-file',
      'this PDF is locked with a password; save a copy without one and upload that',
    );
  }
  // Pages are copied into a new document: whatever hangs elsewhere in the old one stays behind.
  const clean = await PDFDocument.create({ updateMetadata: false });
  const pages = await clean.copyPages(source, source.getPageIndices());
  for (const page of pages) {
    for (const name of ['Metadata', 'PieceInfo', 'AA', 'LastModified', 'Thumb']) {
      page.node.delete(PDFName.of(name));
    }
    clean.addPage(page);
  }
  for (const [, object] of clean.context.enumerateIndirectObjects()) {
    const dictionary =
      object instanceof PDFDict ? object : 'dict' in object ? object.dict : undefined;
    if (dictionary instanceof PDFDict) {
      for (const name of ['Metadata', 'PieceInfo', 'JS', 'JavaScript', 'EmbeddedFiles', 'T']) {
        dictionary.delete(PDFName.of(name));
      }
    }
  }
  delete clean.context.trailerInfo.Info;
  if (pages.length === 0) {
    return refuse('damaged-file', 'this PDF has no pages; save it again and upload the new copy');
  }
  return success({
    bytes: new Uint8Array(await clean.save({ useObjectStreams: false })),
    mediaType: 'application/pdf',
  });
}
