import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, description, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { isOpen } from './concerns.tsx';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

test('what waits comes before what was answered, the late one marked by a word', () => {
  const text = words(main('good-day'));
  assert.match(text, /December 30, 2026 13 days overdue/);
  assert.ok(text.indexOf('C-9B1RTHW') < text.indexOf('Answered'));
  assert.ok(text.indexOf('Answered') < text.indexOf('C-7ZK4Q0M'));
});

test('a concern is open until staff have the last word', () => {
  assert.equal(isOpen({ replies: [] }), true);
  assert.equal(isOpen({ replies: [{ byStaff: true }] }), false);
  assert.equal(isOpen({ replies: [{ byStaff: true }, { byStaff: false }] }), true);
});

test('an answer left empty is named beside its own box, and the box is unfolded', () => {
  const root = main('mistakes');
  assert.match(description(root, byId(root, 'answer-3')), /write what the person/);
  assert.equal(named(root, 'details').filter(({ attributes }) => 'open' in attributes).length, 1);
});
