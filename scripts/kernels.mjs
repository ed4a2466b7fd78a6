// Compiles kernels/grid-sums.ts to WebAssembly and writes its bytes into src/numerics/fitting/grid-bytes.ts.
// With --check it only says whether the committed bytes are what the source compiles to.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, root } from './ensure.mjs';

ensureInstalled({ everything: true });
const target = path.join(root, 'src', 'numerics', 'fitting', 'grid-bytes.ts');
const folder = mkdtempSync(path.join(tmpdir(), 'evenhand-kernels-'));
try {
  const out = path.join(folder, 'grid.wasm');
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js'),
      path.join(root, 'kernels', 'grid-sums.ts'),
      '-O3',
      '--noAssert',
      '--runtime',
      'stub',
      '--enable',
      'simd',
      '--importMemory',
      '--noExportMemory',
      '-o',
      out,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(1);
  const text = readFileSync(out).toString('base64').replace(/=+$/, '');
  const lines = text.match(/.{1,80}/g).map((line) => `  '${line}'`);
  const file = `/**
 * The loops of kernels/grid-sums.ts as WebAssembly, in base64. Written by \`npm run kernels\`; not edited by hand.
 */
export const GRID_BYTES =
${lines.join(' +\n')};
`;
  if (process.argv.includes('--check')) {
    if (readFileSync(target, 'utf8') !== file) {
      console.log('grid-bytes.ts is not what kernels/grid-sums.ts compiles to: npm run kernels');
      process.exitCode = 1;
    }
  } else {
    writeFileSync(target, file);
  }
} finally {
  rmSync(folder, { recursive: true });
}
