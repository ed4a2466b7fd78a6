import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { care, inBlocks, navigator, work } from '../../../tests/support/renewal.ts';
import { addDays, addYears, date, fromDayNumber } from '../../kernel/dates/civil-date.ts';
import { dayOf } from '../catalog/facts.ts';
import { followingTerm, freshTerm, lateTerm, type Term } from './term.ts';
import type { Ends } from './working-rules.ts';

const term = (from: string, to: string): Term => ({ from: date(from), to: date(to) });
const yearly = { everyYears: 1, ends: { kind: 'day-before-anniversary' } as const };

test('approved on March 15, 2024 for a year, it ends on March 14, 2025', () => {
  assert.deepEqual(freshTerm(yearly, date('2024-03-15')), term('2024-03-15', '2025-03-14'));
});

test('renewed early, the new term starts the day after the old one and lasts its full length', () => {
  const old = term('2024-03-15', '2025-03-14');
  assert.deepEqual(followingTerm(yearly, old), term('2025-03-15', '2026-03-14'));
});

test('renewed weeks before December 31, the next end is the December 31 a year later', () => {
  const atYearsEnd: Ends = { kind: 'fixed-days', days: [dayOf(12, 31)], inYears: 'every' };
  const old = term('2014-01-01', '2014-12-31');
  const next = followingTerm({ everyYears: 1, ends: atYearsEnd }, old);
  assert.deepEqual(next, term('2015-01-01', '2015-12-31'));
});

test('renewed 400 days after its end, the new end is in the future', () => {
  const old = term('2024-03-15', '2025-03-14');
  const on = addDays(old.to, 400);
  assert.deepEqual(lateTerm(yearly, old, on), {
    ok: true,
    value: term('2026-04-18', '2027-03-14'),
  });
});

test('renewed on the very day on which the next term would end, it gets one term more', () => {
  const old = term('2024-03-15', '2025-03-14');
  assert.deepEqual(lateTerm(yearly, old, date('2026-03-14')), {
    ok: true,
    value: term('2026-03-14', '2027-03-14'),
  });
});

test('renewed late, it begins that day and ends when an early renewal would have ended', () => {
  const old = term('2022-05-10', '2027-05-31');
  assert.deepEqual(lateTerm(care, old, date('2027-06-20')), {
    ok: true,
    value: term('2027-06-20', '2032-05-31'),
  });
});

test('a term is not renewed late while it runs, its last day included', () => {
  const refused = lateTerm(care, term('2022-05-10', '2027-05-31'), date('2027-05-31'));
  assert.ok(!refused.ok);
  assert.equal(refused.refusal.kind, 'not-late');
});

test('from February 29 a year ends on February 28, and four years on February 28 of a leap year', () => {
  assert.equal(freshTerm(yearly, date('2024-02-29')).to, '2025-02-28');
  assert.equal(freshTerm({ ...yearly, everyYears: 4 }, date('2024-02-29')).to, '2028-02-28');
  assert.equal(freshTerm(navigator, date('2024-02-29')).to, '2027-02-28');
});

test('February 29 is the last day of a term that begins on March 1', () => {
  const next = freshTerm(yearly, date('2027-03-01'));
  assert.equal(next.to, '2028-02-29');
  assert.deepEqual(followingTerm(yearly, next), term('2028-03-01', '2029-02-28'));
});

test('an anniversary on February 29 that was kept on February 28 stays there', () => {
  const first = freshTerm(navigator, date('2024-02-29'));
  const later = [1, 2, 3].reduce((old) => followingTerm(navigator, old), first);
  assert.equal(later.to, '2036-02-28');
});

test('a program that ends on June 30 of odd years gives everybody an odd year', () => {
  const odd = {
    everyYears: 2,
    ends: { kind: 'fixed-days', days: [dayOf(6, 30)], inYears: 'odd' },
  } as const;
  const ends = ['2025-06-30', '2025-07-01', '2026-07-01', '2027-01-15', '2027-07-01'].map(
    (on) => freshTerm(odd, date(on)).to,
  );
  assert.deepEqual(ends, ['2027-06-30', '2029-06-30', '2029-06-30', '2029-06-30', '2031-06-30']);
  const old = term('2025-07-01', '2027-06-30');
  assert.deepEqual(followingTerm(odd, old), term('2027-07-01', '2029-06-30'));
});

test('CCM and CDMS terms follow each other on the published days', () => {
  assert.deepEqual(followingTerm(care, freshTerm(care, date('2026-05-20'))), {
    from: '2031-06-01',
    to: '2036-05-31',
  });
  assert.deepEqual(followingTerm(work, freshTerm(work, date('2026-10-01'))), {
    from: '2032-01-01',
    to: '2036-12-31',
  });
});

const anyDay = fc.integer({ min: 19000, max: 60000 }).map(fromDayNumber);
const anyRules = fc.constantFrom(care, work, navigator, inBlocks, { ...care, ...yearly });

test('terms renewed in time never overlap and never leave a gap, and each is a full length', () => {
  fc.assert(
    fc.property(anyDay, anyRules, fc.integer({ min: 1, max: 8 }), (on, rules, count) => {
      let held = freshTerm(rules, on);
      for (let times = 0; times < count; times += 1) {
        const next = followingTerm(rules, held);
        assert.equal(next.from, addDays(held.to, 1));
        assert.ok(next.to >= addYears(held.to, rules.everyYears));
        held = next;
      }
    }),
  );
});

test('a late renewal is never over already and never longer than an early one that came a term later', () => {
  fc.assert(
    fc.property(anyDay, anyRules, fc.integer({ min: 1, max: 9000 }), (on, rules, daysLate) => {
      const old = freshTerm(rules, on);
      const late = addDays(old.to, daysLate);
      const answer = lateTerm(rules, old, late);
      assert.ok(answer.ok);
      assert.equal(answer.value.from, late);
      assert.ok(answer.value.to > late);
      assert.ok(answer.value.to <= freshTerm(rules, addDays(late, 1)).to);
    }),
  );
});
