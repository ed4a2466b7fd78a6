/**
 * Who witnesses our log: those of other people that the settings name, and in the demonstration two more, each with a key
 * and a folder of its own but run by the same people as the log. Two of that kind show how it works; they
 * guard against nobody who holds the whole data folder.
 */
import path from 'node:path';
import type { NoteKey } from '../../ledger/checkpoint/note.ts';
import type { AskedWitness } from '../../workflow/publish/ask-witnesses.ts';
import type { Installation } from './installation.ts';
import { openWitness, witnessHere } from './keep-witness.ts';
import { witnessAt } from './witness-client.ts';

const OF_THE_DEMONSTRATION = ['east', 'west'] as const;

export function witnessesOf(
  installation: Pick<Installation, 'data' | 'witnesses'>,
  log: NoteKey,
  demonstration: boolean,
): readonly AskedWitness[] {
  const ours = OF_THE_DEMONSTRATION.filter(() => demonstration).map((name) => {
    const folder = path.join(installation.data, 'witnesses', name);
    return witnessHere(
      openWitness({ folder, name: `witness-${name}.larkspur.example`, logs: [log] }),
    );
  });
  return [...installation.witnesses.map(witnessAt), ...ours];
}

/** Keeps no process alive by itself. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
