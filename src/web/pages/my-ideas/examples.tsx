/** The form with and without mistakes, what follows it, and ideas of every standing, one of them late. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { type MyIdea, MyIdeasPage } from './my-ideas-page.tsx';
import { ProposedPage, ProposePage, type ProposePageProps } from './propose-page.tsx';

const frame = { ...candidateFrame, path: '/my/ideas' };

const form: ProposePageProps = {
  frame: { ...frame, path: '/my/ideas/propose' },
  programs: [
    { value: 'larkspur-care', label: 'Larkspur Care Coordinator' },
    { value: 'larkspur-navigator', label: 'Larkspur Health Navigator' },
  ],
  answerBy: 'Friday, May 1, 2026',
  formKey: '00000000-0000-4000-8000-000000000001',
  typed: { subject: '', program: '', role: '', words: '', why: '' },
  mistakes: [],
};

const waiting: MyIdea = {
  id: 'a1',
  label: 'I-4K7QM2X',
  about: 'The exam. All programs',
  stands: 'Waiting for an answer',
  proposed: 'Mar 2, 2026',
  words: 'Offer the exam on a Saturday too.',
  why: 'A weekday costs me a day of pay each time.',
  promised: { day: 'Friday, May 1, 2026', daysLate: 0 },
  extended: [],
  answer: undefined,
  done: undefined,
  again: undefined,
  againUntil: undefined,
};
const page = { frame, news: undefined, typed: { idea: '', again: '' }, mistakes: [] };

export const examples: readonly Example[] = [
  { name: 'none', element: <MyIdeasPage {...page} ideas={[]} /> },
  {
    name: 'several',
    element: (
      <MyIdeasPage
        {...page}
        news="The board looks at it again."
        typed={{ idea: 'a2', again: 'Too short' }}
        mistakes={[
          { field: 'again-a2', message: 'The text is too short. Write 10 characters or more.' },
        ]}
        ideas={[
          waiting,
          {
            ...waiting,
            id: 'a2',
            label: 'I-9PW3TBD',
            stands: 'Answered',
            promised: undefined,
            answer: {
              outcome: 'Not adopted',
              on: 'Apr 13, 2026',
              reason: 'It was tried for a year, and nobody took the seats.',
            },
            againUntil: 'Wednesday, May 13, 2026',
          },
          {
            ...waiting,
            id: 'a3',
            label: 'I-7RW2K5D',
            promised: { day: 'Friday, May 1, 2026', daysLate: 12 },
            extended: [{ on: 'Mar 20, 2026', reason: 'Two committees have to be asked first.' }],
            words: 'توفير الامتحان باللغة العربية أيضًا.',
          },
          {
            ...waiting,
            id: 'a4',
            label: 'I-2ZC8NHV',
            stands: 'Carried out',
            promised: undefined,
            answer: { outcome: 'Adopted', on: 'Apr 13, 2026', reason: 'It costs little.' },
            again: 'It was never announced.',
            done: { on: 'Jul 20, 2026', what: 'Both Saturdays had seats.' },
          },
        ]}
      />
    ),
  },
  { name: 'propose', element: <ProposePage {...form} /> },
  {
    name: 'propose-mistakes',
    element: (
      <ProposePage
        {...form}
        typed={{ ...form.typed, subject: 'exam', words: 'Saturdays, says Ayşe Yılmaz.' }}
        mistakes={[
          { field: 'role', message: 'Choose what you are here, or “something else”.' },
          {
            field: 'words',
            message:
              'It holds “Ayşe Yılmaz”, which is a name of yours. Take it out, so that whoever answers does not know whose idea it is.',
          },
        ]}
      />
    ),
  },
  {
    name: 'proposed',
    element: <ProposedPage frame={frame} label="I-4K7QM2X" answerBy={form.answerBy} />,
  },
];
