// Makes every command work from a fresh clone: installs the locked packages when they are missing or out of date.
// Plain JavaScript with no dependency, because it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Installs what package-lock.json names. `everything` adds the packages that only tests and checks need. */
export function ensureInstalled({ everything }) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Evenhand needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
    process.exit(1);
  }
  const mark = path.join(root, 'node_modules', '.installed-for');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (installed === `${lock} everything` || (!everything && installed === `${lock} running`))
    return;
  console.error('Installing what Evenhand needs (once; about a minute)…');
  const scope = everything ? [] : ['--omit=dev'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  try {
    execFileSync('npm', ['ci', ...quiet, ...scope], { cwd: root, stdio: ['ignore', 2, 2] });
  } catch {
    console.error(
      'npm could not install the packages. Check the network, then run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(mark, `${lock} ${everything ? 'everything' : 'running'}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled({ everything: true });
