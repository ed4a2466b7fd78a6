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
const forms = (name: string) =>
  named(main(name), 'form').map(({ attributes }) => attributes['action']?.split('/').at(-1));

test('what waits stands first, by its promised day, and lateness is a word', () => {
  const text = words(main('list'));
  assert.match(text, /2 questions wait for an answer, 1 past the promised day/);
  assert.match(text, /April 1, 2026 12 days overdue ?O-7RW2K5D/);
  assert.match(words(main('none')), /No question waits/);
});

test('each reader gets the forms of what they may do now, and no other', () => {
  assert.deepEqual(forms('question'), ['draft', 'decline']);
  assert.deepEqual(forms('own-draft'), ['draft']);
  assert.deepEqual(forms('to-sign'), ['sign', 'return']);
  assert.deepEqual(forms('returned'), ['draft', 'decline']);
  assert.deepEqual(forms('published'), ['end']);
  assert.deepEqual(forms('withdrawn'), []);
});

test('whoever drafted it is told that somebody else signs', () => {
  assert.match(
    words(main('own-draft')),
    /You drafted it, so another coordinator or a director signs it/,
  );
});

test('the second reader confirms first that nobody can be recognized', () => {
  const root = main('to-sign');
  assert.match(words(root), /somebody could be recognized/);
  assert.match(description(root, byId(root, 'sure')), /Confirm that you have read it/);
});

test('a name in the draft is told beside the box that holds it, and what was typed stays', () => {
  const root = main('mistakes');
  assert.match(description(root, byId(root, 'answer')), /“Wójcik” is a name of somebody/);
  assert.match(words(byId(root, 'answer')), /Ask Wójcik\./);
});
