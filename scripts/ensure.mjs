// Makes every command work from a fresh clone: installs the locked packages when they are missing or out of date.
// Plain JavaScript with no dependency, because it runs before anything is installed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Installs what package-lock.json names. `everything` adds the packages that only tests and checks need. */
export function ensureInstalled({ everything }) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Evenhand needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
  }
  // Without a lock file this is an installed package, whose dependencies npm has installed beside it.
  if (!existsSync(path.join(root, 'package-lock.json'))) return;
  const mark = path.join(root, 'node_modules', '.installed-for');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const installed = existsSync(mark) ? readFileSync(mark, 'utf8') : '';
  if (installed === `${lock} everything` || (!everything && installed === `${lock} running`))
    return;
  if (!writable(root)) stop(notYours('installed'));
  console.error('Installing what Evenhand needs (once; about a minute)…');
  const scope = everything ? ['--include=dev'] : ['--omit=dev'];
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  try {
    execFileSync('npm', ['ci', ...quiet, ...scope, ...ownCache()], {
      cwd: root,
      stdio: ['ignore', 2, 2],
    });
  } catch (cause) {
    stop(
      cause.code === 'ENOENT'
        ? 'The command npm was not found. It comes with Node: put the folder that holds both on your PATH.'
        : 'npm could not install the packages. Its reason is above; often it is the network. Then run the same command again.',
    );
  }
  writeFileSync(mark, `${lock} ${everything ? 'everything' : 'running'}`);
}

/** Where npm cannot write its usual cache, mostly in the home folder, what it downloads is kept beside the project. */
function ownCache() {
  const usual = process.env.npm_config_cache ?? path.join(os.homedir(), '.npm');
  return writable(existsSync(usual) ? usual : path.dirname(usual))
    ? []
    : ['--cache', path.join(root, '.cache', 'npm')];
}

function writable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What to do where the project's folder belongs to somebody else. `what` is what cannot be done in it. */
export const notYours = (what) =>
  `Nothing can be ${what} in ${root}: you (${os.userInfo().username}) may not write there.
Make a copy of your own and start that one:

  cp -R ${JSON.stringify(root)} my-evenhand
  cd my-evenhand
  npm start

Or ask whoever owns the folder to run "npm start" in it once.`;

export function stop(message) {
  console.error(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensureInstalled({ everything: true });
