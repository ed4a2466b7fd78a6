/** Who owes, a search that finds and one that does not, one account, and a payment with every mistake. */
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { AccountPage, type AccountPageProps } from './account.tsx';
import { FeesPage } from './fees.tsx';

const words = en.desk.fees;
const frame = frameOf('staff', '/desk/fees');
const long =
  'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón von und zu Hohenlohe-Waldenburg-Schillingsfürst';
const owing = [
  ['1', 'Nguyễn Thị Minh Khai', 'khai@people.example', 'Larkspur Care Coordinator', '$430.00'],
  [
    '2',
    long,
    'maria.de.los.angeles.fernandez@people.example',
    'Larkspur Work Ability Specialist',
    '$235.00',
  ],
  ['3', 'محمد بن عبد الله', 'mohammed@people.example', 'Larkspur Care Coordinator', '$195.00'],
  ['4', 'Suharto', 's@people.example', 'Larkspur Health Navigator', '$12.50'],
].map(([person = '', name = '', email = '', program = '', owed = '']) => ({
  person,
  name,
  email,
  program,
  owed,
}));

const account: AccountPageProps = {
  frame: { ...frame, path: '/desk/fees/1' },
  person: '1',
  name: 'Nguyễn Thị Minh Khai',
  email: 'khai@people.example',
  entries: [
    {
      id: '1',
      kind: 'charge',
      fee: 'Application',
      program: 'Larkspur Care Coordinator',
      on: 'January 12, 2027',
      amount: '$235.00',
      reference: 'application:E-4KQ0X8Z',
    },
    {
      id: '2',
      kind: 'charge',
      fee: 'Exam',
      program: 'Larkspur Care Coordinator',
      on: 'January 12, 2027',
      amount: '$195.00',
      reference: 'exam:E-4KQ0X8Z',
    },
    {
      id: '3',
      kind: 'payment',
      fee: 'payment',
      program: 'Larkspur Care Coordinator',
      on: 'January 14, 2027',
      amount: '$235.00',
      reference: 'check 10442',
    },
  ],
  balances: [{ program: 'Larkspur Care Coordinator', line: words.balance('$195.00') }],
  programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
  typed: { program: 'larkspur-care', amount: '', reference: '' },
  mistakes: [],
  news: words.recorded,
};

export const examples: readonly Example[] = [
  { name: 'good-day', element: <FeesPage frame={frame} search="" found={[]} owing={owing} /> },
  {
    name: 'found',
    element: <FeesPage frame={frame} search="maria" found={owing.slice(1, 3)} owing={owing} />,
  },
  {
    name: 'empty',
    element: <FeesPage frame={frame} search="Łukasz" found={[]} owing={[]} />,
  },
  { name: 'account', element: <AccountPage {...account} /> },
  {
    name: 'account-mistakes',
    element: (
      <AccountPage
        {...account}
        name={long}
        news={undefined}
        balances={[
          ...account.balances,
          { program: 'Larkspur Work Ability Specialist', line: words.credit('$20.00') },
        ]}
        programs={[
          ...account.programs,
          { value: 'larkspur-work', label: 'Larkspur Work Ability Specialist' },
        ]}
        typed={{ program: '', amount: '43O', reference: '' }}
        mistakes={[
          { field: 'program', message: words.programMissing },
          {
            field: 'amount',
            message:
              'Amount: write dollars and, after a point, at most two digits for cents, such as 430 or 430.50.',
          },
          {
            field: 'reference',
            message:
              'Reference: give the payment a reference, such as a check number or a receipt number.',
          },
        ]}
      />
    ),
  },
  {
    name: 'account-empty',
    element: <AccountPage {...account} news={undefined} entries={[]} balances={[]} />,
  },
];
