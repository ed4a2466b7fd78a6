/**
 * What a witness answers to a log that asks for its signature. A witness looks at one thing only: is this head signed by
 * a log it knows, and does it continue the head that the witness signed before? So it never signs two heads of one
 * size, nor a smaller one after a larger one, and a log cannot show one past to some people and another to others.
 * Source: C2SP, tlog-witness.md (2025), add-checkpoint: which answer when.
 *
 * Not here: remembering what was signed, and signing (workflow/publish/witness).
 */
import { type Checkpoint, openCheckpoint, readCheckpoint } from '../checkpoint/checkpoint.ts';
import { signedText } from '../checkpoint/cosignature.ts';
import type { CheckEd25519, NoteKey } from '../checkpoint/note.ts';
import { checkConsistency } from '../merkle/consistency.ts';
import { EMPTY_ROOT, sameBytes } from '../merkle/hash.ts';
import type { AddCheckpoint } from './add-checkpoint.ts';

export type Judgment =
  /** To be signed; `isNew` when it is longer than what was signed before. */
  | { readonly kind: 'sign'; readonly isNew: boolean }
  /** The log asked from another size than the one the witness knows, or shows another past of the same size. */
  | { readonly kind: 'conflict'; readonly knownSize: number; readonly because: string }
  | { readonly kind: WitnessRefusal; readonly because: string };

export type WitnessRefusal =
  | 'malformed'
  | 'unknown-log'
  | 'not-signed-by-the-log'
  | 'older-than-old-size'
  | 'does-not-continue';

/** `last` is the head that the witness signed last for the log of this name, or nothing. */
export async function judge(
  asked: AddCheckpoint,
  logs: readonly NoteKey[],
  last: Checkpoint | undefined,
  check: CheckEd25519,
): Promise<Judgment> {
  const head = await openedBy(asked.checkpoint, logs, check);
  if ('kind' in head) {
    return head;
  }
  const { oldSize, proof } = asked;
  if (oldSize > head.size) {
    const because = `the old size is ${oldSize}, and the checkpoint has only ${head.size} entries`;
    return { kind: 'older-than-old-size', because };
  }
  const knownSize = last?.size ?? 0;
  if (oldSize !== knownSize) {
    const because = `this witness signed ${knownSize} entries last, not ${oldSize}`;
    return { kind: 'conflict', knownSize, because };
  }
  if (head.size === knownSize) {
    return sameBytes(head.root, last?.root ?? EMPTY_ROOT)
      ? { kind: 'sign', isNew: last === undefined }
      : {
          kind: 'conflict',
          knownSize,
          because: `this witness signed another head of ${knownSize} entries`,
        };
  }
  const refused = continuing(head, last, proof);
  return refused === undefined
    ? { kind: 'sign', isNew: true }
    : { kind: 'does-not-continue', because: refused };
}

/** The head, if a log that the witness knows has signed it. */
async function openedBy(
  checkpoint: string,
  logs: readonly NoteKey[],
  check: CheckEd25519,
): Promise<Checkpoint | { readonly kind: WitnessRefusal; readonly because: string }> {
  const claimed = readCheckpoint(signedText(checkpoint));
  if (!claimed.ok) {
    return { kind: 'malformed', because: claimed.refusal.because };
  }
  const { origin } = claimed.value;
  const keys = logs.filter(({ name }) => name === origin);
  if (keys.length === 0) {
    return { kind: 'unknown-log', because: `this witness does not watch ${origin}` };
  }
  let because = '';
  for (const key of keys) {
    const opened = await openCheckpoint(checkpoint, key, check);
    if (opened.ok) {
      return opened.value;
    }
    because = opened.refusal.because;
  }
  return { kind: 'not-signed-by-the-log', because };
}

/** Why the head does not continue the one before; nothing when it does. */
function continuing(
  head: Checkpoint,
  last: Checkpoint | undefined,
  proof: AddCheckpoint['proof'],
): string | undefined {
  if (last === undefined || last.size === 0) {
    return proof.length === 0 ? undefined : 'from an empty log no proof is needed';
  }
  const proved = checkConsistency({
    olderSize: last.size,
    newerSize: head.size,
    olderRoot: last.root,
    newerRoot: head.root,
    proof,
  });
  return proved.ok ? undefined : proved.refusal.because;
}
