/**
 * `evenhand ledger verify` works out a whole decision log again from its files, in a folder or on the web, and says what
 * was changed, removed, reordered, cut off or rolled back. `evenhand ledger receipt` checks one person's receipt.
 *
 * What was seen is kept: the last good checkpoint and the key that signed it, one file each, in the user's own
 * configuration folder. The next time, the log must continue that checkpoint under that key. Without this memory
 * a log whose past was written anew could not be told from an honest one.
 *
 * `--since FILE` asks the log to continue one more checkpoint, whoever kept it. `--witness KEY`, once for each witness, and
 * `--need N` ask for the signatures of N of them under the head: of all of them where no number is given.
 *
 * Exit codes: 0 sound, 1 a fault was found, 2 nothing could be said.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import type { OpenedCheckpoint } from '../../ledger/checkpoint/checkpoint.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteKey, readNoteKey, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import {
  type CheckedReceipt,
  checkReceipt,
  readLogProof,
} from '../../ledger/checkpoint/receipt.ts';
import { type LogReport, verifyLog } from '../../ledger/checkpoint/verify-log.ts';
import { textOf } from './foreign-text.ts';

/** What the command needs from the world around it. */
export interface LedgerWorld {
  /** The bytes of a file, or nothing where there is no such file. */
  readonly readFile: (path: string) => Promise<Uint8Array | undefined>;
  /** Writes a file, with the folders it lies in. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly fetch?: (url: string) => Promise<Response>;
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** The user's home folder. */
  readonly home: string;
}

const SOUND = 0;
const FAULTY = 1;
const UNKNOWN = 2;
const MOST_FAULTS_SHOWN = 20;
const USAGE = [
  'evenhand ledger verify <folder or address of the log> [--key KEY] [--seen FILE] [--since CHECKPOINT] [--witness KEY ... [--need N]]',
  'evenhand ledger receipt <file> [--key KEY] [--witness KEY ... [--need N]]',
];

/** Runs the command and answers with its exit code. */
export async function runLedger(args: readonly string[], world: LedgerWorld): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        key: { type: 'string' },
        seen: { type: 'string' },
        since: { type: 'string' },
        witness: { type: 'string', multiple: true },
        need: { type: 'string' },
      },
    });
    const [action, place, ...rest] = positionals;
    if (place !== undefined && rest.length === 0) {
      if (action === 'verify') {
        return await verifyAt(place, values, policyIn(values), world);
      }
      if (action === 'receipt' && values.seen === undefined && values.since === undefined) {
        return await receiptIn(place, values.key, policyIn(values), world);
      }
    }
  } catch (cause) {
    return cannot(world, cause instanceof Error ? cause.message : String(cause));
  }
  return cannot(world, ...USAGE);
}

interface Asked {
  readonly key?: string | undefined;
  readonly seen?: string | undefined;
  readonly since?: string | undefined;
}

/** Which witnesses are believed, and how many of them must have signed. */
interface Policy {
  readonly witnesses: readonly NoteKey[];
  readonly quorum: number;
}

/** Throws a sentence where the words are no keys, or ask for more witnesses than are named. */
function policyIn(values: {
  readonly witness?: readonly string[] | undefined;
  readonly need?: string | undefined;
}): Policy {
  const witnesses = (values.witness ?? []).map((line) => {
    const key = keyIn(line);
    if (key?.kind !== 'cosignature') {
      throw new Error(
        `"${line}" is not the key of a witness. A key reads name+id+base64, on one line.`,
      );
    }
    return key;
  });
  const named = new Set(witnesses.map(({ name }) => name)).size;
  const quorum = Number(values.need ?? named);
  if (!Number.isInteger(quorum) || quorum < 0 || quorum > named) {
    throw new Error(
      `--need ${values.need} cannot be met: ${named} ${named === 1 ? 'witness is' : 'witnesses are'} named with --witness.`,
    );
  }
  return { witnesses, quorum };
}

async function verifyAt(
  place: string,
  asked: Asked,
  policy: Policy,
  world: LedgerWorld,
): Promise<number> {
  const read = reader(place, world);
  const published = textOf(await read('key'));
  const named = keyIn(asked.key ?? published);
  if (named === undefined) {
    return cannot(
      world,
      asked.key === undefined
        ? `No key was found in ${place}. Give the log's key with --key.`
        : 'The value of --key is not a key. A key reads name+id+base64, on one line.',
    );
  }
  const seenFile = asked.seen ?? seenFileOf(named.name, world.home);
  const keptKey = keyIn(textOf(await world.readFile(keyFileOf(seenFile))));
  const key = asked.key === undefined ? (keptKey ?? named) : named;
  const seen = textOf(await world.readFile(seenFile));
  const since = asked.since === undefined ? undefined : textOf(await world.readFile(asked.since));
  if (asked.since !== undefined && since === undefined) {
    return cannot(world, `${asked.since} is not there, or is not text.`);
  }
  const report = await verifyLog({
    files: { read },
    key,
    check: checkEd25519,
    seen: [seen, since].filter((one) => one !== undefined),
    ...policy,
  });
  const otherKey = published !== undefined && keyIn(published)?.id !== key.id;
  if (otherKey) {
    world.out(`The log now publishes another key than ${writeNoteKey(key)}.`);
  }
  if (!report.sound || otherKey) {
    return tellFaults(report, world);
  }
  tellSound(
    report,
    key,
    { seen: seen ?? since, toldKey: asked.key !== undefined || keptKey !== undefined },
    world,
  );
  await world.writeFile(seenFile, utf8(report.checkpoint ?? ''));
  await world.writeFile(keyFileOf(seenFile), utf8(`${writeNoteKey(key)}\n`));
  return SOUND;
}

