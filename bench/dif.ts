/**
 * How long item fairness takes on the generated exam of 10,000 people and 100 items, beside the reference engines' times, and how
 * Mantel-Haenszel grows to a million people. CPU seconds, the answers already in memory; memory is that of the process.
 * Run: node --import tsx bench/dif.ts
 */
import { createHash } from 'node:crypto';
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

const exam = plantedExam({ people: 10_000, items: 100, model: '2pl', seed: 107 });
if (createHash('md5').update(asFile(exam)).digest('hex') !== MD5) {
  throw new Error('the generated exam is not the shared one');
}
const prepared = (own: PlantedExam) => prepareAnswers(own.matrix, own.groups);
report('Mantel-Haenszel purified, 10,000 x 100', 'prototype 0.11 s, difR 25 s', () =>
  comparePurified(method('mantel-haenszel'), prepared(exam)),
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
for (const people of [1000, 10_000, 100_000, 1_000_000]) {
  const grown = plantedExam({ people, items: 100, model: '2pl', seed: 107 });
  report(`Mantel-Haenszel purified, ${people.toLocaleString('en')} x 100`, 'growth', () =>
    comparePurified(method('mantel-haenszel'), prepared(grown)),
  );
}
