/** The register before anything is asked, with mistakes, with no answer and with one; a list sent, confirmed and answered. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { suspended } from '../notices/examples.tsx';
import { RegisterPage, type RegisterPageProps } from './register-page.tsx';
import { RosterEndPage, RosterFormPage, RosterPage } from './roster-page.tsx';

const frame = { ...guestFrame, path: '/register' };
const credential = 'Larkspur Care Coordinator (LCC)';
const page: RegisterPageProps = {
  ...{ frame, mistakes: [], answer: undefined, typed: () => '' },
  programs: [{ value: 'larkspur-care', label: credential }],
  places: [{ value: 'OH', label: 'Ohio' }],
};
const card = {
  ...{ holder: 'Nguyễn Thị Minh Khai', program: 'Larkspur Care Coordinator', designation: 'LCC' },
  ...{ issuer: 'Larkspur Board', number: 'LCC-7K2M9-QXD4T', awarded: 'May 29, 2026' },
  ...{ validFrom: 'May 29, 2026', validUntil: 'May 31, 2031', demonstration: true },
};
const roster = {
  ...{ frame: { ...frame, path: '/register/roster' }, at: '/register/roster/x', isNew: false },
  ...{ organization: 'Harbor Hospital', ends: 'Tuesday, November 30, 2027' },
};

export const examples: readonly Example[] = [
  { name: 'before', element: <RegisterPage {...page} /> },
  {
    name: 'mistakes',
    element: (
      <RegisterPage
        {...page}
        mistakes={[
          { field: 'number', message: 'Certificate number: it is empty. Fill it in to go on.' },
          { field: 'place', message: 'State: choose where they practice.' },
        ]}
      />
    ),
  },
  { name: 'none', element: <RegisterPage {...page} answer={{ credential, found: [] }} /> },
  {
    name: 'found',
    element: (
      <RegisterPage
        {...page}
        answer={{
          credential,
          found: [
            {
              card,
              status: { label: 'Suspended until March 1, 2028', tone: 'stopped' },
              notices: [suspended],
            },
          ],
        }}
      />
    ),
  },
  {
    name: 'roster-form',
    element: <RosterFormPage frame={roster.frame} typed={() => ''} mistakes={[]} />,
  },
  { name: 'roster-sent', element: <RosterEndPage frame={roster.frame} kind="sent" /> },
  { name: 'roster-to-confirm', element: <RosterPage {...roster} isConfirmed={false} lines={[]} /> },
  {
    name: 'roster-answered',
    element: (
      <RosterPage
        {...roster}
        isConfirmed
        isNew
        lines={[
          {
            ...{ line: 1, who: 'Jónsdóttir, LCC-7K2M9-QXD4T, LCC', state: 'Current' },
            until: 'Saturday, May 31, 2031',
          },
          { line: 2, who: '王, LCC-3PZ8C-0WQ2M, LCC', state: undefined, until: '' },
        ]}
      />
    ),
  },
];
