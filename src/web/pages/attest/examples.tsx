/** What a supervisor is asked, with mistakes, afterwards, and behind a link that does not work. */
import { attestationQuestions } from '../../../casework/application/attestation.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import {
  AttestDonePage,
  AttestOverPage,
  AttestPage,
  type AttestPageProps,
} from './attest-page.tsx';

const frame = { ...guestFrame, path: '/attest/abc' };
const candidate = 'Nguyễn Thị Minh Khai';

const empty: AttestPageProps = {
  frame,
  action: '/attest/abc',
  candidate,
  supervisor: 'Rosalind Osei',
  program: {
    name: 'Larkspur Care Coordinator',
    body: 'Larkspur Board for Care Professions',
    notice: 'Invented program of an invented body. It runs rules that were published for CCM.',
  },
  work: [
    {
      title: '12 months supervised by a holder',
      rule: 'Has worked 12 months full time in case management.',
    },
  ],
  questions: attestationQuestions('LCC'),
  values: {},
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <AttestPage {...empty} /> },
  {
    name: 'mistakes',
    element: (
      <AttestPage
        {...empty}
        values={{ months: 'a year', performed: 'yes' }}
        mistakes={[
          { field: 'role', message: '“How do you know their work?”: choose one answer.' },
          { field: 'months', message: 'Months they did this work: write digits only, such as 24.' },
        ]}
      />
    ),
  },
  { name: 'done', element: <AttestDonePage frame={frame} candidate={candidate} /> },
  { name: 'over', element: <AttestOverPage frame={frame} days={60} /> },
];
