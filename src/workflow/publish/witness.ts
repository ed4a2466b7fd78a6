/**
 * A witness at work: it judges what a log shows it, keeps the head durably, and only then signs. Whatever happens in
 * between, a kill too, it can never come to sign a second head of one size: what it signed is what it keeps, and what it
 * keeps can only grow.
 */
import { type Checkpoint, readCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { cosign, signedText } from '../../ledger/checkpoint/cosignature.ts';
import type { CheckEd25519, NoteKey, NoteSigner } from '../../ledger/checkpoint/note.ts';
import { readAddCheckpoint } from '../../ledger/witness/add-checkpoint.ts';
import { judge, type WitnessRefusal } from '../../ledger/witness/judge.ts';

/** What a witness remembers of each log, kept where it survives a kill and a loss of power. */
export interface WitnessMemory {
  /** The checkpoint kept last for this log, and which one in the row it is. Throws when it cannot be read. */
  last(origin: string): Promise<{ readonly turn: number; readonly checkpoint: string } | undefined>;
  /** Keeps one as number `turn`; false when another is kept under that number already. Durable once it answers. */
  keep(origin: string, turn: number, checkpoint: string): Promise<boolean>;
}

export interface WitnessWorld {
  readonly key: NoteSigner;
  readonly logs: readonly NoteKey[];
  readonly memory: WitnessMemory;
  readonly check: CheckEd25519;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

export type WitnessAnswer =
  | { readonly kind: 'signed'; readonly lines: string }
  | { readonly kind: 'conflict'; readonly knownSize: number; readonly because: string }
  | { readonly kind: WitnessRefusal; readonly because: string };

export interface Witness {
  readonly key: NoteKey;
  /** Answers one request, one after another. */
  addCheckpoint(body: string): Promise<WitnessAnswer>;
}

export function witness(world: WitnessWorld): Witness {
  let before: Promise<unknown> = Promise.resolve();
  return {
    key: world.key.key,
    addCheckpoint(body) {
      const answer = before.then(() => addCheckpoint(world, body));
      before = answer.catch(() => {});
      return answer;
    },
  };
}

async function addCheckpoint(world: WitnessWorld, body: string): Promise<WitnessAnswer> {
  const asked = readAddCheckpoint(body);
  if (!asked.ok) {
    return { kind: 'malformed', because: asked.refusal.because };
  }
  const { checkpoint } = asked.value;
  const origin = checkpoint.slice(0, checkpoint.indexOf('\n'));
  const watched = world.logs.some(({ name }) => name === origin);
  const kept = watched ? await world.memory.last(origin) : undefined;
  const last = kept === undefined ? undefined : headIn(kept.checkpoint);
  const judged = await judge(asked.value, world.logs, last, world.check);
  if (judged.kind !== 'sign') {
    return judged;
  }
  if (judged.isNew && !(await world.memory.keep(origin, (kept?.turn ?? 0) + 1, checkpoint))) {
    // Another process keeps the same folder and was first.
    const now = await world.memory.last(origin);
    const knownSize = now === undefined ? 0 : headIn(now.checkpoint).size;
    return { kind: 'conflict', knownSize, because: 'another head was signed at this moment' };
  }
  return {
    kind: 'signed',
    lines: await cosign(checkpoint, world.key, Math.floor(world.now() / 1000)),
  };
}

function headIn(checkpoint: string): Checkpoint {
  const head = readCheckpoint(signedText(checkpoint));
  if (!head.ok) {
    throw new Error(
      `what this witness remembers cannot be read: ${head.refusal.because}. It signs nothing until its folder is mended`,
    );
  }
  return head.value;
}
