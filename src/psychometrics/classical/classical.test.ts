import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { codeOfPoints, NOT_ADMINISTERED, NOT_REACHED, OMITTED } from '../responses/codes.ts';
import { onlyPeople, type ResponseMatrix, totals } from '../responses/matrix.ts';
import { conditionalErrors } from './conditional-error.ts';
import { itemStatistics, type Statistic } from './item-statistics.ts';
import { reliability } from './reliability.ts';
import { stratifiedAlpha } from './stratified-alpha.ts';

interface Expected {
  name: string;
  people: number;
  items: number;
  /** The lowest category of the file, which counts as no points here. */
  base: number;
  total: {
    mean: number;
    sd: number;
    min: number;
    max: number;
    median: number;
    skewness: number;
    kurtosis: number;
  };
  alpha: number;
  feldt95: [number, number];
  kr20: number | null;
  kr21: number | null;
  lambda2: number;
  splitHalf: number;
  spearmanBrown: number;
  sem: number;
  mean: number[];
  sd: number[];
  itemTotal: number[];
  itemRest: number[];
  alphaIfDeleted: number[];
  biserial: number[] | null;
  d27: number[];
  stratified?: number;
  lord?: number[];
  keats?: number[];
}
const reference: { sets: Expected[] } = JSON.parse(
  readFileSync('reference/psychometrics/classical.json', 'utf8'),
);
const patterns: Record<'lsat6' | 'lsat7', [string, number][]> = JSON.parse(
  readFileSync('reference/psychometrics/lsat-patterns.json', 'utf8'),
);

function matrixOf(rows: readonly (readonly number[])[], pilots: readonly number[] = []) {
  const width = rows[0]?.length ?? 0;
  const matrix: ResponseMatrix = {
    people: rows.length,
    items: Array.from({ length: width }, (_, place) => ({
      name: `i${place + 1}`,
      pilot: pilots.includes(place),
    })),
    codes: Uint8Array.from(rows.flat()),
  };
  return matrix;
}

const fromPatterns = (name: 'lsat6' | 'lsat7'): ResponseMatrix =>
  matrixOf(
    patterns[name].flatMap(([pattern, people]) =>
      Array.from({ length: people }, () => [...pattern].map(Number)),
    ),
  );

/** Closed forms agree to 1e-8 of their size or better. */
function near(answer: number, expected: number, what: string, tolerance = 1e-10): void {
  const gap = Math.abs(answer - expected);
  assert.ok(gap <= tolerance * Math.max(1, Math.abs(expected)), `${what}: ${answer}, ${expected}`);
}

const value = (statistic: Statistic): number => {
  assert.ok(statistic.ok, statistic.ok ? '' : statistic.refusal.because);
  return statistic.value;
};

const reason = (statistic: Statistic | undefined): string =>
  statistic === undefined || statistic.ok ? '' : statistic.refusal.because;

function agrees(matrix: ResponseMatrix, expected: Expected): void {
  assert.equal(matrix.people, expected.people);
  const scores = totals(matrix);
  const whole = reliability(matrix, scores);
  assert.ok(whole.ok);
  const { totals: all, alphaInterval, splitHalf } = whole.value;
  assert.equal(all.items, expected.items);
  assert.deepEqual(
    [all.median, all.lowest, all.highest],
    [expected.total.median, expected.total.min, expected.total.max],
  );
  near(all.mean, expected.total.mean, 'mean');
  near(all.deviation, expected.total.sd, 'deviation');
  near(all.skewness, expected.total.skewness, 'skewness', 1e-9);
  near(all.excessKurtosis, expected.total.kurtosis, 'kurtosis', 1e-9);
  near(whole.value.alpha, expected.alpha, 'alpha');
  near(alphaInterval.low, expected.feldt95[0], 'Feldt low');
  near(alphaInterval.high, expected.feldt95[1], 'Feldt high');
  assert.equal(whole.value.kr20 === undefined, expected.kr20 === null);
  near(whole.value.kr20 ?? 0, expected.kr20 ?? 0, 'KR-20');
  near(whole.value.kr21 ?? 0, expected.kr21 ?? 0, 'KR-21');
  near(whole.value.lambda2, expected.lambda2, 'lambda-2');
  assert.ok(splitHalf.ok);
  near(splitHalf.value.correlation, expected.splitHalf, 'split half');
  near(splitHalf.value.spearmanBrown, expected.spearmanBrown, 'Spearman-Brown');
  near(whole.value.standardError, expected.sem, 'SEM');
  itemsAgree(matrix, scores, expected);
  whole.value.alphaIfDeleted.forEach((without, place) => {
    near(value(without), expected.alphaIfDeleted[place] ?? Number.NaN, `alpha without ${place}`);
  });
  errorsAgree(matrix, expected);
}

