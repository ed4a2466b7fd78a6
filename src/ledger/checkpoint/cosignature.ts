/**
 * A witness's signature under a checkpoint: "at this time this was the longest head of this log that I knew, and it
 * continues all I signed before." It is one more line of the note, made by a key of kind 4 over the whole signed text.
 *
 *   cosignature/v1
 *   time 1780000000
 *   the lines of the checkpoint
 *
 * Source: C2SP, tlog-cosignature.md (2025), cosignature/v1 with Ed25519.
 */
import { fromBase64, toHex } from '../../kernel/bytes/bytes.ts';
import { type CheckEd25519, type NoteKey, type NoteSigner, openNote, signNote } from './note.ts';

/** The witness's line for this checkpoint. */
export async function cosign(
  checkpoint: string,
  witness: NoteSigner,
  atSeconds: number,
): Promise<string> {
  if (witness.key.kind !== 'cosignature') {
    throw new RangeError(`${witness.key.name} is not the key of a witness`);
  }
  return signatureLines(await signNote(signedText(checkpoint), [witness], atSeconds)).join('');
}

/**
 * The checkpoint with those lines of a witness's answer that hold under it. Everything else in the answer, by other
 * keys or over other texts, is left out: an answer comes from a stranger.
 */
export async function withCosignature(
  checkpoint: string,
  answer: string,
  witness: NoteKey,
  check: CheckEd25519,
): Promise<string | undefined> {
  for (const line of answer.split('\n').slice(0, MOST_LINES)) {
    const alone = `${signedText(checkpoint)}\n${line}\n`;
    const opened = line.startsWith('\u2014 ') ? await openNote(alone, [witness], check) : undefined;
    if (opened?.ok === true) {
      return `${withoutLineOf(checkpoint, witness)}${line}\n`;
    }
  }
  return undefined;
}

/** What is signed of a note: everything before the empty line in front of its signatures. */
export const signedText = (note: string): string => note.slice(0, note.lastIndexOf('\n\n') + 1);

const MOST_LINES = 16;

/** The signature lines of a note, each with its line break. */
const signatureLines = (note: string): string[] =>
  note
    .slice(note.lastIndexOf('\n\n') + 2)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `${line}\n`);

/** A newer signature of the same witness takes the place of its older one. */
const withoutLineOf = (checkpoint: string, { name, id }: NoteKey): string => {
  const start = `\u2014 ${name} `;
  const others = signatureLines(checkpoint).filter(
    (line) => !(line.startsWith(start) && idIn(line.slice(start.length)) === id),
  );
  return `${signedText(checkpoint)}\n${others.join('')}`;
};

/** The first four bytes of a signature name its key: eight letters of base64 hold six bytes. */
const idIn = (signature: string): string => toHex(fromBase64(signature.slice(0, 8)).subarray(0, 4));
