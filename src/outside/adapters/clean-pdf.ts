/**
 * A PDF with nothing in it but its pages. Pages are copied into a new document, each with only the entries that draw
 * it; notes, links, attached files, scripts, form fields and descriptions stay behind, and so does every object that no
 * page needs any more. What stamps, highlights and filled-in fields look like is kept, because a person must read it;
 * who wrote them and when is not. Pictures keep their dots and lose their words.
 *
 * Source: ISO 32000-2, tables 31 (page), 166 (annotations), 43 (embedded files), 87 (image dictionary).
 */
import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFDocument,
  PDFInvalidObject,
  PDFName,
  type PDFObject,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { jpeg2000WithoutWords, jpegWithoutWords } from './picture-segments.ts';

export type CleanedPdf =
  | { readonly kind: 'clean'; readonly bytes: Uint8Array }
  | { readonly kind: 'locked' }
  | { readonly kind: 'without-pages' };

export async function cleanPdf(bytes: Uint8Array): Promise<CleanedPdf> {
  const source = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true });
  if (source.isEncrypted) {
    return { kind: 'locked' };
  }
  if (source.getPageCount() === 0) {
    return { kind: 'without-pages' };
  }
  const clean = await PDFDocument.create({ updateMetadata: false });
  for (const page of await clean.copyPages(source, source.getPageIndices())) {
    drawOnly(page);
    clean.addPage(page);
  }
  delete clean.context.trailerInfo.Info;
  sweep(clean.context);
  for (const [ref, object] of clean.context.enumerateIndirectObjects()) {
    if (object instanceof PDFInvalidObject) {
      throw new Error('an object that the pages need cannot be read');
    }
    describeNothing(object);
    if (object instanceof PDFRawStream) {
      clean.context.assign(ref, withoutWords(object));
    }
  }
  sweep(clean.context);
  return { kind: 'clean', bytes: new Uint8Array(await clean.save({ useObjectStreams: false })) };
}

const DRAWS_THE_PAGE = new Set(
  'Type Parent Resources Contents MediaBox CropBox BleedBox TrimBox ArtBox Rotate UserUnit Group Annots'.split(
    ' ',
  ),
);

function drawOnly(page: PDFPage): void {
  for (const key of page.node.keys()) {
    if (!DRAWS_THE_PAGE.has(key.decodeText())) {
      page.node.delete(key);
    }
  }
  const context = page.node.context;
  const annotations = page.node.lookup(PDFName.of('Annots'));
  page.node.delete(PDFName.of('Annots'));
  if (annotations instanceof PDFArray) {
    const drawn = annotations
      .asArray()
      .map((one) => asStamp(context, context.lookup(one)))
      .filter((stamp) => stamp !== undefined);
    if (drawn.length > 0) {
      page.node.set(PDFName.of('Annots'), context.obj(drawn));
    }
  }
}

const SEEN_ON_PAPER = new Set(
  'Widget FreeText Stamp Ink Highlight Underline StrikeOut Squiggly Line Square Circle Polygon PolyLine Caret'.split(
    ' ',
  ),
);
const HIDDEN_OR_NOT_VIEWED = 2 + 32;

/** Only what a reader sees of it; undefined where there is nothing to see. */
function asStamp(context: PDFContext, annotation: PDFObject | undefined): PDFDict | undefined {
  if (!(annotation instanceof PDFDict)) {
    return undefined;
  }
  const entry = (name: string): PDFObject | undefined => annotation.lookup(PDFName.of(name));
  const subtype = entry('Subtype');
  const appearance = entry('AP');
  const normal = appearance instanceof PDFDict ? appearance.get(PDFName.of('N')) : undefined;
  const flags = Number(entry('F')?.toString() ?? 0);
  const seen = subtype instanceof PDFName && SEEN_ON_PAPER.has(subtype.decodeText());
  const [place, state] = [annotation.get(PDFName.of('Rect')), entry('AS')];
  if (!seen || normal === undefined || place === undefined || flags & HIDDEN_OR_NOT_VIEWED) {
    return undefined;
  }
  const stamp = context.obj({ Type: 'Annot', Subtype: 'Stamp', F: 4, AP: { N: normal } });
  stamp.set(PDFName.of('Rect'), place);
  if (state instanceof PDFName) {
    stamp.set(PDFName.of('AS'), state);
  }
  return stamp;
}

