/**
 * The one thing a log asks of a witness: "you signed my head of `oldSize` entries; here is a longer one, and the proof
 * that it continues the old one." The proof is empty when the witness has signed nothing yet.
 *
 *   old 20852014
 *   base64(hash), one line for each step of the consistency proof
 *   (empty line)
 *   the signed checkpoint
 *
 * Source: C2SP, tlog-witness.md (2025), add-checkpoint.
 */
import { fromBase64, toBase64 } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { HASH_BYTES, type Hash } from '../merkle/hash.ts';

export interface AddCheckpoint {
  /** How many entries the head had that the witness signed last; 0 when it signed none. */
  readonly oldSize: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
}

const MOST_STEPS = 63;
const OLD = /^old (0|[1-9]\d{0,15})$/;

export const writeAddCheckpoint = ({ oldSize, proof, checkpoint }: AddCheckpoint): string =>
  `${[`old ${oldSize}`, ...proof.map(toBase64)].join('\n')}\n\n${checkpoint}`;

export function readAddCheckpoint(body: string): Result<AddCheckpoint, 'malformed'> {
  const gap = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(gap, 0)).split('\n');
  const oldSize = Number(OLD.exec(first)?.[1]);
  if (!Number.isSafeInteger(oldSize)) {
    return refuse(
      'malformed',
      'a request begins with a line such as "old 120", then an empty line',
    );
  }
  if (lines.length > MOST_STEPS) {
    return refuse('malformed', `a consistency proof has at most ${MOST_STEPS} lines`);
  }
  const proof: Hash[] = [];
  for (const line of lines) {
    const hash = hashIn(line);
    if (hash === undefined) {
      return refuse('malformed', `line ${proof.length + 2} of the request is not a hash in base64`);
    }
    proof.push(hash);
  }
  return success({ oldSize, proof, checkpoint: body.slice(gap + 2) });
}

function hashIn(line: string): Hash | undefined {
  try {
    const hash = fromBase64(line);
    return hash.length === HASH_BYTES && toBase64(hash) === line ? hash : undefined;
  } catch {
    return undefined;
  }
}
