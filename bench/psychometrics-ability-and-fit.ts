/**
 * How long it takes to estimate abilities and to judge fit, 10,000 people x 100 items, in CPU seconds; beside the same
 * work's floor in the same run (one logistic curve for each person and item) and beside the stored times of a peer.
 * Run: node --import tsx bench/psychometrics-ability-and-fit.ts
 */
import { readFileSync } from 'node:fs';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { expectedAPosteriori } from '../src/psychometrics/ability/expected-a-posteriori.ts';
import {
  type DensityPlan,
  normalDensity,
  STANDARD_DENSITY,
} from '../src/psychometrics/ability/latent-density.ts';
import { maximumLikelihood } from '../src/psychometrics/ability/maximum-likelihood.ts';
import { sumScoreAbility } from '../src/psychometrics/ability/sum-score-ability.ts';
import { weightedLikelihood } from '../src/psychometrics/ability/weighted-likelihood.ts';
import type { FreeParameters } from '../src/psychometrics/fit/free-parameters.ts';
import { limitedInformationFit } from '../src/psychometrics/fit/limited-information.ts';
import { sumScoreItemFit } from '../src/psychometrics/fit/sum-score-item-fit.ts';
import type { BinaryItem } from '../src/psychometrics/irt/item-model.ts';
import type { CategoryMatrix } from '../src/psychometrics/responses/categories.ts';

const PEOPLE = 10_000;
const ITEMS = 100;
const RUNS = 3;

interface PeerTime {
  readonly cpuSeconds: number;
  readonly finished: boolean;
}
const peers: Record<string, PeerTime> = JSON.parse(
  readFileSync('reference/psychometrics/peer-times-ability-and-fit.json', 'utf8'),
).cases;

const chance = generatorFrom('bench ability and fit');
const normal = (): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());

const items: BinaryItem[] = Array.from({ length: ITEMS }, () => {
  const a = Math.exp(0.3 * normal());
  return { kind: 'binary', a, d: -a * normal(), g: 0 };
});

function drawnExam(): CategoryMatrix {
  const codes = new Uint8Array(PEOPLE * ITEMS);
  for (let person = 0; person < PEOPLE; person += 1) {
    const theta = normal();
    items.forEach(({ a, d }, item) => {
      codes[person * ITEMS + item] = chance.next() < 1 / (1 + Math.exp(-a * theta - d)) ? 1 : 0;
    });
  }
  return {
    people: PEOPLE,
    items: items.map((_, item) => ({ name: `item${item + 1}`, categories: 2, labels: ['0', '1'] })),
    codes,
  };
}

function densityFor(plan: DensityPlan) {
  const made = normalDensity(plan);
  if (!made.ok) {
    throw new Error(made.refusal.because);
  }
  return made.value;
}

function leastCpuSeconds(work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

const exam = drawnExam();
const scale = densityFor(STANDARD_DENSITY);
const fitScale = densityFor({ ...STANDARD_DENSITY, points: 61 });
const free: FreeParameters = { slopes: 'own', guessing: false, latentVariance: false };

let kept = 0;
const floor = leastCpuSeconds(() => {
  for (let cell = 0; cell < PEOPLE * ITEMS; cell += 1) {
    kept += 1 / (1 + Math.exp((cell % 41) / 10 - 2));
  }
});
const withGuessing = items.map((item) => ({ ...item, g: 0.2 }));
const works: [string, string, () => unknown][] = [
  ['EAP', 'EAP', () => expectedAPosteriori(items, exam, scale)],
  ['ML', 'ML', () => maximumLikelihood(items, exam)],
  ['WLE', 'WLE', () => weightedLikelihood(items, exam)],
  ['WLE with guessing', '', () => weightedLikelihood(withGuessing, exam)],
  ['EAP from sum scores', 'EAP from sum scores', () => sumScoreAbility(items, scale)],
  ['S-X2', 'S-X2', () => sumScoreItemFit(items, exam, fitScale, free)],
  ['M2', 'M2', () => limitedInformationFit(items, exam, fitScale, free)],
];
console.log(
  `${PEOPLE} people x ${ITEMS} items; floor, one logistic curve per cell: ${floor.toFixed(3)} CPU s (${kept.toFixed(0)})`,
);
for (const [name, peerName, work] of works) {
  const seconds = leastCpuSeconds(work);
  const peer = peers[peerName];
  const beside =
    peer === undefined
      ? 'no stored peer time'
      : `peer ${peer.finished ? '' : 'unfinished after '}${peer.cpuSeconds} s, ours ${(seconds / peer.cpuSeconds).toFixed(4)} of it`;
  console.log(
    `${name}: ${seconds.toFixed(3)} CPU s; ${(seconds / floor).toFixed(1)} x floor; ${beside}`,
  );
}
console.log(`peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