const DESCRIBES = new Set(
  'Metadata PieceInfo LastModified JS JavaScript EmbeddedFiles EF AF AA OPI Usage Alt ActualText StructParent StructParents'.split(
    ' ',
  ),
);

function describeNothing(object: PDFObject): void {
  if (object instanceof PDFArray) {
    object.asArray().forEach(describeNothing);
    return;
  }
  const dictionary =
    object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;
  if (dictionary === undefined) {
    return;
  }
  const type = dictionary.get(PDFName.of('Type'));
  if (type === PDFName.of('OCG') || type === PDFName.of('OCMD')) {
    dictionary.set(PDFName.of('Name'), PDFString.of('Layer'));
  }
  for (const [key, value] of dictionary.entries()) {
    if (DESCRIBES.has(key.decodeText())) {
      dictionary.delete(key);
    } else {
      describeNothing(value);
    }
  }
}

/** Far above any scan, and far below what would exhaust the memory of a server. */
const MOST_PICTURE_BYTES = 100_000_000;
/** Bytes spelled out in letters: nothing grows when they are read. */
const SPELLED = ['ASCII85Decode', 'ASCIIHexDecode'];
const PACKED_DOTS = new Set([
  'FlateDecode',
  'LZWDecode',
  'RunLengthDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  ...SPELLED,
]);

/**
 * A picture stored as a JPEG or JPEG 2000 file carries that file's own notes about camera, place and author. A stream
 * packed in a way nobody can name shows nothing and could hold anything, so the file counts as damaged.
 */
function withoutWords(stream: PDFRawStream): PDFRawStream {
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const names = (
    filter instanceof PDFArray ? filter.asArray() : filter === undefined ? [] : [filter]
  ).map((one) => (one instanceof PDFName ? one.decodeText() : ''));
  const last = names.at(-1);
  if (last !== 'DCTDecode' && last !== 'JPXDecode') {
    const picture = names.length === 0 && jpegWithoutWords(stream.contents) !== undefined;
    if (picture || !names.every((name) => PACKED_DOTS.has(name))) {
      throw new Error(`a stream in this PDF is packed as ${names.join(' ')}`);
    }
    return stream;
  }
  const picture = unwrapped(stream, names.slice(0, -1));
  const bare = last === 'DCTDecode' ? jpegWithoutWords(picture) : jpeg2000WithoutWords(picture);
  if (bare === undefined) {
    throw new Error('a picture in this PDF cannot be read');
  }
  stream.dict.set(PDFName.of('Filter'), PDFName.of(last));
  if (names.length > 1) {
    stream.dict.delete(PDFName.of('DecodeParms'));
  }
  return PDFRawStream.of(stream.dict, bare);
}

/** The picture's own file, where it was packed or spelled out once more. */
function unwrapped(stream: PDFRawStream, wrappings: readonly string[]): Uint8Array {
  const [outer] = wrappings;
  if (outer === undefined) {
    return stream.contents;
  }
  if (wrappings.length > 1 || (outer !== 'FlateDecode' && !SPELLED.includes(outer))) {
    throw new Error(`a picture in this PDF is packed as ${wrappings.join(' ')}`);
  }
  if (outer === 'FlateDecode') {
    return inflateSync(stream.contents, { maxOutputLength: MOST_PICTURE_BYTES });
  }
  const dictionary = stream.dict.context.obj({ Filter: outer });
  return decodePDFRawStream(PDFRawStream.of(dictionary, stream.contents)).decode();
}

/** Drops every object that cannot be reached from the pages: copying brought along what was then cut off. */
function sweep(context: PDFContext): void {
  const reached = new Set<PDFRef>();
  const waiting: PDFObject[] = [];
  const visit = (object: PDFObject | undefined): void => {
    if (object instanceof PDFRef) {
      if (reached.has(object)) {
        return;
      }
      reached.add(object);
      visit(context.lookup(object));
    } else if (object !== undefined) {
      waiting.push(object);
    }
  };
  visit(context.trailerInfo.Root);
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    const dictionary =
      object instanceof PDFDict ? object : object instanceof PDFStream ? object.dict : undefined;
    const inside = object instanceof PDFArray ? object.asArray() : dictionary?.values();
    inside?.forEach(visit);
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!reached.has(ref)) {
      context.delete(ref);
    }
  }
}
