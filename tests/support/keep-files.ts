/** Keeps files without end, until it is killed. Each name it prints stands for a file that was promised to be kept. */
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { fileFolder } from '../../src/outside/adapters/files.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  throw new Error('say which folder');
}
const files = fileFolder(folder);
for (;;) {
  const { sha256 } = await files.keep(randomBytes(400_000));
  writeSync(1, `${sha256}\n`);
}
