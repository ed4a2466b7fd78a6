import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, parse, type Tag, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

function main(name: string): Tag {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
}

test('the promised date comes first, and what is late says so by a word', () => {
  const root = main('good-day');
  assert.equal(words(named(root, 'caption')[0]!), '4 matters, 2 overdue');
  const rows = named(named(root, 'tbody')[0]!, 'tr').map((row) => words(named(row, 'th')[0]!));
  assert.deepEqual(rows, [
    'December 15, 2026 28 days overdue',
    'January 11, 2027 1 day overdue',
    'January 12, 2027',
    'February 28, 2027',
  ]);
});

test('an office that cannot act sees what is late without a link that leads nowhere', () => {
  const root = main('overdue');
  assert.equal(named(root, 'a').length, 0);
  assert.match(words(root), /E-4KQ0X8Z/);
});

test('an empty queue is a sentence', () => {
  const root = main('empty');
  assert.equal(named(root, 'table').length, 0);
  assert.match(words(root), /Nothing waits here\./);
});