function itemsAgree(matrix: ResponseMatrix, scores: Int32Array, expected: Expected): void {
  itemStatistics(matrix, scores).forEach((item, place) => {
    const at = (list: number[]): number => list[place] ?? Number.NaN;
    const { name, highest = 1 } = item.item;
    near(value(item.difficulty) * highest, at(expected.mean), `p of ${name}`);
    near(value(item.deviation), at(expected.sd), `sd of ${name}`);
    near(value(item.pointBiserial), at(expected.itemTotal), `r of ${name}`);
    near(value(item.itemRest), at(expected.itemRest), `item-rest of ${name}`);
    near(value(item.discrimination), at(expected.d27), `D of ${name}`);
    if (expected.biserial === null) {
      assert.match(reason(item.biserial), highest > 1 ? /right-or-wrong/ : /^$/);
    } else {
      near(value(item.biserial), at(expected.biserial), `biserial of ${name}`, 1e-9);
    }
  });
}

function errorsAgree(matrix: ResponseMatrix, expected: Expected): void {
  const whole = reliability(matrix, totals(matrix));
  assert.ok(whole.ok);
  const errors = conditionalErrors(matrix, whole.value);
  assert.equal(errors.ok, expected.lord !== undefined);
  for (const { score, lord, keats } of errors.ok ? errors.value : []) {
    near(lord, expected.lord?.[score] ?? Number.NaN, `Lord at ${score}`);
    near(keats, expected.keats?.[score] ?? Number.NaN, `Keats at ${score}`);
  }
  const names = matrix.items.map((item) => item.name);
  const half = Math.floor(names.length / 2);
  const stratified = stratifiedAlpha(matrix, [
    { name: 'first', items: names.slice(0, half) },
    { name: 'second', items: names.slice(half) },
  ]);
  if (expected.stratified !== undefined) {
    assert.ok(stratified.ok);
    near(stratified.value.alpha, expected.stratified, 'stratified alpha');
  }
}

const expectedOf = (name: string): Expected => {
  const found = reference.sets.find((set) => set.name === name);
  assert.ok(found);
  return found;
};

for (const name of ['lsat6', 'lsat7'] as const) {
  test(`difficulty, discrimination and reliability agree with R on the published patterns of ${name}`, () => {
    agrees(fromPatterns(name), expectedOf(name));
  });
}

/** The columns of each set in its file, as reference/psychometrics/classical.py takes them. */
const FILES: [string, string, number, number | undefined][] = [
  ['credential1', 'credential1_scored', 10, 180],
  ['sat12', 'sat12', 0, undefined],
  ['hci', 'hci', 0, 20],
  ['verbal', 'verbal_difR', 0, 24],
  ['ecpe', 'ecpe', 1, undefined],
  ['msatb', 'msatb', 0, 20],
  ['closeread6', 'closeread6', 0, 19],
  ['gmat', 'gmat', 0, 20],
  ['verbagg_poly', 'verbagg_poly', 3, 27],
  ['science', 'science', 0, undefined],
  ['anxiety', 'anxiety', 3, 32],
  ['ability_complete', 'ability', 0, undefined],
  ['czmatura', 'czmatura', 0, undefined],
  ['datamedical_complete', 'datamedical', 0, 100],
];

/** The people of a plain file with every answer given, read without our own reader. */
function fileMatrix(file: string, from: number, to: number | undefined, base: number) {
  const [header = [], ...rows] = readFileSync(file, 'utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', '').split(','));
  const chosen = header.flatMap((name, place) =>
    place >= from &&
    place < (to ?? header.length) &&
    (!file.includes('czmatura') || name[0] === 'b')
      ? [place]
      : [],
  );
  const whole = rows
    .map((row) => chosen.map((place) => row[place] ?? ''))
    .filter((cells) => !cells.some((cell) => cell === '' || cell === 'NA'));
  const points = whole.map((cells) => cells.map((cell) => Number(cell) - base));
  const matrix: ResponseMatrix = {
    people: points.length,
    items: chosen.map((place, item) => ({
      name: header[place] ?? '',
      pilot: false,
      highest: points.reduce((most, row) => Math.max(most, row[item] ?? 0), 0),
    })),
    codes: Uint8Array.from(points.flat(), codeOfPoints),
  };
  return matrix;
}

