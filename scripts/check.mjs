// Types, format, lint, layers, dead code: everything a change must pass beside the tests.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled({ everything: true });
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const node = process.execPath;
const steps = [
  ['types', node, ['node_modules/ts7/bin/tsc', '-b']],
  ['format and lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  [
    'promises',
    bin('oxlint'),
    [
      '--type-aware',
      '--quiet',
      '-A',
      'all',
      '-D',
      'typescript/no-floating-promises',
      '-D',
      'typescript/no-misused-promises',
      '--ignore-pattern',
      '**/*.test.*',
      'src',
    ],
  ],
  ['layers', node, ['architecture/check.mjs', '--whole']],
  ['map', node, ['architecture/map.mjs', '--check']],
  ['kernels', node, ['scripts/kernels.mjs', '--check']],
  ['dead code', bin('knip'), []],
];
let failed = 0;
for (const [name, command, options] of steps) {
  const { status } = spawnSync(command, options, { cwd: root, stdio: 'inherit' });
  console.log(`${status === 0 ? 'ok  ' : 'FAIL'} ${name}`);
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
