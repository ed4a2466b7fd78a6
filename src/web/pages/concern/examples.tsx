/** The form, with every mistake, what is shown once it is sent, and the answer behind the code. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { ConcernPage, ConcernSentPage } from './concern-page.tsx';
import { ConcernReadPage, ConcernReceiptPage } from './concern-receipt-page.tsx';

const frame = { ...guestFrame, path: '/concern' };
const subjects = [
  { id: 'commission', label: 'How the body itself acts or decides' },
  { id: 'certificant', label: 'What somebody who holds a credential did or did not do' },
  { id: 'exam', label: 'An exam or a question in it' },
  { id: 'accommodation', label: 'An accommodation that was asked for or granted' },
  { id: 'other', label: 'Something else' },
];

export const examples: readonly Example[] = [
  {
    name: 'empty',
    element: (
      <ConcernPage
        frame={frame}
        subjects={subjects}
        formKey="AAAAAAAAAAAAAAAAAAAAAA"
        typed={{ about: '', account: '', contact: '' }}
        mistakes={[]}
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <ConcernPage
        frame={frame}
        subjects={subjects}
        formKey="AAAAAAAAAAAAAAAAAAAAAA"
        typed={{ about: '', account: 'No.', contact: 'ada@' }}
        mistakes={[
          { field: 'about', message: 'Choose what it is about.' },
          { field: 'account', message: 'Say in a sentence or two what happened.' },
          {
            field: 'contact',
            message: 'Enter a whole email address, such as name@example.org, or leave it empty.',
          },
        ]}
      />
    ),
  },
  {
    name: 'sent',
    element: (
      <ConcernSentPage
        frame={frame}
        receipt="7ZK4Q-0M2XN-9B1RT-HW8CD"
        label="C-4KQ0X8Z"
        answerBy="Thursday, January 21, 2027"
      />
    ),
  },
  {
    name: 'code',
    element: (
      <ConcernReceiptPage
        frame={{ ...frame, path: '/concern/receipt' }}
        typed="7ZK4Q-0M2XN"
        mistakes={[
          { field: 'receipt', message: 'Receipt code: 10 letters and digits are missing.' },
        ]}
      />
    ),
  },
  {
    name: 'answer',
    element: (
      <ConcernReadPage
        frame={{ ...frame, path: '/concern/receipt' }}
        label="C-4KQ0X8Z"
        about="An exam or a question in it"
        received="Tuesday, January 12, 2027"
        answerBy="Thursday, January 21, 2027"
        replies={[
          {
            when: 'Thursday, January 14, 2027',
            text: 'We looked at question 12.\n\nIts picture was too pale to be read. It is taken out of scoring for everybody.',
          },
        ]}
      />
    ),
  },
];
