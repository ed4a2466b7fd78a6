/** What was typed into a form, to be shown in its boxes again. */
import { typedDate } from '../../../casework/finding/answer-form.ts';
import { allIn, type Typed, textIn } from '../../../casework/person/typed-text.ts';
import type { TypedDate } from '../../parts/date-field/date-field.tsx';

export interface TypedForm {
  one(name: string): string;
  many(name: string): readonly string[];
  date(name: string): TypedDate;
}

export const typedForm = (raw: Typed): TypedForm => ({
  one: (name) => textIn(raw, name),
  many: (name) => allIn(raw, name),
  date: (name) => typedDate(raw, name),
});
