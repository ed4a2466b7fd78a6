/** What a custodian is asked: nothing, something with a mistake, and what was answered. */
import type { Example } from '../../parts/example.ts';
import { custodian as words } from '../../words/complaints.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { CustodianPage, type NameRequestShown } from './custodian-page.tsx';

const frame = frameOf('custodian', '/desk/custodian');
const request: NameRequestShown = {
  id: '1',
  label: 'X-4K7QM2X',
  asked: 'Tuesday, January 12, 2027',
  role: words.roles.c,
  reason: 'The letter came back, and only whoever wrote it can say where it should go.',
  answer: undefined,
};
const base = { frame, typed: {}, mistakes: [], news: undefined } as const;

export const examples: readonly Example[] = [
  {
    name: 'asked',
    element: (
      <CustodianPage
        {...base}
        requests={[
          request,
          {
            ...request,
            id: '2',
            label: 'X-0M2XN9B',
            role: words.roles.respondent,
            answer: { consented: false, reason: 'Not needed for this step.' },
          },
        ]}
        news={words.news}
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <CustodianPage
        {...base}
        requests={[request]}
        mistakes={[
          { field: 'why-1', message: 'Why you consent or refuse: say in a few words why.' },
        ]}
      />
    ),
  },
  { name: 'none', element: <CustodianPage {...base} requests={[]} /> },
];
