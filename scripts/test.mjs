// Runs every test, in two processes side by side. `npm test -- ledger` runs the files whose path holds that word.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { halves, testFiles } from './test-files.mjs';

ensureInstalled({ everything: true });
const cache = path.join(root, '.cache');
mkdirSync(cache, { recursive: true });
const words = process.argv.slice(2);
const started = halves.filter((half) => testFiles(words, half).length > 0);
if (started.length === 0) {
  console.error(`No test file has ${words.join(' or ')} in its path.`);
  process.exit(1);
}

/** Whose lines are shown as they come; the others are kept until the ones before are through. */
let shown = 0;
const kept = started.map(() => []);
const ended = started.map(() => false);

function show() {
  for (; shown < started.length; shown += 1) {
    for (const text of kept[shown].splice(0)) process.stdout.write(text);
    if (!ended[shown]) return;
  }
}

const recordOf = (half) => path.join(cache, `tests-${half}.tap`);

/** Runs one half; its exit code. */
function run(half, place) {
  const from = performance.now();
  const child = spawn(
    process.execPath,
    [
      // Thousands of short-lived objects a test: with the usual 16 MB a tenth of the time goes into moving them.
      '--max-semi-space-size=64',
      '--import',
      'tsx',
      '--test',
      '--test-reporter=spec',
      '--test-reporter-destination=stdout',
      '--test-reporter=tap',
      `--test-reporter-destination=${recordOf(half)}`,
      'tests/all.ts',
    ],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        EVENHAND_TESTS: words.join(','),
        EVENHAND_HALF: half,
        // The tsconfig.json at the root names no files, so tsx would not see how JSX is to be read.
        TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.base.json'),
        ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
      },
    },
  );
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      kept[place].push(text);
      show();
    });
  }
  return new Promise((resolve) => {
    child.once('error', (cause) => kept[place].push(`${cause}\n`));
    child.once('close', (code) => {
      const seconds = Math.round((performance.now() - from) / 1000);
      kept[place].push(`The half "${half}" took ${seconds} s.\n\n`);
      ended[place] = true;
      show();
      resolve(code ?? 1);
    });
  });
}

const codes = await Promise.all(started.map(run));
// The shared data lie beside the project and are no part of it; for any other reason nothing may be skipped.
const skipped = started
  .flatMap((half) => readFileSync(recordOf(half), 'utf8').split('\n'))
  .filter((line) => / # SKIP/.test(line) && !line.trimEnd().endsWith('# SKIP no ../shared')).length;
if (process.env.CI === 'true' && skipped > 0) {
  console.error(`${skipped} tests were skipped; where the project is built, none may be.`);
}
const failed = started.filter((_, place) => codes[place] !== 0);
if (failed.length > 0) {
  console.error(`Not every test passed: see "${failed.join('" and "')}" above.`);
}
process.exit(failed.length > 0 || (process.env.CI === 'true' && skipped > 0) ? 1 : 0);
