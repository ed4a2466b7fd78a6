/**
 * The fields of a form as whoever handles a complaint sent them. Each is read by its kind; what cannot be read is noted with
 * its field, so that all mistakes of a form come at once, and stands in as the least of its kind until then.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { readTypedDate } from '../application/typed-values.ts';
import { allIn, type Mistake, readParagraphs, type Typed, textIn } from '../person/typed-text.ts';

/** The longest text that one field takes. */
const LONGEST_FIELD = 20_000;

export interface SentFields {
  words(field: string): string;
  /** Undefined where the field was left empty. */
  wordsIfAny(field: string): string | undefined;
  oneOf<Known extends string>(field: string, known: readonly [Known, ...Known[]]): Known;
  /** One of ids that only the matter knows; empty where none was chosen. */
  idIn(field: string, known: readonly string[]): string;
  /** Those of the known that were ticked, in their order. */
  someOf(field: string, known: readonly string[]): readonly string[];
  yes(field: string): boolean;
  day(field: string): CivilDate;
  /** A mistake that no single field shows by itself. */
  wrong(field: string, message: string): void;
  readonly mistakes: readonly Mistake[];
}

export interface FieldWords {
  /** What a field is called in a message. */
  label(field: string): string;
  choose(label: string): string;
}

export function sentFields(raw: Typed, on: CivilDate, said: FieldWords): SentFields {
  const mistakes: Mistake[] = [];
  const wrong = (field: string, message: string): void => {
    mistakes.push({ field, message });
  };
  const words = (field: string): string => {
    const label = said.label(field);
    const read = readParagraphs(textIn(raw, field), { label, atMost: LONGEST_FIELD });
    if (read.ok) {
      return read.value;
    }
    wrong(field, read.refusal.because);
    return '';
  };
  const chosen = <Known extends string>(
    field: string,
    known: readonly Known[],
  ): Known | undefined => {
    const found = known.find((one) => one === textIn(raw, field));
    if (found === undefined) {
      wrong(field, said.choose(said.label(field)));
    }
    return found;
  };
  const oneOf = <Known extends string>(field: string, known: readonly [Known, ...Known[]]): Known =>
    chosen(field, known) ?? known[0];
  return {
    words,
    wordsIfAny: (field) => (textIn(raw, field).trim() === '' ? undefined : words(field)),
    oneOf,
    idIn: (field, known) => chosen(field, known) ?? '',
    someOf: (field, known) => known.filter((one) => allIn(raw, field).includes(one)),
    yes: (field) => oneOf(field, ['yes', 'no']) === 'yes',
    day(field) {
      const [month, day, year] = ['month', 'day', 'year'].map((box) =>
        textIn(raw, `${field}-${box}`),
      );
      const typed = { month: month ?? '', day: day ?? '', year: year ?? '' };
      const read = readTypedDate(said.label(field), typed, on);
      if (!read.ok) {
        wrong(field, read.refusal.because);
      }
      return read.ok ? read.value : on;
    },
    wrong,
    mistakes,
  };
}
