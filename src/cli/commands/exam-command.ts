/**
 * What every command on an exam's file does: understand the words, read the file and its key, run the work, and write the
 * result in one piece. Bad input or a bad command ends with exit code 2, one message and nothing written; what statistics
 * cannot answer is part of the result.
 */
import { type Result, refuse } from '../../kernel/result/result.ts';
import { type AnswerKey, readKey } from '../../psychometrics/responses/answer-key.ts';
import type { ExamPlan, Incoming } from '../../workflow/audit/read-exam.ts';
import { type Allowed, type ExamCommand, readCommand } from './exam-options.ts';

export interface ExamWorld {
  /** The file in pieces; throws where it cannot be opened. */
  readonly open: (path: string) => Promise<Incoming>;
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** Writes the whole text or nothing. */
  readonly writeWhole: (path: string, text: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches: progress is told only then. */
  readonly watched: boolean;
}

const BAD_INPUT = 2;

export interface Work {
  readonly allowed: Allowed;
  readonly usage: string;
  readonly name: string;
  /** The result as text in the format asked for. */
  readonly run: (
    command: ExamCommand,
    incoming: Incoming,
    key: AnswerKey | undefined,
    tell: (what: string) => void,
  ) => Promise<Result<string>>;
}

/** Answers the exit code. */
export async function runOnExam(
  args: readonly string[],
  world: ExamWorld,
  work: Work,
): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    world.out(work.usage);
    return args.length === 0 ? BAD_INPUT : 0;
  }
  const command = readCommand(args, work.allowed);
  if (!command.ok) {
    world.err(`${command.refusal.because}\nSee evenhand ${work.name} --help.\n`);
    return BAD_INPUT;
  }
  const tell = (what: string): void => {
    if (world.watched) {
      world.err(`${what} ...\n`);
    }
  };
  const result = await worked(command.value, world, work, tell);
  if (!result.ok) {
    world.err(`${command.value.file}: ${result.refusal.because}\n`);
    return BAD_INPUT;
  }
  return delivered(result.value, command.value, world);
}

async function worked(
  command: ExamCommand,
  world: ExamWorld,
  work: Work,
  tell: (what: string) => void,
): Promise<Result<string>> {
  const key = await keyOf(command, world);
  if (!key.ok) {
    return key;
  }
  let incoming: Incoming;
  try {
    incoming = await world.open(command.file);
  } catch (cause) {
    return refuse('unreadable', `the file cannot be read: ${messageOf(cause)}`);
  }
  return await work.run(command, incoming, key.value, tell);
}

async function keyOf(
  { keyFile }: ExamCommand,
  world: ExamWorld,
): Promise<Result<AnswerKey | undefined>> {
  if (keyFile === undefined) {
    return { ok: true, value: undefined };
  }
  try {
    return readKey(await world.readFile(keyFile));
  } catch (cause) {
    return refuse('unreadable', `the key file "${keyFile}" cannot be read: ${messageOf(cause)}`);
  }
}

function delivered(text: string, { out }: ExamCommand, world: ExamWorld): number {
  if (out === undefined) {
    world.out(text);
    return 0;
  }
  try {
    world.writeWhole(out, text);
  } catch (cause) {
    world.err(`${out} cannot be written: ${messageOf(cause)}\n`);
    return BAD_INPUT;
  }
  if (world.watched) {
    world.err(`Written to ${out}.\n`);
  }
  return 0;
}

export const planOf = (command: ExamCommand, key: AnswerKey | undefined): ExamPlan => ({
  file: nameOf(command.file),
  id: command.id,
  items: command.items,
  pilot: command.pilot,
  codes: command.codes,
  key,
  missing: command.missing,
  categories: command.categories,
  long: command.long,
  groupColumns: [
    ...command.groups.map(({ column }) => column),
    ...command.covariates,
    ...(command.window === undefined ? [] : [command.window]),
  ],
});

/** A report may be passed on: it names the file, not the folder on somebody's machine. */
const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
