import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { afterExamOf } from '../../../tests/support/invented-after-exam.ts';
import type { ShownDisparity } from '../../casework/finding/disparity.ts';
import { outcomesOf } from '../../fairness/disclosure/release.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { drawRelease } from './draw-release.ts';
import { shownComparisons } from './shown-comparisons.ts';

/** `npm run simulate -- planted-after-exam` looks at 50 bodies and smaller effects. */
const SEEDS = 2;
const last = date('2026-11-24');
const planted = { dimension: 'where-trained', answer: 'trained-abroad' };
const CLEAN = ['gender'];

describe('unfairness that is planted after the exam', () => {
  const bodies: (readonly ShownDisparity[])[] = [];
  before(async () => {
    const solver = await linearSolver();
    for (let seed = 0; seed < SEEDS; seed += 1) {
      const rows = afterExamOf(`seed ${seed}`, last, {
        people: 3000,
        planted: { ...planted, lateLogOdds: 1, drawnLogOdds: 1 },
      });
      const drawn = await drawRelease(rows, solver, {
        ...{ number: 1, before: addDays(last, 1), earlier: [] },
        dimensions: [planted.dimension, ...CLEAN],
      });
      assert.ok(drawn.ok, drawn.ok ? '' : drawn.refusal.because);
      bodies.push(shownComparisons(drawn.value, outcomesOf(drawn.value)));
    }
  });

  const about = (kind: string) =>
    bodies.map((shown) =>
      shown.find(
        (one) =>
          one.kind === kind && one.dimension === planted.dimension && one.group === planted.answer,
      ),
    );

  test('renewals marked late against one group are found in every body, as less often in time', () => {
    for (const one of about('term-in-time')) {
      assert.equal(one?.state, 'disparity-shown');
      assert.ok((one?.figure.value ?? 1) < 1);
    }
  });

  test('people drawn out of turn for audits are found in every body, as more often than chance gives', () => {
    for (const one of about('audit-drawn')) {
      assert.equal(one?.about, 'draw');
      assert.equal(one?.state, 'disparity-shown');
      assert.ok((one?.figure.value ?? 0) > 1);
    }
  });

  test('where nothing is planted hardly anything is flagged', (t) => {
    const clean = bodies
      .flat()
      .filter(({ kind, dimension }) => CLEAN.includes(dimension) || kind === 'term-renewed');
    const flagged = clean.filter(({ state }) => state === 'disparity-shown');
    t.diagnostic(`${flagged.length} of ${clean.length} flagged`);
    assert.ok(clean.length >= 10);
    // Of some fifteen comparisons at 2.5 %, three or more would come up about once in a hundred times.
    assert.ok(flagged.length <= 2);
  });
});
