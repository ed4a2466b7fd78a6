/**
 * How long item fairness takes on the generated exam of 10,000 people and 100 items, beside the reference engines' times, and how
 * Mantel-Haenszel grows to a million people. CPU seconds, the answers already in memory; memory is that of the process.
 * The prototype of Mantel-Haenszel beside the project is run too, as a process of its own, and the ratio printed.
 * Run: node --import tsx bench/psychometrics-dif.ts
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { modelMethod } from '../src/fairness/dif/catalog.ts';
import {
  compareByModel,
  compareByModelPurified,
  prepareModel,
} from '../src/fairness/dif/compare-by-model.ts';
import {
  compareItems,
  comparePurified,
  prepareAnswers,
} from '../src/fairness/dif/compare-items.ts';
import { twoGroupMethod } from '../src/fairness/dif/two-group-methods.ts';
import { asFile, type PlantedExam, plantedExam } from '../tests/support/planted-exam.ts';

const RUNS = 5;
const MD5 = '5055df2df95eef86c1ce157287670391';

function cpuSeconds(work: () => unknown): { readonly first: number; readonly least: number } {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1e6);
  }
  return { first: times[0] ?? 0, least: Math.min(...times) };
}

function method(id: string) {
  const found = twoGroupMethod(id);
  if (found === undefined) {
    throw new Error(`no method ${id}`);
  }
  return found;
}

function report(name: string, reach: string, work: () => unknown): void {
  const { first, least } = cpuSeconds(work);
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${name}: ${first.toFixed(3)} s the first time, ${least.toFixed(3)} s at best; ${reach}; ${megabytes} MB`,
  );
}

const PROTOTYPE = '../shared/prototypes/numerics/mh.mjs';
const REPORT =
  "data:text/javascript,process.on('exit',()=>{const u=process.cpuUsage();process.stderr.write('CPU '+(u.user+u.system)/1e6)})";

/** CPU seconds of a whole process, least of several. */
function leastOf(options: readonly string[]): number {
  const times = Array.from({ length: RUNS }, () => {
    const { stderr, status } = spawnSync(process.execPath, ['--import', REPORT, ...options], {
      encoding: 'utf8',
    });
    if (status !== 0) {
      throw new Error(stderr);
    }
    return Number(/CPU (.*)$/.exec(stderr)?.[1]);
  });
  return Math.min(...times);
}

/** Ours and the prototype, each a process of its own that reads the file, purifies and ends. */
function besidePrototype(own: PlantedExam): string {
  if (!existsSync(PROTOTYPE)) {
    return '   skipped: no ../shared, where the prototype is';
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-dif-'));
  try {
    const file = path.join(folder, 'exam.csv');
    writeFileSync(file, asFile(own));
    const program = path.join(folder, 'mantel-haenszel.mjs');
    buildSync({
      entryPoints: ['bench/running/mantel-haenszel-process.ts'],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: program,
    });
    const [ours, prototype] = [leastOf([program, file]), leastOf([PROTOTYPE, file])];
    return `   whole process, file to flags: ${ours.toFixed(3)} s, prototype ${prototype.toFixed(3)} s; ratio ${(ours / prototype).toFixed(2)}, aim 1 ${ours <= prototype ? 'ok' : 'MISSED'}`;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const exam = plantedExam({ people: 10_000, items: 100, model: '2pl', seed: 107 });
if (createHash('md5').update(asFile(exam)).digest('hex') !== MD5) {
  throw new Error('the generated exam is not the shared one');
}
const prepared = (own: PlantedExam) => prepareAnswers(own.matrix, own.groups);
report('Mantel-Haenszel purified, 10,000 x 100', 'difR 25 s', () =>
  comparePurified(method('mantel-haenszel'), prepared(exam)),
);
console.log(besidePrototype(exam));
const others = [
  ['logistic', 'reach 0.3 s, difR 4.5 s'],
  ['sibtest', 'reach 0.5 s, mirt 16.4 s'],
  ['crossing-sibtest', 'with SIBTEST in mirt'],
  ['standardization', 'difR 4.3 s'],
  ['breslow-day', 'difR 6.7 s'],
] as const;
for (const [id, reach] of others) {
  report(`${id}, 10,000 x 100`, reach, () => compareItems(method(id), prepared(exam)));
}
const models = plantedExam({ people: 2000, items: 40, model: '2pl', seed: 108 });
const form = {
  groups: models.groups,
  matrix: {
    people: models.matrix.people,
    codes: models.matrix.codes,
    items: models.matrix.items.map(({ name }) => ({ name, categories: 2, labels: ['0', '1'] })),
  },
};
for (const [id, reach] of [
  ['lord', 'difR 4.7 s'],
  ['raju', 'not measured elsewhere'],
  ['likelihood-ratio', 'reach 1.5 s, mirt 33.6 s'],
] as const) {
  const own = modelMethod(id);
  const ready = (): ReturnType<typeof prepareModel> | undefined =>
    own === undefined ? undefined : prepareModel(own, form);
  report(`${id}, calibrations included, 2,000 x 40`, reach, () => {
    const look = ready();
    return look?.ok === true ? compareByModel(look.value) : undefined;
  });
  report(`${id}, purified, 2,000 x 40`, 'the same', () => {
    const look = ready();
    return look?.ok === true ? compareByModelPurified(look.value) : undefined;
  });
}
for (const people of [1000, 10_000, 100_000, 1_000_000]) {
  const grown = plantedExam({ people, items: 100, model: '2pl', seed: 107 });
  report(`Mantel-Haenszel purified, ${people.toLocaleString('en')} x 100`, 'growth', () =>
    comparePurified(method('mantel-haenszel'), prepared(grown)),
  );
}
