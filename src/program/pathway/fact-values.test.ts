import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FactKind } from '../definition/criterion.ts';
import { readFact } from './fact-values.ts';

function read(kind: FactKind, text: string) {
  const options = [
    { value: 'a', label: 'Choice A' },
    { value: 'b', label: 'Choice B' },
  ];
  return readFact({ id: 'x', label: 'The fact', kind, options }, text);
}
const refusal = (kind: FactKind, text: string): string => {
  const answer = read(kind, text);
  return answer.ok ? 'accepted' : answer.refusal.because;
};

test('numbers are read with and without thousands commas', () => {
  assert.deepEqual(read('number', ' 2,080 '), {
    ok: true,
    value: { kind: 'number', number: 2080 },
  });
  assert.deepEqual(read('number', '11.5'), { ok: true, value: { kind: 'number', number: 11.5 } });
  for (const bad of ['', '-3', '12 months', '1e3', '2,08', 'NaN', '0x10', '٣']) {
    assert.equal(
      refusal('number', bad),
      '"The fact" needs a number that is not negative, such as 12.',
      bad,
    );
  }
});

test('a month counts as its last day and a year as its last day, in leap years too', () => {
  assert.deepEqual(read('month', '2024-02'), {
    ok: true,
    value: { kind: 'day', day: '2024-02-29', words: 'February 2024' },
  });
  assert.deepEqual(read('year', '1999'), {
    ok: true,
    value: { kind: 'day', day: '1999-12-31', words: '1999' },
  });
});

test('days that the calendar does not have are refused', () => {
  assert.equal(read('date', '2024-02-29').ok, true);
  assert.match(refusal('date', '2025-02-29'), /needs a date of the calendar/);
  assert.match(refusal('date', '2025-04-31'), /needs a date of the calendar/);
  assert.match(refusal('month', '2025-13'), /needs a month/);
  assert.match(refusal('month', '2025'), /needs a month/);
  assert.match(refusal('year', '99'), /needs a year of four digits/);
  assert.match(refusal('year', '0000'), /needs a year of four digits/);
});

test('yes, no and choices are read by their own words only', () => {
  assert.deepEqual(read('yes-no', 'no'), { ok: true, value: { kind: 'yes-no', yes: false } });
  assert.match(refusal('yes-no', 'maybe'), /needs yes or no/);
  assert.deepEqual(read('choice', 'b'), {
    ok: true,
    value: { kind: 'choice', choice: 'b', label: 'Choice B' },
  });
  assert.match(refusal('choice', 'Choice B'), /needs one of the choices listed/);
});
