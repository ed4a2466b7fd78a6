// Prints the folder table of ARCHITECTURE.md from the layer list; with --check, fails when the file is out of date.
import fs from 'node:fs';
import { captions, layers, modules } from './layers.mjs';

const rows = layers.flatMap(([layer, , names]) =>
  names.flatMap((module) => [
    `| **${layer}** | **${module}** | ${modules[module].caption} |`,
    ...Object.keys(captions)
      .filter((folder) => folder.startsWith(`${module}/`))
      .map((folder) => `| | \`${folder}\` | ${captions[folder]} |`),
  ]),
);
const table = ['| Layer | Folder | What lives there |', '|---|---|---|', ...rows].join('\n');
const START = '<!-- map: printed by npm run map -->';
const END = '<!-- end of map -->';
const file = 'ARCHITECTURE.md';
const text = fs.readFileSync(file, 'utf8');
const fresh = text.replace(
  new RegExp(`${START}[\\s\\S]*${END}`),
  () => `${START}\n${table}\n${END}`,
);
if (process.argv.includes('--check')) {
  if (fresh !== text) {
    console.error('ARCHITECTURE.md: the map is out of date; run npm run map');
    process.exit(1);
  }
} else {
  fs.writeFileSync(file, fresh);
}
