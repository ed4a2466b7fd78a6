import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byId, description, named, only, parse, words } from '../../../../tests/look/markup.ts';
import type { ShownDisparity } from '../../../casework/finding/disparity.ts';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { examples } from './examples.tsx';
import { figureText, findingSentence } from './sentence.ts';

const main = (name: string) => {
  const found = examples.find((one) => one.name === name);
  assert.ok(found);
  return only(parse(renderPage(found.element)), 'main');
};
const shown: ShownDisparity = {
  about: 'outcome',
  kind: 'eligibility',
  dimension: 'where-trained',
  program: undefined,
  group: 'trained-abroad',
  item: undefined,
  reference: 'trained-us',
  figure: { measure: 'success-ratio', value: 0.8, low: 0.7, high: 0.9 },
  state: 'disparity-shown',
  release: 3,
};
const days = (value: number) =>
  ({
    ...shown,
    about: 'waiting',
    figure: { measure: 'days', value, low: undefined, high: undefined },
  }) as const;

describe('a finding in words', () => {
  test('says who, what and beside whom, in the direction of the figure', () => {
    const us = '“Trained in the United States”';
    for (const [one, sentence] of [
      [shown, `Trained abroad: found eligible less often than ${us}`],
      [
        { ...shown, kind: 'pass', figure: { ...shown.figure, value: 1.2 } },
        `Trained abroad: passed the exam more often than ${us}`,
      ],
      [{ ...shown, kind: 'a-kind-to-come' }, `Trained abroad: succeeded less often than ${us}`],
      [days(9.13), `Trained abroad: decisions on eligibility took 9.1 days longer than for ${us}`],
      [days(-1), `Trained abroad: decisions on eligibility took 1 day less than for ${us}`],
      [
        {
          ...shown,
          about: 'question',
          item: 'care-011',
          figure: { ...shown.figure, measure: 'delta', value: -2 },
        },
        `Question care-011: harder for “Trained abroad” than for ${us} at the same score`,
      ],
      [{ ...shown, about: 'decider' }, 'One reviewer approves less often than the other deciders'],
    ] as const) {
      assert.equal(findingSentence(one), sentence);
    }
    assert.match(findingSentence({ ...shown, about: 'decider' }, 'Ada'), /^Ada approves less/);
    assert.match(findingSentence({ ...shown, about: 'decider' }, 'You'), /^You approve less/);
  });

  test('has its figure with the interval, where there is one, with a minus that is a minus', () => {
    assert.equal(figureText(shown), '0.80 (0.70 to 0.90)');
    assert.equal(figureText(days(-1)), '−1.0 days');
    assert.equal(
      figureText({ ...shown, figure: { measure: 'delta', value: -3.1, low: -3.9, high: -2.3 } }),
      '−3.1 (−3.9 to −2.3)',
    );
  });
});

describe('the page of a finding', () => {
  test('opens with the finding and the promised day, late in words, and the form stands before the plot', () => {
    const text = words(main('to-answer'));
    assert.match(text, /passed the exam less often than “Trained in the United States”\./);
    assert.match(text, /Answer promised byFriday, March 5, 2027 38 days overdue/);
    assert.ok(text.indexOf('Record the answer') < text.indexOf('Each time it was measured'));
  });

  test('the form is a plain one that posts to the finding, with what the page had seen', () => {
    const root = main('to-answer');
    const form = only(root, 'form');
    assert.equal(form.attributes['action'], '/desk/findings/F-4K7QM2X/answer');
    assert.equal(form.attributes['method'], 'post');
    const fields = ['input', 'textarea'].flatMap((tag) =>
      named(form, tag).map(({ attributes }) => attributes['name']),
    );
    assert.deepEqual(
      new Set(fields),
      new Set([
        ...['form-token', 'seen', 'kind', 'what'],
        ...['month', 'day', 'year'].map((box) => `by-when-${box}`),
        'reasons',
      ]),
    );
  });

  test('mistakes stand in the summary and beside their boxes, and what was typed is still there', () => {
    const root = main('mistakes');
    assert.match(description(root, byId(root, 'what')), /What will be done is empty/);
    assert.equal(byId(root, 'by-when-day').attributes['value'], '30');
    assert.match(words(root), /There are 3 things to fix/);
  });

  test('what came of it is told: as found, as measured last, and each release in a table', () => {
    const root = main('carried-out');
    const text = words(root);
    assert.match(text, /As foundDays longer \(95 % interval\): 9\.1 days \(8\.0 to 10\.2\)/);
    assert.match(text, /As measured last1\.2 days \(−0\.6 to 3\.0\) Cannot tell yet/);
    const rows = named(only(root, 'table'), 'tr').map(words);
    assert.deepEqual(
      rows.slice(1).map((row) => /Release (\d+)/.exec(row)?.[1]),
      ['11', '12', '13', '14'],
    );
    assert.equal(named(root, 'form').length, 0);
  });

  test('one about a reviewer says that it is never published; the reviewer responds and does not answer', () => {
    assert.match(words(main('of-a-reviewer')), /is never published/);
    const own = main('about-you');
    assert.match(words(own), /You approve less often/);
    assert.match(only(own, 'form').attributes['action'] ?? '', /\/respond$/);
    const waits = main('chair-waits');
    assert.equal(named(waits, 'form').length, 0);
    assert.match(words(waits), /Nobody answers before the reviewer has responded or/);
  });
});
