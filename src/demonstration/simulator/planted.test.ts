import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { measurementsOf } from '../../../tests/support/invented-measurements.ts';
import { WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import type { MeasuredItem } from '../../fairness/disclosure/published-items.ts';
import { addDays, date } from '../../kernel/dates/civil-date.ts';
import { DIMENSIONS } from '../../sealed/answers/dimensions.ts';
import type { MeasureWorld } from '../../workflow/measure/division.ts';
import { measureDeciders } from '../../workflow/measure/measure-deciders.ts';
import { measureEligibility } from '../../workflow/measure/measure-eligibility.ts';
import { measureItems } from '../../workflow/measure/measure-items.ts';
import { measurePasses } from '../../workflow/measure/measure-passes.ts';
import { measureWaiting } from '../../workflow/measure/measure-waiting.ts';

import { inventedLives } from './lives.ts';
import { planted } from './planted.ts';

const SEEDS = 40;
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
before(async () => {
  for (let seed = 0; seed < SEEDS; seed += 1) {
    found.push(await lookedAt(seed));
  }
});

async function lookedAt(seed: number): Promise<Found> {
  const measurements = measurementsOf(inventedLives(`seed ${seed}`, last), last);
  // Nothing here reads records: the measurements are handed over whole.
  const world = { clock: { now: () => 0, today: () => today }, measurements } as MeasureWorld;
  const { slowQueue, biasedItems, severeReviewer } = planted;
  const all = { dimension: slowQueue.dimension, program: undefined };
  const waiting = (await measureWaiting(world, all)).value;
  const slow = waiting.rows.find(({ group }) => group === slowQueue.answer)?.waiting ?? WITHHELD;
  const comparison = slow === WITHHELD ? undefined : slow.comparison;
  const { dimension, program, answer } = biasedItems;
  const [form] = (await measureItems(world, { dimension, program })).value;
  const items = form?.compared.flatMap((one) => one.items.flatMap(standingOut)) ?? [];
  const biased = items.filter((one) => biasedItems.items.some((id) => id === one.item));
  const deciders = (await measureDeciders(world, all)).value;
  const standing = deciders.filter(({ severity }) => severity?.verdict.state === 'disparity-shown');
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
    clean: await cleanTables(world, seed),
  };
}

const standingOut = ({ item, figures }: MeasuredItem) =>
  figures !== WITHHELD && figures.standsOut ? [{ item, harderFor: figures.harderFor }] : [];

/** Two dimensions a seed, in turn. */
async function cleanTables(world: MeasureWorld, seed: number): Promise<Found['clean']> {
  const clean = DIMENSIONS.map(({ id }) => id).filter((id) => id !== planted.slowQueue.dimension);
  const tables: Found['clean'] = [];
  for (const place of [2 * seed, 2 * seed + 1]) {
    const dimension = clean[place % clean.length] ?? '';
    const all = { dimension, program: undefined };
    const care = { dimension, program: planted.biasedItems.program };
    const items = (await measureItems(world, care)).value;
    const waits = (await measureWaiting(world, all)).value;
    tables.push({
      eligibility: anyGap((await measureEligibility(world, all)).value),
      passes: anyGap((await measurePasses(world, care)).value),
      waiting: waits.rows.some(
        ({ waiting }) =>
          waiting !== WITHHELD && waiting.comparison?.verdict.state === 'disparity-shown',
      ),
      items: items.some(({ compared }) =>
        compared.some((one) => one.items.some((item) => standingOut(item).length > 0)),
      ),
    });
  }
  return tables;
}

const anyGap = ({ outcomes }: MeasuredOutcomes): boolean =>
  outcomes.rows.some(
    ({ outcome }) =>
      outcome !== WITHHELD && outcome.comparison?.verdict.state === 'disparity-shown',
  );

const share = (of: (one: Found) => boolean): number => found.filter(of).length / found.length;

test('the slow queue, both biased questions and the severe reviewer are each found in 95 of 100 bodies and more', (t) => {
  for (const effect of ['queue', 'items', 'reviewer'] as const) {
    const power = share((one) => one[effect]);
    t.diagnostic(`${effect}: found in ${power * SEEDS} of ${SEEDS}`);
    assert.ok(power >= 0.95, `${effect}: ${power}`);
  }
});

test('the wait that was planted comes back as about nine days', () => {
  const days = found.map((one) => one.days);
  const mean = days.reduce((sum, one) => sum + one, 0) / days.length;
  assert.ok(Math.abs(mean - planted.slowQueue.days) < 0.5, `${mean} days`);
});

test('beside the planted ones, questions and reviewers stand out no more often than chance allows', () => {
  // Holm's rule holds the chance of even one false finding in a body to 5 %; of 40 bodies, 7 would be rare.
  assert.ok(share((one) => one.otherItems > 0) <= 0.175);
  assert.ok(share((one) => one.otherReviewers > 0) <= 0.175);
});

test('where nothing is planted, each measure raises an alarm in about 5 of 100 tables at most', (t) => {
  const tables = found.flatMap(({ clean }) => clean);
  for (const measure of ['eligibility', 'passes', 'waiting', 'items'] as const) {
    const alarms = tables.filter((table) => table[measure]).length;
    t.diagnostic(`${measure}: ${alarms} alarms in ${tables.length} tables`);
    // Of 80 tables at 5 %, more than 10 alarms would come up once in 500 times.
    assert.ok(alarms <= 10, `${measure}: ${alarms} of ${tables.length}`);
  }
});
