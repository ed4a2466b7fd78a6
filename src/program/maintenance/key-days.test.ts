import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { care, inBlocks, navigator, work } from '../../../tests/support/renewal.ts';
import { addDays, date, daysBetween, fromDayNumber } from '../../kernel/dates/civil-date.ts';
import type { OffsetRule } from '../../kernel/dates/date-rule.ts';
import { notSet, seen } from '../definition/sourced.ts';
import { blocksOf } from './blocks.ts';
import { keyDays } from './key-days.ts';
import { freshTerm } from './term.ts';

test('CCM: the window opens on March 1, the term ends on May 31, it is answered by June 15', () => {
  assert.deepEqual(keyDays(care, date('2027-05-31')), {
    opensOn: '2027-03-01',
    lastDay: '2027-05-31',
    decideBy: '2027-06-15',
    notHeldFrom: '2027-06-01',
    lateUntil: '2027-06-30',
    retireUntil: '2028-02-29',
    reinstateUntil: null,
  });
  const { opensOn, decideBy, lateUntil } = keyDays(care, date('2027-11-30'));
  assert.deepEqual([opensOn, decideBy, lateUntil], ['2027-09-01', '2027-12-15', '2027-12-30']);
});

test('CDMS: three ends of the year, ninety days late, and a window that is answered after New Year', () => {
  const days = ['2027-03-31', '2027-09-30', '2027-12-31'].map((to) => keyDays(work, date(to)));
  assert.deepEqual(
    days.map(({ opensOn, decideBy, lateUntil }) => [opensOn, decideBy, lateUntil]),
    [
      ['2027-02-01', '2027-04-30', '2027-06-29'],
      ['2027-08-01', '2027-10-31', '2027-12-29'],
      ['2027-11-01', '2028-01-31', '2028-03-30'],
    ],
  );
  // Retiring exists there, its terms were not seen: it is open while the credential is held.
  assert.equal(days[0]?.retireUntil, '2027-03-31');
});

test('the invented program counts back from the end of each person’s own term', () => {
  const days = keyDays(navigator, date('2027-07-04'));
  assert.equal(days.opensOn, '2027-01-05');
  assert.equal(days.reinstateUntil, '2028-07-04');
  assert.equal(days.decideBy, '2027-07-19');
});

test('a program that opens 90 days before June 30 opens on April 1, not 45 days before', () => {
  const rules = {
    ...navigator,
    windows: { kind: 'counted', opensDaysBefore: seen(90, []), decideWithin: notSet<OffsetRule>() },
  } as const;
  const { opensOn, decideBy } = keyDays(rules, date('2027-06-30'));
  assert.equal(opensOn, '2027-04-01');
  assert.equal(decideBy, null);
});

test('more time moves what follows the last day, and not the day on which renewing opens', () => {
  const days = keyDays(care, date('2027-05-31'), date('2027-08-31'));
  assert.equal(days.opensOn, '2027-03-01');
  assert.equal(days.notHeldFrom, '2027-09-01');
  assert.equal(days.lateUntil, '2027-09-30');
});

test('the periods of ten years are five times two, without gap, and the last ends with the term', () => {
  const term = freshTerm(inBlocks, date('2027-07-04'));
  const asked = { term, termYears: 10, blockYears: 2, from: term.from, lastDay: term.to };
  assert.deepEqual(
    blocksOf(asked).map(({ from, to }) => `${from} ${to}`),
    [
      '2027-07-04 2029-07-04',
      '2029-07-05 2031-07-04',
      '2031-07-05 2033-07-04',
      '2033-07-05 2035-07-04',
      '2035-07-05 2037-07-04',
    ],
  );
});

test('periods cover every day on which hours count, once, whatever the day and the extension', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 19000, max: 60000 }).map(fromDayNumber),
      fc.constantFrom(1, 2, 3, 4),
      fc.nat(400),
      fc.nat(3000),
      (on, blockYears, more, later) => {
        const term = freshTerm(inBlocks, on);
        const from = addDays(term.from, later);
        const lastDay = addDays(term.to, more);
        const blocks = blocksOf({ term, termYears: 10, blockYears, from, lastDay });
        assert.equal(blocks[0]?.from, from);
        assert.equal(blocks.at(-1)?.to, lastDay);
        for (const [place, block] of blocks.entries()) {
          assert.ok(block.from <= block.to);
          const next = blocks[place + 1];
          assert.ok(next === undefined || daysBetween(block.to, next.from) === 1);
        }
      },
    ),
  );
});
