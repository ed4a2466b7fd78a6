/** The list empty and full, for a director and for the board; one idea waiting, with mistakes, and adopted. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { DeskIdeaPage, type DeskIdeaPageProps } from './desk-idea-page.tsx';
import { DeskIdeasPage, type IdeaLine } from './desk-ideas-page.tsx';

const frame = { ...candidateFrame, path: '/desk/ideas' };

const line: IdeaLine = {
  id: 'a1',
  label: 'I-4K7QM2X',
  about: 'The exam',
  program: 'All programs',
  stands: 'Waiting for an answer',
  promised: 'May 1, 2026',
  overdue: undefined,
};

const waiting: DeskIdeaPageProps = {
  frame: { ...frame, path: '/desk/ideas/a1' },
  id: 'a1',
  label: 'I-4K7QM2X',
  seen: 0,
  stands: 'Waiting for an answer',
  promised: { day: 'Friday, May 1, 2026', daysLate: 3 },
  about: 'The exam',
  program: 'All programs',
  saidBy: 'Somebody who wants to be certified',
  proposed: 'Mar 2, 2026',
  words: 'Offer the exam on a Saturday too.\n\nI work in a ward with shifts.',
  why: 'A weekday costs me a day of pay each time.',
  again: undefined,
  extensions: [],
  answer: undefined,
  may: { answer: true, extend: true, carryOut: false },
  typed: {
    outcome: '',
    title: '',
    summary: '',
    reason: '',
    byWhen: { month: '', day: '', year: '' },
    extend: '',
    done: '',
  },
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  {
    name: 'none',
    element: <DeskIdeasPage frame={frame} isBoard owed={[]} toCarryOut={[]} others={[]} />,
  },
  {
    name: 'list',
    element: (
      <DeskIdeasPage
        frame={frame}
        isBoard={false}
        owed={[
          { ...line, overdue: '3 days overdue' },
          { ...line, id: 'a2', label: 'I-9PW3TBD' },
        ]}
        toCarryOut={[{ ...line, id: 'a3', about: 'Exam seats on Saturdays', stands: 'Answered' }]}
        others={[{ ...line, id: 'a4', stands: 'Carried out' }]}
      />
    ),
  },
  { name: 'waiting', element: <DeskIdeaPage {...waiting} /> },
  {
    name: 'mistakes',
    element: (
      <DeskIdeaPage
        {...waiting}
        typed={{ ...waiting.typed, outcome: 'adopted', title: 'Saturdays' }}
        mistakes={[
          { field: 'summary', message: 'The idea is missing. Write 20 characters or more.' },
          { field: 'by-when', message: 'By when: enter the month, the day and the year.' },
        ]}
      />
    ),
  },
  {
    name: 'again',
    element: (
      <DeskIdeaPage
        {...waiting}
        stands="Waiting for the board to look again"
        promised={{ day: 'Friday, May 29, 2026', daysLate: 0 }}
        extensions={[{ on: 'Mar 20, 2026', reason: 'Two committees have to be asked first.' }]}
        answer={{
          outcome: 'Not adopted',
          on: 'Apr 13, 2026',
          title: 'Exam seats on Saturdays',
          summary: 'Two Saturdays in every window would have seats.',
          reason: 'It was tried for a year, and nobody took the seats.',
        }}
        again="It was never announced, so nobody knew of it."
        may={{ answer: true, extend: false, carryOut: false }}
      />
    ),
  },
  {
    name: 'adopted',
    element: (
      <DeskIdeaPage
        {...waiting}
        stands="Answered"
        promised={undefined}
        answer={{
          outcome: 'Adopted',
          on: 'Apr 13, 2026',
          title: 'Exam seats on Saturdays',
          summary: 'Two Saturdays in every window have seats.',
          reason: 'It costs little.',
        }}
        may={{ answer: false, extend: false, carryOut: true }}
        news="The answer is on record, and whoever proposed it is told."
      />
    ),
  },
];