function tellFaults(report: LogReport, { out }: LedgerWorld): number {
  out('NOT SOUND. This log is not what was signed, or not what you saw before.');
  for (const { where, because } of report.faults.slice(0, MOST_FAULTS_SHOWN)) {
    out(`  ${where}: ${because}`);
  }
  const more = report.faults.length - MOST_FAULTS_SHOWN;
  if (more > 0) {
    out(`  and ${more} more`);
  }
  return FAULTY;
}

function tellSound(
  { head, entriesRead }: LogReport,
  key: NoteKey,
  before: { readonly seen: string | undefined; readonly toldKey: boolean },
  { out }: LedgerWorld,
): void {
  out(`Sound. ${head?.origin}: ${entriesRead} entries add up to the root that was signed.`);
  tellWitnesses(head, out);
  const size = before.seen?.split('\n')[1];
  out(
    size === undefined
      ? 'This is your first look at this log. From now on it must continue what you saw today.'
      : `It continues the ${size} entries you saw before: nothing was changed or taken away.`,
  );
  if (!before.toldKey) {
    out('The key came from the log itself. Compare it with the one its owner gives elsewhere:');
    out(`  ${writeNoteKey(key)}`);
  }
}

function tellWitnesses(head: OpenedCheckpoint | undefined, out: LedgerWorld['out']): void {
  for (const { key, atSeconds } of head?.signedBy ?? []) {
    if (atSeconds !== undefined) {
      const at = new Date(atSeconds * 1000).toISOString();
      out(`  witnessed by ${key.name} at ${at}`);
    }
  }
}

async function receiptIn(
  file: string,
  given: string | undefined,
  { witnesses, quorum }: Policy,
  world: LedgerWorld,
): Promise<number> {
  const text = textOf(await world.readFile(file));
  if (text === undefined) {
    return cannot(world, `${file} is not there, or is not text.`);
  }
  const proof = readLogProof(text);
  const origin = proof.ok ? (proof.value.checkpoint.split('\n')[0] ?? '') : '';
  const kept = await world.readFile(keyFileOf(seenFileOf(origin, world.home)));
  const key = keyIn(given ?? textOf(kept));
  if (key === undefined) {
    return cannot(
      world,
      given === undefined
        ? 'Which key must have signed? Give it with --key, or verify the log first.'
        : 'The value of --key is not a key. A key reads name+id+base64, on one line.',
    );
  }
  const checked = await checkReceipt(text, key, checkEd25519, witnesses, quorum);
  if (!checked.ok) {
    world.out(`NOT PROVED. ${sentence(checked.refusal.because)}`);
    return FAULTY;
  }
  tellReceipt(checked.value, world);
  return SOUND;
}

function tellReceipt(
  { index, checkpoint, entry, opening }: CheckedReceipt,
  world: LedgerWorld,
): void {
  const { origin, size } = checkpoint;
  world.out(`Proved. Entry ${index} of the ${size} in ${origin} is the one in this receipt.`);
  tellWitnesses(checkpoint, world.out);
  if (entry !== undefined) {
    const { kind, program, rules, decidedOn } = entry;
    world.out(`  ${kind}, ${program}, rules of ${rules}, decided on ${decidedOn}`);
  }
  if (opening !== undefined) {
    world.out(`  matter ${opening.matter}: ${JSON.stringify(opening.outcome)}`);
  }
}

/** Reads the files of a log from a folder or from the web. */
function reader(
  place: string,
  world: LedgerWorld,
): (name: string) => Promise<Uint8Array | undefined> {
  if (!/^https?:\/\//i.test(place)) {
    return (name) => world.readFile(path.join(place, name));
  }
  const { fetch } = world;
  if (fetch === undefined) {
    throw new Error('This command cannot reach the web here.');
  }
  return async (name) => {
    const address = `${place.replace(/\/+$/, '')}/${name}`;
    const answer = await fetch(address);
    if (answer.status === 404 || answer.status === 410) {
      return undefined;
    }
    if (!answer.ok) {
      throw new Error(`${address} answered ${answer.status}.`);
    }
    return new Uint8Array(await answer.arrayBuffer());
  };
}

/** One file for each log. The name of a log may hold slashes and dots, which a file name may not. */
const seenFileOf = (origin: string, home: string): string =>
  path.join(home, '.config', 'evenhand', 'seen', `log-${encodeURIComponent(origin)}`);
const keyFileOf = (seenFile: string): string => `${seenFile}.key`;

function keyIn(line: string | undefined): NoteKey | undefined {
  const read = readNoteKey(line ?? '');
  return read.ok ? read.value : undefined;
}

function cannot({ err }: LedgerWorld, ...lines: readonly string[]): number {
  for (const line of lines) {
    err(line);
  }
  return UNKNOWN;
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
