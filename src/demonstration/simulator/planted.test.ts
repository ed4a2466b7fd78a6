import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { measurementsOf } from '../../../tests/support/invented-measurements.ts';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import { ALL } from '../../fairness/disclosure/outcome-cells.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import type { MeasuredItem } from '../../fairness/disclosure/published-items.ts';
import {
  type Release,
  standingDeciders,
  standingItems,
  standingOutcomes,
  standingWaiting,
  storedReleases,
} from '../../fairness/disclosure/release.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { linearSolver } from '../../outside/adapters/linear-solver.ts';
import { DIMENSIONS } from '../../sealed/answers/dimensions.ts';
import { PASS, programPart } from '../../workflow/measure/count-outcomes.ts';
import { NOT_STATED } from '../../workflow/measure/division.ts';
import { drawRelease } from '../../workflow/measure/draw-release.ts';

import { inventedLives } from './lives.ts';
import { planted } from './planted.ts';

/** `npm run simulate -- planted-body` looks at 50 other bodies, in every dimension. */
const SEEDS = 12;
const today = date('2026-11-25');
const last = addDays(today, -1);

type Found = Record<'queue' | 'items' | 'reviewer', boolean> & {
  readonly days: number;
  readonly otherItems: number;
  readonly otherReviewers: number;
  /** Tables of dimensions in which nothing is planted: how many were looked at, and in how many something was found. */
  readonly clean: Record<'eligibility' | 'passes' | 'waiting' | 'items', boolean>[];
};

const found: Found[] = [];
describe('what is planted in the invented body', () => {
  before(async () => {
    for (let seed = 0; seed < SEEDS; seed += 1) {
      found.push(await lookedAt(seed));
    }
  });

  async function lookedAt(seed: number): Promise<Found> {
    const measurements = measurementsOf(inventedLives(`seed ${seed}`, last), last);
    const { slowQueue, biasedItems, severeReviewer } = planted;
    const clean = cleanDimensions(seed);
    const drawn = await drawRelease(measurements, await linearSolver(), {
      number: 1,
      before: addDays(last, 1),
      dimensions: [slowQueue.dimension, ...clean],
      earlier: [],
    });
    assert.ok(drawn.ok, drawn.ok ? '' : drawn.refusal.because);
    const releases = storedReleases([drawn.value.value]);
    const queue = { kind: 'eligibility', dimension: slowQueue.dimension, part: ALL };
    const { rows } = standingWaiting(releases, queue).value;
    const slow = rows.find(({ group }) => group === slowQueue.answer)?.waiting ?? WITHHELD;
    const comparison = slow === WITHHELD ? undefined : slow.comparison;
    const { dimension, program, answer } = biasedItems;
    const [form] = standingItems(releases, { dimension, program })?.value ?? [];
    const items = form?.compared.flatMap((one) => one.items.flatMap(standingOut)) ?? [];
    const biased = items.filter((one) => biasedItems.items.some((id) => id === one.item));
    const deciders = standingDeciders(releases, { kind: 'eligibility', part: ALL }).value;
    const standing = deciders.filter(
      ({ severity }) => severity?.verdict.state === 'disparity-shown',
    );
    return {
      queue: comparison?.verdict.state === 'disparity-shown' && comparison.days > 0,
      days: comparison?.days ?? Number.NaN,
      items: biased.length === 2 && biased.every(({ harderFor }) => harderFor === answer),
      otherItems: items.length - biased.length,
      reviewer: standing.some(
        ({ decider, severity }) =>
          decider === severeReviewer.email && (severity?.comparison.difference.value ?? 0) < 0,
      ),
      otherReviewers: standing.filter(({ decider }) => decider !== severeReviewer.email).length,
      clean: clean.map((one) => cleanTables(drawn.value.value, one)),
    };
  }

  const standingOut = ({ item, figures }: MeasuredItem) =>
    figures !== WITHHELD && figures.standsOut ? [{ item, harderFor: figures.harderFor }] : [];

  /** Two dimensions a seed, in turn. */
  function cleanDimensions(seed: number): readonly string[] {
    const clean = DIMENSIONS.map(({ id }) => id).filter((id) => id !== planted.slowQueue.dimension);
    return [2 * seed, 2 * seed + 1].map((place) => clean[place % clean.length] ?? '');
  }

  function cleanTables(release: Release, dimension: string): Found['clean'][number] {
    const releases = storedReleases([release]);
    const { program } = planted.biasedItems;
    const table = (kind: string, part: string) =>
      standingOutcomes(releases, { kind, dimension, part, unstated: NOT_STATED })?.value;
    const items = standingItems(releases, { dimension, program })?.value ?? [];
    const waits = standingWaiting(releases, { kind: 'eligibility', dimension, part: ALL }).value;
    return {
      eligibility: anyGap(table('eligibility', ALL)),
      passes: anyGap(table(PASS, programPart(program))),
      waiting: waits.rows.some(
        ({ waiting }) =>
          waiting !== WITHHELD && waiting.comparison?.verdict.state === 'disparity-shown',
      ),
      items: items.some(({ compared }) =>
        compared.some((one) => one.items.some((item) => standingOut(item).length > 0)),
      ),
    };
  }

  const anyGap = (table: MeasuredOutcomes | undefined): boolean =>
    table?.outcomes.rows.some(
      ({ outcome }) =>
        outcome !== WITHHELD && outcome.comparison?.verdict.state === 'disparity-shown',
    ) ?? false;

  test('the slow queue, both biased questions and the severe reviewer are each found, at a power of 0.95 or more', (t) => {
    for (const effect of ['queue', 'items', 'reviewer'] as const) {
      const times = found.filter((one) => one[effect]).length;
      t.diagnostic(`${effect}: found in ${times} of ${SEEDS}`);
      // At a power of 0.95, fewer than ten of twelve would come up once in fifty times.
      assert.ok(times >= 10, `${effect}: ${times} of ${SEEDS}`);
    }
  });

  test('the wait that was planted comes back as about nine days', () => {
    const days = found.map((one) => one.days);
    const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
    assert.ok(Math.abs(mean - planted.slowQueue.days) < 1, `${mean} days`);
  });

  test('beside the planted ones, questions and reviewers stand out no more often than chance allows', () => {
    // Holm's rule holds the chance of even one false finding in a body to 5 %; four of twelve come up twice in a thousand times.
    assert.ok(found.filter((one) => one.otherItems > 0).length < 4);
    assert.ok(found.filter((one) => one.otherReviewers > 0).length < 4);
  });

  test('where nothing is planted, each measure raises an alarm in about 5 of 100 tables at most', (t) => {
    const tables = found.flatMap(({ clean }) => clean);
    for (const measure of ['eligibility', 'passes', 'waiting', 'items'] as const) {
      const alarms = tables.filter((table) => table[measure]).length;
      t.diagnostic(`${measure}: ${alarms} alarms in ${tables.length} tables`);
      // Of 24 tables at 5 %, more than 4 alarms would come up twice in a hundred times.
      assert.ok(alarms <= 4, `${measure}: ${alarms} of ${tables.length}`);
    }
  });
});
