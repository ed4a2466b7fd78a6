/** Every name in the JSON of these commands stands in docs/json.md, and every name there is in the JSON. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { inventedExam, ranWith } from '../../../tests/support/exam-commands.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { DIF_METHODS } from '../../reporting/technical-report/method-names.ts';
import { runAudit } from './audit.ts';
import { runCalibrate } from './calibrate.ts';
import { runDif } from './dif.ts';
import { runDraw } from './draw.ts';
import type { FileWorld } from './file-command.ts';
import { runScore } from './score.ts';

type Run = (args: readonly string[], world: FileWorld) => Promise<number>;

/** The invented exam with age, window and a third group; as options, and with two items of several points. */
const LINES = inventedExam(900).trimEnd().split('\n');
const withColumns = (answers: (cell: string, item: number, person: number) => string): string =>
  LINES.map((line, place) => {
    const [id = '', site = '', ...cells] = line.split(',');
    const group = place % 7 === 0 && place > 0 ? 'online' : site;
    const more = place === 0 ? 'age,window' : `${20 + (place % 40)},${place % 2 ? 'may' : 'june'}`;
    const items = place === 0 ? cells : cells.map((cell, item) => answers(cell, item, place));
    return [id, group, more, ...items].join(',');
  }).join('\n');
const FILES: Readonly<Record<string, string>> = {
  'exam.csv': `${withColumns((cell) => cell)}\nabsent,late,33,may${','.repeat(13)}\n`,
  'options.csv': withColumns((cell, item, person) =>
    cell === '1' ? 'A' : cell === '0' ? ['B', 'C', 'D'][(item + person) % 3]! : '',
  ),
  'points.csv': withColumns((cell, item, person) =>
    cell !== '' && item < 2 ? String(Number(cell) + (person % 5 > 1 ? Number(cell) : 0)) : cell,
  ),
  'key.csv': `item,key,domain\n${Array.from({ length: 13 }, (_, item) => `${item === 12 ? 'try1' : `q${item + 1}`},A,${item % 2 ? 'law' : 'care'}`).join('\n')}\n`,
  'twice.csv': LINES.map((line, place) =>
    place === 0 ? `${line},q13` : `${line},${line.split(',')[8]}`,
  ).join('\n'),
  'homes.csv': `id,age,series,home\nl,child,s,1\nm,adult,s,3\no,child,d,2\nd,child,d,2\ns,adult,d,1\n`,
  'homes-quotas.csv': `category,feature,min,max\nage,child,1,2\nage,adult,1,2\nseries,s,1,2\nseries,d,1,2\n`,
  // Two of three badges each, and no badge twice: halves of people would do better, so the proof goes by cases.
  'badges.csv': `id,one,two,three\n${['x,y,n', 'x,n,z', 'n,y,z', 'n,n,n'].flatMap((row, kind) => ['a', 'b', 'c'].slice(0, kind < 3 ? 2 : 3).map((letter) => `${letter}${kind},${row}\n`)).join('')}`,
  'badges-quotas.csv': `category,feature,min,max\none,x,0,1\none,n,0,3\ntwo,y,0,1\ntwo,n,0,3\nthree,z,0,1\nthree,n,0,3\n`,
  'small.csv': `q1,q2,q3,q4,q5\n${'1,0,1,0,1\n0,1,1,0,0\n1,1,1,0,1\n0,0,1,0,0\n1,1,1,0,0\n0,0,1,0,1\n'.repeat(40)},,,,\n`,
};
const GROUPS = ['--group', 'site', '--focal', 'late', '--reference', 'early'];

/** The paths of every number and text, lists as [], reasons left out. */
function pathsIn(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : value.flatMap((one) => pathsIn(one, `${path}[]`));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([name]) => name !== 'reasons')
      .flatMap(([name, inner]) => pathsIn(inner, path === '' ? name : `${path}.${name}`));
  }
  return [path];
}

/** Without the brackets at its end, and the steps of an item as the first of them. */
const bare = (path: string): string =>
  path.replace(/(?:\[\])+$/, '').replace(/\.se\.d\d+$/, '.se.d1');
const ticked = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

