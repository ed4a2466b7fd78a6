/**
 * A change of name: what is asked, what the body's published criteria ask for, and the reading of the form. A correction of how a
 * name is spelled needs a statement and no document; another name needs one official document that shows it. Why somebody goes
 * by another name is never a criterion, so nobody who decides is told.
 */
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import type { JudgedCriterion } from '../matter/matter.ts';
import { readName } from './name.ts';
import { type Mistake, readParagraphs, type Typed, textIn } from './typed-text.ts';

/** A correction of how the name is written, or another name. */
export type NameWay = 'correction' | 'document';
export const NAME_WAYS: readonly NameWay[] = ['document', 'correction'];

/** What somebody may tell about why, for themselves; see casework.name_reason in the database. */
export const NAME_REASONS = [
  'marriage',
  'court-order',
  'gender-transition',
  'typing-error',
  'other',
] as const;
export type NameReason = (typeof NAME_REASONS)[number];

/** The criteria of one version, as published; a request keeps those of the day it was sent. */
export interface NameRules {
  readonly id: string;
  readonly from: CivilDate;
  readonly criteria: Readonly<Record<NameWay, readonly JudgedCriterion[]>>;
}

const SAME_PERSON: JudgedCriterion = {
  id: 'same-person',
  title: 'The account is theirs',
  rule: 'The request was sent while signed in to the account, and nothing in what was handed in speaks against its being the same person. No proof of an earlier name is asked for.',
};

/** The document that shows another name supports this criterion. */
export const SHOWS_NAME = 'document-shows-name';

const VERSIONS: readonly [NameRules, ...NameRules[]] = [
  {
    id: 'names/2026-12',
    from: date('2026-12-01'),
    criteria: {
      document: [
        {
          id: SHOWS_NAME,
          title: 'A document shows the name',
          rule: 'One official document shows the name as it is asked for: a court order, a certificate of marriage or of another civil status, or any official identity document in that name. Which of these it is makes no difference, nor does the reason for the change.',
        },
        SAME_PERSON,
      ],
      correction: [
        {
          id: 'spelling-only',
          title: 'It is a correction',
          rule: 'What changes is how the name is written: letters, accents, spaces, capital letters, the order of its parts, or the script. A statement is enough; no document is asked for.',
        },
        SAME_PERSON,
      ],
    },
  },
];

/** The version in force on a day; before the first one, the first. */
export const nameRulesOn = (on: CivilDate): NameRules =>
  VERSIONS.findLast(({ from }) => from <= on) ?? VERSIONS[0];

/** All criteria of a way have to be met. */
export const nameExpression = (criteria: readonly JudgedCriterion[]): Pathway => ({
  kind: 'all',
  of: criteria.map(({ id }) => ({ kind: 'criterion', criterion: id })),
});

export interface NameRequest {
  /** In Unicode NFC, as it will stand on the account. */
  readonly name: string;
  readonly way: NameWay;
  readonly reason: NameReason | undefined;
  readonly statement: string;
}

const STATEMENT = { label: 'What is written wrongly', atLeast: 10, atMost: 2000 };
const REMARK = { label: 'Anything else we should know', atLeast: 0, atMost: 2000 };

/** The form read whole, so that everything to mend is said at once. `documents` is how many files came with it. */
export function readNameRequest(
  typed: Typed,
  { present, documents }: { readonly present: string; readonly documents: number },
): { readonly asked: NameRequest | undefined; readonly mistakes: readonly Mistake[] } {
  const mistakes: Mistake[] = [];
  const name = readName(textIn(typed, 'name'), 'The name you want');
  const way = NAME_WAYS.find((one) => one === textIn(typed, 'way'));
  const reason = NAME_REASONS.find((one) => one === textIn(typed, 'reason'));
  const said = textIn(typed, 'statement');
  const isCorrection = way === 'correction';
  const statement =
    isCorrection || said.trim() !== ''
      ? readParagraphs(said, isCorrection ? STATEMENT : REMARK)
      : undefined;
  if (!name.ok) {
    mistakes.push({ field: 'name', message: name.refusal.because });
  } else if (name.value === present) {
    mistakes.push({
      field: 'name',
      message: 'The name you want: your account has exactly this name already.',
    });
  }
  if (way === undefined) {
    mistakes.push({ field: 'way', message: 'What changes: choose one of the two.' });
  }
  if (way === 'document' && documents === 0) {
    mistakes.push({
      field: 'document',
      message: 'Document: choose one official document that shows the name you want.',
    });
  }
  if (statement?.ok === false) {
    mistakes.push({ field: 'statement', message: statement.refusal.because });
  }
  return {
    asked:
      name.ok && way !== undefined && mistakes.length === 0
        ? { name: name.value, way, reason, statement: statement?.ok ? statement.value : '' }
        : undefined,
    mistakes,
  };
}
