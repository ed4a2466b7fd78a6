/** A complaint that has just begun, one in the middle of everything, one with mistakes; a letter; asking for a name. */
import type { Example } from '../../parts/example.ts';
import { names, complaint as words } from '../../words/complaints.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { ComplaintPage } from './complaint-page.tsx';
import { fresh, inTheMiddle } from './invented-complaint.ts';
import { LetterPage } from './letter-page.tsx';
import { NamesPage, type NamesPageProps } from './names-page.tsx';

const frame = frameOf('conduct', '/desk/complaints/1');
const base = { frame, news: undefined, typed: { why: '' }, mistakes: [] } as const;
const asking: NamesPageProps = {
  frame,
  matter: { id: '1', label: 'X-4K7QM2X' },
  people: [
    { value: 'respondent', label: 'Respondent' },
    { value: 'c1', label: 'Complainant 1' },
  ],
  requests: [],
  seen: undefined,
  typed: { key: '', reason: '' },
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  {
    name: 'fresh',
    element: <ComplaintPage {...base} complaint={fresh} news={words.news.opened} />,
  },
  { name: 'middle', element: <ComplaintPage {...base} complaint={inTheMiddle} /> },
  {
    name: 'mistakes',
    element: (
      <ComplaintPage
        {...base}
        complaint={{ ...fresh, nearest: undefined, acts: [], promises: [] }}
        typed={{ why: 'My neighbor.' }}
        mistakes={[{ field: 'why', message: 'What the tie is: let a colleague in first.' }]}
      />
    ),
  },
  {
    name: 'letter',
    element: (
      <LetterPage
        frame={frame}
        matter="1"
        subject="A complaint about your conduct: what is alleged and how to answer"
        words={
          'Dear María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón,\n\nSomebody raised a concern.'
        }
        paper="/desk/complaints/1/letters/1/paper"
      />
    ),
  },
  { name: 'names', element: <NamesPage {...asking} /> },
  {
    name: 'names-seen',
    element: (
      <NamesPage
        {...asking}
        seen={{ fullName: 'محمد بن عبد الرحمن', contact: 'm.abdelrahman@riverbend-clinic.example' }}
        requests={[
          {
            id: '1',
            label: 'Complainant 1',
            reason: 'The letter came back and the address must be asked for.',
            stands: names.consented('It is needed.'),
            maySee: true,
          },
          {
            id: '2',
            label: 'Respondent',
            reason: 'I would like to know whether I know them.',
            stands: names.refused('Not needed for this step.'),
            maySee: false,
          },
        ]}
      />
    ),
  },
  {
    name: 'names-mistakes',
    element: (
      <NamesPage
        {...asking}
        typed={{ key: 'c1', reason: 'Curious.' }}
        mistakes={[
          {
            field: 'reason',
            message:
              'What must be known, and why: write at least 20 characters: what must be known, and why.',
          },
        ]}
      />
    ),
  },
];
