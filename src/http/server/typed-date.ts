/** A date in three boxes, as a form sends it: <name>-month, <name>-day and <name>-year. */
import { readTypedDate } from '../../casework/application/typed-values.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';
import { one, type SignedInVisit } from './visit.ts';

type Form = SignedInVisit['form'];

const dateBoxes = (form: Form, name: string) => ({
  month: one(form, `${name}-month`),
  day: one(form, `${name}-day`),
  year: one(form, `${name}-year`),
});

export const isDateEmpty = (form: Form, name: string): boolean =>
  Object.values(dateBoxes(form, name)).every((box) => box.trim() === '');

/** The day that was typed, or what is wrong with it. */
export const dateIn = (
  form: Form,
  name: string,
  asked: { readonly label: string; readonly today: CivilDate },
): Result<CivilDate> => readTypedDate(asked.label, dateBoxes(form, name), asked.today);
