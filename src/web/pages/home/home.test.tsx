import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, parse, withClass, words } from '../../../../tests/look/markup.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { PLEDGE } from '../../../program/pledge/pledge.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { HomePage } from './home-page.tsx';
import { pledgeView } from './pledge-view.ts';

const root = parse(
  renderPage(<HomePage frame={guestFrame} lines={pledgeView(PLEDGE, date('2027-01-12'))} />),
);
const lineOf = (id: string) =>
  withClass(root, 'pledge-line').find((line) => line.attributes['aria-labelledby'] === id)!;

test('every line of the statement is on the page, each with its four answers', () => {
  assert.equal(withClass(root, 'pledge-line').length, PLEDGE.length);
  for (const { id } of PLEDGE) {
    assert.deepEqual(named(lineOf(id), 'dt').map(words), [
      'What keeps it',
      'How it is measured',
      'Who answers for it',
      'Next report',
    ]);
  }
});

test('a line that nothing keeps says so, and has no date', () => {
  const unkept = PLEDGE.filter(({ keptBy }) => keptBy.length === 0);
  assert.ok(unkept.length > 0);
  for (const { id } of unkept) {
    const answers = named(lineOf(id), 'dd').map(words);
    assert.deepEqual(
      [answers[0], answers[1], answers[3]],
      ['Nothing yet', 'Not measured yet', 'No date yet'],
    );
  }
});

test('lines are numbered within their kind, and the tally counts what is kept', () => {
  assert.match(words(byId(root, 'condemn-discrimination')), /^1\. Condemn/);
  const kept = PLEDGE.filter(({ keptBy }) => keptBy.length > 0).length;
  assert.ok(words(root).includes(`${kept} of ${PLEDGE.length} lines are kept`));
});

test('the next report is the first such day from today on, a Sunday in February among them', () => {
  assert.match(words(lineOf('condemn-discrimination')), /Sunday, February 28, 2027/);
  const leap = pledgeView(PLEDGE, date('2028-02-29'));
  assert.equal(
    leap.find(({ id }) => id === 'condemn-discrimination')?.next,
    'Tuesday, February 29, 2028',
  );
});

test('what keeps a line leads there, where there is a page for it', () => {
  const [first] = named(lineOf('public-interest'), 'a');
  assert.equal(first?.attributes['href'], '/programs');
});
