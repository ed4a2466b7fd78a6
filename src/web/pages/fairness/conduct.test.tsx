import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { named, only, parse, words } from '../../../../tests/look/markup.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { namedIn, splitsIn } from './conduct-figures.ts';
import { complaints, fewComplaints } from './example-conduct.ts';
import { examples } from './examples.tsx';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('the page on complaints', () => {
  test('keeps who is complained about apart from what happens then, and complainants apart from both', () => {
    assert.deepEqual(named(main('conduct'), 'h2').map(words), [
      'What is found',
      'Who is complained about',
      'What happens then',
      'Year by year',
      'How it goes for those who complain',
      'Complaints about the body itself',
      'The figures of this page',
      'How this is measured',
    ]);
  });
  test('opens with harder sanctions in like cases, and the finding that is before the board', () => {
    const text = plain(words(main('conduct')));
    assert.match(
      text,
      /Trained abroad: sanctions were harder than for “Trained in the United States” in 81 of 100 pairs of like cases ?Before the board since October 1, 2026/,
    );
    assert.match(text, /81 \(71 to 88\)/);
    assert.match(text, /8\.2 \(3\.9 to 17\.1\)/);
    assert.match(text, /p-value under 0\.001/);
  });
  test('splits a gap in breaches into both parts in one sentence, of the largest group that told', () => {
    const text = plain(words(main('conduct')));
    assert.match(
      text,
      /Of 1,000 people of “Trained abroad” 80\.8 were found in breach, of “Trained in the United States” 53\.8\. Of that difference, 15\.9 come from who is complained about, and 11\.1 from what happens then/,
    );
    const { splits } = splitsIn(complaints);
    for (const { gap, atReferenceComplaints: parts } of splits) {
      assert.ok(Math.abs(gap - parts.complaints.value - parts.outcomes.value) < 1e-12);
    }
  });
  test('a group of which either count is withheld has no ratio', () => {
    const { rows, compared } = namedIn(fewComplaints);
    assert.ok(rows.every(({ count }) => count === undefined));
    assert.deepEqual(compared, []);
    assert.match(words(main('conduct-few')), /too few complaints or people to compare groups/);
  });
  test('counts complaints about the body in steps of eleven', () => {
    const text = words(main('conduct'));
    assert.match(text, /Looked at ?at least 66.*Decided ?at least 33.*with a remedy ?withheld/);
  });
  test('every heading, chart and table is named once', () => {
    const html = renderPage(examples.find(({ name }) => name === 'conduct')?.element ?? <p />);
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
  });
  test('stands on the overview with a line of its own, which leads to the page', () => {
    const html = renderPage(examples.find(({ name }) => name === 'overview')?.element ?? <p />);
    assert.match(
      html,
      /href="\/desk\/fairness\/conduct\?dimension=where-trained">Sanctions in like cases<\/a>: disparity shown for/,
    );
    assert.doesNotMatch(html, /complainant%3A|conduct-screening\?/);
  });
});
