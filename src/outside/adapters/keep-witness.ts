/** A witness in a folder of its own: its name, its key, what it remembers, and the server it answers by. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteKey, noteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import type { AskedWitness } from '../../workflow/publish/ask-witnesses.ts';
import { type Witness, witness } from '../../workflow/publish/witness.ts';
import { openWitnessKey } from './keys.ts';
import { witnessFolder } from './witness-folder.ts';
import { answerAddCheckpoint, serveWitness } from './witness-server.ts';
import { writeOnce } from './write-once.ts';

interface Kept {
  readonly folder: string;
  readonly name: string | undefined;
  readonly logs: readonly NoteKey[];
}

/** Opens or makes the witness of a folder. Throws a sentence where it has no name, or another one. */
export function openWitness({ folder, name, logs }: Kept): Witness {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, 'name');
  if (!existsSync(file)) {
    if (name === undefined) {
      throw new Error(
        `No witness is kept in ${folder} yet. Give the new one a name for ever with --name, such as witness.example.org/w1`,
      );
    }
    writeOnce(file, name);
  }
  const kept = readFileSync(file, 'utf8').trim();
  if (name !== undefined && name !== kept) {
    throw new Error(`The witness in ${folder} is called ${kept}, and stays so: leave out --name`);
  }
  const signer = openWitnessKey(path.join(folder, 'keys'));
  return witness({
    key: {
      key: noteKey(kept, signer.publicKey, 'cosignature'),
      sign: (text) => signer.sign(text),
    },
    logs,
    memory: witnessFolder(path.join(folder, 'signed')),
    check: checkEd25519,
    now: () => Date.now(),
  });
}

/** A witness that lives in the same process as the log. */
export const witnessHere = (here: Witness): AskedWitness => ({
  key: here.key,
  ask: (body) => answerAddCheckpoint(here, body),
});

/** Serves until the process is told to stop. */
export async function keepWitness(
  asked: Kept & { readonly host: string; readonly port: number },
  terminal: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): Promise<number> {
  const kept = openWitness(asked);
  const server = await serveWitness(kept, asked, (cause) =>
    terminal.err(`${cause instanceof Error ? cause.message : String(cause)}\n`),
  );
  terminal.out(`The witness is ready. A log asks it by this setting:\n
  EVENHAND_WITNESSES="${writeNoteKey(kept.key)} ${server.address}"\n
Who checks the log asks for its signature with --witness "${writeNoteKey(kept.key)}" --need 1\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.stop();
  return 0;
}
