/**
 * One engine on a drawn exam of 100 items and two groups as a process of its own: node growth-process.mjs WORK PEOPLE, WORK
 * being classical, mantel-haenszel or 2pl. Prints the CPU seconds of the work alone and the peak memory of the process.
 */
import { comparePurified, prepareAnswers } from '../../src/fairness/dif/compare-items.ts';
import { twoGroupMethod } from '../../src/fairness/dif/two-group-methods.ts';
import { conditionalErrors } from '../../src/psychometrics/classical/conditional-error.ts';
import { itemStatistics } from '../../src/psychometrics/classical/item-statistics.ts';
import { reliability } from '../../src/psychometrics/classical/reliability.ts';
import { speededness } from '../../src/psychometrics/classical/speededness.ts';
import { livingstonLewis } from '../../src/psychometrics/decision-quality/decision-quality.ts';
import { calibrate } from '../../src/psychometrics/irt/calibrate.ts';
import { totals } from '../../src/psychometrics/responses/matrix.ts';
import { type PlantedExam, plantedExam } from '../../tests/support/planted-exam.ts';

const ITEMS = 100;

/** Each answers a number that its result holds, so that a refusal is not timed as work. */
const works: Readonly<Record<string, (exam: PlantedExam) => number>> = {
  classical({ matrix }) {
    const scores = totals(matrix);
    itemStatistics(matrix, scores);
    const whole = reliability(matrix, scores);
    if (!whole.ok) {
      throw new Error(whole.refusal.because);
    }
    conditionalErrors(matrix, whole.value);
    speededness(matrix, scores);
    const { alpha } = whole.value;
    livingstonLewis({ totals: scores, items: ITEMS, highest: ITEMS, reliability: alpha, cut: 60 });
    return alpha;
  },
  'mantel-haenszel'({ matrix, groups }) {
    const method = twoGroupMethod('mantel-haenszel');
    if (method === undefined) {
      throw new Error('no such method');
    }
    return comparePurified(method, prepareAnswers(matrix, groups)).flaggedSets[0]?.length ?? 0;
  },
  '2pl'({ matrix: { people, items, codes } }) {
    const named = items.map(({ name }) => ({ name, categories: 2, labels: ['0', '1'] }));
    const fit = calibrate({ people, items: named, codes }, { model: '2pl' });
    if (!fit.ok) {
      throw new Error(fit.refusal.because);
    }
    return fit.value.items[0]?.errors.a ?? Number.NaN;
  },
};

const [, , name = '', people = ''] = process.argv;
const work = works[name];
if (work === undefined) {
  throw new Error(`no work "${name}"`);
}
const exam = plantedExam({ people: Number(people), items: ITEMS, model: '2pl', seed: 107 });
const before = process.cpuUsage();
const answer = work(exam);
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    answer,
  }),
);
