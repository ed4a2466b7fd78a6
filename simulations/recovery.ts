/**
 * Parameter recovery: exams drawn from known parameters, calibrated, and compared. For every kind of parameter: the mean
 * error, the root mean squared error, and how often the 95 % interval holds the truth. Fails where an interval
 * holds it outside the stated range, or where the mean error is larger than its share of the error's size.
 * Run by: npm run simulate -- recovery
 */

import { generatorFrom } from '../src/kernel/chance/generator.ts';
import { calibrate } from '../src/psychometrics/irt/calibrate.ts';
import type { Calibration } from '../src/psychometrics/irt/calibration.ts';
import type { CalibrationPlan } from '../src/psychometrics/irt/calibration-plan.ts';
import { conditionalRasch } from '../src/psychometrics/irt/rasch-conditional.ts';
import type { CategoryMatrix } from '../src/psychometrics/responses/categories.ts';
import { drawExam, matrixOf } from '../tests/support/response-sets.ts';

const SEEDS = 100;

interface Tally {
  count: number;
  error: number;
  squared: number;
  held: number;
}
type Score = (parameter: string, own: number, truth: number, error: number | undefined) => void;

interface Condition {
  readonly name: string;
  readonly seeds: number;
  /** The share of intervals that must hold the truth, and parameters whose prior pulls them (told, not judged). */
  readonly coverage: readonly [number, number];
  readonly pulled: readonly string[];
  run(seed: number, score: Score): void;
}

function fit(matrix: CategoryMatrix, plan: CalibrationPlan): Calibration {
  const result = calibrate(matrix, plan);
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}

function binary(people: number, items: number, model: 'rasch' | '2pl' | '3pl'): Condition {
  return {
    name: `${model}, ${people} people, ${items} items`,
    seeds: SEEDS,
    coverage: [0.935, 0.965],
    pulled: model === '3pl' ? ['a', 'd', 'g'] : [],
    run(seed, score) {
      const exam = drawExam(people, items, model, seed);
      fit(exam.matrix, { model }).items.forEach(({ model: own, errors }, j) => {
        const [a, b, c] = [exam.a[j] ?? 1, exam.b[j] ?? 0, exam.c[j] ?? 0];
        if (own.kind !== 'binary') {
          return;
        }
        if (model !== 'rasch') {
          score('a', own.a, a, errors.a);
        }
        score('d', own.d, -a * b, errors.d[0]);
        if (model === '3pl') {
          score('g', own.g, c, errors.g);
        }
      });
    },
  };
}

/** Items with four ordered categories, drawn by the graded or the partial credit model. */
function ordered(people: number, items: number, model: 'graded' | 'gpcm'): Condition {
  return {
    name: `${model}, ${people} people, ${items} items of 4 categories`,
    seeds: SEEDS,
    coverage: [0.935, 0.965],
    pulled: [],
    run(seed, score) {
      const chance = generatorFrom(`${model} ${seed}`);
      const normal = (): number =>
        Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
      const truth = Array.from({ length: items }, () => {
        const a = Math.exp(0.25 * normal());
        const middle = 0.5 * normal();
        const d = [1.2, 0, -1.2].map((step) => a * (middle + step));
        const steps = [d[0] ?? 0, (d[0] ?? 0) + (d[1] ?? 0), 0];
        return {
          a,
          d: model === 'graded' ? d : [...steps.slice(0, 2), d.reduce((s, x) => s + x, 0)],
        };
      });
      const rows = Array.from({ length: people }, () => {
        const theta = normal();
        return truth.map(({ a, d }) => {
          const u = chance.next();
          if (model === 'graded') {
            return d.filter((one) => u < 1 / (1 + Math.exp(-(a * theta + one)))).length;
          }
          const weights = [1, ...d.map((one, k) => Math.exp((k + 1) * a * theta + one))];
          let rest = u * weights.reduce((sum, weight) => sum + weight, 0);
          return weights.findIndex((weight) => {
            rest -= weight;
            return rest < 0;
          });
        });
      });
      const matrix = matrixOf(
        rows,
        undefined,
        truth.map(() => 4),
      );
      fit(matrix, { model }).items.forEach(({ model: own, errors, labels }, j) => {
        if (own.kind === 'binary' || labels.length < 4) {
          return;
        }
        score('a', own.a, truth[j]?.a ?? 0, errors.a);
        own.d.forEach((d, k) => {
          score('d', d, truth[j]?.d[k] ?? 0, errors.d[k]);
        });
      });
    },
  };
}

