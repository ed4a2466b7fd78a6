/**
 * The head of the log at one moment: whose log it is, how many entries it has, and the root they add up to, signed.
 * Two checkpoints of one log that contradict each other are proof that its owner changed the past.
 *
 *   origin
 *   size
 *   base64(root)
 *
 * Source: C2SP, tlog-checkpoint.md (2025). Further lines are allowed there; we write none and pass over those we read.
 */
import { fromBase64, toBase64 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { HASH_BYTES, type Hash } from '../merkle/hash.ts';
import {
  type CheckEd25519,
  type NoteKey,
  type NoteRefusal,
  type NoteSigner,
  openNote,
  signNote,
} from './note.ts';

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
}

export interface OpenedCheckpoint extends Checkpoint {
  /** Everybody known to us who signed: the log first, then its witnesses. */
  readonly signedBy: readonly { readonly key: NoteKey; readonly atSeconds?: number }[];
}

export const checkpointText = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${toBase64(root)}\n`;

export function readCheckpoint(text: string): Result<Checkpoint, 'malformed'> {
  const [origin, size, root] = text.split('\n');
  const bytes = root === undefined ? undefined : exactBase64(root);
  if (
    !origin ||
    size === undefined ||
    !/^(?:0|[1-9]\d{0,15})$/.test(size) ||
    !Number.isSafeInteger(Number(size)) ||
    bytes?.length !== HASH_BYTES ||
    !text.endsWith('\n')
  ) {
    return refuse('malformed', 'a checkpoint has three lines: the name of the log, size, root');
  }
  return success({ origin, size: Number(size), root: bytes });
}

/** Signs the head. The log's own key carries the log's name, as C2SP asks. */
export const signCheckpoint = (
  head: Omit<Checkpoint, 'origin'>,
  log: NoteSigner,
): Promise<string> => signNote(checkpointText({ ...head, origin: log.key.name }), [log]);

/**
 * Reads a signed head. It must be signed by the log itself; `quorum` of the witnesses given must have signed too.
 */
export async function openCheckpoint(
  note: string,
  log: NoteKey,
  check: CheckEd25519,
  witnesses: readonly NoteKey[] = [],
  quorum = 0,
): Promise<Result<OpenedCheckpoint, NoteRefusal | 'another-log' | 'too-few-witnesses'>> {
  const opened = await openNote(note, [log, ...witnesses], check);
  if (!opened.ok) {
    return opened;
  }
  const { text, signedBy } = opened.value;
  const head = readCheckpoint(text);
  if (!head.ok) {
    return head;
  }
  if (!signedBy.some(({ key }) => key === log)) {
    return refuse('not-signed-by-known-key', `${log.name} has not signed this checkpoint`);
  }
  if (head.value.origin !== log.name) {
    return refuse('another-log', `this checkpoint is of ${head.value.origin}, not ${log.name}`);
  }
  const heard = new Set(signedBy.filter(({ key }) => key !== log).map(({ key }) => key.name)).size;
  return heard >= quorum
    ? success({ ...head.value, signedBy })
    : refuse('too-few-witnesses', `${heard} witnesses have signed, ${quorum} are asked for`);
}

function exactBase64(text: string): Uint8Array | undefined {
  try {
    const bytes = fromBase64(text);
    return toBase64(bytes) === text ? bytes : undefined;
  } catch {
    return undefined;
  }
}
