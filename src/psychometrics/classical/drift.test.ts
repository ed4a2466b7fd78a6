import assert from 'node:assert/strict';
import { test } from 'node:test';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import type { Result } from '../../kernel/result/result.ts';
import { NOT_REACHED } from '../responses/codes.ts';
import { onlyPeople, type ResponseMatrix, totals } from '../responses/matrix.ts';
import { drift } from './drift.ts';
import { speededness } from './speededness.ts';

const value = <Value>(result: Result<Value> | undefined): Value => {
  assert.ok(result?.ok, result === undefined || result.ok ? '' : result.refusal.because);
  return result.value;
};
const reason = (result: Result<unknown> | undefined): string =>
  result === undefined || result.ok ? '' : result.refusal.because;

/** Two windows of people, the second abler by `abler`; the item `leaked` is easier there by `by` logits. */
function twoWindows(seed: string, people: number, abler: number, leaked = -1, by = 0) {
  const chance = generatorFrom(seed);
  const items = 40;
  const codes: number[] = [];
  const windows: string[] = [];
  for (let person = 0; person < people; person += 1) {
    const later = person % 2 === 1;
    windows.push(later ? 'fall' : 'spring');
    const ability = chance.next() + chance.next() + chance.next() - 1.5 + (later ? abler : 0);
    for (let item = 0; item < items; item += 1) {
      const easier = later && item === leaked ? by : 0;
      const logit = 1.5 * (ability + 1 - (2 * item) / items) + easier;
      codes.push(chance.next() < 1 / (1 + Math.exp(-logit)) ? 1 : 0);
    }
  }
  const matrix: ResponseMatrix = {
    people,
    items: Array.from({ length: items }, (_, item) => ({ name: `q${item + 1}`, pilot: false })),
    codes: Uint8Array.from(codes),
  };
  return { matrix, windows };
}

test('an item that leaked between two windows is found, whoever sat in the later one', () => {
  for (const abler of [0, 0.6]) {
    const { matrix, windows } = twoWindows(`leak ${abler}`, 2000, abler, 30, 1.4);
    const found = value(drift(matrix, windows, 'spring', 'fall'));
    const drifting = found.items.flatMap((item, place) => (value(item).drifting ? [place] : []));
    assert.deepEqual(drifting, [30]);
    const leaked = value(found.items[30]);
    assert.ok(leaked.drift < -1 && value(leaked.robustZ) < -4 && leaked.after > leaked.before);
    assert.ok(abler === 0 || found.generalShift < -0.5);
  }
});

test('without drift hardly an item is called drifting, at any difference between the windows', () => {
  let flagged = 0;
  for (let run = 0; run < 20; run += 1) {
    const { matrix, windows } = twoWindows(`still ${run}`, 600, run % 2);
    const found = value(drift(matrix, windows, 'spring', 'fall'));
    flagged += found.items.filter((item) => value(item).drifting).length;
  }
  assert.ok(flagged <= 20 * 40 * 0.02, `${flagged} of 800`);
});

test('the other way round, drift has the other sign; the order of people changes nothing', () => {
  const { matrix, windows } = twoWindows('sides', 400, 0.3, 5, 1);
  const there = value(drift(matrix, windows, 'spring', 'fall'));
  const back = value(drift(matrix, windows, 'fall', 'spring'));
  there.items.forEach((item, place) => {
    assert.ok(Math.abs(value(item).drift + value(back.items[place]).drift) < 1e-9);
    assert.equal(value(item).standardError, value(back.items[place]).standardError);
  });
  const order = Array.from({ length: 400 }, (_, person) => 399 - person);
  const turned = drift(onlyPeople(matrix, order), windows.slice().reverse(), 'spring', 'fall');
  assert.deepEqual(value(turned), there);
});

