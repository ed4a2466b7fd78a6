/**
 * A signed note: some lines of text, an empty line, and one line for each signature. It can be read by eye, mailed,
 * and kept on paper; any change to a letter breaks it.
 *
 *   the text
 *   (empty line)
 *   — name base64(key id || signature)
 *
 * A key is written as one line, "name+id+base64": the id is the first four bytes of
 * SHA-256(name || "\n" || kind of key || public key), so a key cannot quietly change its name.
 * Signatures by keys we do not know are passed over; a wrong signature by a key we know spoils the note.
 * Source: C2SP, signed-note.md and tlog-cosignature.md (2025). Kind 1 is Ed25519 over the text; kind 4 is a witness's
 * timestamped Ed25519 cosignature.
 *
 * Not here: the arithmetic of signing (ed25519.ts), what the text says (checkpoint.ts).
 */
import { fromBase64, fromHex, joined, toBase64, toHex, utf8 } from '../../kernel/bytes/bytes.ts';
import { sha256 } from '../../kernel/bytes/sha256.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export interface NoteKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly kind: 'signature' | 'cosignature';
  readonly publicKey: Uint8Array;
}

/** Whatever can sign: a key in memory, in a file, or in a vault that never gives it out. */
export interface NoteSigner {
  readonly key: NoteKey;
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

export type CheckEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;

export interface OpenedNote {
  readonly text: string;
  readonly signedBy: readonly { readonly key: NoteKey; readonly atSeconds?: number }[];
}

export type NoteRefusal = 'malformed' | 'wrong-signature' | 'not-signed-by-known-key';

const KINDS = { signature: 1, cosignature: 4 } as const;
const KEY_BYTES = 32;
const ID_BYTES = 4;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;
const MOST_SIGNATURES = 100;
const NAME = /^[^\s+]+$/u;
const SIGNATURE_LINE = /^\u2014 (\S+) (\S+)$/u;

export function noteKey(
  name: string,
  publicKey: Uint8Array,
  kind: NoteKey['kind'] = 'signature',
): NoteKey {
  if (!NAME.test(name) || publicKey.length !== KEY_BYTES) {
    throw new RangeError(`"${name}" with ${publicKey.length} bytes is not a note key`);
  }
  const digest = sha256(joined(utf8(`${name}\n`), Uint8Array.of(KINDS[kind]), publicKey));
  return { name, id: toHex(digest.subarray(0, ID_BYTES)), kind, publicKey };
}

/** The key as one line of text, for people to publish and keep. */
export const writeNoteKey = ({ name, id, kind, publicKey }: NoteKey): string =>
  `${name}+${id}+${toBase64(joined(Uint8Array.of(KINDS[kind]), publicKey))}`;

export function readNoteKey(line: string): Result<NoteKey, 'malformed'> {
  const parts = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(line.trim());
  const bytes = bytesIn(parts?.[3]);
  const kind = bytes[0] === KINDS.signature ? 'signature' : 'cosignature';
  const known = bytes[0] === KINDS.signature || bytes[0] === KINDS.cosignature;
  if (parts === null || !known || bytes.length !== 1 + KEY_BYTES) {
    return refuse('malformed', 'this is not a key: a key reads name+id+base64, on one line');
  }
  const key = noteKey(`${parts[1]}`, bytes.subarray(1), kind);
  return key.id === parts[2]
    ? success(key)
    : refuse('malformed', 'the id in this key does not belong to its name and bytes');
}

/** Signs a text, in the order of the signers. The text ends with a line break. */
export async function signNote(
  text: string,
  signers: readonly NoteSigner[],
  atSeconds?: number,
): Promise<string> {
  if (!isPlain(text)) {
    throw new RangeError('a note is plain lines of text, the last one ended');
  }
  const lines: string[] = [];
  for (const { key, sign } of signers) {
    const signature = await sign(messageFor(key, text, atSeconds));
    const time = key.kind === 'cosignature' ? bigEndian(atSeconds ?? 0) : new Uint8Array();
    lines.push(`\u2014 ${key.name} ${toBase64(joined(fromHex(key.id), time, signature))}\n`);
  }
  return `${text}\n${lines.join('')}`;
}

export async function openNote(
  note: string,
  known: readonly NoteKey[],
  check: CheckEd25519,
): Promise<Result<OpenedNote, NoteRefusal>> {
  const gap = note.lastIndexOf('\n\n');
  const text = note.slice(0, gap + 1);
  const lines = note.slice(gap + 2, -1).split('\n');
  if (gap < 0 || !isPlain(note) || lines.length > MOST_SIGNATURES) {
    return refuse('malformed', 'this is not a signed note: a text, an empty line, signatures');
  }
  const signedBy: { key: NoteKey; atSeconds?: number }[] = [];
  for (const line of lines) {
    const [, name, encoded] = SIGNATURE_LINE.exec(line) ?? [];
    const bytes = bytesIn(encoded);
    if (bytes.length <= ID_BYTES) {
      return refuse('malformed', `"${line}" is not a signature line`);
    }
    const id = toHex(bytes.subarray(0, ID_BYTES));
    const key = known.find((candidate) => candidate.name === name && candidate.id === id);
    if (key !== undefined && !signedBy.some((earlier) => earlier.key === key)) {
      const atSeconds = await holds(key, text, bytes.subarray(ID_BYTES), check);
      if (atSeconds === false) {
        return refuse('wrong-signature', `the signature by ${key.name} does not fit the text`);
      }
      signedBy.push(key.kind === 'cosignature' ? { key, atSeconds } : { key });
    }
  }
  return signedBy.length > 0
    ? success({ text, signedBy })
    : refuse('not-signed-by-known-key', 'no key that we know has signed this');
}

/** False, or the time of the signature (0 for a signature that carries none). */
async function holds(
  key: NoteKey,
  text: string,
  bytes: Uint8Array,
  check: CheckEd25519,
): Promise<number | false> {
  const timed = key.kind === 'cosignature';
  const start = timed ? TIME_BYTES : 0;
  if (bytes.length !== start + SIGNATURE_BYTES) {
    return false;
  }
  const atSeconds = timed ? fromBigEndian(bytes.subarray(0, TIME_BYTES)) : 0;
  const message = messageFor(key, text, atSeconds);
  return (await check(key.publicKey, message, bytes.subarray(start))) ? atSeconds : false;
}

function messageFor(key: NoteKey, text: string, atSeconds: number | undefined): Uint8Array {
  if (key.kind === 'signature') {
    return utf8(text);
  }
  if (atSeconds === undefined) {
    throw new RangeError('a witness signs with the time');
  }
  return utf8(`cosignature/v1\ntime ${atSeconds}\n${text}`);
}

function bigEndian(seconds: number): Uint8Array {
  const bytes = new Uint8Array(TIME_BYTES);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(seconds));
  return bytes;
}

const fromBigEndian = (bytes: Uint8Array): number =>
  Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0));

/** Lines of text, the last one ended, with no control character but the line break. */
const isPlain = (text: string): boolean =>
  text.endsWith('\n') &&
  !/\p{Surrogate}/u.test(text) &&
  [...text].every((character) => character === '\n' || character >= ' ');

function bytesIn(encoded: string | undefined): Uint8Array {
  try {
    return fromBase64(encoded ?? '');
  } catch {
    return new Uint8Array();
  }
}
