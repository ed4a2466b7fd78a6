/** The complainant's side of a matter, in the words and the language of their conversation. */
import type { Language } from '../../casework/concern/concern.ts';
import { type Event, SCREENING } from '../../casework/conduct/conduct-event.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { ComplaintSideView } from '../../web/pages/concern/complaint-side.tsx';
import { complaintSideWords } from '../../web/words/concern-words.ts';
import type { ComplainantSide } from '../../workflow/conduct/complainant-side.ts';
import type { ConductLetterRow, ShownEvent } from '../../workflow/ports/conduct-records.ts';
import { dayInWords } from './concern-days.ts';

export function complaintSideView(
  side: ComplainantSide,
  language: Language,
  dayOf: (at: number) => CivilDate,
): ComplaintSideView {
  const words = complaintSideWords[language];
  const day = (on: CivilDate): string => dayInWords(on, language);
  const { promised, appealUntil } = side;
  return {
    label: side.label,
    mayWithdraw: side.mayWithdraw,
    stages: side.shown.map((event) => stageOf(event, language)),
    promise: side.isStayed
      ? words.resting
      : promised === undefined
        ? undefined
        : words.promise(words.duties[promised.step], day(promised.by)),
    screening: screeningIn(side.shown, language),
    second: bodyOf<'screening-appeal-decided'>(side.shown, 'screening-appeal-decided'),
    appealUntil: appealUntil === undefined ? undefined : day(appealUntil),
    closing: bodyOf<'closing-told'>(side.shown, 'closing-told'),
    letters: side.letters.map((letter) => letterOf(letter, language, dayOf)),
  };
}

function stageOf(
  { type, version, body }: ShownEvent,
  language: Language,
): ComplaintSideView['stages'][number] {
  const words = complaintSideWords[language];
  const stages: Readonly<Record<string, string>> = words.stages;
  const dayIn = (field: string): string => dayInWords(body[field] as CivilDate, language);
  return {
    key: String(version),
    when: dayIn('on'),
    what: stages[type] ?? type,
    detail:
      type === 'extended'
        ? words.extendedTo(dayIn('until'))
        : type === 'promise-broken'
          ? words.wasPromised(dayIn('was'))
          : undefined,
    why: type === 'extended' ? String(body['reason'] ?? '') : undefined,
  };
}

/** The latest of a kind, as far as the database shows it to a complainant. */
const bodyOf = <Type extends 'screened' | 'screening-appeal-decided' | 'closing-told'>(
  shown: readonly ShownEvent[],
  type: Type,
): Omit<Event<Type>, 'by' | 'type'> | undefined =>
  shown.findLast((event) => event.type === type)?.body as
    | Omit<Event<Type>, 'by' | 'type'>
    | undefined;

function screeningIn(
  shown: readonly ShownEvent[],
  language: Language,
): ComplaintSideView['screening'] {
  const words = complaintSideWords[language];
  const screened = bodyOf<'screened'>(shown, 'screened');
  return screened === undefined
    ? undefined
    : {
        goesOn: SCREENING.every((question) => screened.answers[question].met),
        answers: SCREENING.map((question) => ({
          question: words.questions[question],
          ...screened.answers[question],
        })),
      };
}

const letterOf = (
  { id, subject, words, writtenAt }: ConductLetterRow,
  language: Language,
  dayOf: (at: number) => CivilDate,
): ComplaintSideView['letters'][number] => ({
  ...{ id, subject, words },
  when: dayInWords(dayOf(writtenAt), language),
});
