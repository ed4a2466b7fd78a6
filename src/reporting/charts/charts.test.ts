/** Where the marks of a plot stand: read from the drawing, as a reader's eye would. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ForestRow, forestPlot } from './forest-plot.ts';
import { waitingCurves } from './waiting-curves.ts';

const PLAN = { title: '', sentence: '', axis: '', left: '', right: '', bounds: [], ratios: true };
const row = (
  name: string,
  estimate: number | undefined,
  low?: number,
  high?: number,
): ForestRow => ({
  name,
  estimate,
  low,
  high,
  word: estimate === undefined ? 'not estimable' : estimate.toFixed(2),
  strong: false,
});
const numbersIn = (svg: string, pattern: RegExp): readonly number[] =>
  [...svg.matchAll(pattern)].map(([, found]) => Number(found));
const dots = (svg: string): readonly number[] => numbersIn(svg, /<circle cx="([\d.]+)"/g);
const parity = (svg: string): number =>
  numbersIn(svg, /<line x1="([\d.]+)"[^>]*class="parity"/g)[0] ?? Number.NaN;

test('a half and a double lie equally far from the line of no difference', () => {
  const { svg } = forestPlot([row('a', 0.5, 0.4, 0.7), row('b', 2, 1.5, 2.5)], PLAN);
  const [half = 0, double = 0] = dots(svg);
  assert.ok(half < parity(svg));
  assert.ok(Math.abs(parity(svg) - half - (double - parity(svg))) < 0.2);
});

test('an interval down to nothing ends in an arrow inside the plot', () => {
  const { svg } = forestPlot([row('a', 0.5, 0, 3)], PLAN);
  assert.doesNotMatch(svg, /NaN|Infinity/);
  assert.equal(svg.match(/<path d="M[^"]+L[^"]+L[^"]+" class="interval"/g)?.length, 1);
});

test('a row without an estimate has its word and no mark; one without an interval has the mark alone', () => {
  const { svg } = forestPlot([row('a', undefined), row('b', 0.8)], PLAN);
  assert.equal(dots(svg).length, 1);
  assert.match(svg, />not estimable</);
  assert.doesNotMatch(svg, /class="interval"/);
});

test('of a long name the part is kept that tells it from others', () => {
  const long = 'trained in another country 12';
  assert.match(forestPlot([row(long, 1, 0.9, 1.1)], PLAN).svg, />…er country 12</);
  assert.match(
    forestPlot([row(long, 1, 0.9, 1.1)], { ...PLAN, keep: 'start' }).svg,
    />trained in another …</,
  );
});

test('no two numbers under an axis of ratios stand closer than they are wide', () => {
  for (const most of [1.1, 2, 5, 10, 200]) {
    const { svg } = forestPlot([row('a', most, most / 2, most * 2)], PLAN);
    const ticks = numbersIn(svg, /<text x="([\d.]+)" y="84" text-anchor="middle"/g);
    const gaps = [...ticks]
      .sort((a, b) => a - b)
      .map((at, place, all) => (all[place + 1] ?? 1e9) - at);
    assert.ok(ticks.length > 2, String(most));
    assert.ok(Math.min(...gaps) >= 25.8, `${most}: ${gaps}`);
  }
});

const WAITS = {
  title: '',
  sentence: '',
  horizonDays: 40,
  days: [0, 20, 40],
  promisedDays: undefined,
};

test('a share holds until the next answer and then drops: every stroke is level or upright', () => {
  const steps = [
    { day: 5, share: 0.6 },
    { day: 20, share: 0.3 },
    { day: 60, share: 0.1 },
  ];
  const { svg } = waitingCurves([{ name: 'a', steps, reference: true }], WAITS);
  const [, d = ''] = /<path d="([^"]+)"/.exec(svg) ?? [];
  const points = d
    .split(/[ML]/)
    .slice(1)
    .map((point) => point.split(' ').map(Number));
  assert.equal(points.length, 6, 'the step after the last day drawn is left out');
  points.slice(1).forEach(([x, y], place) => {
    const [fromX, fromY] = points[place] ?? [];
    assert.ok(x === fromX || y === fromY, d);
  });
});

test('the first six groups have lines that differ in more than color, and the reference has the strong one', () => {
  const lines = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
    name,
    steps: [],
    reference: name === 'c',
  }));
  const { svg } = waitingCurves(lines, WAITS);
  const kinds = [...svg.matchAll(/<path [^>]*class="curve (line-\d)"/g)].map(([, kind]) => kind);
  assert.equal(new Set(kinds).size, 6);
  assert.equal(kinds[2], 'line-1');
});

test('a promise is drawn where the days reach it, and not beyond', () => {
  const lines = [{ name: 'a', steps: [], reference: true }];
  assert.match(waitingCurves(lines, { ...WAITS, promisedDays: 30 }).svg, />promised: day 30</);
  assert.doesNotMatch(waitingCurves(lines, { ...WAITS, promisedDays: 50 }).svg, /promised/);
});
