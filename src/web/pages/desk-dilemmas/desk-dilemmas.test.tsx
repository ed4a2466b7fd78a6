import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, description, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

test('each case can be opened, written anew and taken down, and says where it comes from', () => {
  const root = main('list');
  const forms = named(root, 'form').map(({ attributes }) => attributes['action']);
  assert.equal(forms.filter((action) => action === '/desk/dilemmas/take-down').length, 6);
  assert.match(words(root), /Comes with the program.*Written here/);
  assert.equal(named(main('none'), 'table').length, 0);
});

test('two ways must be filled in, three more may be', () => {
  const text = words(main('list'));
  assert.equal(text.match(/Leave it empty if there is no such way/g)?.length, 3);
});

test('a mistake stands beside its box, and what was typed is there again', () => {
  const root = main('mistakes');
  assert.match(description(root, byId(root, 'says-b')), /What the code says to way 2 is empty/);
  assert.equal(byId(root, 'provisions').attributes['value'], 'R18, R99');
  const slug = named(root, 'input').findLast(({ attributes }) => attributes['name'] === 'slug');
  assert.equal(slug?.attributes['value'], 'envelope-on-the-last-day');
});
