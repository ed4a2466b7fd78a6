/**
 * The last and the first second of a calendar date in a zone, written with the zone's offset on that day:
 * "2031-05-31T23:59:59-04:00". A credential counts to the end of its last day where its body lives.
 */
import { type CivilDate, dayNumber } from './civil-date.ts';

const MS_PER_DAY = 86_400_000;

export const endOfDayIn = (zone: string, day: CivilDate): string =>
  withOffset(zone, day, '23:59:59', MS_PER_DAY - 1000);
export const startOfDayIn = (zone: string, day: CivilDate): string =>
  withOffset(zone, day, '00:00:00', 0);

function withOffset(zone: string, day: CivilDate, time: string, ofDayMs: number): string {
  const asIfUtc = dayNumber(day) * MS_PER_DAY + ofDayMs;
  // Twice, because the offset near a change of the clock depends on the instant it gives.
  const first = offsetMinutes(zone, asIfUtc);
  const minutes = offsetMinutes(zone, asIfUtc - first * 60_000);
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  return `${day}T${time}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
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
