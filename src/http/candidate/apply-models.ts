/** What the pages of an application show, from the application as far as it has come. */

import {
  documentsAsked,
  previousPage,
  summary,
  valuesOn,
} from '../../casework/application/draft.ts';
import type { Page } from '../../casework/application/field.ts';
import { pageOf, pagesFor } from '../../casework/application/form-pages.ts';
import { amountInWords } from '../../casework/fees/amount.ts';
import { readName } from '../../casework/person/name.ts';
import { textIn } from '../../casework/person/typed-text.ts';
import { inWords } from '../../kernel/dates/civil-date.ts';
import type { OfferedProgram } from '../../program/definition/offered-program.ts';
import type { ApplyPageProps } from '../../web/pages/apply/apply-page.tsx';
import type {
  ApplyClosedPageProps,
  ApplyStartPageProps,
  PageLine,
} from '../../web/pages/apply/apply-start-page.tsx';
import type { CheckPageProps } from '../../web/pages/apply/check-page.tsx';
import { en } from '../../web/words/en.ts';
import { type Application, answersOn, NAME_PAGE } from '../../workflow/apply/application.ts';
import { type Review, reviewOf } from '../../workflow/apply/review-application.ts';
import { fileField } from '../../workflow/apply/save-page.ts';
import { asSentence, feeName, programShown } from './in-words.ts';

const words = en.apply;

/** The address of a page of the form; the last look, also where there is no further page. */
export const addressOfPage = (program: string, page: string | undefined): string =>
  page === undefined || page === CHECK ? `/apply/${program}/check` : `/apply/${program}/${page}`;
const CHECK = 'check-your-answers';

export function notOpenModel(
  program: OfferedProgram,
  because: string,
): Omit<ApplyClosedPageProps, 'frame'> {
  return {
    title: words.closed.title(program.designation),
    text: asSentence(because),
    notice: program.notice,
    action: { href: `/programs/${program.id}`, label: words.closed.program },
  };
}

/** What stands in the place of an application that may not be filed now. */
export function closedModel({
  program,
  standing,
}: Application): Omit<ApplyClosedPageProps, 'frame'> | undefined {
  const { closed } = words;
  const exam = { href: `/exam/${program.id}`, label: closed.eligibleAction };
  switch (standing.kind) {
    case 'filed': {
      const { id, label, promisedBy } = standing.matter;
      return {
        title: closed.filed,
        text: closed.filedText(label, inWords(promisedBy)),
        notice: program.notice,
        action: { href: `/matters/${id}`, label: closed.filedAction(label) },
      };
    }
    case 'eligible':
      return {
        title: closed.eligible,
        text: closed.eligibleText,
        notice: program.notice,
        action: exam,
      };
    case 'sitting':
      return {
        title: closed.sitting,
        text: closed.sittingText,
        notice: program.notice,
        action: exam,
      };
    default:
      return undefined;
  }
}

export function startModel(application: Application): Omit<ApplyStartPageProps, 'frame'> {
  const { program, rules, draft, savedAt } = application;
  const review = reviewOf(application);
  const lines = pagesFor(rules, draft)
    .filter(({ kind }) => kind !== 'check')
    .map((page) => lineOf(application, review, page));
  const next = lines.find(({ state }) => state !== 'done');
  return {
    program: programShown(program),
    promise: promiseLines(review).join(' '),
    judged: words.start.judged(rules.id),
    fees: feesOf(review),
    papers: papersShown(application, review),
    pages: lines,
    go: next?.href ?? addressOfPage(program.id, undefined),
    begun: savedAt !== undefined,
  };
}

function lineOf({ program, draft }: Application, review: Review, page: Page): PageLine {
  const open = review.missing.some((missing) => missing.page === page.id);
  const begun = draft.answers[page.id] !== undefined;
  return {
    href: addressOfPage(program.id, page.id),
    title: page.title,
    state: open ? (begun ? 'open' : 'new') : 'done',
  };
}

/** Of the pages as they stand; while a choice is still open, of every page there can be. */
function papersShown({ rules, draft }: Application, review: Review): readonly string[] {
  const open = pagesFor(rules, draft).some(
    ({ id, kind }) => kind === 'options' && review.missing.some(({ page }) => page === id),
  );
  const papers = open
    ? rules.criteria.flatMap(({ id }) => pageOf(rules, id)?.documents ?? [])
    : documentsAsked(rules, draft);
  return [...new Set(papers.filter(({ required }) => required).map(({ label }) => label))];
}

