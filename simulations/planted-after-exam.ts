/**
 * Terms and audits of invented bodies, measured by the use case that draws the releases: how often late marks, and audits
 * drawn out of turn, against one group are found where they are planted, and how many comparisons are flagged where nothing
 * is. Run: npm run simulate -- planted-after-exam
 * Another number of bodies: BODIES=10 npm run simulate -- planted-after-exam
 */
import { dimensionsRecorded } from '../src/demonstration/simulator/dimensions-recorded.ts';
import { outcomesOf } from '../src/fairness/disclosure/release.ts';
import { addDays, date } from '../src/kernel/dates/civil-date.ts';
import { linearSolver } from '../src/outside/adapters/linear-solver.ts';
import { drawRelease } from '../src/workflow/measure/draw-release.ts';
import { shownComparisons } from '../src/workflow/measure/shown-comparisons.ts';
import { afterExamOf } from '../tests/support/invented-after-exam.ts';

const BODIES = Number(process.env['BODIES'] ?? 50);
const PEOPLE = Number(process.env['PEOPLE'] ?? 3000);
/** Planned for a power of 0.95: of a hundred 23 marked late instead of 14, and nearly twice as many drawn. */
const LOG_ODDS = { late: 0.6, drawn: 0.7 };
const last = date('2026-11-24');
const planted = { dimension: 'where-trained', answer: 'trained-abroad' };
const dimensions = dimensionsRecorded(0).map(({ dimension }) => dimension);
const solver = await linearSolver();

async function comparisonsOf(seed: string) {
  const rows = afterExamOf(seed, last, {
    people: PEOPLE,
    planted: { ...planted, lateLogOdds: LOG_ODDS.late, drawnLogOdds: LOG_ODDS.drawn },
  });
  const drawn = await drawRelease(rows, solver, {
    ...{ number: 1, before: addDays(last, 1), dimensions, earlier: [] },
  });
  if (!drawn.ok) {
    throw new Error(drawn.refusal.because);
  }
  return shownComparisons(drawn.value, outcomesOf(drawn.value));
}

const found = new Map<string, number>();
const clean = new Map<string, { flagged: number; compared: number }>();
for (let body = 0; body < BODIES; body += 1) {
  const comparisons = await comparisonsOf(`body ${body}`);
  for (const { about, kind, dimension, group, state, figure } of comparisons) {
    const name = `${about}, ${kind}`;
    const isPlanted = dimension === planted.dimension && kind !== 'term-renewed';
    if (isPlanted && group === planted.answer && state === 'disparity-shown') {
      const worse = about === 'draw' ? figure.value > 1 : figure.value < 1;
      found.set(name, (found.get(name) ?? 0) + (worse ? 1 : 0));
    }
    if (!isPlanted) {
      const sum = clean.get(name) ?? { flagged: 0, compared: 0 };
      clean.set(name, {
        flagged: sum.flagged + (state === 'disparity-shown' ? 1 : 0),
        compared: sum.compared + 1,
      });
    }
  }
}
console.log(`${BODIES} bodies with ${PEOPLE} terms each`);
for (const [name, count] of found) {
  console.log(`planted, ${name}: found as worse in ${count} of ${BODIES}`);
}
for (const [name, { flagged, compared }] of clean) {
  const share = ((100 * flagged) / compared).toFixed(1);
  console.log(`nothing planted, ${name}: ${flagged} of ${compared} flagged (${share} %)`);
}
