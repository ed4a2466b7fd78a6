/**
 * An application in the making: what is answered, what is missing, what comes next, and what it claims once it is
 * filed. Answers on pages that no longer apply are kept, in case the candidate changes back, and claimed by nobody.
 */
import {
  type CivilDate,
  inWordsShort,
  MONTHS,
  parseCivilDate,
} from '../../kernel/dates/civil-date.ts';
import { textIn } from '../person/typed-text.ts';
import type { DocumentAsked, Field, Page, PageValues } from './field.ts';
import { type Draft, type FormRules, pagesFor } from './form-pages.ts';
import { readPage, typedDate } from './read-page.ts';

export const emptyDraft: Draft = { answers: {} };

/** The draft with one page's answers replaced. */
export const withPage = (draft: Draft, page: string, values: PageValues): Draft => ({
  answers: { ...draft.answers, [page]: values },
});

/** A draft as it comes back from storage. What is not shaped like a draft is left out. */
export function draftFrom(stored: unknown): Draft {
  const answers = membersOf(membersOf(stored).get('answers'));
  return {
    answers: Object.fromEntries(
      [...answers].map(([page, values]) => [page, Object.fromEntries(pageValuesIn(values))]),
    ),
  };
}

function* pageValuesIn(stored: unknown): Generator<[string, string | readonly string[]]> {
  for (const [field, value] of membersOf(stored)) {
    if (typeof value === 'string') {
      yield [field, value];
    } else if (Array.isArray(value)) {
      yield [field, value.filter((text: unknown) => typeof text === 'string')];
    }
  }
}

const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);

/** What was answered on a page. A criterion's answers that were kept when it was one page are found there. */
export const valuesOn = ({ answers }: Draft, { id, criterion }: Page): PageValues =>
  answers[id] ?? answers[criterion ?? ''] ?? {};

/** The page after this one; undefined after the last. */
export const nextPage = (rules: FormRules, draft: Draft, page: string): Page | undefined =>
  neighbor(rules, draft, page, 1);

/** The page before this one; undefined before the first. */
export const previousPage = (rules: FormRules, draft: Draft, page: string): Page | undefined =>
  neighbor(rules, draft, page, -1);

/** From a page that does not apply any more, both ways lead to the first page. */
function neighbor(rules: FormRules, draft: Draft, page: string, step: 1 | -1): Page | undefined {
  const pages = pagesFor(rules, draft);
  const place = pages.findIndex(({ id }) => id === page);
  return place < 0 ? pages[0] : pages[place + step];
}

/** Something that has to be mended before the application can be filed. */
export interface Missing {
  readonly page: string;
  /** The field, or undefined where a document is missing. */
  readonly field: string | undefined;
  readonly message: string;
}

/** Everything that keeps the application from being filed on this day; empty when it is complete. */
export function missing(
  rules: FormRules,
  draft: Draft,
  documents: readonly { readonly supports: string }[],
  on: CivilDate,
): readonly Missing[] {
  return filledPages(rules, draft).flatMap((page): Missing[] => [
    ...readPage(page, valuesOn(draft, page), on).errors.map(({ field, message }) => ({
      page: page.id,
      field,
      message,
    })),
    ...page.documents
      .filter(({ required, supports }) => required && !covered(documents, supports))
      .map(({ label }) => ({
        page: page.id,
        field: undefined,
        message: `${page.title}: a document is missing. Upload: ${label.toLowerCase()}.`,
      })),
  ]);
}

const covered = (documents: readonly { readonly supports: string }[], criterion: string): boolean =>
  documents.some(({ supports }) => supports === criterion);

/** The pages with answers to keep: all but the last look, whose one field is given on filing. */
const filledPages = (rules: FormRules, draft: Draft): readonly Page[] =>
  pagesFor(rules, draft).filter(({ kind }) => kind !== 'check');

/** The papers asked for, given what the candidate relies on. */
export const documentsAsked = (rules: FormRules, draft: Draft): readonly DocumentAsked[] =>
  pagesFor(rules, draft).flatMap(({ documents }) => documents);

