/**
 * How long a person waits: for `bin/evenhand help`, for the first start of the service with everything it loads once,
 * and for every later start, up to the first page. Each beside the start of a bare node:http server in the same run.
 * On a checkout whose packages are installed. Run by: npm run bench -- start
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { bareServer, commandMs, median, product } from './running/programs.ts';

const RUNS = 5;
const LATER_STARTS = 3;

const data = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-start-'));

async function readyAfter(start: () => ReturnType<typeof bareServer>): Promise<number> {
  const running = await start();
  await running.stop();
  return running.readyMs;
}

async function several(times: number, measure: () => Promise<number>): Promise<number> {
  const found: number[] = [];
  while (found.length < times) {
    found.push(await measure());
  }
  return median(found);
}

const help = (): Promise<number> => commandMs(['bin/evenhand', 'help']);

try {
  const firstHelp = await help();
  const bare = await several(RUNS, () => readyAfter(() => bareServer()));
  const shown = (what: string, ms: number): void =>
    console.log(
      `${what.padEnd(46)} ${ms.toFixed(0).padStart(6)} ms   ratio ${(ms / bare).toFixed(1)}`,
    );
  shown('a bare node:http server, first answer', bare);
  shown('evenhand help, first (compiles if anything changed)', firstHelp);
  shown(`evenhand help, median of ${RUNS}`, await several(RUNS, help));
  shown('evenhand serve, first start with demonstration', await readyAfter(() => product(data)));
  shown(
    `evenhand serve, later start, median of ${LATER_STARTS}`,
    await several(LATER_STARTS, () => readyAfter(() => product(data))),
  );
} finally {
  rmSync(data, { recursive: true, force: true });
}
