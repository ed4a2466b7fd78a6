/**
 * The form as an invented candidate filled it in: the facts they claim, and the names of schools, licensing boards,
 * employers and supervisors that a records clerk sees and a decider never does. All of them are invented.
 */

import type { Field, Page, PageValues } from '../../casework/application/field.ts';
import { type Draft, pagesFor } from '../../casework/application/form-pages.ts';
import type { Generator } from '../../kernel/chance/generator.ts';
import { addMonths, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { between, oneOf } from '../people/draw.ts';
import { inventedName } from '../people/names.ts';
import type { Shown } from './showing.ts';

const schools = [
  'Alder Ridge University',
  'Blue Heron State College',
  'Cedar Falls School of Nursing',
  'Dunmore Institute of Social Work',
  'Foxglove Community College',
  'Harrow Bay University',
  'Juniper Valley College of Health',
  'Marlow Technical University',
];
const boards = [
  'Fernhill State Board of Nursing',
  'Granite State Board of Social Work',
  'Lakeshore Board of Pharmacy',
  'Ministry of Health, Republic of Maravel',
  'Northfield Department of Licensing',
  'Nursing Council of Sorrento Bay',
];
const employers = [
  'Birchwood Regional Hospital',
  'Copperline Health Plan',
  'Driftwood Home Care',
  'Evergreen Workers’ Compensation Fund',
  'Harborlight Community Clinic',
  'Meadowlark Rehabilitation Center',
  'Quarry Street Health Center',
  'Silver Maple Hospice',
  'Thistledown Absence Services',
];
const awards = [
  'Bachelor of Science in Nursing',
  'Master of Social Work',
  'Bachelor of Arts',
  'Certificate of training',
  'Doctor of Pharmacy',
];

export interface Filing {
  readonly fullName: string;
  readonly formerNames: readonly string[];
  readonly shown: Shown;
  readonly on: CivilDate;
}

/** The filled form, page by page, as far as it applies. */
export function filledForm(
  chance: Generator,
  rules: Pick<RulesVersion, 'criteria' | 'pathway'>,
  filing: Filing,
): Draft {
  const answers: Record<string, PageValues> = {};
  // A page that was filled may bring up others.
  for (
    let pages = emptyPages(rules, answers);
    pages.length > 0;
    pages = emptyPages(rules, answers)
  ) {
    for (const page of pages) {
      answers[page.id] = filledPage(chance, page, filing);
    }
  }
  return { answers };
}

const emptyPages = (
  rules: Pick<RulesVersion, 'criteria' | 'pathway'>,
  answers: Draft['answers'],
): readonly Page[] =>
  pagesFor(rules, { answers }).filter(
    ({ id, kind }) => kind !== 'check' && !Object.hasOwn(answers, id),
  );

function filledPage(chance: Generator, page: Page, filing: Filing): PageValues {
  switch (page.kind) {
    case 'name':
      return filing.formerNames.length === 0
        ? { 'full-name': filing.fullName }
        : { 'full-name': filing.fullName, 'former-names': filing.formerNames.join('\n') };
    case 'options':
      return Object.fromEntries(
        page.fields.map((field) => [field.id, branchesShown(field, filing)]),
      );
    case 'employer':
      return employerPage(chance, filing.on);
    default:
      return criterionPage(chance, page, filing);
  }
}

/** A branch of several criteria is named by all of them. */
const branchesShown = (field: Field, { shown }: Filing): readonly string[] =>
  (field.options ?? [])
    .map(({ value }) => value)
    .filter((value) => value.split('+').some((criterion) => shown.has(criterion)));

function employerPage(chance: Generator, on: CivilDate): PageValues {
  return {
    employer: oneOf(chance, employers),
    started: addMonths(on, -between(chance, 26, 140)).slice(0, 7),
    'supervisor-name': inventedName(chance),
    'supervisor-email': `supervisor.${between(chance, 1, 900)}@work.larkspur.example`,
    another: 'no',
  };
}

function criterionPage(chance: Generator, page: Page, { shown }: Filing): PageValues {
  const facts = shown.get(page.criterion ?? '') ?? new Map<string, string>();
  const values: Record<string, string> = {};
  for (const { id } of page.fields) {
    const value = facts.get(id) ?? named(chance, id);
    if (value !== undefined) {
      values[id] = value;
    }
  }
  return values;
}

function named(chance: Generator, field: string): string | undefined {
  switch (field) {
    case 'issuer':
      return oneOf(chance, boards);
    case 'number':
      return `0${between(chance, 100_000, 999_999)}`;
    case 'school':
      return oneOf(chance, schools);
    case 'award':
      return oneOf(chance, awards);
    default:
      return undefined;
  }
}
