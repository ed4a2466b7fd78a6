/**
 * A moment with its offset from UTC, as credentials write it: "2031-12-31T23:59:59-08:00" (xsd:dateTimeStamp). Without the
 * offset the same text would end at another moment in every time zone, so it is refused; so is February 30.
 * Source: W3C XML Schema 1.1 part 2 (2012), section 3.4.28, restricted to years of four digits.
 */
import { civilDate, dayNumber } from '../../kernel/dates/civil-date.ts';

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const MOST_OFFSET_MINUTES = 14 * 60;

/** Milliseconds since 1970 in UTC, or nothing where the text is not such a moment. */
export function instantOf(text: string): number | undefined {
  const match = SHAPE.exec(text);
  const [year, month, day, hour, minute, second] = (match ?? []).slice(1, 7).map(Number);
  const on = civilDate(year ?? 0, month ?? 0, day ?? 0);
  const clock = clockMs(hour ?? 99, minute ?? 99, second ?? 99, match?.[7] ?? '');
  const offset = Number(match?.[9] ?? 0) * 60 + Number(match?.[10] ?? 0);
  const offsetFits = offset <= MOST_OFFSET_MINUTES && Number(match?.[10] ?? 0) < 60;
  if (!on.ok || clock === undefined || !offsetFits) {
    return undefined;
  }
  const east = match?.[8] === '-' ? -offset : offset;
  return dayNumber(on.value) * MS_PER_DAY + clock - east * MS_PER_MINUTE;
}

/** The end of a day may be written 24:00:00; a leap second may not. */
function clockMs(
  hour: number,
  minute: number,
  second: number,
  fraction: string,
): number | undefined {
  const endOfDay = hour === 24 && minute === 0 && second === 0 && /^0*$/.test(fraction);
  if (!endOfDay && (hour > 23 || minute > 59 || second > 59)) {
    return undefined;
  }
  return ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(Number(`0.${fraction}0`) * 1000);
}