test('delta and its error are those of the textbook', () => {
  // 31 people a window, 15 and 23 right: p = 15.5/32 and 23.5/32, z = -0.0391761 and 0.6266... (R: qnorm)
  const people = 62;
  const windows = Array.from({ length: people }, (_, person) => (person < 31 ? 'a' : 'b'));
  const right = (person: number, item: number): number =>
    person < 31 ? Number(person < 15) : Number(person - 31 < (item === 0 ? 23 : 15));
  const matrix: ResponseMatrix = {
    people,
    items: Array.from({ length: 5 }, (_, item) => ({ name: `q${item}`, pilot: false })),
    codes: Uint8Array.from({ length: people * 5 }, (_, cell) =>
      right(Math.floor(cell / 5), cell % 5),
    ),
  };
  const found = value(drift(matrix, windows, 'a', 'b'));
  assert.equal(found.generalShift, 0);
  const first = value(found.items[0]);
  const [za, zb] = [-0.039176085503097625, 0.6260990123464212];
  assert.ok(Math.abs(first.drift - -4 * (zb - za)) < 1e-12);
  assert.match(reason(first.robustZ), /exactly the same amount/);
  // R: 2 * pnorm(-abs(drift / error)) and p.adjust(c(p, 1, 1, 1, 1), "holm")
  assert.ok(Math.abs(first.pValue - 0.04410335037694902) < 1e-12);
  assert.ok(Math.abs(first.pAdjusted - 0.2205167518847451) < 1e-12);
  assert.equal(first.drifting, false, 'nearly three deltas, but one item of five by chance');
});

test('in small windows without drift, hardly one pair in twenty shows even one drifting item', () => {
  let [alarms, uncorrected] = [0, 0];
  for (let run = 0; run < 60; run += 1) {
    const { matrix, windows } = twoWindows(`small ${run}`, 200, (run % 3) / 2);
    const items = value(drift(matrix, windows, 'spring', 'fall')).items.map(value);
    alarms += items.some(({ drifting }) => drifting) ? 1 : 0;
    uncorrected += items.some((item) => Math.abs(item.drift) >= 1 && item.pValue < 0.05) ? 1 : 0;
  }
  assert.ok(alarms <= 6, `${alarms} of 60 pairs; 3 are expected at 5 %`);
  assert.ok(uncorrected > 30, 'item by item, most pairs would show one');
});

test('windows with too few people, or that nobody sat in, are refused', () => {
  const { matrix, windows } = twoWindows('few', 40, 0);
  assert.match(reason(drift(matrix, windows, 'spring', 'fall')), /fewer than 5 items/);
  assert.match(reason(drift(matrix, windows, 'spring', 'winter')), /nobody sat in.*"winter"/);
  const more = twoWindows('some', 100, 0);
  const codes = more.matrix.codes.slice();
  for (let person = 0; person < 50; person += 1) {
    codes[person * 40 + 39] = NOT_REACHED;
  }
  const some = drift({ ...more.matrix, codes }, more.windows, 'spring', 'fall');
  assert.match(reason(value(some).items[39]), /fewer than 30 people/);
});

test('speededness counts who reached what, and calls a form speeded by the rule', () => {
  const rows = [
    [1, 1, 1, 1],
    [1, 0, 1, 0],
    [1, 1, 0, NOT_REACHED],
    [0, 1, NOT_REACHED, NOT_REACHED],
    [1, 1, 1, 1],
  ];
  const matrix: ResponseMatrix = {
    people: 5,
    items: rows[0]?.map((_, item) => ({ name: `q${item}`, pilot: false })) ?? [],
    codes: Uint8Array.from(rows.flat()),
  };
  const found = value(speededness(matrix, totals(matrix)));
  assert.deepEqual(found.reached, [5, 5, 4, 3]);
  assert.deepEqual(
    [found.finished, found.reachedThreeQuarters, found.unspeeded],
    [0.6, 0.8, false],
  );
  assert.equal(found.meanNotReached, 0.6);
  // Not reached: 0 0 1 2 0, variance 0.64; totals 4 2 2 1 4, variance 1.44.
  assert.ok(Math.abs(value(found.varianceRatio) - 0.64 / 1.44) < 1e-12);
  const everybody = onlyPeople(matrix, [0, 1, 4]);
  const done = value(speededness(everybody, totals(everybody)));
  assert.deepEqual([done.unspeeded, value(done.varianceRatio)], [true, 0]);
  const same = onlyPeople(matrix, [0, 4]);
  assert.match(reason(value(speededness(same, totals(same))).varianceRatio), /same total/);
  assert.match(reason(speededness(onlyPeople(matrix, []), new Int32Array(0))), /nobody/);
});
