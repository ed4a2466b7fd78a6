/**
 * How long item fairness takes on the generated exam of 10,000 people and 100 items, beside the reference engines' times, and how
 * Mantel-Haenszel grows to a million people. CPU seconds, the answers already in memory; memory is that of the process.
 * The prototype of Mantel-Haenszel beside the project is run too, as a process of its own, and the ratio printed.
 * Run: node --import tsx bench/dif.ts
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

function report(name: string, reach: string, work: () => unknown): number {
  const { first, least } = cpuSeconds(work);
  const megabytes = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(
    `${name}: ${first.toFixed(3)} s the first time, ${least.toFixed(3)} s at best; ${reach}; ${megabytes} MB`,
  );
  return first;
}

const PROTOTYPE = '../shared/prototypes/numerics/mh.mjs';

/**
 * CPU seconds of the prototype for what ours does in memory (least of several processes), or undefined where it is not there:
 * those of its process less an empty process and less the reading, which it times itself.
 */
function prototypeSeconds(own: PlantedExam): number | undefined {
  if (!existsSync(PROTOTYPE)) {
    return undefined;
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'evenhand-bench-dif-'));
  const output = (options: readonly string[]): string =>
    spawnSync(process.execPath, options, { encoding: 'utf8' }).stdout;
  try {
    const file = path.join(folder, 'exam.csv');
    writeFileSync(file, asFile(own));
    const times = Array.from({ length: RUNS }, () => {
      const empty = Number(output(['-e', 'console.log(process.cpuUsage().user / 1e6)']));
      const said: { cpu_s: number; parse_ms: number } = JSON.parse(output([PROTOTYPE, file]));
      return said.cpu_s - empty - said.parse_ms / 1000;
    });
    return Math.min(...times);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const exam = plantedExam({ people: 10_000, items: 100, model: '2pl', seed: 107 });
if (createHash('md5').update(asFile(exam)).digest('hex') !== MD5) {
  throw new Error('the generated exam is not the shared one');
}
const prepared = (own: PlantedExam) => prepareAnswers(own.matrix, own.groups);
const ours = report('Mantel-Haenszel purified, 10,000 x 100', 'difR 25 s', () =>
  comparePurified(method('mantel-haenszel'), prepared(exam)),
);
const prototype = prototypeSeconds(exam);
console.log(
  prototype === undefined
    ? '   skipped: no ../shared, where the prototype is'
    : `   prototype ${prototype.toFixed(3)} s for the same (least of ${RUNS}); ratio of our first time to it ${(ours / prototype).toFixed(2)}, aim 1 ${ours <= prototype ? 'ok' : 'MISSED'}`,
);
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
