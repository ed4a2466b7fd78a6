/**
 * A receipt: one small file that proves, with no network and without us, that an entry is in the signed log. It holds
 * the proof of inclusion and the checkpoint it leads to; its extra line carries the entry itself and, for the
 * person whose matter it is, what opens the entry's two envelopes.
 *
 *   c2sp.org/tlog-proof@v1
 *   extra base64(canonical JSON)
 *   index 17
 *   base64(hash), one line for each step
 *   (empty line)
 *   the signed checkpoint
 *
 * Source: C2SP, tlog-proof.md (2025).
 */
import {
  fromBase64,
  fromBase64url,
  fromUtf8,
  toBase64,
  toBase64url,
  utf8,
} from '../../kernel/bytes/bytes.ts';
import { canonicalJson, type Json } from '../../kernel/bytes/canonical-json.ts';
import { member, textMember } from '../../kernel/bytes/json-members.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { BYTES_32 } from '../entry/commitment.ts';
import { type LedgerEntry, type Opening, opens, readEntry } from '../entry/entry.ts';
import { HASH_BYTES, type Hash, leafHash, sameBytes } from '../merkle/hash.ts';
import { checkInclusion } from '../merkle/inclusion.ts';
import { type OpenedCheckpoint, openCheckpoint } from './checkpoint.ts';
import type { CheckEd25519, NoteKey } from './note.ts';

export interface LogProof {
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
  readonly extra?: Uint8Array;
}

export interface Receipt {
  readonly entry: Uint8Array;
  /** Left out of a receipt that is to be shown around. */
  readonly opening?: Opening;
}

export interface CheckedReceipt {
  readonly index: number;
  readonly checkpoint: OpenedCheckpoint;
  /** Missing when the entry is not one of the decision log's own. */
  readonly entry?: LedgerEntry;
  readonly opening?: Opening;
}

const HEADER = 'c2sp.org/tlog-proof@v1';

export function writeLogProof({ index, proof, checkpoint, extra }: LogProof): string {
  const lines = [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]),
    `index ${index}`,
    ...proof.map(toBase64),
  ];
  return `${lines.join('\n')}\n\n${checkpoint}`;
}

export function readLogProof(text: string): Result<LogProof, 'malformed'> {
  const gap = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(gap, 0)).split('\n');
  if (lines.shift() !== HEADER) {
    return refuse('malformed', `a receipt begins with the line "${HEADER}"`);
  }
  const extra = lines[0]?.startsWith('extra ') ? bytesOf(lines.shift()?.slice(6)) : success(null);
  const index = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '')?.[1];
  if (!extra.ok) {
    return extra;
  }
  if (index === undefined || !Number.isSafeInteger(Number(index))) {
    return refuse('malformed', 'the receipt does not say which entry it is about');
  }
  const proof: Hash[] = [];
  for (const line of lines) {
    const hash = bytesOf(line);
    if (!hash.ok || hash.value.length !== HASH_BYTES) {
      return refuse('malformed', `"${line}" in the receipt is not a hash`);
    }
    proof.push(hash.value);
  }
  const checkpoint = text.slice(gap + 2);
  const found = { index: Number(index), proof, checkpoint };
  return success(extra.value === null ? found : { ...found, extra: extra.value });
}

/** The receipt of one entry of our log. With an opening it speaks for one person: theirs to keep. */
export const writeReceipt = (receipt: Receipt, where: Omit<LogProof, 'extra'>): string =>
  writeLogProof({ ...where, extra: extraFor(receipt) });

function extraFor({ entry, opening }: Receipt): Uint8Array {
  const opened =
    opening === undefined ? undefined : { ...opening, salt: toBase64url(opening.salt) };
  return utf8(canonicalJson({ entry: fromUtf8(entry), opening: opened }));
}

export type ReceiptRefusal =
  | 'malformed'
  | 'checkpoint-not-signed'
  | 'too-few-witnesses'
  | 'not-in-the-log'
  | 'envelope-does-not-open';

/**
 * Checks a receipt of our log from its text alone. The key says whose log it must be, and `quorum` how many of the
 * witnesses must have signed too.
 */
export async function checkReceipt(
  text: string,
  log: NoteKey,
  check: CheckEd25519,
  witnesses: readonly NoteKey[] = [],
  quorum = 0,
): Promise<Result<CheckedReceipt, ReceiptRefusal>> {
  const parsed = readLogProof(text);
  if (!parsed.ok) {
    return parsed;
  }
  const receipt = receiptIn(parsed.value.extra);
  if (!receipt.ok) {
    return receipt;
  }
  const head = await openCheckpoint(parsed.value.checkpoint, log, check, witnesses, quorum);
  if (!head.ok) {
    const { kind, because } = head.refusal;
    return refuse(kind === 'too-few-witnesses' ? kind : 'checkpoint-not-signed', because);
  }
  const { index, proof } = parsed.value;
  const { size, root } = head.value;
  const leaf = leafHash(receipt.value.entry);
  const included = checkInclusion({ index, size, leaf, proof, root });
  if (!included.ok) {
    return refuse('not-in-the-log', included.refusal.because);
  }
  return opened({ index, checkpoint: head.value }, receipt.value);
}

function opened(
  where: Pick<CheckedReceipt, 'index' | 'checkpoint'>,
  { entry, opening }: Receipt,
): Result<CheckedReceipt, 'envelope-does-not-open'> {
  const read = readEntry(entry);
  if (!read.ok) {
    return success(where);
  }
  if (opening === undefined) {
    return success({ ...where, entry: read.value });
  }
  return opens(read.value, opening)
    ? success({ ...where, entry: read.value, opening })
    : refuse(
        'envelope-does-not-open',
        'the matter or the outcome in this receipt is not the one that the log fixed',
      );
}

function receiptIn(extra: Uint8Array = new Uint8Array()): Result<Receipt, 'malformed'> {
  const carried = jsonIn(extra);
  const entry = textMember(carried, 'entry');
  const opening = openingIn(member(carried, 'opening'));
  if (entry !== undefined) {
    const found = { entry: utf8(entry), ...(opening === undefined ? {} : { opening }) };
    // Written again, it must come out the same: nothing else is carried along unread.
    if (sameBytes(extraFor(found), extra)) {
      return success(found);
    }
  }
  return refuse('malformed', 'the receipt does not carry its entry');
}

function openingIn(opening: Json | undefined): Opening | undefined {
  const matter = textMember(opening, 'matter');
  const outcome = member(opening, 'outcome');
  const salt = textMember(opening, 'salt');
  if (matter === undefined || outcome === undefined || !BYTES_32.test(salt ?? '')) {
    return undefined;
  }
  return { matter, outcome, salt: fromBase64url(salt ?? '') };
}

/** JSON in its one canonical form, or nothing. */
function jsonIn(bytes: Uint8Array): Json | undefined {
  try {
    const text = fromUtf8(bytes);
    const parsed: Json = JSON.parse(text);
    return canonicalJson(parsed) === text ? parsed : undefined;
  } catch {
    return undefined;
  }
}

function bytesOf(encoded: string | undefined): Result<Uint8Array, 'malformed'> {
  try {
    return success(fromBase64(encoded ?? ''));
  } catch {
    return refuse('malformed', 'a line of the receipt is not base64');
  }
}
