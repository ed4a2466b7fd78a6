/** Runs a command on a file the way main does, with the file handed in as text, and keeps what was said and written. */
import { readFile, stat } from 'node:fs/promises';
import type { FileWorld } from '../../src/cli/commands/file-command.ts';
import { generatorFrom } from '../../src/kernel/chance/generator.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** What was written, by path. */
  readonly written: ReadonlyMap<string, string>;
}

type Run = (args: readonly string[], world: FileWorld) => Promise<number>;

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 4096) {
    yield bytes.subarray(start, start + 4096);
  }
}

/** `files` are texts or bytes by name; a name that is not among them is a path on the disk. */
export async function ranWith(
  run: Run,
  args: readonly string[],
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Ran> {
  const said = { out: '', err: '' };
  const written = new Map<string, string>();
  const bytesOf = async (path: string): Promise<Uint8Array> => {
    const content = Object.hasOwn(files, path) ? files[path] : await readFile(path);
    return typeof content === 'string'
      ? new TextEncoder().encode(content)
      : (content ?? new Uint8Array());
  };
  const code = await run(args, {
    watched: false,
    open: async (path) => {
      if (!Object.hasOwn(files, path)) {
        await stat(path);
      }
      const bytes = await bytesOf(path);
      return { size: bytes.length, pieces: piecesOf(bytes) };
    },
    writeWhole: (path, text) => {
      written.set(path, text);
    },
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said, written };
}

/** Rows of people as a table: a header and lines. */
export const table = (header: string, rows: readonly string[]): string =>
  `${header}\n${rows.join('\n')}\n`;

/**
 * An invented exam: two groups alike in ability, item q5 harder for the late group at equal ability, item q3 keyed
 * backwards, a pilot item for every third person.
 */
export function inventedExam(people = 500, items = 12): string {
  const chance = generatorFrom('invented exam');
  const rows = Array.from({ length: people }, (_, person) => {
    const late = person % 2 === 1;
    const ability = 3 * chance.next() - 1.5;
    const answers = Array.from({ length: items }, (__, item) => {
      const hardness = (2 * item) / items - 1 + (late && item === 4 ? 2 : 0);
      const right = chance.next() < 1 / (1 + Math.exp(hardness - 1.5 * ability));
      return right !== (item === 2) ? '1' : '0';
    });
    const pilot = person % 3 === 0 ? String(Number(chance.next() < 0.5)) : '';
    return `00${person},${late ? 'late' : 'early'},${answers.join(',')},${pilot}`;
  });
  const names = Array.from({ length: items }, (_, item) => `q${item + 1}`);
  return table(`id,site,${names.join(',')},try1`, rows);
}
