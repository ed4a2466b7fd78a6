// The import rules. No dependency. Reads the plan (layers.mjs) and each source file once.
import fs from 'node:fs';
import path from 'node:path';
import { captions, locked, modules } from './layers.mjs';

const order = Object.keys(captions);
const rank = new Map(order.map((folder, index) => [folder, index]));
const moduleOf = (folder) => folder.split('/')[0];
const folderOf = (file) =>
  file.split('/').length >= 4 ? file.split('/').slice(1, 3).join('/') : null;
const IMPORT =
  /^\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gms;
const OWN_CLOCK_OR_CHANCE = /\b(?:Date\.now|Math\.random|performance\.now)\b|new Date\(\)/;
const DRAWER = /(?:^|[-./])(?:utils?|helpers?|common|misc|shared|index|manager|service)(?:[-./]|$)/;
const problems = [];

function mayUse(from, to) {
  if (from === to) return true;
  if (locked[to]) return locked[to].includes(from);
  const module = modules[moduleOf(from)];
  return (
    rank.get(to) < rank.get(from) &&
    (moduleOf(to) === moduleOf(from) || module.uses.includes(moduleOf(to)))
  );
}

function checkImport(file, folder, spec) {
  const module = modules[moduleOf(folder)];
  if (spec.startsWith('.')) {
    const to = folderOf(path.posix.join(path.posix.dirname(file), spec));
    if (to && !mayUse(folder, to)) problems.push(`${file}: ${folder} may not use ${to}`);
  } else if (spec.startsWith('node:')) {
    if (module.pure) problems.push(`${file}: a pure folder imports ${spec}`);
  } else if (
    !module.packages.some((allowed) => spec === allowed || spec.startsWith(`${allowed}/`))
  ) {
    problems.push(`${file}: ${moduleOf(folder)} may not import ${spec} (see layers.mjs)`);
  }
}

function checkFile(file) {
  const folder = folderOf(file);
  if (!rank.has(folder)) {
    problems.push(`${file}: is in no folder of the plan`);
    return;
  }
  if (DRAWER.test(path.basename(file))) problems.push(`${file}: name the idea, not the drawer`);
  if (/\.test\.tsx?$/.test(file)) return;
  const text = fs.readFileSync(file, 'utf8');
  for (const [, from, bare] of text.matchAll(IMPORT)) checkImport(file, folder, from ?? bare);
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  if (modules[moduleOf(folder)].pure && OWN_CLOCK_OR_CHANCE.test(code))
    problems.push(`${file}: takes its own clock or chance`);
  if (!text.startsWith('/**')) problems.push(`${file}: does not open by saying what it is`);
}

const files = fs.readdirSync('src', { recursive: true }).map((name) => `src/${name}`);
const outsideThePlan = (name) =>
  /^src\/(?:main|serve|world)\.ts$/.test(name) || name.startsWith('src/exports/');
for (const file of files.filter((name) => /\.tsx?$/.test(name) && !outsideThePlan(name)))
  checkFile(file);
if (process.argv.includes('--whole'))
  for (const folder of order)
    if (!files.some((file) => folderOf(file) === folder)) problems.push(`plan: ${folder} is empty`);
console.log(problems.length ? problems.join('\n') : 'layers: ok');
process.exitCode = problems.length ? 1 : 0;
