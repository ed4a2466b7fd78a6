/** The desk with nothing and with late questions; a question before, drafted, returned, published, each as its reader sees it. */
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { gifts } from '../opinions/invented-opinions.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { QuestionPage } from './question-page.tsx';
import type { QuestionPageProps } from './question-view.ts';
import { type QuestionLine, QuestionsPage } from './questions-page.tsx';

const frame = frameOf('conduct', '/desk/opinions');
const line: QuestionLine = {
  id: '00000000-0000-4000-8000-000000000001',
  label: 'O-7RW2K5D',
  program: 'Larkspur Care Navigator',
  title: undefined,
  standing: 'waiting',
  promised: 'April 1, 2026',
  overdue: '12 days overdue',
};
const nothing = { title: '', situation: '', answer: '', cites: '' };
const draft = { ...gifts, cites: gifts.cites.join(', ') };
const base: QuestionPageProps = {
  frame,
  question: {
    id: line.id,
    label: line.label,
    program: line.program,
    asked: 'March 2, 2026',
    promised: 'Wednesday, April 1, 2026',
    daysLate: 12,
    provision: 'R18',
    words:
      'A family wants to give me a basket of fruit and a card with some money on the last day.\n\nMay I take it?',
  },
  standing: 'waiting',
  reason: undefined,
  draft: undefined,
  href: undefined,
  seen: 0,
  drafting: {
    version: '2026',
    provisions: [
      { value: 'P1', label: 'P1 The person decides' },
      { value: 'R16', label: 'R16 Conflicts of interest' },
      { value: 'R18', label: 'R18 Gifts' },
      { value: 'D3', label: 'D3 Conflict of interest' },
    ],
    typed: nothing,
    mayDecline: true,
    declineWhy: '',
  },
  signing: undefined,
  returnWhy: '',
  ending: undefined,
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'none', element: <QuestionsPage frame={frame} open={[]} closed={[]} /> },
  {
    name: 'list',
    element: (
      <QuestionsPage
        frame={frame}
        open={[
          line,
          {
            ...line,
            id: '2',
            label: 'O-83JX4TA',
            title: gifts.title,
            standing: 'drafted',
            promised: 'May 1, 2026',
            overdue: undefined,
          },
        ]}
        closed={[
          {
            ...line,
            id: '3',
            label: gifts.label,
            title: gifts.title,
            standing: 'published',
            overdue: undefined,
          },
          { ...line, id: '4', label: 'O-9PW3C5N', standing: 'declined', overdue: undefined },
        ]}
      />
    ),
  },
  { name: 'question', element: <QuestionPage {...base} /> },
  {
    name: 'mistakes',
    element: (
      <QuestionPage
        {...base}
        drafting={
          base.drafting && {
            ...base.drafting,
            typed: { ...draft, answer: 'Ask Wójcik.', cites: '' },
          }
        }
        mistakes={[
          { field: 'answer', message: '“Wójcik” is a name of somebody who is known here.' },
          {
            field: 'cites',
            message:
              'Write the numbers of the provisions that it rests on, from 1 to 12, such as R16, R18.',
          },
        ]}
      />
    ),
  },
  {
    name: 'own-draft',
    element: (
      <QuestionPage
        {...base}
        standing="drafted"
        draft={draft}
        seen={1}
        signing="own"
        drafting={base.drafting && { ...base.drafting, typed: draft, mayDecline: false }}
        news="The draft is kept. It waits for a second reader."
      />
    ),
  },
  {
    name: 'to-sign',
    element: (
      <QuestionPage
        {...base}
        frame={frameOf('director', '/desk/opinions')}
        standing="drafted"
        draft={draft}
        seen={1}
        drafting={undefined}
        signing="may"
        mistakes={[{ field: 'sure', message: 'Confirm that you have read it, then sign it.' }]}
      />
    ),
  },
  {
    name: 'returned',
    element: (
      <QuestionPage
        {...base}
        standing="returned"
        draft={draft}
        reason="It does not say what to do with the money."
        seen={2}
      />
    ),
  },
  {
    name: 'published',
    element: (
      <QuestionPage
        {...base}
        question={{ ...base.question, daysLate: 0 }}
        standing="published"
        draft={draft}
        href={`/programs/larkspur-navigator/opinions/${line.label}`}
        seen={2}
        drafting={undefined}
        ending={{
          later: [{ value: 'O-4K7QM2X', label: `O-4K7QM2X ${gifts.title}` }],
          typed: { later: '', reason: '' },
        }}
        news="The opinion is published, and whoever asked is told."
      />
    ),
  },
  {
    name: 'withdrawn',
    element: (
      <QuestionPage
        {...base}
        question={{ ...base.question, daysLate: 0, asked: String(date('2026-03-02')) }}
        standing="withdrawn"
        draft={draft}
        reason="The rule on gifts has changed."
        href={`/programs/larkspur-navigator/opinions/${line.label}`}
        seen={3}
        drafting={undefined}
      />
    ),
  },
];
