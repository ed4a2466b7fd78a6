/**
 * Publishes the decision log: the files of its tree, then the signed head that counts them. A decision is in the log's
 * table before anyone is told; here it becomes something that outsiders can check, within a moment of the commit.
 *
 * If this stops half way, files lie there that no head speaks of; the next run writes the same bytes again. The head in
 * the folder is written last but one, the note of it in the database last: what the folder says was published, was.
 */
import { fromUtf8, utf8 } from '../../kernel/bytes/bytes.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import {
  type Checkpoint,
  openCheckpoint,
  readCheckpoint,
  signCheckpoint,
} from '../../ledger/checkpoint/checkpoint.ts';
import { signedText } from '../../ledger/checkpoint/cosignature.ts';
import { checkEd25519 } from '../../ledger/checkpoint/ed25519.ts';
import { type NoteKey, noteKey, signNote, writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { writeReceipt } from '../../ledger/checkpoint/receipt.ts';
import type { Opening } from '../../ledger/entry/entry.ts';
import { consistencyProof } from '../../ledger/merkle/consistency.ts';
import { inclusionProof } from '../../ledger/merkle/inclusion.ts';
import { filesAdded } from '../../ledger/merkle/log-files.ts';
import { rootAt } from '../../ledger/merkle/subtree.ts';
import type { Signer, Transactor } from '../ports/ports.ts';
import { type AskedWitness, askWitnesses } from './ask-witnesses.ts';
import { entriesFrom, type LogTree, logTree, WORKER } from './log-tree.ts';
import { fits, type KeptHead, type LogRefusal, openedHeads } from './published-head.ts';

/** Where the public files of the log are kept. A write is whole or not at all, and lasts once it answers. */
export interface LogFolder {
  write(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Uint8Array | undefined>;
}

export interface LogWorld {
  readonly records: Transactor;
  readonly folder: LogFolder;
  readonly signer: Signer;
  /** The name the log goes by in its heads and keys; the same for ever. */
  readonly name: string;
  /** Who signs the heads besides the log. */
  readonly witnesses?: readonly AskedWitness[];
  /** Resolves after so many milliseconds; needed where there are witnesses. */
  readonly wait?: (ms: number) => Promise<void>;
}

export interface PublishedLog {
  readonly key: NoteKey;
  /** Its public files. */
  readonly folder: LogFolder;
  /** The keys of the witnesses that are asked. */
  readonly witnesses: readonly NoteKey[];
  /** Brings the files and the signed head up to date with the table; refused where the table does not fit them. */
  publish(): Promise<Result<Published, LogRefusal>>;
  /** The head as it lies in the folder, with everybody who signed it; undefined before the first one. */
  head(): Promise<string | undefined>;
  /** Lines of text signed with the log's key, as a note; never a head, whose first line is the bare name of the log. */
  signed(about: string, text: string): Promise<string>;
  /** A receipt for one place, for the person concerned; undefined until a head counts it. */
  receipt(place: number, entry: string, opening: Opening | undefined): Promise<string | undefined>;
}

export interface Published {
  readonly size: number;
  /** The witnesses that were asked and have not signed, each with the reason. */
  readonly silent: readonly { readonly witness: string; readonly because: string }[];
}

interface Running {
  readonly world: LogWorld;
  readonly key: NoteKey;
  readonly tree: LogTree;
  /** What each witness signed last, as far as is known. */
  readonly knownSizes: Map<string, number>;
}

export function publishedLog(world: LogWorld): PublishedLog {
  const key = noteKey(world.name, world.signer.publicKey);
  const tree = logTree(world.records);
  const running: Running = { world, key, tree, knownSizes: new Map() };
  let last: Promise<unknown> = Promise.resolve();
  return {
    key,
    folder: world.folder,
    witnesses: (world.witnesses ?? []).map((witness) => witness.key),
    publish() {
      const next = last.catch(() => {}).then(() => publish(running));
      last = next;
      return next;
    },
    head: () => headIn(world.folder),
    signed: (about, text) =>
      signNote(`${key.name}/${about}\n${text}`, [
        { key, sign: (message) => world.signer.sign(message) },
      ]),
    async receipt(place, entry, opening) {
      const checkpoint = await headIn(world.folder);
      const head = readCheckpoint(signedText(checkpoint ?? ''));
      if (checkpoint === undefined || !head.ok || head.value.size <= place) {
        return undefined;
      }
      const { size } = head.value;
      await tree.upTo(size);
      return writeReceipt(
        { entry: utf8(entry), ...(opening === undefined ? {} : { opening }) },
        { index: place, proof: await inclusionProof(place, size, tree.nodes), checkpoint },
      );
    },
  };
}

async function publish(running: Running): Promise<Result<Published, LogRefusal>> {
  const { records, folder } = running.world;
  const state = await records.as(WORKER, async ({ log }) => ({
    size: await log.size(),
    noted: (await log.checkpoint())?.note,
    isHeld: (await log.held()) !== undefined,
  }));
  const inFolder = await headIn(folder);
  const fitting = await published(running, state.size, [
    ...kept('folder', inFolder),
    ...kept('database', state.noted),
  ]);
  if (!fitting.ok) {
    await records.as(WORKER, ({ log }) => log.hold(fitting.refusal.because));
    return fitting;
  }
  if (state.isHeld) {
    await records.as(WORKER, ({ log }) => log.endHold());
  }
  return success(await bringUpToDate(running, state.size, inFolder, fitting.value?.size));
}

const kept = (where: KeptHead['kept'], note: string | undefined): KeptHead[] =>
  note === undefined ? [] : [{ kept: where, note }];

/** The head that was published, if the database fits it and what the database itself noted. */
async function published(
  { key, tree }: Running,
  size: number,
  heads: readonly KeptHead[],
): Promise<Result<Checkpoint | undefined, LogRefusal>> {
  const opened = await openedHeads(heads, key);
  if (!opened.ok) {
    return opened;
  }
  await tree.upTo(size);
  const fitting = await fits(opened.value, size, tree.nodes);
  return fitting.ok ? success(opened.value.get('folder')) : fitting;
}

async function bringUpToDate(
  running: Running,
  size: number,
  inFolder: string | undefined,
  before: number | undefined,
): Promise<Published> {
  const { world, key } = running;
  const { folder } = world;
  const isNew = inFolder === undefined || size !== before;
  if (isNew) {
    await writeFiles(running, before ?? 0, size);
    await folder.write('key', utf8(`${writeNoteKey(key)}\n`));
  }
  const own = isNew ? await signedHead(running, size) : inFolder;
  const asked = await witnessed(running, own, size);
  if (asked.checkpoint !== inFolder) {
    await folder.write('checkpoint', utf8(asked.checkpoint));
  }
  if (isNew) {
    await world.records.as(WORKER, ({ log }) => log.saveCheckpoint(size, asked.checkpoint));
  }
  return { size, silent: asked.silent };
}

async function writeFiles(running: Running, before: number, size: number): Promise<void> {
  const { records, folder } = running.world;
  const { nodes } = running.tree;
  const entries = await entriesFrom(records, before, size, nodes);
  for await (const file of filesAdded(before, size, nodes, entries)) {
    await folder.write(file.path, file.bytes);
  }
}

async function signedHead({ world, key, tree }: Running, size: number): Promise<string> {
  const root = await rootAt(size, tree.nodes);
  return await signCheckpoint({ size, root }, { key, sign: (text) => world.signer.sign(text) });
}

/** Asks those witnesses that have not signed this head yet. */
async function witnessed(
  { world, key, tree, knownSizes }: Running,
  checkpoint: string,
  size: number,
): ReturnType<typeof askWitnesses> {
  const { witnesses = [], wait } = world;
  const keys = witnesses.map((witness) => witness.key);
  const opened = await openCheckpoint(checkpoint, key, checkEd25519, keys);
  const heard = new Set(opened.ok ? opened.value.signedBy.map(({ key: { id } }) => id) : []);
  const missing = witnesses.filter((witness) => !heard.has(witness.key.id));
  if (missing.length === 0 || wait === undefined) {
    return { checkpoint, silent: [] };
  }
  return await askWitnesses(checkpoint, size, {
    witnesses: missing,
    check: checkEd25519,
    knownSizes,
    proofFrom: (from) => consistencyProof(from, size, tree.nodes),
    wait,
  });
}

async function headIn(folder: LogFolder): Promise<string | undefined> {
  const bytes = await folder.read('checkpoint');
  return bytes === undefined ? undefined : fromUtf8(bytes);
}

/** The name in a key line that was published before, so that a log keeps its name when its address changes. */
export const nameInKey = (line: Uint8Array): string | undefined =>
  fromUtf8(line).trim().split('+')[0];
