/** Reads one field of a form after the other and gathers what is wrong. Where something is, the value answered is a stand-in. */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { readTypedDate } from '../application/typed-values.ts';
import { typedDate } from '../finding/answer-form.ts';
import {
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';

export interface TypedFields {
  readonly mistakes: readonly Mistake[];
  wrong(field: string, message: string): void;
  typed(field: string): string;
  line(field: string, label: string, atMost?: number): string;
  text(field: string, label: string): string;
  whole(field: string, label: string, most: number, least?: number): number;
  day(field: string, label: string): CivilDate;
  /** One of the choices; the first where none was made. */
  choice<Value extends string>(
    field: string,
    choices: readonly [Value, ...Value[]],
    message: string,
  ): Value;
}

export function typedFields(raw: Typed, today: CivilDate): TypedFields {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, message: string): void => {
    mistakes.push({ field, message });
  };
  const typed = (field: string): string => textIn(raw, field);
  return {
    mistakes,
    wrong,
    typed,
    line(field, label, atMost = 160) {
      const read = readLine(typed(field), { label, atLeast: 3, atMost });
      if (!read.ok) {
        wrong(field, read.refusal.because);
      }
      return read.ok ? read.value : '';
    },
    text(field, label) {
      const read = readParagraphs(typed(field), { label, atLeast: 10, atMost: 2000 });
      if (!read.ok) {
        wrong(field, read.refusal.because);
      }
      return read.ok ? read.value : '';
    },
    whole(field, label, most, least = 1) {
      const text = typed(field).trim();
      const value = /^\d{1,4}$/.test(text) ? Number(text) : -1;
      if (value < least || value > most) {
        wrong(field, `${label}: write a whole number from ${least} to ${most}.`);
      }
      return value;
    },
    day(field, label) {
      const read = readTypedDate(label, typedDate(raw, field), today);
      if (!read.ok) {
        wrong(field, read.refusal.because);
      }
      return read.ok ? read.value : today;
    },
    choice(field, choices, message) {
      const found = choices.find((one) => one === typed(field));
      if (found === undefined) {
        wrong(field, message);
      }
      return found ?? choices[0];
    },
  };
}
