/**
 * A letter about a conduct matter as data: who writes to whom, about which matter by its label, and what it says in blocks
 * that paper, mail and a page print alike. Dates are words already, so that all of them show the same.
 *
 * Not here: what a letter of one kind says (to-complainant, to-respondent and so on), how it is printed.
 */
import { type CivilDate, inWords } from '../../kernel/dates/civil-date.ts';
import type { Block } from '../document/document.ts';

export const LETTERS = {
  complainant: [
    'received',
    'screened-out',
    'screening-appeal-decided',
    'screened-in',
    'step-late',
    'closed',
  ],
  respondent: [
    'notice',
    'further-disclosure',
    'step-late',
    'hearing-notice',
    'no-cause',
    'offer',
    'decision',
    'appeal-decided',
    'took-effect',
    'interim-suspension',
    'interim-appeal-decided',
    'stayed',
    'stay-lifted',
    'reopened',
    'reinstatement-decided',
    'ended',
  ],
  witness: ['invitation', 'statement'],
  holder: ['records-request', 'request-closed'],
  'panel-member': ['seated'],
} as const;
export type LetterReader = keyof typeof LETTERS;
export type LetterKind<Reader extends LetterReader = LetterReader> =
  (typeof LETTERS)[Reader][number];

/** What a letter is made of. Charts and findings belong to reports. */
export type LetterBlock = Extract<Block, { kind: 'prose' | 'list' | 'facts' | 'table' }>;

export interface LetterSection {
  /** Unique in the letter. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly LetterBlock[];
}

/** Who writes: the body, and where it is reached. */
export interface Sender {
  readonly name: string;
  /** Which office of it writes; nobody who decides signs a letter. */
  readonly office: string;
  readonly address: readonly string[];
  /** Where to answer, such as a mail address or a telephone number. */
  readonly contact: string;
}

export interface Letter {
  readonly reader: LetterReader;
  readonly kind: LetterKind;
  readonly from: Sender;
  /** The name as the reader wants it written, then the lines of an address; empty where the reader is not known. */
  readonly to: readonly string[];
  readonly dated: CivilDate;
  /** The label of the matter; no letter names a matter by a person. */
  readonly label: string;
  readonly title: string;
  readonly salutation: string;
  readonly opening: readonly LetterBlock[];
  readonly sections: readonly LetterSection[];
}

/** What every letter is told beside its own facts. */
export interface Envelope {
  readonly from: Sender;
  readonly to: Addressee;
  readonly dated: CivilDate;
  readonly label: string;
}

export interface Addressee {
  /** As the person wants to be written to; undefined for somebody who did not say who they are. */
  readonly name: string | undefined;
  readonly address: readonly string[];
}

/** A letter of one kind. Only what is handed in can stand in it. */
export function letter<Reader extends LetterReader>(
  envelope: Envelope,
  {
    reader,
    kind,
    title,
    opening,
    sections,
  }: {
    readonly reader: Reader;
    readonly kind: LetterKind<Reader>;
    readonly title: string;
    readonly opening: readonly LetterBlock[];
    readonly sections: readonly LetterSection[];
  },
): Letter {
  const { from, to, dated, label } = envelope;
  return {
    reader,
    kind,
    from: {
      name: from.name,
      office: from.office,
      address: from.address,
      contact: from.contact,
    },
    to: to.name === undefined ? [] : [to.name, ...to.address],
    dated,
    label,
    title,
    salutation: to.name === undefined ? 'Hello,' : `Dear ${to.name},`,
    opening,
    sections: [...sections, anotherForm(from.contact)],
  };
}

const anotherForm = (contact: string): LetterSection => ({
  id: 'another-form',
  title: 'This letter in another form or language',
  blocks: [
    says(
      `You can have this letter in large print, read aloud, in Braille, in Spanish or in another language. It costs you nothing. Ask us at ${contact} and give the label of the matter. If a date in this letter comes too soon because of that, say so.`,
    ),
  ],
});

export const says = (text: string): LetterBlock => ({ kind: 'prose', text });
export const points = (items: readonly string[]): LetterBlock => ({ kind: 'list', items });
export const facts = (pairs: readonly (readonly [string, string])[]): LetterBlock => ({
  kind: 'facts',
  facts: pairs,
});

export const section = (
  id: string,
  title: string,
  ...blocks: readonly LetterBlock[]
): LetterSection => ({ id, title, blocks });

/** The day a letter bears, as it is printed. */
export const datedInWords = ({ dated }: Pick<Letter, 'dated'>): string => inWords(dated);