function twoGroups(people: number, items: number): Condition {
  return {
    name: `2pl, two groups (planted items freed), ${people} people, ${items} items`,
    seeds: SEEDS,
    coverage: [0.88, 1],
    pulled: [],
    run(seed, score) {
      const exam = drawExam(people, items, '2pl', seed, true);
      const planted = exam.matrix.items.slice(0, Math.floor(items / 10) * 1.5);
      const own = fit(exam.matrix, {
        model: '2pl',
        groups: {
          of: exam.groups,
          reference: 'reference',
          invariance: 'scalar',
          freeItems: new Map(planted.map(({ name }) => [name, 'all'] as const)),
        },
      });
      const focal = own.groups[1];
      score('mean', focal?.mean ?? 0, -0.5, focal?.meanError);
      score('variance', focal?.variance ?? 0, 1, focal?.varianceError);
    },
  };
}

function conditional(people: number, items: number): Condition {
  return {
    name: `rasch, conditional, ${people} people, ${items} items`,
    seeds: SEEDS,
    coverage: [0.935, 0.965],
    pulled: [],
    run(seed, score) {
      const exam = drawExam(people, items, 'rasch', seed);
      const own = conditionalRasch(exam.matrix);
      if (!own.ok) {
        throw new Error(own.refusal.because);
      }
      const mean = exam.b.reduce((sum, b) => sum + b, 0) / items;
      own.value.items.forEach(({ easiness, error }, j) => {
        score('easiness', easiness, mean - (exam.b[j] ?? 0), error);
      });
    },
  };
}

const conditions: readonly Condition[] = [
  binary(500, 20, 'rasch'),
  conditional(500, 20),
  binary(500, 20, '2pl'),
  binary(2000, 40, '2pl'),
  binary(2000, 40, '3pl'),
  ordered(1000, 15, 'graded'),
  ordered(1000, 15, 'gpcm'),
  twoGroups(2000, 40),
];

console.log(
  '| condition | parameter | n | mean error | root mean squared error | 95 % interval holds |',
);
console.log('|---|---|---|---|---|---|');
let failed = false;
for (const condition of conditions) {
  const tallies = new Map<string, Tally>();
  for (let seed = 1; seed <= condition.seeds; seed += 1) {
    condition.run(1000 + seed, (parameter, own, truth, error) => {
      const tally = tallies.get(parameter) ?? { count: 0, error: 0, squared: 0, held: 0 };
      tally.count += 1;
      tally.error += own - truth;
      tally.squared += (own - truth) ** 2;
      tally.held += error !== undefined && Math.abs(own - truth) <= 1.96 * error ? 1 : 0;
      tallies.set(parameter, tally);
    });
  }
  for (const [parameter, { count, error, squared, held }] of tallies) {
    const mean = error / count;
    const size = Math.sqrt(squared / count);
    const share = held / count;
    const [low, high] = condition.coverage;
    const judged = !condition.pulled.includes(parameter);
    const wrong = judged && (share < low || share > high || Math.abs(mean) > 0.25 * size);
    failed ||= wrong;
    console.log(
      `| ${condition.name} | ${parameter} | ${count} | ${mean.toFixed(3)} | ${size.toFixed(3)} | ${(100 * share).toFixed(1)} %${wrong ? ' WRONG' : judged ? '' : ' (prior pulls)'} |`,
    );
  }
}
process.exitCode = failed ? 1 : 0;
