import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  accessibleName,
  byId,
  description,
  named,
  only,
  parse,
  type Tag,
  words,
} from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

function main(name: string): Tag {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
}

test('nothing is chosen for the decider, and the Enter key records nothing', () => {
  const root = main('good-day');
  const chosen = named(root, 'input').filter(({ attributes }) => 'checked' in attributes);
  assert.deepEqual(chosen, []);
  assert.equal(named(root, 'button')[0]?.attributes['value'], 'try-out');
});

test('every criterion is asked by name, with what was recorded and where it stands in the row', () => {
  const root = main('good-day');
  const groups = named(root, 'fieldset').map((group) => accessibleName(root, group));
  assert.equal(groups.length, 7);
  assert.equal(groups[0], 'License: is it met?');
  assert.match(words(root), /Criterion 7 of 7/);
  assert.match(words(root), /Expires on ?May 31, 2028 ?A document shows it/);
});

test('a reason that is missing and an unanswered criterion are named beside their fields', () => {
  const root = main('mistakes');
  assert.match(
    description(root, byId(root, 'reason~supervised-by-other')),
    /say why it is not met/,
  );
  const [license] = named(root, 'fieldset');
  assert.match(description(root, license!), /choose met or not met/);
  const open = named(root, 'details').filter(({ attributes }) => 'open' in attributes);
  assert.deepEqual(
    open.map((one) => words(named(one, 'summary')[0]!)),
    ['Ask to see who it is'],
  );
  assert.equal(words(byId(root, 'identity')), 'Who is it?');
});

test('the other ways belong to the same form, so that neither loses an answer', () => {
  const form = only(main('good-day'), 'form');
  assert.deepEqual(
    named(form, 'button').map(({ attributes }) => attributes['formaction']),
    [undefined, undefined, '/desk/matters/1/step-aside', '/desk/matters/1/identity'],
  );
});

test('whoever cannot decide is told why, and has no form', () => {
  const root = main('not-yours');
  assert.equal(named(root, 'form').length, 0);
  assert.match(words(root), /Somebody else has taken this matter/);
});

test('a decision shows its outcome first, then each finding with its reason', () => {
  const text = words(main('decided'));
  assert.ok(text.indexOf('Not eligible') < text.indexOf('Recorded facts'));
  assert.match(text, /Not met ?The supervisor confirmed 22 months; the rule asks for 24\./);
});
