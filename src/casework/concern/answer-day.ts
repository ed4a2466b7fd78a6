/** By when a concern is answered: seven business days from the last word of whoever raised it. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { answerDay } from '../../program/calendar/answer-day.ts';
import { FEDERAL_HOLIDAYS } from '../../program/calendar/federal-holidays.ts';

const WITHIN = { kind: 'business-days-after', days: 7 } as const;

export const concernAnswerDay = (lastWord: CivilDate): CivilDate =>
  answerDay(WITHIN, lastWord, FEDERAL_HOLIDAYS);

interface Said {
  readonly receivedAt: number;
  readonly withdrawnAt: number | undefined;
  readonly replies: readonly { readonly byStaff: boolean; readonly at: number }[];
}

/** Whoever raised it has the last word until the body answers; what was withdrawn waits for no answer. */
export const waitsForAnswer = (concern: Said): boolean =>
  concern.withdrawnAt === undefined && concern.replies.at(-1)?.byStaff !== true;

/** The instant from which the answer is promised: the first word that has not been answered. */
export function askedSince(concern: Said): number {
  const answered = concern.replies.findLastIndex(({ byStaff }) => byStaff);
  return answered < 0
    ? concern.receivedAt
    : (concern.replies[answered + 1]?.at ?? concern.receivedAt);
}
