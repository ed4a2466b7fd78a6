/**
 * How often "worse than last year" is raised when nothing got worse, if it is looked at every month: by Fisher's test on all
 * the months so far, as if each look were the only one, and by the evidence that may be looked at at any time. And how soon
 * each finds a true fall. Prints the table of docs/methods/trend.md. Run: node --import tsx simulations/impact-trend.ts
 */
import { anytimeComparison, type Block } from '../src/fairness/trend/anytime-comparison.ts';
import { type Generator, generatorFrom } from '../src/kernel/chance/generator.ts';
import { fisherOneSided } from '../src/numerics/tables/fisher.ts';

const RUNS = 2000;
const SIGNIFICANCE = 0.05;

interface Plan {
  readonly people: readonly [number, number];
  readonly rates: readonly [number, number];
  readonly looks: number;
}

const PLANS: readonly Plan[] = [
  { people: [3, 3], rates: [0.5, 0.5], looks: 60 },
  { people: [10, 10], rates: [0.75, 0.75], looks: 24 },
  { people: [10, 10], rates: [0.75, 0.75], looks: 120 },
  { people: [40, 40], rates: [0.9, 0.9], looks: 24 },
  { people: [60, 20], rates: [0.5, 0.5], looks: 60 },
  { people: [40, 40], rates: [0.6, 0.8], looks: 24 },
  { people: [10, 10], rates: [0.8, 0.65], looks: 24 },
  { people: [40, 40], rates: [0.8, 0.7], looks: 24 },
  { people: [40, 40], rates: [0.8, 0.65], looks: 12 },
];

function drawn(chance: Generator, total: number, rate: number) {
  let succeeded = 0;
  for (let person = 0; person < total; person += 1) {
    succeeded += chance.next() < rate ? 1 : 0;
  }
  return { succeeded, total };
}

/** The first look at which Fisher's one-sided p is under 5 %, all months so far taken together. */
function firstFisher(blocks: readonly Block[]): number {
  let [x1, n1, x2, n2] = [0, 0, 0, 0];
  return blocks.findIndex(({ before, now }) => {
    x1 += now.succeeded;
    n1 += now.total;
    x2 += before.succeeded;
    n2 += before.total;
    const table = { firstYes: x1, firstAll: n1, secondYes: x2, secondAll: n2 };
    return fisherOneSided(table).lower < SIGNIFICANCE;
  });
}

const middle = (looks: number[]): string =>
  looks.length === 0 ? '–' : String((looks.sort((a, b) => a - b)[looks.length >> 1] ?? 0) + 1);

let failed = false;
console.log(
  '| people a month | rates | looks | Fisher at every look: raised, % | month (median) | any-time evidence: raised, % | month (median) |',
);
console.log('|---|---|---|---|---|---|---|');
for (const { people, rates, looks } of PLANS) {
  const chance = generatorFrom(`trend ${people} ${rates} ${looks}`);
  const [byFisher, byEvidence]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    const blocks = Array.from({ length: looks }, (_, month) => ({
      label: String(month),
      before: drawn(chance, people[0], rates[0]),
      now: drawn(chance, people[1], rates[1]),
    }));
    const fisher = firstFisher(blocks);
    const answer = anytimeComparison(blocks);
    const shown = answer.ok ? answer.value.findIndex(({ state }) => state === 'worse') : -1;
    if (fisher >= 0) {
      byFisher.push(fisher);
    }
    if (shown >= 0) {
      byEvidence.push(shown);
    }
  }
  const share = byEvidence.length / RUNS;
  failed ||= rates[1] >= rates[0] && share > SIGNIFICANCE;
  console.log(
    `| ${people.join(' and ')} | ${rates.join(' then ')} | ${looks} | ${((100 * byFisher.length) / RUNS).toFixed(1)} | ${middle(byFisher)} | ${(100 * share).toFixed(1)} | ${middle(byEvidence)} |`,
  );
}
process.exitCode = failed ? 1 : 0;
