/** Nothing filed yet; the form with mistakes and a former name that was read; a request that is open. */
import { nameRulesOn } from '../../../casework/person/name-change.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { MyNamePage, type MyNamePageProps } from './my-name-page.tsx';

const { id, criteria } = nameRulesOn(date('2026-12-01'));
const page: MyNamePageProps = {
  frame: { ...candidateFrame, path: '/my/name' },
  present: 'Nguyễn Thị Minh Khai',
  former: [],
  readings: [],
  open: null,
  earlier: [],
  answerBy: 'Tuesday, December 15, 2026',
  criteria: { id, ways: criteria },
  typed: () => '',
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'nothing-filed', element: <MyNamePage {...page} answerBy={null} /> },
  {
    name: 'mistakes',
    element: (
      <MyNamePage
        {...page}
        former={['მარიამ ჯავახიშვილი']}
        readings={[
          'November 3, 2026, a records clerk, and said what for: the diploma bears an earlier name',
        ]}
        typed={(field) =>
          field === 'name' ? 'محمد بن عبد الله' : field === 'way' ? 'document' : ''
        }
        mistakes={[
          {
            field: 'document',
            message: 'Document: choose one official document that shows the name you want.',
          },
        ]}
      />
    ),
  },
  {
    name: 'open',
    element: (
      <MyNamePage
        {...page}
        open={{ href: '/matters/m1', label: 'C-4K7QM2X', promised: 'Tuesday, December 15, 2026' }}
        earlier={[{ href: '/matters/m0', text: 'C-2M9QXD4: Withdrawn' }]}
      />
    ),
  },
];
