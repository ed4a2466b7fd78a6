import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  accessibleName,
  byId,
  description,
  named,
  only,
  parse,
  words,
} from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

describe('the form of an act', () => {
  test('says what it does before it asks, sends what the page had seen, and has a way back', () => {
    const root = main('publish');
    const form = only(root, 'form');
    assert.equal(form.attributes['action'], '/desk/complaints/1/publish');
    assert.ok(named(form, 'input').some(({ attributes }) => attributes['name'] === 'seen'));
    assert.match(words(root), /^Publish the notice ?The public reads this, word for word/);
    assert.ok(
      named(root, 'a').some(({ attributes }) => attributes['href'] === '/desk/complaints/1'),
    );
  });

  test('mistakes stand at their boxes, and what was typed is still there', () => {
    const root = main('screen-mistakes');
    assert.match(description(root, byId(root, 'standing-reason')), /Standing: why is empty/);
    assert.match(words(byId(root, 'jurisdiction-reason')), /They held the credential/);
    const suspend = main('suspend');
    assert.equal(byId(suspend, 'until-day').attributes['value'], '30');
  });

  test('files go in a form that can carry them', () => {
    assert.equal(only(main('add-evidence'), 'form').attributes['enctype'], 'multipart/form-data');
  });

  test('each person of the pool has a box of their own, but for whoever cannot be drawn', () => {
    const root = main('draw');
    assert.equal(accessibleName(root, byId(root, 'tie-1')), 'Tie of Ó Súilleabháin');
    assert.equal(byId(root, 'tie-2').attributes['value'], 'It is the complainant.');
    const boxes = named(root, 'input').map(({ attributes }) => attributes['name']);
    assert.ok(!boxes.includes('tie-3') && !boxes.includes('tie-4'));
    assert.match(words(root), /Left out: Term has ended/);
  });
});
