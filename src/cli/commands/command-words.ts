/**
 * The words after a command's name, sorted: options with their values, switches that stand alone, files. One reader for
 * every command that works on a file, so that a word is read alike everywhere.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export type Misuse = 'bad-command';

/** What a command takes. */
export interface Allowed<Option extends string, Switch extends string = never> {
  readonly options: readonly Option[];
  readonly switches?: readonly Switch[];
  /** What the file holds, as in "Name the file of responses." */
  readonly file: string;
  /** What the second file holds, where there are two. */
  readonly second?: string;
}

export interface Word<Option extends string> {
  readonly option: Option;
  readonly value: string;
}

export interface Words<Option extends string, Switch extends string = never> {
  readonly file: string;
  /** Undefined only where the command takes one file. */
  readonly second: string | undefined;
  /** In the order given; an option may come more than once. */
  readonly words: readonly Word<Option>[];
  readonly switches: ReadonlySet<Switch>;
  /** The last value given. */
  value(option: Option): string | undefined;
  /** Every value given. */
  values(option: Option): readonly string[];
}

export const bad = (because: string): Result<never, Misuse> => refuse('bad-command', because);

export function readWords<Option extends string, Switch extends string = never>(
  args: readonly string[],
  allowed: Allowed<Option, Switch>,
): Result<Words<Option, Switch>, Misuse> {
  const words: Word<Option>[] = [];
  const files: string[] = [];
  const switches = new Set<Switch>();
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    const [, name = '', inline] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const option = allowed.options.find((known) => known === name);
    const alone = allowed.switches?.find((known) => word === `--${known}`);
    if (alone !== undefined) {
      switches.add(alone);
    } else if (option !== undefined) {
      const value = inline ?? args[place + 1];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        return bad(`--${option} needs a value after it.`);
      }
      words.push({ option, value });
      place += inline === undefined ? 1 : 0;
    } else if (word.startsWith('-') && word !== '-') {
      return bad(`There is no option ${word}.`);
    } else {
      files.push(word);
    }
  }
  const [file, second, third] = files;
  if (file === undefined) {
    return bad(`Name the file of ${allowed.file}.`);
  }
  if (allowed.second === undefined && second !== undefined) {
    return bad(`One file at a time: "${file}" and "${second}" are named.`);
  }
  if (allowed.second !== undefined && (second === undefined || third !== undefined)) {
    return bad(
      second === undefined
        ? `Name the file of ${allowed.second} after "${file}".`
        : `Two files at a time: "${file}", "${second}" and "${third}" are named.`,
    );
  }
  const values = (wanted: Option): readonly string[] =>
    words.flatMap(({ option, value }) => (option === wanted ? [value] : []));
  return success({
    file,
    second,
    words,
    switches,
    values,
    value: (option) => values(option).at(-1),
  });
}

/** "a, b,c" as names; empty pieces are left out. */
export const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '').split(',').flatMap((piece) => (piece.trim() === '' ? [] : [piece.trim()]));
