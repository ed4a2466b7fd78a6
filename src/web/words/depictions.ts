/** The words of the page that says whom the items of each form show, beside those who are served. */
import type { Likeness } from '../../reporting/depiction-report/depiction-report.ts';

const items = (count: number): string => (count === 1 ? '1 item' : `${count} items`);

export const depictions = {
  title: 'Whom the exam shows',
  lead: 'The clients and settings in the items of each form, beside those whom the profession serves. Items stand here by their id; no wording and no key.',
  limits:
    'Items are written, not drawn by chance, so nothing here is tested. An item that shows several categories counts in parts. An item that shows nobody in particular is no fault. How somebody is shown, and whether that is fair to them, only readers can tell.',
  none: 'Nobody has recorded yet whom these items show.',
  noForm: 'This program has no form.',
  recorded: (day: string, source: string): string =>
    `Recorded on ${day}. Those who are served: ${source}`,
  form: (form: string, count: number): string => `${form}: ${items(count)}`,
  missing: (ids: string, count: number): string =>
    `Nobody has looked at ${count === 1 ? 'this item' : `these ${count} items`} yet: ${ids}.`,
  headings: {
    few: (variable: string): string =>
      `By ${variable}, too few items show anybody to say whom the form shows`,
    'never-shown': (variable: string, names: string): string =>
      `By ${variable}, no item shows ${names}`,
    apart: (variable: string): string =>
      `By ${variable}, the form does not show those who are served`,
    alike: (variable: string): string => `By ${variable}, the form shows those who are served`,
  } as const satisfies Readonly<Record<Likeness, (variable: string, names: string) => string>>,
  showing: (showing: number, silent: number): string =>
    `${items(showing)} ${showing === 1 ? 'shows' : 'show'} a category, ${silent} ${silent === 1 ? 'shows' : 'show'} none.`,
  apart: (share: string): string => `${share} of those that do would have to show another.`,
  row: (name: string, share: string, served: string): string =>
    `${name}: ${share} of the items, ${served} of those who are served`,
  keyShown: 'Items',
  keyServed: 'Those who are served',
  columns: {
    category: 'Shows',
    served: 'Of those who are served',
    items: 'Items',
    share: 'Of the items that show any',
    wanted: 'Items to match',
  },
  keepTitle: 'Record whom the items show',
  keepLead:
    'What was recorded before stays on record; the newest counts. The two files stand side by side: a category that an item shows is one of those who are served.',
  program: 'Program',
  items: 'The items',
  itemsHint:
    'A spreadsheet or a CSV file with a row for each item: the column item, and one for each variable, such as setting. Several categories between semicolons; empty where it shows nobody in particular.',
  served: 'Those who are served',
  servedHint: 'A spreadsheet or a CSV file with the columns variable, category and count.',
  source: 'Where these figures come from',
  sourceHint: 'Such as “role and function study 2024, 2,810 answers”.',
  keep: 'Record',
  kept: 'It is recorded.',
  chooseProgram: 'Choose a program of the list.',
  chooseFile: 'Choose a file.',
  tooLarge: 'This file is too large for a table. Choose one of at most 20 MB.',
};
