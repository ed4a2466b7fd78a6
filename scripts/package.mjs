// Compiles the public doors (src/exports) for people who install the package: plain JavaScript that Node and browsers
// run, and the types beside it. npm runs it before packing; the repository itself runs from source and never reads it.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled({ everything: true });
const out = path.join(root, 'dist', 'package');
rmSync(out, { recursive: true, force: true });
const doors = path.join(root, 'src', 'exports');
const { build } = await import('esbuild');
await build({
  entryPoints: readdirSync(doors).map((name) => path.join(doors, name)),
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  target: 'es2022',
  packages: 'external',
  logLevel: 'error',
});
const { status } = spawnSync(
  process.execPath,
  ['node_modules/ts7/bin/tsc', '-p', 'tsconfigs/package.json'],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
