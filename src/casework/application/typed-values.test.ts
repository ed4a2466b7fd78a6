import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date, daysInMonth, fromDayNumber, MONTHS, parts } from '../../kernel/dates/civil-date.ts';
import { readTypedDate, readTypedMonth, readTypedNumber, readTypedYear } from './typed-values.ts';

const on = date('2026-06-30');
const typed = (month: string, day: string, year: string) =>
  readTypedDate('Expires on', { month, day, year }, on);
const says = (
  read: { ok: true; value: string } | { ok: false; refusal: { because: string } },
): string => (read.ok ? read.value : read.refusal.because);

test('a date is read from three boxes, the month by number or by name', () => {
  assert.equal(says(typed('3', '14', '2021')), '2021-03-14');
  assert.equal(says(typed(' March ', '14', '2021')), '2021-03-14');
  assert.equal(says(typed('sept.', '07', '2021')), '2021-09-07');
  assert.equal(says(typed('２', '29', '2024')), '2024-02-29');
});

test('a date the calendar does not have is refused, and the message says what the calendar has', () => {
  for (const [month, day, year, why] of [
    ['2', '29', '2023', /no February 29, 2023. In 2023, February has 28 days/],
    ['2', '30', '2024', /no February 30, 2024. In 2024, February has 29 days/],
    ['4', '31', '2024', /no April 31. April has 30 days/],
    ['13', '1', '2024', /no month 13. Months go from 1 to 12/],
    ['0', '1', '2024', /no month 0/],
    ['1', '32', '2024', /no day 32. Days go from 1 to 31/],
    ['1', '0', '2024', /no day 0/],
  ] as const) {
    assert.match(says(typed(month, day, year)), why);
  }
});

test('an empty box is named, and an empty date says what to write', () => {
  assert.match(says(typed('', '', '')), /^Expires on: write the month, day and year/);
  assert.match(says(typed('3', '', '2021')), /the day is missing/);
  assert.match(says(typed('', '', '2021')), /the month and the day is missing/);
});

test('words, short years and years out of reach are told apart', () => {
  assert.match(says(typed('Mar', 'x', '2021')), /write the day in digits/);
  assert.match(says(typed('Mxrch', '1', '2021')), /month as a number from 1 to 12, or by its name/);
  assert.match(says(typed('3', '1', '21')), /four digits/);
  assert.match(says(typed('3', '1', '0202')), /year 202 cannot be right. Write one from 1900/);
  assert.match(says(typed('3', '1', '2921')), /cannot be right/);
});

test('every day of the calendar is read back, and no other', () => {
  const day = fc.integer({ min: -25_567, max: 38_000 }).map(fromDayNumber);
  fc.assert(
    fc.property(day, fc.boolean(), (wanted, named) => {
      const { year, month, day: number } = parts(wanted);
      const box = named ? (MONTHS[month - 1] ?? '').slice(0, 3) : String(month);
      const read = typed(box, String(number), String(year));
      assert.equal(says(read).slice(0, 10), year <= 2076 ? wanted : 'Expires on');
    }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1900, max: 2076 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      (year, month, number) => {
        const read = typed(String(month), String(number), String(year));
        assert.equal(read.ok, number <= daysInMonth(year, month));
      },
    ),
  );
});

test('whatever is typed into the boxes, the answer is a date or a sentence that begins with the field', () => {
  const box = fc.string({ unit: 'binary', maxLength: 6 });
  fc.assert(
    fc.property(box, box, box, (month, day, year) => {
      assert.match(says(typed(month, day, year)), /^(?:\d{4}-\d{2}-\d{2}|Expires on: .*\.)$/s);
    }),
  );
});

test('a month and a year are read alone', () => {
  assert.equal(says(readTypedMonth('Started', { month: 'Dec', year: '2020' }, on)), '2020-12');
  assert.match(says(readTypedMonth('Started', { month: '5', year: '' }, on)), /year is missing/);
  assert.equal(says(readTypedYear('Year', ' 1987 ', on)), '1987');
  assert.match(says(readTypedYear('Year', '', on)), /write the year/);
});

test('numbers are read as they are usually written, in one form', () => {
  for (const [text, value] of [
    ['2,080', '2080'],
    ['2080.50', '2080.5'],
    [' 0012 ', '12'],
    ['0', '0'],
    ['１２', '12'],
  ] as const) {
    assert.equal(says(readTypedNumber('Hours', text, 100_000)), value);
  }
});

test('what is no number is refused with the reason', () => {
  for (const [text, why] of [
    ['', /write a number/],
    ['-3', /less than zero/],
    ['twelve', /digits only/],
    ['12 months', /digits only/],
    ['1e3', /digits only/],
    ['12,5', /like 2080 or 12.5/],
    ['1.2.3', /like 2080 or 12.5/],
    ['100001', /100,001 is more than can be. The most is 100,000/],
  ] as const) {
    assert.match(says(readTypedNumber('Hours', text, 100_000)), why, text);
  }
});

test('every number with two decimals is read back exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), (hundredths) => {
      const value = hundredths / 100;
      assert.equal(says(readTypedNumber('Hours', value.toFixed(2), 100_000)), String(value));
    }),
  );
});
