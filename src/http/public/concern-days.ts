/** Days of a concern in the language of its conversation. */
import { concernAnswerDay } from '../../casework/concern/answer-day.ts';
import type { Language } from '../../casework/concern/concern.ts';
import { type CivilDate, inWords, parts, weekday } from '../../kernel/dates/civil-date.ts';
import { spanishDay } from '../../web/words/concern-words.ts';

export const dayInWords = (day: CivilDate, language: Language): string =>
  language === 'es' ? spanishDay({ ...parts(day), weekday: weekday(day) }) : inWords(day);

export const promisedInWords = (since: CivilDate, language: Language): string =>
  dayInWords(concernAnswerDay(since), language);
