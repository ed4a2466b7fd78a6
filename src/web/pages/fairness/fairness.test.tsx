import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples, items } from './examples.tsx';
import { ItemsSection } from './items-section.tsx';
import { colorsOf } from './view.ts';

const textOf = (name: string): string => {
  const example = examples.find((one) => one.name === name);
  assert.ok(example !== undefined);
  return renderPage(example.element).replaceAll('\u00a0', ' ');
};

test('findings come first, as sentences with the word of the verdict', () => {
  const text = textOf('found');
  const found = text.slice(text.indexOf('found-heading'), text.indexOf('response-heading'));
  assert.equal(found.match(/Disparity shown/g)?.length, 4);
  assert.match(found, /Trained abroad: decisions took 9\.1 days longer/);
  assert.match(found, /Trained abroad: passed less often/);
  assert.match(
    found,
    /Question care-011 of Larkspur Care Coordinator: harder for “Trained abroad”/,
  );
  assert.match(found, /Rashid al-Khatib approves less often than the other deciders/);
});

test('each figure has its base, each comparison its interval and its verdict in words', () => {
  const text = textOf('found');
  assert.match(text, /844 of 1,019 \(83 %\)/);
  assert.match(text, /0\.99 \(0\.94 to 1\.05\)/);
  assert.match(text, /Cannot tell yet: about [\d,]+ more people needed/);
  assert.match(text, /Parity shown/);
});

test('a withheld group reads the same word in every column, and nothing is said of a table too small', () => {
  const text = textOf('few');
  const row = /<th scope="row"[^>]*>Asian<\/th>(.*?)<\/tr>/.exec(text)?.[1] ?? '';
  assert.ok(row.includes('withheld'));
  assert.doesNotMatch(row.replaceAll(/data-label="[^"]*"/g, ''), /\d/);
  assert.match(text, /All together: withheld/);
  assert.match(text, /No disparity is shown\. That is not the same as parity/);
});

test('with no question on record the page says so and shows the way', () => {
  const text = textOf('nothing-asked');
  assert.match(text, /No question about people is on record/);
  assert.match(text, /href="\/desk\/dimensions"/);
});

test('groups that are shown together have colors of their own, and one keeps its color where it can', () => {
  const groups = Array.from({ length: 9 }, (_, place) => ({ id: `g${place}`, label: '' }));
  const colors = colorsOf(groups, ['g0', 'g1', 'g6', 'g7', 'g3']);
  assert.equal(new Set(colors.values()).size, 5);
  assert.equal(colors.get('g0'), 1);
  assert.equal(colorsOf(groups, ['g3']).get('g3'), 4);
});

test('marks that never come to rest are called what they are', () => {
  const render = (settled: boolean): string =>
    renderToStaticMarkup(
      <ItemsSection
        groups={[]}
        forms={items.value.map((form) => ({
          ...form,
          compared: form.compared.map((one) => ({ ...one, settled })),
        }))}
        programName="Larkspur Care Coordinator"
      />,
    );
  assert.match(render(false), /None of this is final/);
  assert.doesNotMatch(render(true), /None of this is final/);
});
