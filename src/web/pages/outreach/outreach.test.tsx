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

test('each outreach says for whom, by what means, when, its link, and what it brought at each step', () => {
  const text = words(main('brought'));
  assert.match(text, /Case managers in the northern counties who trained abroad/);
  assert.match(text, /certification\.larkspur\.example\/apply\?from=north-visit/);
  assert.match(
    text,
    /Appliedat least 44Found eligibleat least 22Sat the examat least 11PassedwithheldHold the credentialwithheld/,
  );
});

test('no exact count of people stands on the page', () => {
  for (const table of named(main('brought'), 'table')) {
    assert.doesNotMatch(words(table), /(?<!\d)(47|31|15|9|3)(?!\d)/);
  }
});

test('mistakes in the plan stand beside their boxes; the finding it is for stays with the form', () => {
  const root = main('mistakes');
  assert.match(description(root, byId(root, 'code')), /letters, digits and single hyphens/);
  const hidden = named(only(root, 'form'), 'input').find(
    ({ attributes }) => attributes['name'] === 'finding',
  );
  assert.equal(hidden?.attributes['value'], 'F-4K7QM2X');
});

test('whoever plans nothing sees no form', () => {
  assert.equal(named(main('none'), 'form').length, 0);
});
