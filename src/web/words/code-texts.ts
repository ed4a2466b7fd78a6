/** The words of supplying the texts of a code: the file, what becomes of each row, and what is kept. */
import type { Fate } from '../../program/conduct/kept-texts.ts';

const fates = {
  new: 'New',
  changed: 'Changed',
  same: 'As it is now',
  fault: 'To be mended',
} as const satisfies Readonly<Record<Fate, string>>;

const provisions = (count: number): string => (count === 1 ? '1 provision' : `${count} provisions`);

export const codeTexts = {
  title: 'Texts of the codes',
  lead: 'The words of some codes belong to others. You supply them from a file. Before anything is kept, you see what becomes of every row.',
  whatCounts:
    'What you keep stands on the public page of the code from then on, with its date. It binds the people who hold the credential, so each supply is a line of the decision log. What stood there before stays readable.',
  also: 'Beside the code',
  opinions: 'Questions about the code',
  dilemmas: 'Dilemma cases',
  none: 'Every code here is complete. There is no text to supply.',
  states: 'What has been supplied',
  columns: { program: 'Program', version: 'Version', with: 'With words', on: 'Last supplied' },
  withWords: (count: number, all: number): string => `${count} of ${all} known provisions`,
  never: 'Never',
  uploadTitle: 'Supply texts',
  version: 'Program and version',
  versionOf: (program: string, version: string): string => `${program}, version ${version}`,
  versionMistake: 'Choose the program and the version that the file is for.',
  file: 'The file',
  fileHint:
    'CSV, a spreadsheet (.xlsx) or JSON, one provision a row. Columns: number and text; title, group and part where they are not known here.',
  fileMistake: 'Choose a file.',
  fileTooLarge: 'The file is too large to be the texts of one code. Choose a smaller one.',
  review: 'See what becomes of each row',
  nothingYet: 'Nothing is kept yet.',
  reviewTitle: 'What becomes of each row',
  reviewOf: (program: string, version: string): string =>
    `${program}, version ${version}. Nothing is kept yet.`,
  summary: (count: Readonly<Record<Fate, number>>): string =>
    `${count.new} new, ${count.changed} changed, ${count.same} as they are now, ${count.fault} to be mended.`,
  mend: 'Mend the rows below in your file, then send it again. While a row has to be mended, nothing is kept.',
  faultsCaption: 'Rows to be mended',
  row: 'Row',
  number: 'Number',
  problem: 'What to mend',
  rowsCaption: 'Rows that can be kept',
  fate: 'What becomes of it',
  now: 'Now',
  after: 'After',
  noWords: 'No words yet',
  fates,
  untouched: (numbers: string): string => `Not in the file, and left as they were: ${numbers}.`,
  missing: (numbers: string): string =>
    `Still without words after this: ${numbers}. The page keeps saying that the body supplies them.`,
  keep: (count: number): string => `Keep ${provisions(count)}`,
  keepText: 'The public page shows them at once, and the decision log gets a line.',
  nothingToKeep: 'Every row says what is there already. There is nothing to keep.',
  again: 'Choose another file',
  kept: (count: number, line: string): string =>
    `${provisions(count)} kept. Line ${line} of the decision log says so.`,
};
