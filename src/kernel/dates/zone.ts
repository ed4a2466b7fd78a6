/**
 * The last and the first second of a calendar date in a zone, written with the zone's offset on that day:
 * "2031-05-31T23:59:59-04:00". A credential counts to the end of its last day where its body lives.
 */
import { type CivilDate, dayNumber } from './civil-date.ts';

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 60 * MS_PER_MINUTE;
const MS_PER_DAY = 24 * MS_PER_HOUR;

export const endOfDayIn = (zone: string, day: CivilDate): string =>
  withOffset(zone, day, '23:59:59', MS_PER_DAY - 1000);
export const startOfDayIn = (zone: string, day: CivilDate): string =>
  withOffset(zone, day, '00:00:00', 0);

function withOffset(zone: string, day: CivilDate, time: string, ofDayMs: number): string {
  const minutes = offsetOf(zone, dayNumber(day) * MS_PER_DAY + ofDayMs, ofDayMs > 0);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${day}T${time}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * The offset of a local time. Where the clock goes back over midnight the time comes twice: a day ends with the second
 * and begins with the first. Where it is left out, the offset before the change is as good as any.
 */
function offsetOf(zone: string, asIfUtc: number, later: boolean): number {
  // Every instant that can bear this local time lies between these two.
  const before = offsetMinutes(zone, asIfUtc - 15 * MS_PER_HOUR);
  const after = offsetMinutes(zone, asIfUtc + 13 * MS_PER_HOUR);
  if (before === after) {
    return before;
  }
  const shown = [before, after].filter(
    (minutes) => offsetMinutes(zone, asIfUtc - minutes * MS_PER_MINUTE) === minutes,
  );
  return shown.length === 0 ? before : later ? Math.min(...shown) : Math.max(...shown);
}

/** Minutes east of UTC at an instant. */
function offsetMinutes(zone: string, instantMs: number): number {
  const parts = offsetFormat(zone).formatToParts(instantMs);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign, hours, minutes] = /^GMT([+-])(\d{2}):(\d{2})$/.exec(name) ?? [];
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  return sign === '-' ? -size : size;
}

// Making a format takes a hundred times as long as using it, and a register is signed a thousand at a time.
const formats = new Map<string, Intl.DateTimeFormat>();
function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, known);
  return known;
}