function promiseLines(review: Review): readonly string[] {
  return review.promise.ok
    ? [words.start.promise(inWords(review.promise.value.by)), review.promise.value.because]
    : [`${words.start.noPromise}${review.promise.refusal.because}`];
}

const feesOf = ({ charges, chargesLater }: Review) => ({
  onFiling: feesShown(charges),
  onEligible: feesShown(chargesLater),
});

const feesShown = (charges: Review['charges']) =>
  charges.map(({ fee, title, cents, currency }) => ({
    title: feeName(fee, title),
    amount: amountInWords(cents, currency),
  }));

/** 'elsewhere' where the last look is meant, which has an address of its own; 'nowhere' where there is no such page. */
export function pageModel(
  application: Application,
  id: string,
): Omit<ApplyPageProps, 'frame' | 'mistakes' | 'news'> | 'elsewhere' | 'nowhere' {
  const { program, rules, draft } = application;
  const page = pageOf(rules, id);
  if (page === undefined) {
    return 'nowhere';
  }
  if (page.kind === 'check') {
    return 'elsewhere';
  }
  const pages = pagesFor(rules, draft);
  const place = pages.findIndex((one) => one.id === id);
  const before = previousPage(rules, draft, id);
  return {
    program: programShown(program),
    page: { id, title: page.title, lead: page.lead },
    step: { current: Math.max(1, place + 1), all: pages.length },
    before: place < 1 || before === undefined ? null : addressOfPage(program.id, before.id),
    fields: page.fields,
    ownName:
      id === NAME_PAGE && application.nameIsSettled ? application.person.fullName : undefined,
    values: valuesOn(draft, page),
    papers: page.documents.map(({ supports, label, hint, required }) => ({
      name: fileField(supports),
      label,
      hint,
      required,
      uploaded: uploadedFor(application, supports),
    })),
  };
}

const uploadedFor = ({ documents }: Application, supports: string) =>
  documents
    .filter((document) => document.supports === supports)
    .map(({ id, originalName }) => ({ id, name: originalName }));

export function checkModel(
  application: Application,
): Omit<CheckPageProps, 'frame' | 'mistakes' | 'news'> {
  const { program, rules, draft } = application;
  const review = reviewOf(application);
  return {
    program: programShown(program),
    steps: pagesFor(rules, draft).length,
    missing: missingShown(application, review),
    sections: summary(rules, draft).map((section) => ({
      title: section.title,
      href: addressOfPage(program.id, section.page),
      rows: section.rows,
      documents: documentsOn(application, section.page),
    })),
    reading: {
      met: review.reading.met,
      criteria: review.reading.criteria.map(({ id, title, offered, met, because }) => ({
        id,
        title,
        state: offered ? (met ? 'met' : 'notMet') : 'notOffered',
        because,
      })),
    },
    promise: promiseLines(review),
    fees: feesOf(review),
    supervisors: review.supervisors.map(({ name, email }) => `${name}, ${email}`),
    seen: review.seen,
    ownName: otherName(application),
  };
}

/** The name of the account, where another one is typed and changes nothing. */
function otherName({ draft, person, nameIsSettled }: Application): string | undefined {
  const typed = readName(textIn(answersOn(draft, NAME_PAGE) ?? {}, 'full-name'));
  return nameIsSettled && typed.ok && typed.value !== person.fullName ? person.fullName : undefined;
}

/** By page, in the order of the form. */
function missingShown(application: Application, review: Review): CheckPageProps['missing'] {
  const { program, rules } = application;
  return [...new Set(review.missing.map(({ page }) => page))].map((id) => ({
    page: pageOf(rules, id)?.title ?? id,
    lines: review.missing
      .filter(({ page }) => page === id)
      .map(({ field, message }) => ({
        href:
          field === undefined ? paperAddress(application, id) : fieldAddress(program, id, field),
        message,
      })),
  }));
}

const fieldAddress = (program: OfferedProgram, page: string, field: string): string =>
  `${addressOfPage(program.id, page)}#${field}`;

function paperAddress({ program, rules }: Application, id: string): string {
  const [paper] = pageOf(rules, id)?.documents.filter(({ required }) => required) ?? [];
  return fieldAddress(program, id, paper === undefined ? '' : fileField(paper.supports));
}

function documentsOn(
  application: Application,
  id: string,
): CheckPageProps['sections'][number]['documents'] {
  const papers = pageOf(application.rules, id)?.documents ?? [];
  return papers.length === 0
    ? null
    : papers.flatMap(({ supports }) => uploadedFor(application, supports));
}
