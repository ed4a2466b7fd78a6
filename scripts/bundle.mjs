// Compiles the program once per state of the source, into .cache, so that starting it costs next to nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { notYours, root, stop } from './ensure.mjs';
// biome-ignore lint/correctness/useImportExtensions: the module is meant, not the declaration beside it.
import { browserOptions } from './lean-browser.mjs';

/** A name for the source as it stands: every file's path, size and time of change. */
function stateOfSource() {
  const digest = createHash('sha256');
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(full);
      else if (!entry.name.includes('.test.')) {
        const { size, mtimeMs } = statSync(full);
        digest.update(`${full}|${size}|${mtimeMs}\n`);
      }
    }
  };
  walk(path.join(root, 'src'));
  digest.update(process.versions.node);
  return digest.digest('hex').slice(0, 16);
}

/** The folder of the compiled program; compiles it first where needed. */
export async function bundled() {
  const cache = path.join(root, '.cache');
  const done = path.join(cache, `program-${stateOfSource()}`);
  if (existsSync(done)) return done;
  const { build } = await import('esbuild');
  const making = path.join(cache, `making-${process.pid}`);
  try {
    mkdirSync(making, { recursive: true });
  } catch (cause) {
    if (cause.code === 'EACCES' || cause.code === 'EROFS') stop(notYours('compiled'));
    throw cause;
  }
  await build({
    entryPoints: ['src/main.ts', 'src/outside/adapters/draw-worker.ts'].map((file) =>
      path.join(root, file),
    ),
    entryNames: '[name]',
    outdir: making,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'error',
    outExtension: { '.js': '.mjs' },
  });
  const browser = path.join(root, 'src', 'web', 'scripts');
  await build({
    entryPoints: existsSync(browser)
      ? readdirSync(browser)
          .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
          .map((name) => path.join(browser, name))
      : [],
    outdir: path.join(making, 'assets'),
    ...browserOptions,
  });
  for (const old of readdirSync(cache))
    if (old.startsWith('program-')) rmSync(path.join(cache, old), { recursive: true, force: true });
  try {
    renameSync(making, done);
  } catch (cause) {
    if (!existsSync(done)) throw cause;
    rmSync(making, { recursive: true, force: true });
  }
  return done;
}
