import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, civilDateAt, date, dayNumber, fromDayNumber } from './civil-date.ts';
import { datesOnEarth, dayOfAct, isOverEverywhere } from './last-day.ts';
import { endOfDayIn } from './zone.ts';

const lastDay = date('2027-05-31');
const at = (text: string): number => Date.parse(text);
/** Instants from 1972, when zones had settled into whole minutes, to 2100. */
const anyInstant = fc.integer({ min: 7.3e10, max: 4.1e12 });
const zones = Intl.supportedValuesOf('timeZone');

test('a last day is over at noon UTC of the day after, when it ends at UTC-12', () => {
  assert.equal(isOverEverywhere(lastDay, at('2027-06-01T11:59:59.999Z')), false);
  assert.equal(isOverEverywhere(lastDay, at('2027-06-01T12:00:00Z')), true);
});

test('whoever still has the last day on their clock still has the last day', () => {
  const ends = ['Etc/GMT+12', 'Pacific/Kiritimati', 'America/New_York', 'Pacific/Chatham', 'UTC'];
  for (const zone of ends) {
    const lastSecond = at(endOfDayIn(zone, lastDay));
    assert.equal(civilDateAt(lastSecond, zone), lastDay);
    assert.equal(isOverEverywhere(lastDay, lastSecond), false, zone);
    assert.equal(dayOfAct(lastSecond, 'America/New_York', lastDay), lastDay, zone);
  }
});

test('in every zone of the world and at every instant: a day shown on a clock there is not over', () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom(...zones), (instant, zone) => {
      const here = civilDateAt(instant, zone);
      const { earliest, latest } = datesOnEarth(instant);
      assert.ok(earliest <= here && here <= latest, zone);
      assert.equal(isOverEverywhere(here, instant), false);
      assert.equal(isOverEverywhere(addDays(earliest, -1), instant), true);
    }),
    { numRuns: 2000 },
  );
});

test('the dates on Earth span two days, and three between 10:00 and 12:00 UTC', () => {
  const span = (text: string): readonly string[] => Object.values(datesOnEarth(at(text)));
  assert.deepEqual(span('2027-06-01T09:59:59Z'), ['2027-05-31', '2027-06-01']);
  assert.deepEqual(span('2027-06-01T10:00:00Z'), ['2027-05-31', '2027-06-02']);
  assert.deepEqual(span('2027-06-01T12:00:00Z'), ['2027-06-01', '2027-06-02']);
});

test('an act counts for the last day until it is over everywhere, then for the date of the body', () => {
  const acted = (text: string, zone: string): string => dayOfAct(at(text), zone, lastDay);
  // 1 in the morning in New York: still 5 in the afternoon of May 31 at UTC-12.
  assert.equal(acted('2027-06-01T05:00:00Z', 'America/New_York'), '2027-05-31');
  // A body on Kiritimati has had June 1 for 26 hours by then.
  assert.equal(acted('2027-06-01T11:59:59Z', 'Pacific/Kiritimati'), '2027-05-31');
  assert.equal(acted('2027-06-01T12:00:00Z', 'Pacific/Kiritimati'), '2027-06-02');
  assert.equal(acted('2027-06-01T12:00:00Z', 'America/New_York'), '2027-06-01');
  // Before the last day an act has the body's date, and no other.
  assert.equal(acted('2027-05-30T23:30:00Z', 'America/New_York'), '2027-05-30');
});

test('February 29 is a last day like any other, and the day after it is March 1', () => {
  const leap = date('2028-02-29');
  assert.equal(isOverEverywhere(leap, at('2028-03-01T11:59:59Z')), false);
  assert.equal(dayOfAct(at('2028-03-01T12:00:00Z'), 'UTC', leap), '2028-03-01');
});

test('no date of status moves when clocks change, in any zone and on any night', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 40000 }).map(fromDayNumber),
      fc.constantFrom(...zones),
      (day, zone) => {
        const lastSecond = Date.parse(endOfDayIn(zone, day));
        const next = civilDateAt(lastSecond + 1000, zone);
        assert.equal(civilDateAt(lastSecond, zone), day, zone);
        // A whole day was left out where a place crossed the date line (Samoa 2011).
        assert.ok(dayNumber(next) - dayNumber(day) >= 1, `${zone} ${day}: then ${next}`);
      },
    ),
    { numRuns: 2000 },
  );
});
