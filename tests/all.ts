/** Every test, one process: the pure layers first, then the database, then the browser. */
import { readdirSync } from 'node:fs';

const wanted = (process.env['EVENHAND_TESTS'] ?? '').split(',').filter((word) => word !== '');
const found = ['src', 'tests'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
);
const files = found
  .filter((file) => /\.test\.tsx?$/.test(file))
  .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)))
  .sort((a, b) => weight(a) - weight(b) || a.localeCompare(b));

for (const file of files) {
  await import(`../${file}`);
}

function weight(file: string): number {
  const later = ['src/storage', 'src/http', 'src/web', 'src/cli', 'src/demonstration', 'tests/'];
  return later.findIndex((start) => file.startsWith(start));
}
