/**
 * How time and memory grow from 1,000 to 1,000,000 people with 100 items: the classical numbers, Mantel-Haenszel with
 * purification, and the two-parameter model with standard errors. Each row is a process of its own on a drawn exam; CPU
 * seconds of the work alone, the answers in memory; the peak memory of the process holds the answers, one byte each. Beside
 * each row stands its time against growth in proportion to the people, and what a further person takes in memory.
 * Run: npm run bench -- growth (about a minute and a half)
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

interface Row {
  readonly people: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const SIZES = [1000, 10_000, 100_000, 1_000_000];
const WORKS = {
  classical: 'Classical numbers',
  'mantel-haenszel': 'Mantel-Haenszel, purified',
  '2pl': 'Two-parameter model with standard errors',
};

const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-growth-'));
const program = path.join(folder, 'growth.mjs');

function rowOf(work: string, people: number): Row {
  const { stdout, stderr, status } = spawnSync(process.execPath, [program, work, String(people)], {
    encoding: 'utf8',
  });
  if (status !== 0) {
    throw new Error(`${work}, ${people} people: ${stderr}`);
  }
  return { people, ...JSON.parse(stdout) };
}

function say(row: Row, before: Row | undefined): string {
  const { people, seconds, megabytes } = row;
  const start = `  ${people.toLocaleString('en').padStart(9)} people: ${seconds.toFixed(3).padStart(8)} s, ${megabytes.toFixed(0).padStart(5)} MB`;
  if (before === undefined) {
    return start;
  }
  const linear = seconds / before.seconds / (people / before.people);
  const bytes = ((megabytes - before.megabytes) * 2 ** 20) / (people - before.people);
  return `${start}; ${linear.toFixed(2)} times linear growth from the row before, ${bytes.toFixed(0)} bytes for each further person`;
}

try {
  buildSync({
    entryPoints: ['bench/running/growth-process.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  });
  for (const [work, name] of Object.entries(WORKS)) {
    console.log(`${name}, 100 items`);
    let before: Row | undefined;
    for (const people of SIZES) {
      const row = rowOf(work, people);
      console.log(say(row, before));
      before = row;
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
