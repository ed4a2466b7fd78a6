/**
 * What a witness said, on paper as evidence: their words, under their name for whoever handles the matter, or under a label
 * in the copy that the respondent and those who judge read.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type Letter, type Sender, says } from './letter.ts';

export interface StatementFacts {
  readonly from: Sender;
  readonly label: string;
  readonly dated: CivilDate;
  /** "witness 1". */
  readonly witness: string;
  /** Undefined in the copy without names. */
  readonly name: string | undefined;
  readonly words: string;
}

export const statement = ({
  from,
  label,
  dated,
  witness,
  name,
  words,
}: StatementFacts): Letter => ({
  ...{ reader: 'witness', kind: 'statement', dated, label },
  from: {
    name: from.name,
    office: from.office,
    address: from.address,
    contact: from.contact,
  },
  to: [],
  title: `Statement of ${witness}`,
  salutation: name === undefined ? `Given by ${witness}.` : `Given by ${name}, ${witness}.`,
  opening: words
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(says),
  sections: [],
});
