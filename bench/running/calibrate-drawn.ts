/**
 * One two-parameter calibration of a drawn exam of 100 items as a process of its own: node calibrate-drawn.mjs PEOPLE.
 * Prints the CPU seconds of the calibration alone, the peak memory, and of that what the answers themselves take.
 */
import { calibrate } from '../../src/psychometrics/irt/calibrate.ts';
import { drawExam } from '../../tests/support/response-sets.ts';

const { matrix } = drawExam(Number(process.argv[2]), 100, '2pl', 103);
const before = process.cpuUsage();
const fit = calibrate(matrix, { model: '2pl', errors: 'none' });
const { user, system } = process.cpuUsage(before);
console.log(
  JSON.stringify({
    seconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1024,
    answersMegabytes: matrix.codes.length / 1e6,
    iterations: fit.ok ? fit.value.iterations : undefined,
    logLik: fit.ok ? fit.value.logLik : undefined,
  }),
);
