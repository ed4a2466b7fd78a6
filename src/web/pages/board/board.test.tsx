import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

test('what must be decided comes first, by promised day; then what runs; then what came of earlier ones; no plot', () => {
  const root = main('chair');
  assert.deepEqual(named(root, 'h2').map(words), [
    'To answer',
    'Promised and running',
    'What came of earlier ones',
  ]);
  const [first, second, third] = named(root, 'table').map((table) =>
    named(table, 'tr').slice(1).map(words),
  );
  assert.deepEqual(
    first?.map((row) => /F-\w{7}/.exec(row)?.[0]),
    ['F-4K7QM2X', 'F-9B1RTHW', 'F-7ZK4QHM'],
  );
  assert.match(first?.[0] ?? '', /March 5, 2027 38 days overdue/);
  assert.match(second?.[0] ?? '', /February 26, 2027 45 days overdueF-.*A second records clerk/);
  assert.match(third?.[0] ?? '', /9\.1 days .*Disparity shown.*1\.2 days .*Cannot tell yet/);
  assert.equal(named(root, 'figure').length, 0);
});

test('whose turn it is in a finding about a reviewer is told with its day', () => {
  assert.match(words(main('chair')), /The reviewer may respond until April 29, 2027/);
});

test('a director reads the same page as a record, without findings about reviewers', () => {
  const text = words(main('director'));
  assert.match(text, /^FindingsWhat the figures/);
  assert.doesNotMatch(text, /Rashid|F-7ZK4QHM|You are the chair/);
});

test('a day with nothing to decide says so three times and shows no empty table', () => {
  const root = main('empty');
  assert.equal(named(root, 'table').length, 0);
  assert.match(words(root), /Nothing waits for an answer\./);
});
