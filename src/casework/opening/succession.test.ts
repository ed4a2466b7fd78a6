import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { date } from '../../kernel/dates/civil-date.ts';
import { successionOf, type TermServed } from './succession.ts';

const term = (from: string, until: string, change: Partial<TermServed> = {}): TermServed => ({
  ...{ from: date(from), until: date(until), isPublic: false },
  ...{ chairFrom: undefined, chairUntil: undefined, ...change },
});
const body = { seats: 3, madeOn: date('2025-01-01') };

describe('who follows whom in a body', () => {
  test('nobody was ever there: every seat and the chair are vacant since the body was made', () => {
    const { sitting, vacantSince, chairVacantSince } = successionOf(body, [], date('2026-05-01'));
    assert.deepEqual(sitting, []);
    assert.deepEqual(vacantSince, ['2025-01-01', '2025-01-01', '2025-01-01']);
    assert.equal(chairVacantSince, '2025-01-01');
  });

  test('a seat is vacant since its last term ended; the last day of a term counts', () => {
    const terms = [
      term('2025-02-01', '2026-01-31'),
      term('2025-02-01', '2026-12-31'),
      term('2026-03-01', '2027-02-28'),
    ];
    assert.deepEqual(successionOf(body, terms, date('2026-01-31')).vacantSince, ['2025-01-01']);
    assert.deepEqual(successionOf(body, terms, date('2026-02-10')).vacantSince, [
      '2025-01-01',
      '2026-01-31',
    ]);
    // Whoever came in March took the seat that was vacant longest.
    assert.deepEqual(successionOf(body, terms, date('2026-05-01')).vacantSince, ['2026-01-31']);
  });

  test('the chair ends with the term or before it, and is vacant from then on', () => {
    const chair = { chairFrom: date('2025-03-01'), chairUntil: date('2025-09-01') };
    const terms = [term('2025-02-01', '2026-12-31', chair)];
    assert.equal(successionOf(body, terms, date('2025-08-31')).chairVacantSince, undefined);
    assert.equal(successionOf(body, terms, date('2025-08-31')).sitting[0]?.isChair, true);
    assert.equal(successionOf(body, terms, date('2025-09-01')).chairVacantSince, '2025-09-01');
  });
});
