/**
 * `evenhand draw POOL QUOTAS --size N`: a panel drawn by lot, with everybody's chance, the proof and the tickets. Reads two
 * files, keeps nothing. Where the rules clash or a file cannot be read it ends with a sentence and exit code 2, and
 * nothing at all is written.
 */
import type { DrawMethod } from '../../fairness/draw/fair-draw.ts';
import { TICKETS } from '../../fairness/draw/tickets.ts';
import { toHex } from '../../kernel/bytes/bytes.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { inFormat } from '../../reporting/document/formats.ts';
import { DRAW_FORMS } from '../../reporting/draw-report/draw-document.ts';
import { type DrawPlan, drawOfFiles } from '../../workflow/audit/draw-of-files.ts';
import { bad, listOf, type Misuse, readWords } from './command-words.ts';
import { type DrawWorld, runDrawCheck } from './draw-check.ts';
import { type FileWorld, nameOf, runOnFile, wholeOf } from './file-command.ts';
import {
  OUTPUT_OPTIONS,
  OUTPUT_USAGE,
  type Output,
  outputOf,
  PAGE_FORMATS,
  type PageFormat,
} from './output-options.ts';

const METHODS = ['leximin', 'maximin', 'uniform'] as const satisfies readonly DrawMethod[];
const SEED_BYTES = 32;

const DRAW_USAGE = `evenhand draw POOL QUOTAS --size N [options]

Draws a panel by lot so that it keeps every quota and everybody's chance is as fair as the quotas let it be: the
least chance is as large as possible, then the next, and so on (LEXIMIN). Prints the panel, everybody's chance, the
${TICKETS.toLocaleString('en-US')} numbered tickets each person holds a part of, and the proof that no fairer draw exists.
POOL (CSV, TSV or a spreadsheet) has a row for each person; a column named id, or the number of the row, names them.
QUOTAS has the columns category, feature, min, max, or feature, value, min, max: a row for every value there is.

  --size N                  seats on the panel
  --method ${METHODS.join('|')}
                            leximin; maximin (the least chance alone); uniform (panels at random, to compare)
  --household COLUMN        at most one person of each household; once for each column of an address
  --id COLUMN               the column of ids
  --seed HEX                the seed; without it one is drawn and printed
  --public WORDS            what came after the commitment was published, such as the numbers of a lottery
  --staying IDS             members who keep their seats, with commas between: the others are drawn anew
  --left IDS                people who are not drawn again
  --tickets FILE            writes the tickets, one a row
  --check PUBLISHED.json    draws a published draw once more from its own files, and says "the same panel" or what
                            differs (exit code 1); everything else stands in the published file
  --format ${PAGE_FORMATS.join('|')}
                            (default: markdown)
${OUTPUT_USAGE}`;

const OPTIONS = [
  'size',
  'method',
  'household',
  'id',
  'seed',
  'public',
  'staying',
  'left',
  'tickets',
  ...OUTPUT_OPTIONS,
] as const;

interface Command extends Output<PageFormat> {
  readonly file: string;
  readonly quotas: string;
  readonly tickets: string | undefined;
  readonly plan: Omit<DrawPlan, 'seed'> & { readonly seed: string | undefined };
}

/** Answers the exit code. */
export const runDraw = (args: readonly string[], world: DrawWorld): Promise<number> =>
  args.some((word) => /^--check(?:=|$)/.test(word))
    ? runDrawCheck(args, world)
    : drawn(args, world);

const drawn = (args: readonly string[], world: DrawWorld): Promise<number> =>
  runOnFile(args, world, {
    name: 'draw',
    usage: DRAW_USAGE,
    read: readCommand,
    async work({ file, quotas, tickets, plan, format }, tell) {
      const pool = await wholeOf(world, file);
      if (!pool.ok) {
        return pool;
      }
      const name = nameOf(quotas);
      const rules = await wholeOf(world, quotas, `the quotas "${name}"`);
      if (!rules.ok) {
        return rules;
      }
      tell('Finding the fairest chances and proving them');
      const drawn = drawOfFiles(
        await world.solver(),
        { name: nameOf(file), bytes: pool.value },
        { name, bytes: rules.value },
        { ...plan, seed: plan.seed ?? toHex(world.chance.bytes(SEED_BYTES)) },
      );
      if (!drawn.ok) {
        return drawn;
      }
      const text = inFormat(format, drawn.value.report, DRAW_FORMS);
      return tickets === undefined
        ? success(text)
        : withTickets(world, tickets, drawn.value.tickets, text);
    },
  });

function withTickets(
  world: FileWorld,
  path: string,
  tickets: string,
  text: string,
): Result<string> {
  try {
    world.writeWhole(path, tickets);
  } catch (cause) {
    return refuse(
      'unwritable',
      `the tickets cannot be written to ${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
  return success(text);
}

function readCommand(args: readonly string[]): Result<Command, Misuse> {
  const words = readWords(args, {
    options: OPTIONS,
    switches: ['json'],
    file: 'people',
    second: 'quotas',
  });
  if (!words.ok) {
    return words;
  }
  const { file, second, value, values } = words.value;
  const output = outputOf(words.value, PAGE_FORMATS);
  if (!output.ok) {
    return output;
  }
  const size = value('size') ?? '';
  const asked = value('method') ?? 'leximin';
  const method = METHODS.find((known) => known === asked);
  const seed = value('seed');
  if (!/^[1-9]\d{0,5}$/.test(size)) {
    return bad('--size is needed: the seats on the panel, a whole number.');
  }
  if (method === undefined) {
    return bad(`--method is one of ${METHODS.join(', ')}, not "${asked}".`);
  }
  if (seed !== undefined && !/^[0-9a-f]{1,256}$/i.test(seed)) {
    return bad('--seed is written in hexadecimal: digits and the letters a to f.');
  }
  const tickets = value('tickets');
  if (tickets !== undefined && (tickets === output.value.out || tickets === '-')) {
    return bad('--tickets needs a file of its own.');
  }
  return success({
    ...output.value,
    file,
    quotas: second ?? '',
    tickets,
    plan: {
      size: Number(size),
      method,
      seed: seed?.toLowerCase(),
      publicWords: value('public') ?? '',
      id: value('id'),
      household: values('household'),
      staying: values('staying').flatMap(listOf),
      left: values('left').flatMap(listOf),
    },
  });
}
