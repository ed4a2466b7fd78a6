import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, description, named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found, name);
  return only(parse(renderPage(found.element)), 'main');
};

test('what waits comes before what waits for nobody here, the late one marked by a word', () => {
  const text = words(main('good-day'));
  assert.match(text, /December 30, 2026 13 days overdue/);
  assert.ok(text.indexOf('C-9B1RTHW') < text.indexOf('Answered, or waiting'));
  assert.ok(text.indexOf('Answered, or waiting') < text.indexOf('C-7ZK4Q0M'));
  assert.match(text, /How this body acts or decides; in Spanish/);
  assert.match(text, /2 possible twins/);
});

test('a list tells nothing of what happened, and an empty one says so', () => {
  assert.match(words(main('none')), /No concern is on your list\./);
});

test('the language of the person stands on the page and on their words', () => {
  const page = main('anonymous');
  assert.match(words(page), /Spanish: answer in Spanish/);
  const spoken = named(page, 'div').filter(({ attributes }) => attributes['lang'] === 'es');
  assert.match(words(spoken[0]!), /^La pregunta 12/);
});

test('of an anonymous person neither a name nor an address is shown, and what that limits is said', () => {
  const text = words(main('anonymous'));
  assert.doesNotMatch(text, /None was given/);
  assert.match(text, /no public sanction can rest on these words alone/);
  assert.doesNotMatch(words(main('whole')), /no public sanction/);
});

test('an answer that cannot be taken is named beside its box, with what was typed', () => {
  const page = main('whole');
  assert.match(description(page, byId(page, 'answer')), /cannot be seen or read/);
  assert.equal(words(byId(page, 'answer')), 'x'.repeat(400));
});
