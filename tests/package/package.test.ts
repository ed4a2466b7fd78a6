/** The package as somebody installs it: packed by npm, unpacked beside nothing else, imported by plain Node and by a browser. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';

let place = '';
let installed = '';
let inNode = 0;

before(() => {
  place = mkdtempSync(path.join(os.tmpdir(), 'evenhand-package-'));
  const listed = execFileSync('npm', ['pack', '--json', '--pack-destination', place], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [{ filename }] = JSON.parse(listed.slice(listed.indexOf('['))) as [{ filename: string }];
  installed = path.join(place, 'node_modules', 'evenhand');
  mkdirSync(installed, { recursive: true });
  execFileSync('tar', ['xzf', path.join(place, filename), '--strip-components=1', '-C', installed]);
});
after(() => rmSync(place, { recursive: true, force: true }));

/** Runs a program in plain Node, outside the repository, without tsx. */
function ran(program: string): string {
  const file = path.join(place, 'program.mjs');
  writeFileSync(file, program);
  return execFileSync(process.execPath, [file], {
    cwd: place,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '' },
  });
}

const PROGRAM = `
import { calibrate, categoryMatrix, readResponses, NO_CODES, totals, reliability } from 'evenhand/psychometrics';
import { mantelHaenszel } from 'evenhand/fairness';
const file = new TextEncoder().encode('id,q1,q2,q3\\na,1,1,0\\nb,0,1,0\\nc,0,0,0\\nd,1,1,1\\n');
const read = readResponses(file, { id: undefined, items: undefined, pilot: undefined, keep: [], codes: NO_CODES });
const alpha = reliability(read.value.matrix, totals(read.value.matrix));
const odds = mantelHaenszel([{ referenceRight: 8, referenceWrong: 2, focalRight: 4, focalWrong: 6 }]);
const codes = Uint8Array.from({ length: 300 * 5 }, (_, cell) =>
  (Math.floor(cell / 5) % 10) * 2 + ((cell * 7919) % 11) > 6 + 2 * (cell % 5) ? 1 : 0);
const items = [1, 2, 3, 4, 5].map((n) => ({ name: 'i' + n, pilot: false }));
const answers = categoryMatrix({ people: 300, items, codes }, [0, 1, 2, 3, 4], 'lowest');
const fitted = calibrate(answers.matrix, { model: '2pl' });
globalThis.answer = [alpha.value.alpha, odds.value.effect.value.oddsRatio, fitted.value.logLik];
`;

test('plain Node imports evenhand/psychometrics and evenhand/fairness and gets numbers', () => {
  const [alpha, odds, logLik] = JSON.parse(
    ran(`${PROGRAM}\nconsole.log(JSON.stringify(globalThis.answer));`),
  ) as [number, number, number];
  assert.ok(logLik < -300 && logLik > -1040, `log-likelihood ${logLik}`);
  inNode = logLik;
  assert.ok(Math.abs(alpha - 0.75) < 1e-12, `alpha ${alpha}`);
  assert.ok(Math.abs(odds - 6) < 1e-12, `odds ratio ${odds}`);
});

test('a browser bundle of both holds no module of Node and gives the same numbers', async () => {
  const entry = path.join(place, 'page.mjs');
  writeFileSync(entry, PROGRAM);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    absWorkingDir: place,
  });
  const [{ text }] = outputFiles as unknown as [{ text: string }];
  assert.doesNotMatch(text, /require\("node:|from "node:/);
  const run = new Function(`const process = undefined; ${text}; return globalThis.answer;`);
  const [alpha, odds, logLik] = run() as [number, number, number];
  assert.ok(Math.abs(alpha - 0.75) < 1e-12 && Math.abs(odds - 6) < 1e-12);
  assert.equal(logLik, inNode, 'the calibration is the same to the last digit');
});

test('the command of an installed package audits a file', () => {
  // npm would install the dependencies beside the package; here they are lent.
  for (const name of readdirSync('node_modules').filter((one) => !one.startsWith('.'))) {
    symlinkSync(path.resolve('node_modules', name), path.join(place, 'node_modules', name));
  }
  const file = path.join(place, 'exam.csv');
  writeFileSync(file, 'id,q1,q2,q3\na,1,1,0\nb,0,1,0\nc,0,0,0\nd,1,1,1\n');
  const command = path.join(installed, 'bin', 'evenhand');
  const out = execFileSync(process.execPath, [command, 'audit', file, '--format', 'json'], {
    cwd: place,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', HOME: place },
  });
  const report = JSON.parse(out) as { reliability: { alpha: number } };
  assert.ok(Math.abs(report.reliability.alpha - 0.75) < 1e-12);
});

test('every door of the package has its JavaScript and its types, and no test is packed', () => {
  const { exports } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
    exports: Record<string, { types: string; default: string }>;
  };
  for (const [door, { types, default: script }] of Object.entries(exports)) {
    assert.ok(existsSync(path.join(installed, types)), `${door} has its types`);
    assert.ok(existsSync(path.join(installed, script)), `${door} has its JavaScript`);
  }
  assert.ok(!existsSync(path.join(installed, 'src/kernel/result/result.test.ts')));
  assert.ok(!existsSync(path.join(installed, 'tests')));
});
