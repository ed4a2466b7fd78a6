/**
 * `evenhand witness FOLDER` runs a witness of decision logs: it signs the heads of the logs it is given, each only if it
 * continues what it signed before. Its key and what it remembers lie in FOLDER and nowhere else. It needs no
 * database, and is worth most where other people run it than those whose log it watches.
 */
import { parseArgs } from 'node:util';
import { type NoteKey, readNoteKey } from '../../ledger/checkpoint/note.ts';

export interface WitnessAsked {
  readonly folder: string;
  /** The name the witness goes by in its signatures, for ever; kept in the folder after the first start. */
  readonly name: string | undefined;
  readonly logs: readonly NoteKey[];
  readonly host: string;
  readonly port: number;
}

export interface WitnessCommandWorld {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Runs until it is told to stop. */
  readonly run: (asked: WitnessAsked) => Promise<number>;
}

const USAGE = `evenhand witness FOLDER --log KEY [--log KEY] [options]

Runs a witness by the C2SP protocol (tlog-witness): POST /add-checkpoint answers a signature for the head of a log,
if the head continues what this witness signed before; GET /key answers its key. It never signs two heads of one size.

  FOLDER         where its key and what it remembers are kept; back it up, and never run it from two copies
  --log KEY      the key of a log to watch, as /log/key of its owner shows it; once for each log
  --name NAME    the name it signs with, such as witness.example.org/w1; needed at the first start, kept from then on
  --host HOST    where it listens (default: 127.0.0.1)
  --port PORT    (default: 8090)
`;

const MOST_PORT = 65_535;

export async function runWitness(
  words: readonly string[],
  world: WitnessCommandWorld,
): Promise<number> {
  if (words.includes('--help') || words.includes('-h')) {
    world.out(USAGE);
    return 0;
  }
  const asked = askedIn(words);
  if (typeof asked === 'string') {
    world.err(`${asked}\n\n${USAGE}`);
    return 2;
  }
  return await world.run(asked);
}

/** What was asked, or a sentence about what is wrong with it. */
function askedIn(words: readonly string[]): WitnessAsked | string {
  const read = optionsIn(words);
  if (typeof read === 'string') {
    return read;
  }
  const { values, positionals } = read;
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) {
    return 'Name one folder, in which the witness keeps its key and what it signed.';
  }
  const logs: NoteKey[] = [];
  for (const line of values.log ?? []) {
    const key = readNoteKey(line);
    if (!key.ok || key.value.kind !== 'signature') {
      return `"${line}" is not the key of a log: it reads name+id+base64, as /log/key of its owner shows it.`;
    }
    logs.push(key.value);
  }
  if (logs.length === 0) {
    return 'Name at least one log to watch with --log KEY.';
  }
  const port = Number(values.port ?? '8090');
  if (!Number.isInteger(port) || port < 0 || port > MOST_PORT) {
    return `--port ${values.port} is not a port: a whole number from 0 to ${MOST_PORT}.`;
  }
  if (values.name !== undefined && !/^[^\s+]{1,200}$/u.test(values.name)) {
    return `--name "${values.name}" cannot be a name: no spaces, no plus sign.`;
  }
  return { folder, name: values.name, logs, host: values.host ?? '127.0.0.1', port };
}

function optionsIn(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        log: { type: 'string', multiple: true },
        name: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
      },
    });
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
}
