/**
 * A credential attached to a PDF. An attached file is a stream of its own in every PDF, packed by deflate or not at all; it
 * is found by its mark, without reading the pages around it, which are not signed.
 * Source: ISO 32000-2 (2020), sections 7.3.8 (streams), 7.4.4 (FlateDecode) and 7.11.4 (embedded file streams).
 *
 * Not read: a PDF that is locked with a passphrase, and attachments packed in other ways.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type CarrierRefusal,
  type Inflate,
  latin1,
  MOST_CARRIED_BYTES,
  textIn,
} from './file-bytes.ts';

const MARK = /\/EmbeddedFile(?![A-Za-z])/g;
const MOST_ATTACHMENTS = 50;
const TOKEN = /^\s*[\w-]+\.[\w-]+\.[\w-]+\s*$/;

export async function unbakePdf(
  bytes: Uint8Array,
  inflate: Inflate,
): Promise<Result<string, CarrierRefusal>> {
  const letters = latin1(bytes);
  const found = new Set<string>();
  for (const { index } of [...letters.matchAll(MARK)].slice(0, MOST_ATTACHMENTS)) {
    const text = await attachmentAt(letters, bytes, index, inflate);
    if (text !== undefined && (text.includes('VerifiableCredential') || TOKEN.test(text))) {
      found.add(text.trim());
    }
  }
  const [first, second] = [...found];
  if (second !== undefined) {
    return refuse('two-credentials', 'the PDF carries more than one credential');
  }
  if (first !== undefined) {
    return success(first);
  }
  return /\/Encrypt\s/.test(letters)
    ? refuse('not-read-here', 'the PDF is locked; ask its holder for the file as it was issued')
    : refuse(
        'no-credential',
        'the PDF carries no credential; it may have been printed or saved anew',
      );
}

async function attachmentAt(
  letters: string,
  bytes: Uint8Array,
  mark: number,
  inflate: Inflate,
): Promise<string | undefined> {
  const begins = letters.lastIndexOf('obj', mark);
  const word = letters.indexOf('stream', mark);
  const said = letters.slice(begins, word);
  if (begins < 0 || word < 0 || said.includes('endobj') || said.length > 4096) {
    return undefined;
  }
  const from = word + (letters.startsWith('\r\n', word + 6) ? 8 : 7);
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(said)?.[1] ?? -1);
  const to =
    length >= 0 && /^\s*endstream/.test(letters.slice(from + length, from + length + 16))
      ? from + length
      : letters.indexOf('endstream', from);
  const data = bytes.subarray(from, to < 0 ? from : to);
  const plain = /\/Filter/.test(said) ? await unpacked(said, data, inflate) : data;
  return plain === undefined || plain.length > MOST_CARRIED_BYTES ? undefined : textIn(plain);
}

async function unpacked(
  said: string,
  data: Uint8Array,
  inflate: Inflate,
): Promise<Uint8Array | undefined> {
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?/.test(said) || /\/DecodeParms/.test(said)) {
    return undefined;
  }
  try {
    return await inflate(data, MOST_CARRIED_BYTES);
  } catch {
    return undefined;
  }
}
