/**
 * Witnesses of other people, as our log reaches them. `EVENHAND_WITNESSES` names them, one after another, separated by
 * commas: the key as the witness publishes it, a space, and the address before "/add-checkpoint".
 *
 *   EVENHAND_WITNESSES="witness.example/w1+1234abcd+BK… https://witness.example/w1, …"
 */
import { type NoteKey, readNoteKey } from '../../ledger/checkpoint/note.ts';
import type { AskedWitness } from '../../workflow/publish/ask-witnesses.ts';

export interface WitnessPlace {
  readonly key: NoteKey;
  readonly address: string;
}

const GIVES_UP_AFTER_MS = 10_000;
const MOST_BYTES = 16_384;

/** Throws a sentence where the setting cannot be read. */
export function witnessesIn(setting: string): readonly WitnessPlace[] {
  return setting
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [line = '', address = '', ...rest] = one.split(/\s+/);
      const key = readNoteKey(line);
      const wrong = (what: string): RangeError =>
        new RangeError(
          `EVENHAND_WITNESSES: ${what} in "${one}". Write KEY ADDRESS, several separated by commas; "evenhand witness" prints both`,
        );
      if (!key.ok) {
        throw wrong(key.refusal.because);
      }
      if (key.value.kind !== 'cosignature') {
        throw wrong(`${key.value.name} is not the key of a witness`);
      }
      if (!/^https?:\/\/\S+$/.test(address) || !URL.canParse(address) || rest.length > 0) {
        throw wrong('there is no address that begins with http:// or https://');
      }
      return { key: key.value, address: address.replace(/\/+$/, '') };
    });
}

/** A witness reached over the network. */
export const witnessAt = ({ key, address }: WitnessPlace): AskedWitness => ({
  key,
  async ask(body) {
    const answer = await fetch(`${address}/add-checkpoint`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'error',
      signal: AbortSignal.timeout(GIVES_UP_AFTER_MS),
    });
    return { status: answer.status, body: await textUpTo(MOST_BYTES, answer) };
  },
});

/** A witness may send what it likes: no more than this is read. */
async function textUpTo(most: number, answer: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of answer.body ?? []) {
    pieces.push(piece);
    length += piece.length;
    if (length > most) {
      throw new Error(`it sent more than ${most} bytes`);
    }
  }
  return Buffer.concat(pieces).toString('utf8');
}
