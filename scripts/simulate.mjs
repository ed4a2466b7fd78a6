// Runs the simulations one after the other. `npm run simulate -- recovery` runs those whose name holds that word.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled({ everything: true });
const word = process.argv[2] ?? '';
const simulations = readdirSync(path.join(root, 'simulations'))
  .filter((name) => name.endsWith('.ts'))
  .filter((name) => name.includes(word));
let failed = false;
for (const name of simulations) {
  console.log(`== ${name}`);
  const { status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join('simulations', name)],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.base.json') },
    },
  );
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);
