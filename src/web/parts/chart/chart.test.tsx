import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, named, only, rendered, withClass, words } from '../../../../tests/look/markup.ts';
import { IntervalPlot } from './interval-plot.tsx';
import type { IntervalRow } from './interval-row.ts';
import { RatePanels } from './rate-panels.tsx';
import { WaitingSteps } from './waiting-steps.tsx';

const plot = (rows: readonly IntervalRow[]) =>
  rendered(
    <IntervalPlot
      id="p"
      title="Fewer of them passed"
      sentence="Of them 50 percent passed, of others 80 percent."
      scale="ratio"
      axisTitle="Ratio"
      lower="fewer"
      higher="more"
      heads={{ group: 'Group', base: 'Passed', estimate: 'Ratio' }}
      rows={rows}
    />,
  );

const estimate = {
  kind: 'estimate',
  group: 'Trained abroad',
  base: '50 of 100 (50 %)',
  estimate: 0.625,
  low: 0.51,
  high: 0.77,
  text: '0.63 (0.51 to 0.77)',
  verdict: 'disparity',
} as const;

test('the figure is called by its finding, and the drawing is said in a sentence', () => {
  const root = plot([estimate]);
  assert.equal(words(only(root, 'figcaption')), 'Fewer of them passed');
  const images = all(root, (tag) => tag.attributes['role'] === 'img');
  assert.deepEqual(
    images.map((tag) => tag.attributes['aria-label']),
    ['Of them 50 percent passed, of others 80 percent.'],
  );
});

test('the numbers stand in a table behind a disclosure', () => {
  const details = only(plot([estimate]), 'details');
  assert.equal(words(only(details, 'summary')), 'Show the numbers');
  assert.deepEqual(named(details, 'td').map(words), [
    '50 of 100 (50 %)',
    '0.63 (0.51 to 0.77)',
    'Disparity shown',
  ]);
});

test('the mark stands where the ratio says, the parity line at 1, the interval between its ends', () => {
  const root = plot([estimate]);
  const share = (ratio: number) => `${(50 + (50 * Math.log(ratio)) / Math.log(2)).toFixed(2)}%`;
  const [parity] = withClass(root, 'parity-line');
  assert.equal(parity?.attributes['x1'], '50.00%');
  const [group] = withClass(root, 'interval');
  const [line] = named(group!, 'line');
  assert.deepEqual([line?.attributes['x1'], line?.attributes['x2']], [share(0.51), share(0.77)]);
  assert.equal(named(group!, 'svg').at(-1)?.attributes['x'], share(0.625));
});

test('an interval that leaves the axis ends in an arrow', () => {
  const drawn = (low: number) =>
    named(withClass(plot([{ ...estimate, low }]), 'interval')[0]!, 'path')[0]?.attributes['d'];
  assert.equal(drawn(0.51), 'M0-5V5');
  assert.equal(drawn(0.01), 'M7-5 0 0 7 5');
});

test('a withheld group shows its name and the word, and nothing that could be measured', () => {
  const root = plot([estimate, { kind: 'withheld', group: 'Another group' }]);
  const row = withClass(root, 'interval-row')[1]!;
  assert.equal(words(row), 'Another groupwithheld');
  assert.equal(named(row, 'line').length, 1, 'only the line of parity');
  assert.deepEqual(named(only(root, 'details'), 'td').slice(3).map(words), [
    'withheld',
    'withheld',
    'withheld',
  ]);
});

test('waiting curves carry a label at each line, the promised day, and their table', () => {
  const point = (day: number, share: number) => ({ day, share, low: share, high: share });
  const root = rendered(
    <WaitingSteps
      id="w"
      title="They waited longer"
      sentence="They waited 9 days longer."
      promisedDay={30}
      promisedLabel="Promised: 30 days"
      groups={[
        { group: 'Trained here', color: 1, points: [point(0, 1), point(40, 0)] },
        {
          group: 'Trained abroad',
          color: 2,
          points: [point(0, 1), point(20, 0.5), point(40, 0.1)],
        },
      ]}
      heads={['Trained', 'After 30 days']}
      rows={[{ key: 'a', cells: ['Here', '0 %'] }]}
    />,
  );
  assert.deepEqual(withClass(root, 'waiting-name').map(words), ['Trained here', 'Trained abroad']);
  assert.equal(withClass(root, 'promised-line')[0]?.attributes['x1'], '75.00%');
  const dashes = withClass(root, 'waiting-line').map((path) => path.attributes['stroke-dasharray']);
  assert.equal(new Set(dashes).size, 2, 'lines differ by more than color');
  assert.equal(words(named(root, 'td')[0]!), '0 %');
});

test('panels of rates say which group the others are compared with, what is worse, and what is withheld', () => {
  const point = { share: 0.75, low: 0.5, high: 0.9, isMarked: false };
  const root = rendered(
    <RatePanels
      id="r"
      title="Worse in 2025 for: Abroad"
      sentence="Here 75 percent; abroad 75 percent, then worse."
      columns={[{ label: '2024' }, { label: '2025', under: 'so far' }]}
      panels={[
        { group: 'Here', points: [point, undefined] },
        { group: 'Abroad', points: [point, { ...point, isMarked: true }] },
      ]}
      reference="Here"
      markWord="worse than the year before"
      heads={['Group', '2024', '2025']}
      rows={[]}
    />,
  );
  const [here, abroad] = withClass(root, 'rate-panel');
  assert.ok(here !== undefined && abroad !== undefined);
  assert.match(words(here), /Here Compared with this group/);
  assert.match(words(here), /withheld/);
  assert.match(words(abroad), /Abroad worse than the year before/);
  assert.equal(withClass(abroad, 'rate-mark-worse').length, 1);
  const [mark] = withClass(abroad, 'rate-mark');
  assert.ok(mark !== undefined);
  // 132 px stand for 100 %: from 90 % down to 50 %, around 75 %.
  const line = named(mark, 'line')[0];
  const ends = [line?.attributes['y1'], line?.attributes['y2']].map(Number);
  assert.ok(Math.abs((ends[0] ?? 0) - 66) < 1e-9 && Math.abs((ends[1] ?? 0) - 13.2) < 1e-9);
  assert.equal(named(mark, 'svg')[0]?.attributes['y'], '33');
});
