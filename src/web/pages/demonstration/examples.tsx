/** The start page with names from several scripts, the mail, and an empty inbox. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { DemonstrationPage } from './demonstration-page.tsx';
import { InboxPage } from './inbox-page.tsx';

const start = { ...guestFrame, path: '/demonstration' };
const inbox = { ...guestFrame, path: '/demonstration/inbox' };

export const examples: readonly Example[] = [
  {
    name: 'start',
    element: (
      <DemonstrationPage
        frame={start}
        people={[
          {
            id: 'candidate-new',
            name: 'Siobhán O’Brien-Nguyễn',
            part: 'Candidate who has not applied yet',
            sees: 'Apply from the first page to the last, and tell us about yourself if you like.',
          },
          {
            id: 'candidate-exam',
            name: 'Suharto',
            part: 'Candidate whose exam is open',
            sees: 'Take the exam with half as much time again, and see the result.',
          },
          {
            id: 'clerk',
            name: 'Mārtiņš Ozoliņš',
            part: 'Records clerk',
            sees: 'Check documents and confirm facts. Decides nothing.',
          },
          {
            id: 'reviewer',
            name: 'ወይዘሮ ጥሩወርቅ በላይ',
            part: 'Reviewer',
            sees: 'Decide cases by their facts, without knowing whose they are.',
          },
          {
            id: 'director',
            name: 'فاطمة الزهراء بنت محمد',
            part: 'Director',
            sees: 'See outcomes by group, revoke a credential, consent to showing an identity.',
          },
        ]}
      />
    ),
  },
  {
    name: 'inbox',
    element: (
      <InboxPage
        frame={inbox}
        mails={[
          {
            id: '1',
            to: 'suharto@example.org',
            subject: 'We have decided on your application',
            sent: 'Tuesday, January 12, 2027, 9:41 a.m.',
            text: 'You are eligible for the exam.\n\nThe reasons for each criterion and your receipt are here:\nhttp://127.0.0.1:8080/matters/4kq0\n\nYou can appeal until Thursday, February 11, 2027.',
            links: ['/matters/4kq0'],
          },
          {
            id: '2',
            to: 'a.very.long.address.of.a.supervisor.in.a.large.hospital@example.org',
            subject: 'A question about somebody you supervised',
            sent: 'Monday, January 11, 2027, 4:02 p.m.',
            text: 'Somebody you supervised applies for a credential.',
            links: [],
          },
        ]}
        pages={{ here: 'Messages 1 to 2 of 2' }}
      />
    ),
  },
  { name: 'inbox-empty', element: <InboxPage frame={inbox} mails={[]} /> },
];
