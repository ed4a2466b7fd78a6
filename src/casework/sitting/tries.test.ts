import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { matterStory } from '../../../tests/support/turned-story.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { rulesInForce } from '../../program/definition/offered-program.ts';
import { daysNow, type Favor, favorIn, isOver, triesLeft } from './tries.ts';

function rulesOf(id: string) {
  const program = programOf(id);
  assert.ok(program);
  return rulesInForce(program, date('2026-01-01'));
}
const care = rulesOf('larkspur-care');
const navigator = rulesOf('larkspur-navigator');
const favor = (matter: string, filedOn: string, eligibleOn: string, refusedOn?: string): Favor => ({
  matter,
  filedOn: date(filedOn),
  eligibleOn: date(eligibleOn),
  refusedOn: refusedOn === undefined ? undefined : date(refusedOn),
});
const plain = favor('plain', '2025-12-10', '2026-02-20');
const turned = favor('turned', '2025-12-10', '2026-05-20', '2026-02-20');
const again = favor('again', '2026-03-10', '2026-05-01');
const sat = (on: string, setAsideOn?: string) => ({
  on: date(on),
  setAsideOn: setAsideOn === undefined ? undefined : date(setAsideOn),
});
const left = (favors: readonly Favor[], ...attempts: readonly ReturnType<typeof sat>[]) =>
  triesLeft(() => care, favors, attempts);

describe('the tries somebody has left', () => {
  test('each favorable decision opens one, in the window that was applied for', () =>
    assert.deepEqual(left([plain]), [
      { matter: 'plain', days: [{ from: '2026-04-01', to: '2026-04-30' }], by: 'rules' },
    ]));
  test('an exam that was taken uses one up', () => {
    assert.deepEqual(left([plain], sat('2026-04-10')), []);
    const later = favor('later', '2026-05-20', '2026-06-20');
    assert.deepEqual(
      left([plain, later], sat('2026-08-10')).map(({ matter }) => matter),
      ['plain'],
      'the one whose days it was taken on',
    );
  });
  test('a denial that an appeal turned after the window gives days of its own', () =>
    assert.deepEqual(left([turned]), [
      {
        matter: 'turned',
        days: [
          { from: '2026-05-20', to: '2026-06-18' },
          { from: '2026-08-01', to: '2026-08-31' },
        ],
        by: 'appeal',
      },
    ]));
  test('turned before the window began, the window stands', () => {
    const early = favor('early', '2025-12-10', '2026-03-20', '2026-02-20');
    assert.deepEqual(left([early])[0], {
      matter: 'early',
      days: [{ from: '2026-04-01', to: '2026-04-30' }],
      by: 'rules',
    });
  });
  test('what was filed again while it stood refused is one with it: one try, not two', () => {
    assert.deepEqual(
      left([turned, again]).map(({ matter }) => matter),
      ['turned'],
    );
    assert.deepEqual(left([turned, again], sat('2026-05-10')), []);
  });
  test('what was filed before the refusal or after it turned is another try', () => {
    const after = favor('after', '2026-05-21', '2026-06-20');
    assert.equal(left([turned, after]).length, 2);
    assert.equal(left([plain, again]).length, 2, 'no appeal had to turn the first');
  });
  test('a result that was set aside counts as no try, and gives days of its own', () =>
    assert.deepEqual(left([plain], sat('2026-04-10', '2026-05-20')), [
      {
        matter: 'plain',
        days: [
          { from: '2026-05-20', to: '2026-06-18' },
          { from: '2026-08-01', to: '2026-08-31' },
        ],
        by: 'set-aside',
      },
    ]));
  test('in a program open all year the days run again from the day it was set aside', () => {
    const [one] = triesLeft(() => navigator, [plain], [sat('2026-03-01', '2026-05-20')]);
    assert.deepEqual(one?.days, [{ from: '2026-05-20', to: '2026-11-20' }]);
  });
  test('are as many as decisions less exams that count, whatever the order', () => {
    const day = fc
      .integer({ min: 0, max: 27 })
      .map((n) => `2026-04-${String(n + 1).padStart(2, '0')}`);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.array(fc.record({ on: day, aside: fc.boolean() }), { maxLength: 4 }),
        (favors, exams) => {
          const all = Array.from({ length: favors }, (_, n) => ({ ...plain, matter: `${n}` }));
          const taken = exams.map(({ on, aside }) => sat(on, aside ? '2026-04-28' : undefined));
          const counting = exams.filter(({ aside }) => !aside).length;
          assert.equal(left(all, ...taken).length, Math.max(0, favors - counting));
        },
      ),
    );
  });
});

describe('the days that count today', () => {
  const tries = left([turned]);
  test('are those that run, else the next, else the last', () => {
    assert.equal(daysNow(tries, date('2026-06-01'))?.from, '2026-05-20');
    assert.equal(daysNow(tries, date('2026-07-01'))?.from, '2026-08-01');
    assert.equal(daysNow(tries, date('2026-05-01'))?.from, '2026-05-20');
    assert.equal(daysNow(tries, date('2027-01-01'))?.from, '2026-08-01');
    assert.equal(daysNow([], date('2027-01-01')), undefined);
  });
  test('are over once the last of them has passed', () => {
    const [one] = tries;
    assert.ok(one);
    assert.equal(isOver(one, date('2026-08-31')), false);
    assert.equal(isOver(one, date('2026-09-01')), true);
    assert.equal(isOver({ ...one, days: [] }, date('2099-01-01')), false);
  });
});

describe('what a matter says of it', () => {
  const story = matterStory();
  test('nothing while it is open, refused, or sent back', () => {
    assert.equal(favorIn('m', story.waiting), undefined);
    assert.equal(favorIn('m', story.refused), undefined);
    assert.equal(favorIn('m', story.sentBack), undefined);
  });
  test('eligible from the day of the decision', () =>
    assert.deepEqual(favorIn('m', story.granted), {
      matter: 'm',
      filedOn: '2026-01-10',
      eligibleOn: '2026-02-20',
      refusedOn: undefined,
    }));
  test('eligible from the day an appeal turned it, or other people decided again', () => {
    assert.deepEqual(favorIn('m', story.turned)?.eligibleOn, '2026-05-20');
    assert.deepEqual(favorIn('m', story.turned)?.refusedOn, '2026-02-20');
    assert.deepEqual(favorIn('m', story.grantedAgain)?.eligibleOn, '2026-06-10');
    assert.deepEqual(favorIn('m', story.grantedAgain)?.refusedOn, '2026-02-20');
  });
});
