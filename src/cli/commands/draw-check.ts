/**
 * `evenhand draw POOL QUOTAS --check PUBLISHED.json`: a published draw, drawn once more from its own files. Exit code 0: the
 * same panel; 1: something differs, and what; 2: nothing could be said.
 */
import { TICKETS } from '../../fairness/draw/tickets.ts';
import type { GrowingSolver } from '../../numerics/linear/growing-program.ts';
import { type ReplayedDraw, replayedDraw } from '../../workflow/audit/replay-draw.ts';
import type { Chance } from '../../workflow/ports/ports.ts';
import { readWords } from './command-words.ts';
import { type FileWorld, nameOf, wholeOf } from './file-command.ts';
import { printable } from './foreign-text.ts';

export interface DrawWorld extends FileWorld {
  readonly solver: () => Promise<GrowingSolver>;
  readonly chance: Pick<Chance, 'bytes'>;
}

const [SAME, DIFFERS, UNKNOWN] = [0, 1, 2];
const MOST_SHOWN = 120;

/** Answers the exit code. */
export async function runDrawCheck(args: readonly string[], world: DrawWorld): Promise<number> {
  const fault = (because: string): number => {
    world.err(`${because}\n`);
    return UNKNOWN;
  };
  const words = readWords(args, { options: ['check'], file: 'people', second: 'quotas' });
  if (!words.ok) {
    return fault(
      `${words.refusal.because}\nWith --check everything else stands in the published file: evenhand draw POOL QUOTAS --check PUBLISHED.json`,
    );
  }
  const { file, second = '', value } = words.value;
  const path = value('check') ?? '';
  const named = [
    [file, 'the file'],
    [second, `the quotas "${nameOf(second)}"`],
    [path, `the published draw "${nameOf(path)}"`],
  ] as const;
  const read: Uint8Array[] = [];
  for (const [name, what] of named) {
    const whole = await wholeOf(world, name, what);
    if (!whole.ok) {
      return fault(`${name}: ${whole.refusal.because}`);
    }
    read.push(whole.value);
  }
  const [pool = NONE, quotas = NONE, published = NONE] = read;
  const replayed = replayedDraw(await world.solver(), {
    pool: { name: nameOf(file), bytes: pool },
    quotas: { name: nameOf(second), bytes: quotas },
    published: { name: nameOf(path), bytes: published },
  });
  if (!replayed.ok) {
    return fault(`${file}: ${replayed.refusal.because}`);
  }
  world.out(replayWords(replayed.value));
  return replayed.value.same ? SAME : DIFFERS;
}

const NONE = new Uint8Array();

function replayWords({ same, panel, compared }: ReplayedDraw): string {
  const lines = compared.map(({ what, agrees, published, here }) =>
    agrees
      ? `  agrees   ${what}`
      : `  DIFFERS  ${what}: published ${short(published)}; worked out ${short(here)}`,
  );
  const title = same
    ? `The same panel: ${panel.length} people, drawn from ${TICKETS.toLocaleString('en-US')} tickets.`
    : 'NOT THE SAME DRAW.';
  const last = same
    ? `  ${printable(panel.join(', '))}\nWhether the commitment was in the decision log before the public words were known, its receipt shows: evenhand ledger receipt FILE.`
    : 'Either a file is not the one that was published, or what was published does not follow from it.';
  return `${title}\n${lines.join('\n')}\n${last}\n`;
}

const short = (text: string): string =>
  printable(text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} ...` : text);
