/**
 * How often each way of comparing two groups cries wolf when both have the same rate, at the sizes a small body has: 3 v 40,
 * 10 v 40, 20 v 80. For each test the exact sum over all tables, and beside it the share in simulated decisions that go
 * through the verdict itself. Also the error rates of the four-fifths rule alone, as exact sums.
 * Prints the tables of docs/methods/impact-simulations.md. Run: node --import tsx simulations/impact-false-alarms.ts
 */
import { belowFourFifths } from '../src/fairness/impact/four-fifths.ts';
import { impactVerdict } from '../src/fairness/impact/verdict.ts';
import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { binomialPoint } from '../src/numerics/distributions/point-probability.ts';
import { boschloo } from '../src/numerics/tables/boschloo.ts';
import { fisherTwoSided } from '../src/numerics/tables/fisher.ts';
import { midP } from '../src/numerics/tables/mid-p.ts';
import { pooledZ, type TwoByTwo } from '../src/numerics/tables/two-by-two.ts';

const SIGNIFICANCE = 0.05;
/** The mid-P promises 5 % on the whole, not in every table. */
const MID_P_LEEWAY = 0.065;
const RUNS = 20_000;
const SIZES = [
  [3, 40],
  [10, 40],
  [20, 80],
] as const;
const RATES = [0.5, 0.75, 0.9];

type Alarm = (table: TwoByTwo) => boolean;
const unconditional =
  (kind: 'central' | 'minimumLikelihood'): Alarm =>
  (table) => {
    const tested = boschloo(table);
    return tested.ok && tested.value[kind] < SIGNIFICANCE;
  };
const ALARMS: Readonly<Record<string, { readonly alarm: Alarm; readonly highest: number }>> = {
  'Fisher (what the verdict rests on)': {
    alarm: (table) => fisherTwoSided(table) < SIGNIFICANCE,
    highest: SIGNIFICANCE,
  },
  'Boschloo, central': { alarm: unconditional('central'), highest: SIGNIFICANCE },
  'Boschloo, minimum likelihood': {
    alarm: unconditional('minimumLikelihood'),
    highest: SIGNIFICANCE,
  },
  'mid-P, minimum likelihood': {
    alarm: (table) => midP(table).minimumLikelihood < SIGNIFICANCE,
    highest: MID_P_LEEWAY,
  },
  'mid-P, central': {
    alarm: (table) => midP(table).central < SIGNIFICANCE,
    highest: MID_P_LEEWAY,
  },
  'Z above 1.96': {
    alarm: (table) => {
      const z = pooledZ(table);
      return z.ok && Math.abs(z.value) > 1.96;
    },
    highest: 1,
  },
  'four fifths alone, against the higher rate': { alarm: eitherBelow, highest: 1 },
};

function eitherBelow(table: TwoByTwo): boolean {
  const { firstYes, firstAll, secondYes, secondAll } = table;
  const turned = {
    firstYes: secondYes,
    firstAll: secondAll,
    secondYes: firstYes,
    secondAll: firstAll,
  };
  return belowFourFifths(table) === true || belowFourFifths(turned) === true;
}

function exactShare(n1: number, n2: number, p1: number, p2: number, alarm: Alarm): number {
  let sum = 0;
  for (let one = 0; one <= n1; one += 1) {
    for (let two = 0; two <= n2; two += 1) {
      const table = { firstYes: one, firstAll: n1, secondYes: two, secondAll: n2 };
      if (alarm(table)) {
        sum += binomialPoint(one, n1, p1, 1 - p1) * binomialPoint(two, n2, p2, 1 - p2);
      }
    }
  }
  return sum;
}

const percent = (share: number): string => (100 * share).toFixed(1);
let failed = false;

console.log(
  `| alarm, % | ${SIZES.flatMap(([n1, n2]) => RATES.map((rate) => `${n1} v ${n2} at ${100 * rate} %`)).join(' | ')} |`,
);
console.log(`|---|${SIZES.flatMap(() => RATES.map(() => '---')).join('|')}|`);
for (const [name, { alarm, highest }] of Object.entries(ALARMS)) {
  const shares = SIZES.flatMap(([n1, n2]) =>
    RATES.map((rate) => exactShare(n1, n2, rate, rate, alarm)),
  );
  failed ||= shares.some((share) => share > highest + 1e-9);
  console.log(`| ${name} | ${shares.map(percent).join(' | ')} |`);
}
const chance = generatorFrom('false alarms of the verdict');
const drawn = (people: number, rate: number): number => {
  let yes = 0;
  for (let person = 0; person < people; person += 1) {
    yes += chance.next() < rate ? 1 : 0;
  }
  return yes;
};
const simulated = SIZES.flatMap(([n1, n2]) =>
  RATES.map((rate) => {
    let alarms = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const table = {
        firstYes: drawn(n1, rate),
        firstAll: n1,
        secondYes: drawn(n2, rate),
        secondAll: n2,
      };
      const verdict = impactVerdict(table, fisherTwoSided(table), 1);
      alarms += verdict.state === 'disparity-shown' ? 1 : 0;
    }
    return alarms / RUNS;
  }),
);
failed ||= simulated.some((share) => share > SIGNIFICANCE + 0.005);
console.log(`| the verdict "disparity shown", simulated | ${simulated.map(percent).join(' | ')} |`);

console.log('\n| groups | rate, % | false alarm, % | true ratio .75 missed, % |');
console.log('|---|---|---|---|');
for (const rate of RATES) {
  for (const size of [10, 20, 50, 100, 200]) {
    const others = 4 * size;
    const wrong = exactShare(size, others, rate, rate, eitherBelow);
    const missed = exactShare(
      size,
      others,
      0.75 * rate,
      rate,
      (table) => belowFourFifths(table) !== true,
    );
    console.log(`| ${size} v ${others} | ${100 * rate} | ${percent(wrong)} | ${percent(missed)} |`);
  }
}
process.exitCode = failed ? 1 : 0;
