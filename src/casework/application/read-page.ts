/**
 * Reads one page of a form: for each field the value in its one written form, or what was typed together with a
 * message that says where, what, and how to mend it. Nothing typed is lost. Reading what was read changes nothing,
 * so that a saved page can be read again on the day of filing.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { never, type Result, refuse, success } from '../../kernel/result/result.ts';
import { readEmail } from '../person/email.ts';
import { LONGEST_NAME } from '../person/name.ts';
import {
  allIn,
  type Mistake,
  readLine,
  readParagraphs,
  type Typed,
  textIn,
} from '../person/typed-text.ts';
import type { Field, Page, PageValues } from './field.ts';
import {
  readTypedDate,
  readTypedMonth,
  readTypedNumber,
  readTypedYear,
  type TypedDate,
} from './typed-values.ts';

export interface ReadPage {
  readonly values: PageValues;
  readonly errors: readonly Mistake[];
}

const LONGEST_TEXT = 4000;
const LARGEST_NUMBER = 1_000_000;

/** Dates and months are sent as <field>-month, <field>-day and <field>-year, or whole as <field>. */
export function readPage(page: Pick<Page, 'fields'>, raw: Typed, on: CivilDate): ReadPage {
  const values: Record<string, string | readonly string[]> = {};
  const errors: Mistake[] = [];
  for (const field of page.fields) {
    if (isEmpty(field, raw)) {
      if (field.required) {
        errors.push({ field: field.id, message: whatIsMissing(field, on) });
      }
      continue;
    }
    const read = valueTyped(field, raw, on);
    if (read.ok) {
      values[field.id] = read.value;
    } else {
      errors.push({ field: field.id, message: read.refusal.because });
      Object.assign(values, asTyped(field, raw));
    }
  }
  return { values, errors: [...errors, ...outOfOrder(page.fields, values)] };
}

/** Months and dates that lie before the one they must follow. */
function outOfOrder(fields: readonly Field[], values: PageValues): readonly Mistake[] {
  return fields.flatMap((field) => {
    const first = fields.find(({ id }) => id === field.notBefore);
    const earlier = first === undefined ? '' : textIn(values, first.id);
    const later = textIn(values, field.id);
    return first === undefined || earlier === '' || later === '' || later >= earlier
      ? []
      : [
          {
            field: field.id,
            message: `${naming(field.label)}: this lies before "${first.label}". Check both.`,
          },
        ];
  });
}

/** The three boxes of a date or month field, from what was read or from what was typed. */
export function typedDate(values: Typed, field: string): TypedDate {
  const whole = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(textIn(values, field));
  if (whole !== null) {
    const box = (place: number): string =>
      whole[place] === undefined ? '' : String(Number(whole[place]));
    return { month: box(2), day: box(3), year: box(1) };
  }
  const box = (name: string): string => textIn(values, `${field}-${name}`);
  return { month: box('month'), day: box('day'), year: box('year') };
}

/** The names under which a field is sent. */
const namesOfBoxes = ({ id, kind }: Field): readonly string[] =>
  kind === 'date'
    ? [id, `${id}-month`, `${id}-day`, `${id}-year`]
    : kind === 'month'
      ? [id, `${id}-month`, `${id}-year`]
      : [id];

const isEmpty = (field: Field, raw: Typed): boolean =>
  field.kind === 'choices'
    ? allIn(raw, field.id).every((text) => text.trim() === '')
    : namesOfBoxes(field).every((name) => textIn(raw, name).trim() === '');

function asTyped(field: Field, raw: Typed): PageValues {
  return Object.fromEntries(
    namesOfBoxes(field)
      .filter((name) => allIn(raw, name).length > 0)
      .map((name) => [
        name,
        field.kind === 'choices' ? allIn(raw, name).map(storable) : storable(textIn(raw, name)),
      ]),
  );
}

/** No database keeps the null character or half a character as text; in their place stands the sign for "unreadable". */
const storable = (text: string): string => text.replaceAll(/[\0\p{Cs}]/gu, '\ufffd');

type Value = string | readonly string[];

function valueTyped(field: Field, raw: Typed, on: CivilDate): Result<Value, string> {
  const { label } = field;
  const typed = textIn(raw, field.id);
  switch (field.kind) {
    case 'text':
      return readLine(typed, { label, atMost: LONGEST_NAME });
    case 'text-long':
      return readParagraphs(typed, { label, atMost: LONGEST_TEXT });
    case 'email':
      return readEmail(typed, label);
    case 'number':
      return readTypedNumber(label, typed, field.atMost ?? LARGEST_NUMBER);
    case 'year':
      return notAhead(field, readTypedYear(label, typed, on), on.slice(0, 4));
    case 'month':
      return notAhead(field, readTypedMonth(label, typedDate(raw, field.id), on), on.slice(0, 7));
    case 'date':
      return notAhead(field, readTypedDate(label, typedDate(raw, field.id), on), on);
    case 'yes-no':
    case 'choice':
      return known(field, [typed.trim()], ([only = '']) => only);
    case 'choices':
      return known(field, [...new Set(allIn(raw, field.id).filter((text) => text.trim() !== ''))]);
    default:
      throw never(field.kind);
  }
}

/** ISO text of the same length compares as dates do. */
function notAhead(field: Field, read: Result<string, string>, now: string): Result<string, string> {
  return read.ok && field.pastOnly === true && read.value > now
    ? refuse('still-to-come', `${naming(field.label)}: this is still to come. Check the year.`)
    : read;
}

function known(
  field: Field,
  chosen: readonly string[],
  shape: (chosen: readonly string[]) => Value = (all) => all,
): Result<Value, string> {
  const options = field.options ?? [];
  if (chosen.some((value) => !options.some((option) => option.value === value))) {
    return refuse(
      'unknown-option',
      `${naming(field.label)}: choose among the answers on the page.`,
    );
  }
  const least = field.atLeast ?? 1;
  if (field.kind === 'choices' && chosen.length < least) {
    return refuse('too-few', `${naming(field.label)}: choose at least ${least}.`);
  }
  return success(
    shape(options.map(({ value }) => value).filter((value) => chosen.includes(value))),
  );
}

/** A label that is a question stands in quotation marks, so that its question mark does not run into the colon. */
const naming = (label: string): string => (label.endsWith('?') ? `“${label}”` : label);

function whatIsMissing(field: Field, on: CivilDate): string {
  const { label, kind } = field;
  switch (kind) {
    case 'yes-no':
      return `${naming(label)}: choose yes or no.`;
    case 'choice':
      return `${naming(label)}: choose one answer.`;
    case 'choices':
      return `${naming(label)}: choose at least ${field.atLeast ?? 1}.`;
    default: {
      const read = valueTyped(field, {}, on);
      return read.ok ? `${label} is empty. Fill it in to go on.` : read.refusal.because;
    }
  }
}
