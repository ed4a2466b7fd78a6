/**
 * Whole invented bodies, drawn again and again, and their complaints about conduct measured by the use case that draws the
 * releases: how often the planted severity of sanctions is found in like cases, how often it would be with fewer complaints,
 * and how many comparisons are flagged where nothing is planted. Run: npm run simulate -- planted-conduct
 * Another number of bodies: BODIES=10 npm run simulate -- planted-conduct
 */
import { SANCTIONS, severityOf } from '../src/casework/conduct/conduct-rules.ts';
import { dimensionsRecorded } from '../src/demonstration/simulator/dimensions-recorded.ts';
import { inventedLives } from '../src/demonstration/simulator/lives.ts';
import { planted } from '../src/demonstration/simulator/planted.ts';
import { outcomesOf } from '../src/fairness/disclosure/release.ts';
import { rankTestWithin } from '../src/fairness/ordered/rank-test-within.ts';
import { generatorFrom, shuffled } from '../src/kernel/chance/generator.ts';
import { addDays, date } from '../src/kernel/dates/civil-date.ts';
import { linearSolver } from '../src/outside/adapters/linear-solver.ts';
import { questionOf } from '../src/workflow/measure/division.ts';
import { drawRelease } from '../src/workflow/measure/draw-release.ts';
import { likeCase } from '../src/workflow/measure/measure-sanctions.ts';
import type { MeasuredConduct } from '../src/workflow/measure/measured-conduct.ts';
import type { Measurements } from '../src/workflow/measure/measurements.ts';
import { shownComparisons } from '../src/workflow/measure/shown-comparisons.ts';
import { complaintsOf, onlyComplaints } from '../tests/support/invented-complaints.ts';

const BODIES = Number(process.env['BODIES'] ?? 50);
const FEW = 120;
const REFERENCE = 'trained-us';
const last = date('2026-11-24');
const dimensions = dimensionsRecorded(0).map(({ dimension }) => dimension);
const { dimension: plantedIn, answer } = planted.severeSanctions;
const solver = await linearSolver();

async function comparisonsOf(complaints: Measurements['complaints'], over: readonly string[]) {
  const drawn = await drawRelease(onlyComplaints(complaints), solver, {
    number: 1,
    before: addDays(last, 1),
    dimensions: over,
    earlier: [],
  });
  if (!drawn.ok) {
    throw new Error(drawn.refusal.because);
  }
  return shownComparisons(drawn.value, outcomesOf(drawn.value));
}

type Comparisons = Awaited<ReturnType<typeof comparisonsOf>>;
const isFound = (comparisons: Comparisons): boolean =>
  comparisons.some(
    ({ about, dimension, group, state, figure }) =>
      about === 'sanction' &&
      dimension === plantedIn &&
      group === answer &&
      state === 'disparity-shown' &&
      figure.value > 0.5,
  );

/** The test alone, of so few complaints that the gate would withhold most of it. */
function isSignificant(rows: readonly MeasuredConduct[]): boolean {
  const strata = new Map<string, { focal: number[]; reference: number[] }>();
  for (const row of rows) {
    const isFocal = row.groups?.includes(answer) === true;
    if (row.sanction !== undefined && (isFocal || row.groups?.includes(REFERENCE) === true)) {
      const like = likeCase(row);
      const own = strata.get(like) ?? {
        focal: SANCTIONS.map(() => 0),
        reference: SANCTIONS.map(() => 0),
      };
      strata.set(like, own);
      const counts = isFocal ? own.focal : own.reference;
      const place = severityOf(row.sanction);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  const tested = rankTestWithin([...strata.values()]);
  // Holm's rule, for two comparisons of the dimension.
  return tested.ok && 2 * tested.value.pValue < 0.05 && tested.value.superiority > 0.5;
}

let [found, foundInFew, complaintsWritten] = [0, 0, 0];
const clean = new Map<string, { flagged: number; compared: number }>();
for (let body = 0; body < BODIES; body += 1) {
  const complaints = complaintsOf(`body ${body}`, inventedLives(`body ${body}`, last), last);
  const comparisons = await comparisonsOf(complaints, dimensions);
  found += isFound(comparisons) ? 1 : 0;
  for (const { about, kind, dimension, state } of comparisons) {
    if (questionOf(dimension) !== plantedIn) {
      const name = `${about}, ${kind}`;
      const sum = clean.get(name) ?? { flagged: 0, compared: 0 };
      sum.compared += 1;
      sum.flagged += state === 'disparity-shown' ? 1 : 0;
      clean.set(name, sum);
    }
  }
  const all = await complaints(plantedIn, 'respondent');
  complaintsWritten += all.length;
  const kept = shuffled([...all], generatorFrom(`few of body ${body}`)).slice(0, FEW);
  foundInFew += isSignificant(kept) ? 1 : 0;
}
console.log(`${BODIES} bodies with ${Math.round(complaintsWritten / BODIES)} complaints each`);
console.log(
  `severe sanctions: shown in ${found}; of ${FEW} complaints the test alone finds them in ${foundInFew}`,
);
let [flagged, compared] = [0, 0];
for (const [name, sum] of clean) {
  flagged += sum.flagged;
  compared += sum.compared;
  const share = ((100 * sum.flagged) / sum.compared).toFixed(1);
  console.log(`nothing planted, ${name}: ${sum.flagged} of ${sum.compared} flagged (${share} %)`);
}
console.log(`in all: ${flagged} of ${compared} (${((100 * flagged) / compared).toFixed(1)} %)`);
