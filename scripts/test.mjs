// Runs every test in one process. `npm test -- ledger` runs the files whose path holds that word.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled({ everything: true });
const record = path.join(root, '.cache', 'tests.tap');
mkdirSync(path.dirname(record), { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    'tsx',
    '--test',
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${record}`,
    'tests/all.ts',
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      EVENHAND_TESTS: process.argv.slice(2).join(','),
      // The tsconfig.json at the root names no files, so tsx would not see how JSX is to be read.
      TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.base.json'),
    },
  },
);
// The shared data lie beside the project and are no part of it; for any other reason nothing may be skipped.
const skipped = readFileSync(record, 'utf8')
  .split('\n')
  .filter((line) => / # SKIP/.test(line) && !line.trimEnd().endsWith('# SKIP no ../shared')).length;
if (process.env.CI === 'true' && skipped > 0) {
  console.error(`${skipped} tests were skipped; where the project is built, none may be.`);
  process.exit(1);
}
process.exit(status ?? 1);
