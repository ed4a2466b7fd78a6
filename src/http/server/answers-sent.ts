/** What was answered about oneself in a form: only what is asked is read; a year and the box beside it are one answer. */
import { refusedField } from '../../web/pages/about-you/about-you-questions.tsx';
import type { QuestionAsked } from '../../workflow/identify/answer-about-yourself.ts';
import { type Fields, many } from './visit.ts';

export const answersSent = (questions: readonly QuestionAsked[], form: Fields): Fields =>
  Object.fromEntries(
    questions.map(({ id, kind }) => [
      id,
      kind === 'year' ? [...many(form, id), ...many(form, refusedField(id))] : many(form, id),
    ]),
  );