for (const [name, file, from, to] of FILES) {
  const path = `../shared/data/responses/${file}.csv`;
  test(`difficulty, discrimination and reliability agree with R on ${name}`, {
    skip: existsSync(path) ? false : 'no ../shared',
  }, () => {
    const expected = expectedOf(name);
    agrees(fileMatrix(path, from, to, expected.base), expected);
  });
}

function simulated(people: number, items: number, seed: string): ResponseMatrix {
  const chance = generatorFrom(seed);
  const rows = Array.from({ length: people }, () => {
    const ability = chance.next() * 4 - 2;
    return Array.from({ length: items }, (_, item) =>
      chance.next() < 1 / (1 + Math.exp(-(ability - (item / items) * 2 + 1))) ? 1 : 0,
    );
  });
  return matrixOf(rows);
}

test('the order of people changes nothing, not in the last digit and not among ties', () => {
  const matrix = simulated(60, 12, 'order');
  const back = onlyPeople(
    matrix,
    Array.from({ length: 60 }, (_, person) => 59 - person),
  );
  assert.deepEqual(itemStatistics(matrix, totals(matrix)), itemStatistics(back, totals(back)));
  const [there, here] = [reliability(matrix, totals(matrix)), reliability(back, totals(back))];
  assert.deepEqual(there, here);
});

test('counting every person twice moves no correlation and no difficulty', () => {
  const matrix = simulated(40, 8, 'twice');
  const people = Array.from({ length: 40 }, (_, person) => person);
  const double = onlyPeople(
    matrix,
    people.flatMap((person) => [person, person]),
  );
  const once = itemStatistics(matrix, totals(matrix));
  const twice = itemStatistics(double, totals(double));
  once.forEach((item, place) => {
    const other = twice[place];
    assert.ok(other);
    near(value(item.difficulty), value(other.difficulty), 'p');
    near(value(item.itemRest), value(other.itemRest), 'item-rest', 1e-12);
  });
});

test('an item keyed backwards shows a negative item-rest correlation and is never turned round', () => {
  const matrix = simulated(400, 15, 'backwards');
  const codes = matrix.codes.slice();
  for (let person = 0; person < matrix.people; person += 1) {
    codes[person * 15 + 4] = 1 - (codes[person * 15 + 4] ?? 0);
  }
  const turned = { ...matrix, codes };
  const statistics = itemStatistics(turned, totals(turned));
  assert.ok(value(statistics[4]?.itemRest ?? assert.fail()) < 0);
  const whole = reliability(turned, totals(turned));
  assert.ok(whole.ok);
  const without = whole.value.alphaIfDeleted[4];
  assert.ok(without?.ok && without.value > whole.value.alpha);
});

test('alpha falls inside its interval as often as promised', () => {
  // Items that are independent given one ability, alpha known from the first large sample.
  const large = simulated(20000, 10, 'truth');
  const truth = reliability(large, totals(large));
  assert.ok(truth.ok);
  let held = 0;
  for (let run = 0; run < 300; run += 1) {
    const matrix = simulated(80, 10, `run ${run}`);
    const sample = reliability(matrix, totals(matrix));
    assert.ok(sample.ok);
    const { low, high } = sample.value.alphaInterval;
    held += low <= truth.value.alpha && truth.value.alpha <= high ? 1 : 0;
  }
  assert.ok(held / 300 > 0.91 && held / 300 < 0.99, `${held} of 300`);
});

test('items that everybody got right or wrong are kept, with the reason why nothing goes along', () => {
  const matrix = matrixOf([
    [1, 0, 1],
    [1, 0, 0],
    [1, 0, 1],
    [1, 0, 0],
  ]);
  const [easy, hard, mixed] = itemStatistics(matrix, totals(matrix));
  assert.equal(easy && value(easy.difficulty), 1);
  assert.equal(hard && value(hard.difficulty), 0);
  assert.match(reason(easy?.itemRest), /got the item right/);
  assert.match(reason(hard?.itemRest), /got the item wrong/);
  assert.match(reason(mixed?.itemRest), /same total/);
});

