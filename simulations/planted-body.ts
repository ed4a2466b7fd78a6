/**
 * Whole invented bodies, drawn again and again and measured by the use case that draws the releases: how often what is
 * planted is found, and how many comparisons are flagged where nothing is. Run: npm run simulate -- planted-body
 * Another number of bodies: BODIES=10 npm run simulate -- planted-body
 */
import { dimensionsRecorded } from '../src/demonstration/simulator/dimensions-recorded.ts';
import { inventedLives, reviewers } from '../src/demonstration/simulator/lives.ts';
import { planted } from '../src/demonstration/simulator/planted.ts';
import { outcomesOf } from '../src/fairness/disclosure/release.ts';
import { addDays, date } from '../src/kernel/dates/civil-date.ts';
import { linearSolver } from '../src/outside/adapters/linear-solver.ts';
import { drawRelease } from '../src/workflow/measure/draw-release.ts';
import { shownComparisons } from '../src/workflow/measure/shown-comparisons.ts';
import { measurementsOf } from '../tests/support/invented-measurements.ts';

const BODIES = Number(process.env['BODIES'] ?? 50);
const last = date('2026-11-24');
const dimensions = dimensionsRecorded(0).map(({ dimension }) => dimension);
const { slowQueue, biasedItems, severeReviewer } = planted;
const severe = reviewers.find(({ email }) => email === severeReviewer.email)?.email;

const found = {
  queue: 0,
  severe: 0,
  items: new Map<string, number>(biasedItems.items.map((id) => [id, 0])),
};
const clean = new Map<string, { flagged: number; compared: number }>();
let proved = 0;

function count(kind: string, flagged: boolean): void {
  const sum = clean.get(kind) ?? { flagged: 0, compared: 0 };
  sum.compared += 1;
  sum.flagged += flagged ? 1 : 0;
  clean.set(kind, sum);
}

const solver = await linearSolver();
for (let body = 0; body < BODIES; body += 1) {
  const measurements = measurementsOf(inventedLives(`body ${body}`, last), last);
  const drawn = await drawRelease(measurements, solver, {
    number: 1,
    before: addDays(last, 1),
    dimensions,
    earlier: [],
  });
  if (!drawn.ok) {
    console.log(`body ${body}: ${drawn.refusal.because}`);
    continue;
  }
  proved += 1;
  for (const one of shownComparisons(drawn.value, outcomesOf(drawn.value))) {
    const flagged = one.state === 'disparity-shown';
    const isPlanted = one.dimension === slowQueue.dimension;
    if (one.about === 'decider') {
      if (one.group === severe) {
        found.severe += flagged && one.figure.value < 1 ? 1 : 0;
      } else {
        count('another reviewer', flagged);
      }
    } else if (isPlanted && one.about === 'waiting' && one.group === slowQueue.answer) {
      found.queue += flagged && one.figure.value > 0 ? 1 : 0;
    } else if (isPlanted && one.about === 'question' && found.items.has(one.item ?? '')) {
      found.items.set(one.item ?? '', (found.items.get(one.item ?? '') ?? 0) + (flagged ? 1 : 0));
    } else if (!isPlanted) {
      count(`${one.about}, ${one.kind}`, flagged);
    }
  }
}
console.log(`${proved} of ${BODIES} releases proved safe`);
console.log(`slow queue: found in ${found.queue}; severe reviewer: in ${found.severe}`);
for (const [item, times] of found.items) {
  console.log(`question ${item}: found in ${times}`);
}
for (const [kind, { flagged, compared }] of clean) {
  const share = ((100 * flagged) / compared).toFixed(1);
  console.log(
    `nothing planted, ${kind}: ${flagged} of ${compared} comparisons flagged (${share} %)`,
  );
}
