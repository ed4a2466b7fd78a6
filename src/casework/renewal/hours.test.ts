import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  activity,
  care,
  enough,
  ethics,
  inBlocks,
  Life,
  work,
} from '../../../tests/support/renewal.ts';
import { date } from '../../kernel/dates/civil-date.ts';
import { carrySentence, pictureOf } from './picture.ts';

/** CCM, held from June 1, 2022 to May 31, 2027. */
const held = () => new Life(care, '2022-06-01', '2027-05-31');
const kinds = (life: Life, on: string): readonly string[] =>
  life.hours(on).fates.map(({ kind }) => kind);
const because = (life: Life, on: string, place: number): string =>
  life.hours(on).fates[place]?.because ?? '';

describe('the running picture', () => {
  test('says what is still needed and by when', () => {
    const life = held().claim(activity('2024-05-01', 63), ethics('2024-06-01', 5));
    assert.equal(
      life.sentence('2026-01-01'),
      'You need 12 more hours, 3 of them ethics, by May 31, 2027.',
    );
  });
  test('asks for hours of a subject although the total is reached', () => {
    const life = held().claim(activity('2024-05-01', 90), ethics('2024-06-01', 5));
    assert.equal(
      life.sentence('2026-01-01'),
      'You need 3 more hours, all of them ethics, by May 31, 2027.',
    );
    assert.equal(life.hours('2026-01-01').tally.isComplete, false);
  });
  test('asks for hours of any kind once the subject is reached', () => {
    const life = held().claim(ethics('2024-06-01', 79));
    assert.equal(life.sentence('2026-01-01'), 'You need 1 more hour by May 31, 2027.');
  });
  test('names a single missing hour of a subject', () => {
    const life = held().claim(activity('2024-05-01', 80), ethics('2024-06-01', 7));
    assert.equal(life.sentence('2026-01-01'), 'You need 1 more hour, in ethics, by May 31, 2027.');
  });
  test('says when every hour is there', () => {
    const life = held().claim(...enough('2024-05-01'));
    assert.equal(
      life.sentence('2026-01-01'),
      'You have every hour you need. Renew by May 31, 2027.',
    );
  });
  test('counts half and quarter hours as they are', () => {
    const life = held().claim(activity('2024-05-01', 70.25), ethics('2024-06-01', 5.5));
    assert.equal(
      life.sentence('2026-01-01'),
      'You need 4.25 more hours, 2.5 of them ethics, by May 31, 2027.',
    );
  });
  test('asks CDMS for 4 of ethics where CCM asks for 8', () => {
    const life = new Life(work, '2022-04-01', '2027-03-31').claim(activity('2024-05-01', 60));
    assert.equal(
      life.sentence('2026-01-01'),
      'You need 20 more hours, 4 of them ethics, by March 31, 2027.',
    );
  });
  test('says what becomes of hours beyond the total, before anybody earns them', () => {
    const picture = pictureOf(held().hours('2026-01-01'), care, date('2026-01-01'));
    assert.equal(
      carrySentence(picture, 80),
      'Hours beyond 80 are not carried into your next term.',
    );
    const carrying = { ...care, carryOverHours: 10 };
    const rich = new Life(carrying, '2022-06-01', '2027-05-31').claim(
      ...enough('2024-05-01'),
      activity('2024-05-02', 15),
    );
    const seen = pictureOf(rich.hours('2026-01-01'), carrying, date('2026-01-01'));
    assert.equal(
      carrySentence(seen, 80),
      'Up to 10 hours beyond 80 count in your next term: of your 15 hours beyond it, 10 will.',
    );
  });
});

describe('the day on which an activity was completed decides where it counts', () => {
  test('the first and the last day of the term count', () => {
    const life = held().claim(activity('2022-06-01', 1), activity('2027-05-31', 1));
    assert.deepEqual(kinds(life, '2027-05-31'), ['counts', 'counts']);
  });
  test('the day before the credential began does not', () => {
    const life = held().claim(activity('2022-05-31', 1));
    assert.deepEqual(kinds(life, '2023-01-01'), ['before-the-first-term']);
    assert.match(because(life, '2023-01-01', 0), /before this credential began, on June 1, 2022/);
  });
  test('a course over several days counts on its last day', () => {
    const course = activity('2022-06-02', 9, { from: date('2022-05-29') });
    assert.deepEqual(kinds(held().claim(course), '2023-01-01'), ['counts']);
  });
  test('a day that has not come yet is refused until it has', () => {
    const life = held().claim(activity('2025-03-02', 1));
    assert.deepEqual(kinds(life, '2025-03-01'), ['not-yet']);
    assert.deepEqual(kinds(life, '2025-03-02'), ['counts']);
  });
  test('after the end it does not count for the term, and it is said where it would', () => {
    const life = held().claim(activity('2027-06-01', 1));
    assert.deepEqual(kinds(life, '2027-06-10'), ['after-the-end']);
    assert.equal(
      because(life, '2027-06-10', 0),
      'Your term ended on May 31, 2027, and hours earned later do not count for it. They count for the term after it, from June 1, 2027 on, once this credential is renewed.',
    );
  });
  test('hours between an early renewal and the new term count in the new term', () => {
    const life = held()
      .claim(...enough('2026-01-10'))
      .renew('2027-03-01');
    life.claim(activity('2027-03-01', 5), activity('2027-03-02', 5), activity('2027-06-01', 5));
    assert.deepEqual(kinds(life, '2027-06-02').slice(2), ['in-a-closed-term', 'counts', 'counts']);
    assert.equal(life.hours('2027-06-02').tally.counted, 10);
    assert.match(because(life, '2027-06-02', 2), /counted until March 1, 2027/);
  });
  test('where the rules let hours of the late window count, they count for the term that ended', () => {
    const lenient = { ...care, late: { ...care.late!, hoursBeforeEnd: false } };
    const life = new Life(lenient, '2022-06-01', '2027-05-31').claim(
      activity('2027-06-20', 1),
      activity('2027-07-01', 1),
    );
    assert.deepEqual(kinds(life, '2027-07-01'), ['counts', 'after-the-end']);
  });
});

