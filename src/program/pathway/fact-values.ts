/**
 * Reads one fact as it was written down, by its kind: a number, a date, a month, a year, yes or no, one of a list.
 * What cannot be read is refused with a sentence that says what was expected.
 */
import {
  type CivilDate,
  inWordsShort,
  lastDayOfMonth,
  MONTHS,
  parseCivilDate,
  parts,
} from '../../kernel/dates/civil-date.ts';
import { never, type Result, refuse, success } from '../../kernel/result/result.ts';
import type { FactDefinition } from '../definition/criterion.ts';

export type FactRefusal = 'fact-unreadable';

export type FactValue =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'choice'; readonly choice: string; readonly label: string }
  /** A month counts as its last day, a year as its December 31. */
  | { readonly kind: 'day'; readonly day: CivilDate; readonly words: string };

/** The fact's value, or what was expected instead. */
export function readFact(definition: FactDefinition, text: string): Result<FactValue, FactRefusal> {
  const written = text.trim();
  switch (definition.kind) {
    case 'number':
      return readNumber(definition, written);
    case 'yes-no':
      return written === 'yes' || written === 'no'
        ? success({ kind: 'yes-no', yes: written === 'yes' })
        : unreadable(definition, 'yes or no');
    case 'choice': {
      const option = definition.options?.find(({ value }) => value === written);
      return option === undefined
        ? unreadable(definition, 'one of the choices listed')
        : success({ kind: 'choice', choice: option.value, label: option.label });
    }
    case 'date': {
      const day = parseCivilDate(written);
      return day.ok
        ? success({ kind: 'day', day: day.value, words: inWordsShort(day.value) })
        : unreadable(definition, 'a date of the calendar, such as 2026-05-31');
    }
    case 'month': {
      const day = parseCivilDate(`${written}-01`);
      if (!day.ok) {
        return unreadable(definition, 'a month, such as 2026-05');
      }
      const { year, month } = parts(day.value);
      return success({
        kind: 'day',
        day: lastDayOfMonth(year, month),
        words: `${MONTHS[month - 1]} ${year}`,
      });
    }
    case 'year': {
      const day = parseCivilDate(`${written}-12-31`);
      return day.ok
        ? success({ kind: 'day', day: day.value, words: written })
        : unreadable(definition, 'a year of four digits');
    }
    default:
      throw never(definition.kind);
  }
}

/** "2,080" and "2080" are the same number; "1.5" is one, "about 12" and "-3" are not. */
function readNumber(definition: FactDefinition, written: string): Result<FactValue, FactRefusal> {
  const plain = /^(\d{1,3}(,\d{3})+|\d{1,9})(\.\d{1,2})?$/.test(written);
  return plain
    ? success({ kind: 'number', number: Number(written.replaceAll(',', '')) })
    : unreadable(definition, 'a number that is not negative, such as 12');
}

const unreadable = (definition: FactDefinition, expected: string): Result<never, FactRefusal> =>
  refuse('fact-unreadable', `"${definition.label}" needs ${expected}.`);
