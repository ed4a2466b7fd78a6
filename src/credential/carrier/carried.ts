/**
 * The credential that a file carries: a JSON file is one itself, a picture (PNG, SVG) has it baked in, a PDF has it
 * attached. What a file is, is told by what stands in it and never by its name.
 * Source: 1EdTech Open Badges 3.0 (2024), section 5.3 (baking); ISO 32000-2 (2020), section 7.11.4 (embedded files).
 *
 * Not here: whether the credential is genuine (credential/verifier). What is drawn or printed around it is not signed.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type CarrierRefusal, type Inflate, latin1, textIn } from './file-bytes.ts';
import { unbakePdf } from './pdf.ts';
import { isPng, unbakePng } from './png.ts';
import { unbakeSvg } from './svg.ts';

export type CarrierKind = 'text' | 'png' | 'svg' | 'pdf';

export interface Carried {
  readonly kind: CarrierKind;
  /** The credential as text, not looked into. */
  readonly text: string;
}

const MOST_FILE_BYTES = 32 * 1024 * 1024;

export async function carriedCredential(
  bytes: Uint8Array,
  inflate: Inflate,
): Promise<Result<Carried, CarrierRefusal>> {
  if (bytes.length > MOST_FILE_BYTES) {
    return refuse('not-read-here', 'the file is larger than 32 megabytes');
  }
  if (isPng(bytes)) {
    return asKind('png', await unbakePng(bytes, inflate));
  }
  if (latin1(bytes.subarray(0, 1024)).includes('%PDF-')) {
    return asKind('pdf', await unbakePdf(bytes, inflate));
  }
  const text = textIn(bytes);
  if (text === undefined) {
    return refuse('no-credential', otherKind(bytes));
  }
  return /^\s*</.test(text) ? asKind('svg', unbakeSvg(text)) : success({ kind: 'text', text });
}

const asKind = (
  kind: CarrierKind,
  found: Result<string, CarrierRefusal>,
): Result<Carried, CarrierRefusal> => (found.ok ? success({ kind, text: found.value }) : found);

const OTHER_PICTURES: readonly [RegExp, string][] = [
  [/^\xff\xd8\xff/, 'a JPEG picture'],
  [/^GIF8/, 'a GIF picture'],
  [/^RIFF.{4}WEBP/s, 'a WebP picture'],
  [/^.{4}ftyp(?:heic|heix|mif1|avif)/s, 'a photograph from a phone'],
  [/^PK/, 'a packed folder or an office document'],
];

function otherKind(bytes: Uint8Array): string {
  const start = latin1(bytes.subarray(0, 16));
  const known = OTHER_PICTURES.find(([mark]) => mark.test(start))?.[1];
  return known === undefined
    ? 'the file is neither a credential nor a picture or PDF that carries one'
    : `the file is ${known}, and such a file carries no credential; ask its holder for the file as it was issued`;
}