test('reliability is refused with a reason where it does not exist', () => {
  const refused = [
    matrixOf([[1, 0]]),
    matrixOf([[1], [0], [1]]),
    matrixOf([
      [1, 0],
      [0, 1],
    ]),
  ].map((matrix) => reliability(matrix, totals(matrix)));
  assert.deepEqual(
    refused.map((result) => result.ok),
    [false, false, false],
  );
  const two = matrixOf([
    [1, 1],
    [0, 1],
    [0, 0],
  ]);
  const whole = reliability(two, totals(two));
  assert.ok(whole.ok);
  assert.deepEqual(
    whole.value.alphaIfDeleted.map((result) => result.ok),
    [false, false],
  );
});

test('two items and twelve people have every classical number (case 21)', () => {
  const rows = Array.from({ length: 12 }, (_, person) => [
    Number(person < 7),
    Number(person % 3 > 0),
  ]);
  const matrix = matrixOf(rows);
  const scores = totals(matrix);
  for (const item of itemStatistics(matrix, scores)) {
    const { difficulty, itemRest, pointBiserial, biserial, discrimination } = item;
    for (const statistic of [difficulty, itemRest, pointBiserial, biserial, discrimination]) {
      assert.ok(Number.isFinite(value(statistic)));
    }
  }
  const whole = reliability(matrix, scores);
  assert.ok(whole.ok && Number.isFinite(whole.value.alpha + whole.value.alphaInterval.low));
});

test('negative alpha is shown as it is', () => {
  const matrix = matrixOf([
    [1, 0, 1, 0],
    [0, 1, 0, 1],
    [1, 0, 1, 0],
    [0, 1, 1, 1],
    [0, 1, 0, 1],
  ]);
  const whole = reliability(matrix, totals(matrix));
  assert.ok(whole.ok && whole.value.alpha < 0);
});

test('missing answers follow their rules', () => {
  const matrix = matrixOf(
    [
      [1, 1, 1, NOT_ADMINISTERED],
      [1, OMITTED, 0, 1],
      [0, 1, NOT_REACHED, 0],
      [0, 0, NOT_REACHED, 1],
      [1, 1, 1, 0],
      [0, 1, 0, NOT_ADMINISTERED],
    ],
    [3],
  );
  const [, omitted, cut, pilot] = itemStatistics(matrix, totals(matrix));
  assert.ok(omitted && cut && pilot);
  assert.deepEqual([omitted.answering, omitted.omitted, value(omitted.difficulty)], [6, 1, 4 / 6]);
  assert.deepEqual([cut.answering, cut.notReached, value(cut.difficulty)], [4, 2, 0.5]);
  assert.deepEqual([pilot.answering, value(pilot.difficulty)], [4, 0.5]);
});

test('planned missing blocks recover the difficulty they would have had', () => {
  const matrix = simulated(6000, 20, 'blocks');
  const complete = itemStatistics(matrix, totals(matrix));
  const codes = matrix.codes.slice();
  for (let person = 0; person < matrix.people; person += 1) {
    for (let item = 10; item < 20; item += 1) {
      if ((person + Math.floor(item / 5)) % 2 === 0) {
        codes[person * 20 + item] = NOT_ADMINISTERED;
      }
    }
  }
  const items = matrix.items.map((item, place) => ({ ...item, pilot: place >= 10 }));
  const planned = { ...matrix, items, codes };
  itemStatistics(planned, totals(planned)).forEach((item, place) => {
    const p = value(item.difficulty);
    const error = Math.sqrt((p * (1 - p)) / item.answering);
    near(p, value(complete[place]?.difficulty ?? assert.fail()), item.item.name, 4 * error);
  });
});

test('no matrix makes a number that is not a number', () => {
  const cell = fc.integer({ min: 0, max: 8 });
  const rows = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 8 }))
    .chain(([width, people]) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
        minLength: people,
        maxLength: people,
      }),
    );
  fc.assert(
    fc.property(rows, (cells) => {
      const binary = matrixOf(cells);
      const items = binary.items.map((item) => ({ ...item, highest: 4 }));
      const matrix = { ...binary, items };
      const scores = totals(matrix);
      const numbers = itemStatistics(matrix, scores).flatMap((item) => [
        item.difficulty,
        item.itemRest,
        item.pointBiserial,
        item.biserial,
        item.biserialRest,
        item.deviation,
        item.discrimination,
      ]);
      const whole = reliability(matrix, scores);
      const all = [...numbers, ...(whole.ok ? whole.value.alphaIfDeleted : [])];
      assert.ok(all.every((statistic) => !statistic.ok || Number.isFinite(statistic.value)));
      assert.ok(
        !whole.ok ||
          Number.isFinite(whole.value.alpha + whole.value.standardError + whole.value.lambda2),
      );
    }),
  );
});
