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

test('before anything is typed it is said who sees what, that it is published, and by when it is answered', () => {
  const text = words(main('ask'));
  assert.match(text, /an answer by Wednesday, April 1, 2026/);
  assert.match(text, /published as an opinion.*without names.*not who you are/);
  assert.match(text, /advice and no decision/);
  assert.ok(text.indexOf('published as an opinion') < text.indexOf('Your question'));
});

test('a mistake stands beside the box, and nothing typed is lost', () => {
  const root = main('mistakes');
  assert.match(description(root, byId(root, 'words')), /“Yılmaz”, which is a name of yours/);
  assert.match(words(byId(root, 'words')), /Yılmaz, may I\?/);
});

test('each question says where it stands; a late one says so by word, and whose fault it is', () => {
  const text = words(main('several'));
  assert.match(text, /O-7RW2K5D.*12 days overdue.*that is our fault/);
  assert.match(text, /Closed without an opinion.*A tax adviser can answer this/);
  const links = named(main('several'), 'a').map(({ attributes }) => attributes['href']);
  assert.ok(links.includes('/programs/larkspur-navigator/opinions/O-4K7QM2X'));
});

test('a form names the program and is harmless when it is sent twice', () => {
  const hidden = named(main('ask'), 'input').filter(
    ({ attributes }) => attributes['type'] === 'hidden',
  );
  const names = hidden.map(({ attributes }) => attributes['name']);
  assert.deepEqual(names, ['form-token', 'program', 'key']);
});
