/** When on a day things happen at the invented desk, as instants: files in the morning, decisions in the afternoon. */

import type { Generator } from '../../kernel/chance/generator.ts';
import { addDays, type CivilDate, dayNumber } from '../../kernel/dates/civil-date.ts';
import { workday } from './seasons.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** First minute of each step in UTC; New York is four or five hours behind, so all of it is the same day there. */
const FROM_MINUTE = {
  filed: 14 * 60,
  attested: 16 * 60,
  taken: 17 * 60 + 30,
  withdrawn: 18 * 60 + 30,
  decided: 19 * 60,
  exam: 14 * 60,
} as const;
const SPAN_MINUTES = 55;

export type Step = keyof typeof FROM_MINUTE;

export const instantOn = (chance: Generator, day: CivilDate, step: Step): number =>
  dayNumber(day) * DAY +
  (FROM_MINUTE[step] + chance.below(SPAN_MINUTES)) * MINUTE +
  chance.below(MINUTE);

export const minutesLater = (instant: number, minutes: number): number =>
  instant + minutes * MINUTE;

/** A working day part of the way from one day to another. */
export function dayAlong(from: CivilDate, until: CivilDate, days: number): CivilDate {
  const day = workday(addDays(from, Math.max(0, Math.floor(days))));
  return day < until ? day : until;
}
