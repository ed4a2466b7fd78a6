/**
 * Looks at what an uploaded file is, not at what it is called, and takes out what it says about its maker: names,
 * places, dates, cameras. Pictures are decoded and written anew, so nothing hidden in them survives; a PDF keeps what
 * its pages look like (clean-pdf). What cannot be opened is refused.
 */
import sharp from 'sharp';
import { refuse, success } from '../../kernel/result/result.ts';
import type { Cleaner, MediaType } from '../../workflow/ports/ports.ts';
import { cleanPdf } from './clean-pdf.ts';

const LARGEST_PICTURE = 100_000_000;
const LARGEST_FILE = 15 * 1024 * 1024;

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
      return kind === 'application/pdf'
        ? await cleanDocument(bytes)
        : await cleanPicture(bytes, kind);
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
  return kept(new Uint8Array(await written.toBuffer()), kind);
}

async function cleanDocument(bytes: Uint8Array): ReturnType<Cleaner['clean']> {
  const cleaned = await cleanPdf(bytes);
  if (cleaned.kind === 'locked') {
    return refuse(
      'locked-file',
      'this PDF is locked with a password; save a copy without one and upload that',
    );
  }
  if (cleaned.kind === 'without-pages') {
    return refuse('damaged-file', 'this PDF has no pages; save it again and upload the new copy');
  }
  return kept(cleaned.bytes, 'application/pdf');
}

/** Writing anew can make a file larger than it was; what the records cannot hold is refused here, in words. */
function kept(bytes: Uint8Array, mediaType: MediaType): Awaited<ReturnType<Cleaner['clean']>> {
  return bytes.length > LARGEST_FILE
    ? refuse(
        'file-too-large',
        'this file would be larger than 15 MB once cleaned; photograph or scan it at a lower size and upload it again',
      )
    : success({ bytes, mediaType });
}