const DOCUMENT = readFileSync('docs/json.md', 'utf8');
const rowsUnder = (heading: string): readonly (readonly string[])[] =>
  (DOCUMENT.split(new RegExp(`^## ${heading}$`, 'm'))[1] ?? '')
    .split(/^## /m)[0]!
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|').map((cell) => cell.trim()));

/** What the tables under a heading name: themselves, and inside each the words of the second column. */
function namedUnder(heading: string): { readonly first: Set<string>; readonly all: Set<string> } {
  const first = new Set<string>();
  const all = new Set<string>();
  for (const [, names = '', meaning = ''] of rowsUnder(heading)) {
    let parent = '';
    for (const name of ticked(names)) {
      const whole = name.startsWith('.') ? parent + name : name;
      parent = name.startsWith('.') ? parent : whole.replace(/\.?[^.]*$/, '');
      first.add(bare(whole));
      all.add(bare(whole));
      for (const word of ticked(meaning)) {
        all.add(bare(`${whole}.${word}`));
      }
    }
  }
  return { first, all };
}

const found = new Map<string, Set<string>>();
const details = new Map<string, Set<string>>();

async function look(heading: string, run: Run, ...args: string[]): Promise<void> {
  const { out, err } = await ranWith(run, [...args, '--json'], FILES);
  assert.equal(err, '');
  const result = JSON.parse(out) as { dif?: readonly { method: string; detail: object }[] };
  const paths = found.get(heading) ?? new Set();
  found.set(heading, paths);
  for (const path of pathsIn(result)) {
    if (!path.startsWith('dif[].detail.')) {
      paths.add(bare(path));
    }
  }
  for (const { method, detail } of result.dif ?? []) {
    details.set(method, new Set([...(details.get(method) ?? []), ...Object.keys(detail)]));
  }
}

describe('the names in JSON', () => {
  before(async () => {
    const all = ['--covariate', 'age', '--window', 'window', '--fit', '--cut', '7'];
    const pilot = ['--pretest', 'try1'];
    await look('audit', runAudit, 'exam.csv', ...pilot, ...GROUPS, ...all);
    await look('audit', runAudit, 'options.csv', ...pilot, ...GROUPS, ...all, '--key', 'key.csv');
    await look('audit', runAudit, 'points.csv', ...pilot, ...GROUPS, ...all);
    await look('audit', runAudit, 'small.csv');
    await look('audit', runAudit, 'twice.csv', ...pilot);
    for (const file of ['exam.csv', 'points.csv']) {
      await look('calibrate', runCalibrate, file, ...pilot, '--fit');
      await look('score', runScore, file, ...pilot, '--fit');
    }
    await look('calibrate', runCalibrate, 'small.csv');
    const chance = { bytes: (count: number) => new Uint8Array(count).fill(7) };
    const draw: Run = (args, world) => runDraw(args, { ...world, solver: growingSolver, chance });
    const homes = ['homes.csv', 'homes-quotas.csv', '--size', '2'];
    await look('draw', draw, ...homes, '--household', 'home');
    await look('draw', draw, ...homes, '--staying', 'm', '--left', 'l', '--seed', 'a1');
    await look('draw', draw, ...homes, '--method', 'uniform');
    await look('draw', draw, 'badges.csv', 'badges-quotas.csv', '--size', '3');
    await look('score', runScore, 'small.csv');
    await look('dif', runDif, 'exam.csv', ...pilot, ...GROUPS, '--anchors', 'q1-q9', '--purify');
    for (const method of DIF_METHODS) {
      const whom = method === 'continuous' ? ['--covariate', 'age'] : GROUPS;
      const file = method === 'distractor' ? ['options.csv', '--key', 'key.csv'] : ['exam.csv'];
      await look('dif', runDif, ...file, ...pilot, ...whom, '--method', method);
    }
  });

  test('every name in the JSON of audit, calibrate, score, dif and draw is told in docs/json.md', () => {
    const rows = namedUnder('dif rows').all;
    const audit = namedUnder('audit').all;
    for (const [heading, paths] of found) {
      const named = namedUnder(heading).all;
      assert.ok(paths.size > 5, heading);
      for (const path of paths) {
        const shared = /^(?:dif|comparisons|covariates)\b/.test(path);
        assert.ok(
          named.has(path) || (shared && (audit.has(path) || rows.has(path))),
          `docs/json.md does not name ${path} of ${heading}`,
        );
      }
    }
  });

  test('every number that only one method has is told in its row', () => {
    const rows = new Map(
      rowsUnder('dif rows').map(([, name = '', , , , detail = '']) => [
        ticked(name)[0],
        ticked(detail),
      ]),
    );
    assert.deepEqual([...details.keys()].sort(), [...DIF_METHODS].sort());
    for (const [method, names] of details) {
      const own = rows.get(method) ?? [];
      const told = own.flatMap((name) => (rows.has(name) ? (rows.get(name) ?? []) : [name]));
      for (const name of names) {
        const plain = name.replace(/^difference_.+$/, 'difference_X');
        assert.ok(told.includes(plain), `docs/json.md does not name ${name} of ${method}`);
      }
    }
  });

  test('nothing is told in docs/json.md that is not there', () => {
    const everything = new Set([...found.values()].flatMap((paths) => [...paths]));
    for (const heading of ['audit', 'dif rows', 'calibrate', 'score', 'dif', 'draw']) {
      for (const path of namedUnder(heading).first) {
        const there = [...everything].some(
          (one) => one === path || one.startsWith(`${path}.`) || one.startsWith(`${path}[`),
        );
        const isMethod = DIF_METHODS.some((method) => method === path);
        assert.ok(there || isMethod || path === 'dif[].detail', `no JSON has ${path} (${heading})`);
      }
    }
  });
});
