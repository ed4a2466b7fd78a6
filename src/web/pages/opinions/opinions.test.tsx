import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

test('each opinion has an address of its own, and says what it rests on', () => {
  const root = main('usual');
  const links = named(root, 'a').map(({ attributes }) => attributes['href']);
  assert.ok(links.includes('/programs/larkspur-navigator/opinions/O-4K7QM2X'));
  assert.match(
    words(root),
    /Opinion O-4K7QM2X\. Published on March 27, 2026\. It rests on R18, D3\./,
  );
});

test('the search works without a script: a form that asks by address, and keeps what was asked', () => {
  const form = only(only(main('not-found'), 'search'), 'form');
  assert.equal(form.attributes['method'], 'get');
  assert.equal(byId(form, 'words').attributes['value'], 'Überweisung');
  assert.match(words(main('not-found')), /No opinion fits/);
  assert.equal(named(main('empty'), 'form').length, 0);
});

test('one that no longer holds is marked in the list and says first since when and why', () => {
  assert.match(words(main('usual')), /Withdrawn.*Replaced/);
  assert.match(
    words(main('withdrawn')),
    /Withdrawn ?This opinion was withdrawn on Monday, November 2, 2026 .*Why: It did not speak.*The situation/,
  );
  const links = named(main('replaced'), 'a').map(({ attributes }) => attributes['href']);
  assert.ok(links.includes('/programs/larkspur-navigator/opinions/O-4K7QM2X'));
  assert.doesNotMatch(words(main('one')), /withdrawn on|took its place on/);
});

test('every opinion says that it is advice, and what good faith is worth', () => {
  for (const name of ['usual', 'one', 'withdrawn', 'long']) {
    assert.match(words(main(name)), /advice, and no decision.*in good faith/, name);
  }
});

test('each provision it rests on leads to its line in that version of the code', () => {
  const links = named(main('one'), 'a').map(({ attributes }) => attributes['href']);
  assert.ok(links.includes('/programs/larkspur-navigator/code?version=2026#R18'));
});
