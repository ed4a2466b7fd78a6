import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};

test('each version says how many provisions have words and when they came', () => {
  const rows = named(main('usual'), 'tr').map(words);
  assert.ok(rows.some((row) => /12 of 54 known provisions ?March 2, 2026/.test(row)));
  assert.ok(rows.some((row) => /0 of 11 known provisions ?Never/.test(row)));
  assert.match(words(main('none')), /There is no text to supply/);
});

test('while a row has to be mended there is no button that keeps anything', () => {
  const root = main('to-mend');
  assert.equal(named(root, 'form').length, 0);
  assert.match(words(root), /0 new, 0 changed, 1 as they are now, 2 to be mended/);
  const rows = named(root, 'tr').map(words);
  assert.ok(rows.some((row) => /^3 ?X7 ?X7 is no number that is known here/.test(row)));
  assert.ok(rows.some((row) => /^4 ?P1 ?P1 stands in row 2 already/.test(row)));
});

test('every row that can be kept shows what stands there now and after, and what the file leaves out is told', () => {
  const root = main('to-keep');
  const rows = named(root, 'tr').map(words);
  assert.ok(
    rows.some((row) =>
      /^P2 ?Changed ?Title of P2 ?Invented words of P2\. ?Title of P2 ?Newer/.test(row),
    ),
  );
  assert.ok(rows.some((row) => /^P3 ?New ?No words yet ?Title of P3/.test(row)));
  assert.ok(rows.some((row) => /^P1 ?As it is now/.test(row)));
  assert.match(words(root), /Keep 2 provisions/);
  assert.match(words(root), /Still without words after this: P4, .*S26/);
});

test('a file that says what is there already keeps nothing', () => {
  const root = main('nothing-new');
  assert.equal(named(root, 'form').length, 0);
  assert.match(words(root), /There is nothing to keep/);
});
