/**
 * What every command on a file does: understand the words, run the work, and write the result in one piece. Bad input or a
 * bad command ends with exit code 2, one message and nothing written; what statistics cannot answer is part of the result.
 */
import { joined } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { Incoming } from '../../workflow/audit/read-exam.ts';

export interface FileWorld {
  /** A file in pieces, a spreadsheet as text; throws where it cannot be opened. */
  readonly open: (path: string) => Promise<Incoming>;
  /** Writes the whole text or nothing. */
  readonly writeWhole: (path: string, text: string) => void;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether somebody watches: progress is told only then. */
  readonly watched: boolean;
}

export interface FileCommand<
  Asked extends { readonly file: string; readonly out: string | undefined },
> {
  readonly name: string;
  readonly usage: string;
  readonly read: (args: readonly string[]) => Result<Asked>;
  /** The result as text in the format asked for. */
  readonly work: (asked: Asked, tell: (what: string) => void) => Promise<Result<string>>;
}

const BAD_INPUT = 2;

/** Answers the exit code. */
export async function runOnFile<
  Asked extends { readonly file: string; readonly out: string | undefined },
>(args: readonly string[], world: FileWorld, command: FileCommand<Asked>): Promise<number> {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) {
    world.out(command.usage);
    return args.length === 0 ? BAD_INPUT : 0;
  }
  const asked = command.read(args);
  if (!asked.ok) {
    world.err(`${asked.refusal.because}\nSee evenhand ${command.name} --help.\n`);
    return BAD_INPUT;
  }
  const result = await command.work(asked.value, (what) => {
    if (world.watched) {
      world.err(`${what} ...\n`);
    }
  });
  if (!result.ok) {
    world.err(`${asked.value.file}: ${result.refusal.because}\n`);
    return BAD_INPUT;
  }
  return delivered(result.value, asked.value.out, world);
}

function delivered(text: string, out: string | undefined, world: FileWorld): number {
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

/** The file in pieces, or a sentence why not; `what` begins the sentence. */
export async function opened(
  world: FileWorld,
  path: string,
  what = 'the file',
): Promise<Result<Incoming>> {
  try {
    return success(await world.open(path));
  } catch (cause) {
    return unreadable(what, cause);
  }
}

/** All of a file that is small beside memory, or a sentence why not. */
export async function wholeOf(
  world: FileWorld,
  path: string,
  what = 'the file',
): Promise<Result<Uint8Array>> {
  const incoming = await opened(world, path, what);
  if (!incoming.ok) {
    return incoming;
  }
  const pieces: Uint8Array[] = [];
  try {
    for await (const piece of incoming.value.pieces) {
      pieces.push(piece);
    }
  } catch (cause) {
    return unreadable(what, cause);
  }
  return success(joined(...pieces));
}

const unreadable = (what: string, cause: unknown): Result<never> => {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const because = missing ? 'there is no such file here' : messageOf(cause);
  return refuse('unreadable', `${what} cannot be read: ${because}`);
};

/** A report may be passed on: it names the file, not the folder on somebody's machine. */
export const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

const messageOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message : String(cause);
