import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  activity,
  care,
  ethics,
  Life,
  navigator,
  providers,
} from '../../../tests/support/renewal.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { activityKey, oncePerActivity, sumOfHours } from './activity.ts';
import { creditOf } from './approval.ts';
import { whoseName } from './certificate-name.ts';

const course = { provider: 'Harbor Institute', title: 'Ethics 101' };

test('the same provider, title and day are one activity, however they are typed', () => {
  const first = activity('2026-03-02', 6, course);
  const again = activity('2026-03-02', 6, { provider: ' harbor  INSTITUTE', title: 'ethics: 101' });
  assert.equal(activityKey(first), activityKey(again));
  assert.deepEqual(oncePerActivity([first, again]), [first]);
});

test('another day, another title or another provider is another activity, in every script', () => {
  const all = [
    activity('2026-03-02', 1, course),
    activity('2026-03-03', 1, course),
    activity('2026-03-02', 1, { ...course, title: 'Ethics 102' }),
    activity('2026-03-02', 1, { ...course, provider: 'Harbour Institute' }),
    activity('2026-03-02', 1, { ...course, title: '職業倫理' }),
    activity('2026-03-02', 1, { ...course, title: 'أخلاقيات المهنة' }),
    activity('2026-03-02', 1, { ...course, title: '+++' }),
    activity('2026-03-02', 1, { ...course, title: '***' }),
  ];
  assert.equal(oncePerActivity(all).length, all.length);
});

test('of two claims of one activity the one with proof counts, then the one with more hours', () => {
  const bare = activity('2026-03-02', 9, { ...course, evidence: null });
  const shown = activity('2026-03-02', 6, course);
  const more = activity('2026-03-02', 7, course);
  for (const order of [
    [bare, shown, more],
    [more, bare, shown],
    [shown, more, bare],
  ]) {
    assert.deepEqual(oncePerActivity(order), [more]);
  }
});

test('hours add up without rounding: three times 0.1 is 0.3', () => {
  assert.equal(sumOfHours([0.1, 0.1, 0.1]), 0.3);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 100_000 })), (hundredths) => {
      const sum = hundredths.reduce((total, each) => total + each, 0);
      assert.equal(sumOfHours(hundredths.map((each) => each / 100)), sum / 100);
    }),
  );
});

test('a course that recurs counts each time under CCM, and once a term in the invented program', () => {
  const twice = [activity('2026-03-02', 5, course), activity('2027-03-02', 5, course)];
  const counted = (rules: typeof care): number =>
    new Life(rules, '2026-01-05').claim(...twice).hours('2028-01-01').tally.counted;
  assert.equal(counted(care), 10);
  assert.equal(counted(navigator), 5);
});

test('a course of a provider counts if it was approved on the day the course began, also where the approval is changed afterward', () => {
  const of = (from: string, to = from) =>
    creditOf(
      {
        from: date(from),
        approval: { kind: 'provider', provider: 'lapsed' },
        ...{ to: date(to) },
      },
      providers,
    );
  assert.equal(of('2024-06-30', '2024-07-05').kind, 'counts');
  assert.equal(of('2025-01-01').kind, 'counts');
  const between = of('2024-07-01');
  assert.equal(between.kind, 'refused');
  assert.equal(
    between.kind === 'refused' && between.because,
    'The approval of Old Mill School ended on June 30, 2024, and this course began on July 1, 2024. Take the hours back and claim them again, so that somebody reviews the course.',
  );
  const early = of('2019-05-01');
  assert.match(
    early.kind === 'refused' ? early.because : '',
    /was not yet approved on May 1, 2019/,
  );
});

test('a course that nobody approved waits for review, and its hours are shown as waiting', () => {
  const life = new Life(care, '2026-01-05').claim(
    activity('2026-03-02', 5, { approval: { kind: 'review', outcome: 'waiting' } }),
    activity('2026-03-03', 4, {
      approval: { kind: 'review', outcome: 'accepted', on: date('2026-04-01') },
    }),
    activity('2026-03-04', 3, {
      approval: {
        ...{ kind: 'review', outcome: 'refused', on: date('2026-04-01') },
        reason: 'It sells a product.',
      },
    }),
    activity('2026-03-05', 2, { approval: { kind: 'provider', provider: 'nobody' } }),
  );
  const { tally, waitingHours, fates } = life.hours('2026-06-01');
  assert.deepEqual([tally.counted, waitingHours], [4, 5]);
  assert.deepEqual(
    fates.map(({ kind }) => kind),
    ['waits', 'counts', 'course-refused', 'course-refused'],
  );
  assert.equal(fates[2]?.because, 'It sells a product.');
});

test('a certificate in a former name is yours, in any order, with or without accents and letters', () => {
  const person = { fullName: 'Nguyễn Thị Mai', formerNames: ['Mary O’Brien', 'Zoë García-López'] };
  assert.equal(whoseName('MAI NGUYEN THI, RN', person), 'present-name');
  assert.equal(whoseName("Mary O'Brien", person), 'former-name');
  assert.equal(whoseName('Garcia Lopez, Zoe', person), 'former-name');
  assert.equal(whoseName('Mary Brown', person), 'to-look-at');
  assert.equal(whoseName('', person), 'to-look-at');
  assert.equal(whoseName('王小明', { fullName: '王小明', formerNames: [] }), 'present-name');
});

test('a change of name between course and claim changes nothing: a claim holds no name', () => {
  const claim = ethics('2026-03-02', 2);
  const hidden = Object.keys(claim).filter((key) => /name|person|holder/i.test(key));
  assert.deepEqual(hidden, []);
});