/** The criteria the candidate relies on, in the order of the form. */
export const criteriaReliedOn = (rules: FormRules, draft: Draft): readonly string[] => [
  ...new Set(pagesFor(rules, draft).flatMap(({ criterion }) => criterion ?? [])),
];

/** What the candidate claims: by criterion and fact, readable values only. Nothing that could say who it is. */
export function factsClaimed(
  rules: FormRules,
  draft: Draft,
  on: CivilDate,
): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const claimed = new Map<string, ReadonlyMap<string, string>>();
  for (const page of pagesFor(rules, draft)) {
    if (page.criterion !== undefined) {
      const before = claimed.get(page.criterion) ?? [];
      claimed.set(page.criterion, new Map([...before, ...factsOn(page, draft, on)]));
    }
  }
  return claimed;
}

function factsOn(page: Page, draft: Draft, on: CivilDate): ReadonlyMap<string, string> {
  const { values, errors } = readPage(page, valuesOn(draft, page), on);
  const unreadable = new Set(errors.map(({ field }) => field));
  return new Map(
    page.fields
      .filter(({ id, identifying }) => !identifying && !unreadable.has(id))
      .map(({ id }): [string, string] => [id, textIn(values, id)])
      .filter(([, value]) => value !== ''),
  );
}

/** Somebody to be asked, by a mailed link, whether the work was done. */
export interface Supervisor {
  /** The criteria that rest on work and that the candidate relies on. */
  readonly supports: readonly string[];
  readonly employer: string;
  readonly name: string;
  readonly email: string;
}

/** Each supervisor once, even if they are named for two employers. */
export function supervisorsOf(rules: FormRules, draft: Draft): readonly Supervisor[] {
  const pages = pagesFor(rules, draft);
  const supports = criteriaReliedOn(rules, draft).filter((criterion) =>
    rules.criteria.some(({ id, evidence }) => id === criterion && evidence === 'employment'),
  );
  const found = pages
    .filter(({ kind }) => kind === 'employer')
    .map(({ id }) => draft.answers[id] ?? {})
    .map((values) => ({
      supports,
      employer: textIn(values, 'employer'),
      name: textIn(values, 'supervisor-name'),
      email: textIn(values, 'supervisor-email'),
    }));
  return found.filter(
    ({ email }, place) => email !== '' && found.findIndex((one) => one.email === email) === place,
  );
}

export interface SummaryRow {
  readonly field: string;
  readonly label: string;
  /** In words; empty where nothing was answered. */
  readonly value: string;
}

export interface SummarySection {
  /** The page on which these answers can be changed. */
  readonly page: string;
  readonly title: string;
  readonly rows: readonly SummaryRow[];
}

/** All answers in words, page by page, for a last look before filing. */
export function summary(rules: FormRules, draft: Draft): readonly SummarySection[] {
  return filledPages(rules, draft).map((page) => ({
    page: page.id,
    title: page.title,
    rows: page.fields.map((field) => ({
      field: field.id,
      label: field.label,
      value: inPlainWords(field, valuesOn(draft, page)),
    })),
  }));
}

/** One answer in words: "Yes", "March 14, 2021", "License; Degree". What cannot be read stands as it was typed. */
export function inPlainWords(field: Field, values: PageValues): string {
  if (field.kind === 'date' || field.kind === 'month') {
    return dateInWords(textIn(values, field.id)) ?? typedBoxes(field, values);
  }
  const value = values[field.id] ?? '';
  return (typeof value === 'string' ? [value] : value)
    .map((text) => field.options?.find((option) => option.value === text)?.label ?? text)
    .join('; ');
}

function dateInWords(text: string): string | undefined {
  const month = /^(\d{4})-(\d{2})$/.exec(text);
  if (month !== null) {
    return `${MONTHS[Number(month[2]) - 1] ?? ''} ${month[1]}`;
  }
  const day = parseCivilDate(text);
  return day.ok ? inWordsShort(day.value) : undefined;
}

function typedBoxes({ id }: Field, values: PageValues): string {
  const { month, day, year } = typedDate(values, id);
  return [month, day, year].filter((box) => box !== '').join(' ');
}
