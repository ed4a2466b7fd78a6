/**
 * One calibration as a process of its own: node calibrate-process.mjs FILE WORK, WORK being 2pl, 2pl-errors, 3pl, graded,
 * groups or likelihood-ratio. Right-or-wrong answers are read by the product's own reader. Prints one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { Calibrator } from '../../src/psychometrics/irt/calibrate.ts';
import type {
  CalibrationPlan,
  GroupFreedom,
} from '../../src/psychometrics/irt/calibration-plan.ts';
import { NO_CODES } from '../../src/psychometrics/responses/answers.ts';
import { type CategoryMatrix, NO_ANSWER } from '../../src/psychometrics/responses/categories.ts';
import { readResponses } from '../../src/psychometrics/responses/read-responses.ts';

const [, , file = '', work = '2pl'] = process.argv;
const bytes = readFileSync(file);

/** One digit a cell; the reader of right-or-wrong answers does not take more categories. */
function digits(categories: number): CategoryMatrix {
  const start = bytes.indexOf(10) + 1;
  const names = bytes
    .subarray(0, start - 1)
    .toString()
    .split(',');
  const codes = Uint8Array.from(
    { length: Math.ceil((bytes.length - start) / 2) },
    (_, cell) => (bytes[start + 2 * cell] ?? 48) - 48,
  );
  const labels = Array.from({ length: categories }, (_, k) => String(k));
  return {
    people: Math.floor(codes.length / names.length),
    items: names.map((name) => ({ name, categories, labels })),
    codes,
  };
}

function binary(): { matrix: CategoryMatrix; groups: readonly string[] } {
  const read = readResponses(bytes, {
    id: undefined,
    items: 'I*',
    pilot: undefined,
    keep: work === 'groups' || work === 'likelihood-ratio' ? ['group'] : [],
    codes: NO_CODES,
  });
  if (!read.ok) {
    throw new Error(read.refusal.because);
  }
  const { people, items, codes } = read.value.matrix;
  return {
    matrix: {
      people,
      items: items.map(({ name }) => ({ name, categories: 2, labels: ['0', '1'] })),
      codes: codes.map((code) => (code < 2 ? code : NO_ANSWER)),
    },
    groups: [...(read.value.labels.get('group') ?? [])],
  };
}

const { matrix, groups } = work === 'graded' ? { matrix: digits(5), groups: [] } : binary();
const plan: CalibrationPlan = {
  model: work === 'graded' ? 'graded' : work === '3pl' ? '3pl' : '2pl',
  errors: work === '2pl-errors' ? 'observed' : 'none',
  ...(groups.length > 0
    ? { groups: { of: groups, reference: '0', invariance: 'scalar' as const } }
    : {}),
};
const calibrator = Calibrator.over(matrix, plan);
if (!calibrator.ok) {
  throw new Error(calibrator.refusal.because);
}
const fit = calibrator.value.fit();
let iterations = fit.iterations;
if (work === 'likelihood-ratio') {
  for (const { name } of matrix.items) {
    const freeItems = new Map<string, GroupFreedom>([[name, 'all']]);
    iterations += calibrator.value.fit({ freeItems, start: fit }).iterations;
  }
}
console.log(
  JSON.stringify({
    logLik: fit.logLik,
    logPrior: fit.logPrior,
    iterations,
    converged: fit.converged,
  }),
);
