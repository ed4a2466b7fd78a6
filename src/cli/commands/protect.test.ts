import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { runProtect } from './protect.ts';

const ran = (files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ran> =>
  ranWith((words, world) => runProtect(words, { ...world, solver: linearSolver }), args, files);

const TABLE = `group,passed,failed,total
A,300,100,400
B,40,20,60
C,4,3,7
D,90,30,120
total,434,153,587
`;

test('a small group is withheld with others that shield it, and the proof is told in a sentence', async () => {
  const { code, out } = await ran({ 't.csv': TABLE }, 't.csv');
  assert.equal(code, 0);
  assert.match(out, /\| C \| withheld \| withheld \| withheld \|/);
  assert.match(out, /\| A \| 300 \| 100 \| 400 \|/);
  assert.match(out, /numbers are withheld\. Every one of them has at least 5 possible values/);
});

test('every format says the same, and no format says why a number is withheld', async () => {
  const json = await ran({ 't.csv': TABLE }, 't.csv', '--format', 'json');
  const csv = await ran({ 't.csv': TABLE }, 't.csv', '--format=csv');
  const html = await ran({ 't.csv': TABLE }, 't.csv', '--format', 'html');
  const { rows } = JSON.parse(json.out) as { rows: { name: string; cells: (number | string)[] }[] };
  const lines = csv.out.trim().split('\n').slice(1);
  assert.deepEqual(
    lines,
    rows.map(({ name, cells }) => [name, ...cells].join(',')),
  );
  for (const { cells } of rows) {
    assert.ok(cells.every((cell) => typeof cell === 'number' || cell === 'withheld'));
  }
  assert.equal(
    html.out.match(/<td>withheld<\/td>/g)?.length,
    rows.flatMap(({ cells }) => cells).filter((cell) => cell === 'withheld').length,
  );
});

test('the published table with 315 tested and 1,711 failed is refused, and the row named', async () => {
  const text = 'group,tested,failed\nWhite,2000,300\nBlack,315,"1,711"\n';
  const { code, err } = await ran({ 't.csv': text }, 't.csv');
  assert.equal(code, 2);
  assert.match(err, /t\.csv: Row "Black": 1,711 failed, but only 315 tested\./);
});

test('totals that do not add up are named with what they say and what they should', async () => {
  const { code, err } = await ran({ 't.csv': TABLE.replace('434', '443') }, 't.csv');
  assert.equal(code, 2);
  assert.match(
    err,
    /"total \/ passed" says 443, but its parts \(A \/ passed.*\) add up to 434|"total \/ total" says/,
  );
});

test('where only tested and failed are printed, those who did not fail are protected too', async () => {
  const text = 'group,tested,failed\nA,400,100\nB,200,197\nC,300,90\nD,250,60\ntotal,1150,447\n';
  const { out } = await ran({ 't.csv': text }, 't.csv');
  assert.match(out, /\| B \| (?:withheld \| 197|200 \| withheld|withheld \| withheld) \|/);
});

test('what is no count, no table or no option is named and located', async () => {
  const word = await ran({ 't.csv': 'group,passed\nA,many\n' }, 't.csv');
  assert.match(word.err, /Row 2 \("A"\), column "passed": "many" is not a count of people/);
  const ragged = await ran({ 't.csv': 'group,passed,failed\nA,20\n' }, 't.csv');
  assert.match(ragged.err, /Row 2 \("A"\) has 2 cells; the first row has 3/);
  const twice = await ran({ 't.csv': 'group,passed\nA,20\nA,30\n' }, 't.csv');
  assert.match(twice.err, /Two rows are named "A"/);
  const gone = await ran({}, 't.csv');
  assert.match(gone.err, /t\.csv: the file cannot be read: there is no such file here/);
  const goneBefore = await ran({ 't.csv': TABLE }, 't.csv', '--earlier', 'may.csv');
  assert.match(
    goneBefore.err,
    /the earlier table "may\.csv" cannot be read: there is no such file/,
  );
  const faultBefore = await ran(
    { 't.csv': TABLE, 'may.csv': 'group,passed\nA,many\n' },
    't.csv',
    ...['--earlier', 'may.csv'],
  );
  assert.match(faultBefore.err, /the earlier table "may\.csv": Row 2 \("A"\), column "passed"/);
  const option = await ran({ 't.csv': TABLE }, 't.csv', '--total', 'x');
  assert.match(option.err, /There is no option --total/);
  const row = await ran({ 't.csv': TABLE }, 't.csv', '--total-row', 'Sum');
  assert.match(row.err, /There is no row "Sum". The rows: A, B, C, D, total/);
  for (const { code } of [word, ragged, twice, gone, goneBefore, faultBefore, option, row]) {
    assert.equal(code, 2);
  }
});

test('a table published earlier counts as known', async () => {
  const before =
    'group,passed,failed,total\nA,60,40,100\nB,35,30,65\nC,50,44,94\ntotal,145,114,259\n';
  const now = 'group,passed,failed,total\nA,60,40,100\nB,36,31,67\nC,50,44,94\ntotal,146,115,261\n';
  const alone = await ran({ 'now.csv': now }, 'now.csv');
  assert.match(alone.out, /Nothing is withheld/);
  const linked = await ran(
    { 'now.csv': now, 'may.csv': before },
    'now.csv',
    '--earlier',
    'may.csv',
  );
  assert.equal(linked.code, 0);
  assert.match(linked.out, /\| B \| withheld \| withheld \| withheld \|/);
});
