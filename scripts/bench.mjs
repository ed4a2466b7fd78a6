// Runs the benchmarks one after the other. `npm run bench -- audit` runs those whose name holds that word.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled({ everything: true });
const word = process.argv[2] ?? '';
const benches = readdirSync(path.join(root, 'bench'))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
  .filter((name) => name.includes(word));
let failed = false;
for (const name of benches) {
  console.log(`== ${name}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', path.join('bench', name)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.base.json') },
  });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
