/**
 * How long an audit takes, next to merely decoding the same bytes and splitting them into lines, in the
 * same run on the same machine. 10,000 people, 100 items, two groups, all items compared.
 * Run: node --import tsx bench/audit.ts
 */
import { performance } from 'node:perf_hooks';
import { runAudit } from '../src/cli/commands/audit.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';

const PEOPLE = 10_000;
const ITEMS = 100;
const RUNS = 7;

function examFile(): Uint8Array {
  const chance = generatorFrom('bench audit');
  const names = Array.from({ length: ITEMS }, (_, item) => `item${item + 1}`);
  const lines = [`id,group,${names.join(',')}`];
  for (let person = 0; person < PEOPLE; person += 1) {
    const ability = 4 * chance.next() - 2;
    const answers = names.map((_, item) =>
      chance.next() < 1 / (1 + Math.exp((4 * item) / ITEMS - 2 - ability)) ? 1 : 0,
    );
    lines.push(`p${person},${person % 4 === 0 ? 'late' : 'early'},${answers.join(',')}`);
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

async function fastest(work: () => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await work();
    least = Math.min(least, performance.now() - started);
  }
  return least;
}

const bytes = examFile();
let printed = 0;
const world = {
  readFile: async () => bytes,
  out: (text: string) => {
    printed = text.length;
  },
  err: (text: string) => {
    throw new Error(text);
  },
};
const audit = await fastest(() =>
  runAudit(['exam.csv', '--group', 'group', '--reference', 'early', '--focal', 'late'], world),
);
let lines = 0;
const split = await fastest(() => {
  lines = new TextDecoder().decode(bytes).split('\n').length;
});
console.log(
  `audit of ${PEOPLE} people x ${ITEMS} items: ${audit.toFixed(0)} ms (${printed} letters of report); decoding and splitting the same ${bytes.length} bytes into ${lines} lines: ${split.toFixed(1)} ms; ratio ${(audit / split).toFixed(1)}`,
);
