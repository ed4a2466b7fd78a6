import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { complaintsOf, onlyComplaints } from '../../../tests/support/invented-complaints.ts';
import type { ShownDisparity } from '../../casework/finding/disparity.ts';
import { outcomesOf } from '../../fairness/disclosure/release.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { drawRelease } from '../../workflow/measure/draw-release.ts';
import { shownComparisons } from '../../workflow/measure/shown-comparisons.ts';
import { inventedLives } from './lives.ts';
import { planted } from './planted.ts';

/** `npm run simulate -- planted-conduct` looks at 50 other bodies. */
const SEEDS = 5;
const last = date('2026-11-24');
const { dimension, answer } = planted.severeSanctions;
/** In which nothing is planted, and groups are large enough to be compared. */
const CLEAN = ['gender', 'caregiving'];

describe('what is planted in the complaints of the invented body', () => {
  const bodies: (readonly ShownDisparity[])[] = [];
  before(async () => {
    const solver = await linearSolver();
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const lives = inventedLives(`seed ${seed}`, last);
      const complaints = complaintsOf(`seed ${seed}`, lives, last);
      const drawn = await drawRelease(onlyComplaints(complaints), solver, {
        number: 1,
        before: addDays(last, 1),
        dimensions: [dimension, ...CLEAN],
        earlier: [],
      });
      assert.ok(drawn.ok, drawn.ok ? '' : drawn.refusal.because);
      bodies.push(shownComparisons(drawn.value, outcomesOf(drawn.value)));
    }
  });

  const severity = (comparisons: readonly ShownDisparity[]) =>
    comparisons.find(
      ({ about, group, ...shown }) =>
        about === 'sanction' && shown.dimension === dimension && group === answer,
    );

  test('harder sanctions for like cases are found in nearly every body, and always as harder', (t) => {
    const shown = bodies.map(severity);
    const found = shown.filter((one) => one?.state === 'disparity-shown');
    t.diagnostic(`found in ${found.length} of ${SEEDS}`);
    // At a power of 0.95, fewer than four of five would come up twice in a hundred times.
    assert.ok(found.length >= 4);
    assert.ok(found.every((one) => (one?.figure.value ?? 0) > 0.5));
  });

  test('who is found in breach, whose complaint is taken up and what comes of hopes do not depend on the group', (t) => {
    const others = bodies
      .flat()
      .filter((one) => one.about !== 'sanction' && one.kind.startsWith('conduct-'));
    const flagged = others.filter(({ state }) => state === 'disparity-shown');
    t.diagnostic(`${flagged.length} of ${others.length} flagged`);
    assert.ok(others.length > 100);
    assert.ok(flagged.length <= 0.05 * others.length);
  });

  test('in dimensions where nothing is planted, sanctions in like cases raise no more alarms than chance allows', (t) => {
    const clean = bodies
      .flat()
      .filter(({ about, ...shown }) => about === 'sanction' && CLEAN.includes(shown.dimension));
    const flagged = clean.filter(({ state }) => state === 'disparity-shown');
    t.diagnostic(`${flagged.length} of ${clean.length} flagged`);
    assert.ok(clean.length > 10);
    // Of fifteen comparisons at 2.5 %, more than two alarms would come up five times in a thousand.
    assert.ok(flagged.length <= 2);
  });
});
