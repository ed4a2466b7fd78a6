/**
 * Asks the witnesses to sign the newest head of the log. All are asked at once and none is waited for longer than
 * `PATIENCE_MS`: one that is down, slow or hostile costs its own signature and nothing else. What a witness says of
 * its own accord is believed in one thing only: that it has signed a head longer than ours, which its
 * signature must prove elsewhere; here it is told as a warning.
 */
import { withCosignature } from '../../ledger/checkpoint/cosignature.ts';
import type { CheckEd25519, NoteKey } from '../../ledger/checkpoint/note.ts';
import type { Hash } from '../../ledger/merkle/hash.ts';
import { writeAddCheckpoint } from '../../ledger/witness/add-checkpoint.ts';

/** One witness as the log reaches it. */
export interface AskedWitness {
  readonly key: NoteKey;
  /** Sends the body of add-checkpoint; throws when there is no answer. */
  ask(body: string): Promise<{ readonly status: number; readonly body: string }>;
}

export interface WitnessesAsked {
  /** The checkpoint with every signature that was given. */
  readonly checkpoint: string;
  /** A sentence about each witness that gave none. */
  readonly silent: readonly { readonly witness: string; readonly because: string }[];
}

export interface Asking {
  readonly witnesses: readonly AskedWitness[];
  readonly check: CheckEd25519;
  /** What each witness is known to have signed last, by its name; kept up to date here. */
  readonly knownSizes: Map<string, number>;
  /** The proof that the head continues the first `size` entries. */
  readonly proofFrom: (size: number) => Promise<readonly Hash[]>;
  /** Resolves after so many milliseconds. */
  readonly wait: (ms: number) => Promise<void>;
}

const PATIENCE_MS = 3000;
const SIZE_LINE = /^(0|[1-9]\d{0,15})\n$/;

export async function askWitnesses(
  checkpoint: string,
  size: number,
  asking: Asking,
): Promise<WitnessesAsked> {
  const late = asking.wait(PATIENCE_MS).then(() => ({ because: 'it did not answer in time' }));
  const answers = await Promise.all(
    asking.witnesses.map(async (witness) => ({
      witness,
      answer: await Promise.race([lineOf(witness, checkpoint, size, asking), late]),
    })),
  );
  let signed = checkpoint;
  const silent: { witness: string; because: string }[] = [];
  for (const { witness, answer } of answers) {
    const added =
      'lines' in answer
        ? await withCosignature(signed, answer.lines, witness.key, asking.check)
        : undefined;
    signed = added ?? signed;
    if (added === undefined) {
      const because = 'because' in answer ? answer.because : 'its signature does not hold';
      silent.push({ witness: witness.key.name, because });
    }
  }
  return { checkpoint: signed, silent };
}

/** Asks from the size we think it knows; told another size, once more from that one. */
async function lineOf(
  witness: AskedWitness,
  checkpoint: string,
  size: number,
  asking: Asking,
): Promise<{ readonly lines: string } | { readonly because: string }> {
  const { name } = witness.key;
  try {
    let answer = await askFrom(asking.knownSizes.get(name) ?? 0);
    const told = answer.status === 409 ? SIZE_LINE.exec(answer.body)?.[1] : undefined;
    if (told !== undefined) {
      const known = Number(told);
      if (known > size) {
        return {
          because: `it says that it has signed ${known} entries of this log, and we have ${size}`,
        };
      }
      asking.knownSizes.set(name, known);
      answer = await askFrom(known);
    }
    if (answer.status === 200) {
      asking.knownSizes.set(name, size);
      return { lines: answer.body };
    }
    return { because: `it answered ${answer.status}` };
  } catch (cause) {
    return { because: cause instanceof Error ? cause.message : String(cause) };
  }

  async function askFrom(oldSize: number): ReturnType<AskedWitness['ask']> {
    const from = Math.min(oldSize, size);
    const proof = from === 0 || from === size ? [] : await asking.proofFrom(from);
    return await witness.ask(writeAddCheckpoint({ oldSize: from, proof, checkpoint }));
  }
}
