/** The commands on a file of decisions, from the words of the command line to the file on the disk. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { main } from '../src/main.ts';
import { table } from './support/exam-commands.ts';
import { workbook } from './support/workbook.ts';

let place = '';
before(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-commands-'));
});
after(() => rmSync(place, { recursive: true, force: true }));

const rowXml = (line: string, row: number): string => {
  const cells = line.split(',').map((text, column) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    return `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row + 1}">${cells.join('')}</row>`;
};

/** The same table in the three forms that people have it in; answers their paths. */
function inEveryForm(name: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n');
  const forms: readonly [string, string | Uint8Array][] = [
    ['csv', text],
    ['tsv', text.replaceAll(',', '\t')],
    ['xlsx', workbook(lines.map(rowXml).join(''))],
  ];
  return forms.map(([ending, content]) => {
    const file = path.join(place, `${name}.${ending}`);
    writeFileSync(file, content);
    return file;
  });
}

/** What the command wrote to a file of that name. */
async function written(out: string, ...words: string[]): Promise<string> {
  const target = path.join(place, out);
  const before = process.exitCode;
  await main([...words, '--out', target], '');
  assert.equal(process.exitCode, 0, words.join(' '));
  process.exitCode = before;
  return readFileSync(target, 'utf8');
}

const DECISIONS = table('group,outcome', [
  ...Array.from({ length: 40 }, (_, one) => `here,${one < 30 ? 'pass' : 'fail'}`),
  ...Array.from({ length: 40 }, (_, one) => `abroad,${one < 12 ? 'pass' : 'fail'}`),
]);
const MATTERS = table(
  'g,from,to',
  Array.from({ length: 60 }, (_, one) =>
    one % 3 === 0
      ? `abroad,2026-01-${10 + (one % 15)},2026-03-${10 + (one % 18)}`
      : `here,2026-01-${10 + (one % 15)},2026-02-${10 + (one % 18)}`,
  ),
);
const COUNTS = table('group,passed,failed,total', [
  'A,300,100,400',
  'B,40,20,60',
  'C,4,3,7',
  'D,90,30,120',
  'total,434,153,587',
]);
const COMMANDS: readonly [name: string, text: string, options: string[], named: RegExp][] = [
  [
    'impact',
    DECISIONS,
    ['--group', 'group', '--outcome', 'outcome', '--favorable', 'pass'],
    /abroad/,
  ],
  [
    'delay',
    MATTERS,
    ['--group', 'g', '--opened', 'from', '--decided', 'to', '--as-of', '2026-04-01'],
    /abroad/,
  ],
  ['protect', COUNTS, [], /withheld/],
];

for (const [name, text, options, named] of COMMANDS) {
  test(`${name}: commas, tabs and a spreadsheet give the same result, which names no folder`, async () => {
    const results: unknown[] = [];
    for (const file of inEveryForm(name, text)) {
      const json = await written(`${name}.json`, name, file, ...options);
      assert.ok(!json.includes(place));
      results.push({ ...JSON.parse(json), file: '' });
    }
    assert.deepEqual(results[1], results[0]);
    assert.deepEqual(results[2], results[0]);
  });

  test(`${name}: the file's ending says the format, and every format tells the result`, async () => {
    const [file = ''] = inEveryForm(name, text);
    for (const [ending, start] of [
      ['html', /^<!doctype html>/],
      ['md', /^# /],
      ['txt', /^.+\n=+\n/],
      ['csv', /^group,/],
    ] as const) {
      const out = await written(`${name}-result.${ending}`, name, file, ...options);
      assert.match(out, start);
      assert.match(out, named);
      assert.doesNotMatch(out, /NaN|undefined|Infinity/);
    }
    assert.ok(readdirSync(place).every((one) => !one.includes('.making-')));
  });
}

test('an exam that comes through a pipe is audited as the file is', () => {
  const file = path.join(place, 'piped.csv');
  writeFileSync(file, table('id,q1,q2,q3', ['a,1,1,0', 'b,0,1,0', 'c,0,0,0', 'd,1,1,1']));
  const audited = (line: string): { sample: unknown; reliability: unknown } => {
    const out = execFileSync('sh', ['-c', line, 'sh', file, process.execPath], {
      encoding: 'utf8',
    });
    return JSON.parse(out) as { sample: unknown; reliability: unknown };
  };
  const piped = audited('cat "$1" | "$2" bin/evenhand audit /dev/stdin --json');
  const plain = audited('"$2" bin/evenhand audit "$1" --json');
  assert.deepEqual(piped.sample, plain.sample);
  assert.deepEqual(piped.reliability, plain.reliability);
});
