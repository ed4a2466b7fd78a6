/** Nothing to supply, versions with and without texts, a file with rows to mend, and one that can be kept. */

import { date } from '../../../kernel/dates/civil-date.ts';
import { at } from '../../../kernel/result/at.ts';
import { ccmCode } from '../../../program/catalog/ccm-code.ts';
import { fatesOf, type KeptText } from '../../../program/conduct/kept-texts.ts';
import type { SuppliedRow } from '../../../program/conduct/supplied-row.ts';
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { DeskCodesPage, type DeskCodesPageProps } from './desk-codes-page.tsx';
import { ReviewPage, type ReviewPageProps } from './review-page.tsx';

const props: DeskCodesPageProps = {
  frame: frameOf('director', '/desk/codes'),
  states: [
    {
      value: 'larkspur-care ccm-code/2015-01',
      program: 'Larkspur Care Coordinator',
      version: '2015-01',
      href: '/programs/larkspur-care/code?version=2015-01',
      withWords: 12,
      all: 54,
      last: 'March 2, 2026',
    },
    {
      value: 'larkspur-work cdms-code/2015-09',
      program: 'Larkspur Work Disability Coordinator',
      version: '2015-09',
      href: '/programs/larkspur-work/code?version=2015-09',
      withWords: 0,
      all: 11,
      last: undefined,
    },
  ],
  chosen: '',
  mistakes: [],
  news: undefined,
};
const row = (number: string, at: number, text: string, title = ''): SuppliedRow => ({
  ...{ row: at, part: '', group: '', number, title, text },
});
const kept: readonly KeptText[] = ['P1', 'P2'].map((number) => ({
  ...{ place: 7, on: date('2026-03-02'), part: 'principles', group: null },
  ...{ number, title: `Title of ${number}`, text: `Invented words of ${number}.` },
}));
const review = (rows: readonly SuppliedRow[]): ReviewPageProps => ({
  frame: frameOf('director', '/desk/codes'),
  program: 'Larkspur Care Coordinator',
  version: '2015-01',
  fates: fatesOf(at(ccmCode.versions, 0), kept, rows),
  hidden: { version: 'larkspur-care ccm-code/2015-01', seen: '7', rows: '[]' },
});
const LONG =
  'Eine Regel, die sehr lang ist und ein Wort wie Arbeitsunfähigkeitsbescheinigungspflicht hat. ';

export const examples: readonly Example[] = [
  { name: 'none', element: <DeskCodesPage {...props} states={[]} /> },
  {
    name: 'usual',
    element: (
      <DeskCodesPage
        {...props}
        news="12 provisions kept. Line 4,812 of the decision log says so."
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <DeskCodesPage
        {...props}
        mistakes={[
          { field: 'version', message: 'Choose the program and the version that the file is for.' },
          { field: 'texts', message: 'Choose a file.' },
        ]}
      />
    ),
  },
  {
    name: 'to-mend',
    element: (
      <ReviewPage
        {...review([
          row('P1', 2, 'Invented words of P1.'),
          row('X7', 3, 'Words.'),
          row('P1', 4, 'Twice.'),
        ])}
      />
    ),
  },
  {
    name: 'to-keep',
    element: (
      <ReviewPage
        {...review([
          row('P1', 2, 'Invented words of P1.'),
          row('P2', 3, `Newer invented words.\n\n${LONG.repeat(8)}`),
          row('P3', 4, 'القاعدة الثالثة من كلماتنا.', 'Title of P3'),
        ])}
      />
    ),
  },
  {
    name: 'nothing-new',
    element: <ReviewPage {...review([row('P1', 2, 'Invented words of P1.')])} />,
  },
];