describe('periods inside a term', () => {
  const tenYears = () => new Life(inBlocks, '2027-07-04');
  test('the picture is about the period one is in', () => {
    const life = tenYears().claim(activity('2028-01-10', 11), ethics('2028-01-11', 1));
    assert.equal(
      life.sentence('2028-02-01'),
      'You need 8 more hours, 1 of them ethics, by July 4, 2029, the end of this period.',
    );
  });
  test('no more than the most of a kind counts toward the total, in each period', () => {
    const life = tenYears().claim(
      activity('2028-01-10', 10, { delivery: 'self-paced' }),
      activity('2028-01-11', 3, { delivery: 'self-paced' }),
      ethics('2028-01-12', 2),
      activity('2030-01-10', 8, { delivery: 'self-paced' }),
    );
    const { tally } = life.hours('2030-02-01');
    assert.deepEqual(
      tally.blocks.slice(0, 2).map(({ counted }) => counted),
      [10, 8],
    );
    assert.equal(tally.counted, 18);
    assert.deepEqual(tally.blocks[0]?.kinds[0], {
      ...{ delivery: 'self-paced', title: 'self-paced courses', most: 8 },
      ...{ earned: 13, leftOut: 5 },
    });
  });
  test('a most limits the total and never takes hours from a subject', () => {
    const selfPaced = { delivery: 'self-paced' };
    const life = tenYears().claim(
      activity('2028-01-10', 8, selfPaced),
      ethics('2028-01-11', 2, selfPaced),
    );
    const [first] = life.hours('2028-02-01').tally.blocks;
    assert.deepEqual([first?.counted, first?.subjects[0]?.missing], [8, 0]);
  });
  test('what a period lacked is added to the next, and what it had beyond is not', () => {
    const life = tenYears().claim(
      activity('2028-01-10', 15),
      activity('2030-01-10', 40),
      activity('2032-01-10', 5),
    );
    const { blocks } = life.hours('2032-02-01').tally;
    assert.deepEqual(
      blocks.map(({ needed, counted, missing }) => [needed, counted, missing]),
      [
        [20, 15, 5],
        [25, 40, 0],
        [20, 5, 15],
        [35, 0, 35],
        [55, 0, 55],
      ],
    );
  });
  test('a subject with an earlier day is named with its day, and told when that day is over', () => {
    const life = tenYears().claim(
      ...[activity('2028-01-10', 18), ethics('2028-01-11', 2)],
      ...[activity('2030-01-10', 16), ethics('2030-01-11', 2)],
    );
    assert.equal(
      life.sentence('2030-02-01'),
      'You need 4 more hours, all of them language access, by July 4, 2031, the end of this period.',
    );
    const late = life.hours('2032-01-01').tally.subjects[1];
    assert.deepEqual([late?.missing, late?.by], [4, '2031-07-04']);
    assert.equal(life.hours('2037-07-04').tally.isComplete, false);
  });
});

test('what is left out, waiting or carried is part of the picture', () => {
  const life = new Life(inBlocks, '2027-07-04').claim(
    activity('2028-01-10', 10, { delivery: 'teaching' }),
    activity('2028-01-12', 3, { approval: { kind: 'review', outcome: 'waiting' } }),
  );
  const picture = pictureOf(life.hours('2028-02-01'), inBlocks, date('2028-02-01'));
  assert.deepEqual(picture.leftOut, [{ title: 'teaching', hours: 4 }]);
  assert.equal(picture.waitingHours, 3);
  assert.equal(picture.inPeriods, true);
  assert.deepEqual([picture.next.by, picture.term.by], ['2029-07-04', '2037-07-04']);
});
