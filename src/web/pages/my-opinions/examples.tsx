/** Nothing asked, questions of every standing, one of them late and long, and the form with and without a mistake. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { AskedPage, AskPage, type AskPageProps, ChooseCodePage } from './ask-page.tsx';
import { MyOpinionsPage, type MyQuestion } from './my-opinions-page.tsx';

const frame = { ...candidateFrame, path: '/my/opinions' };
const waiting: MyQuestion = {
  label: 'O-7RW2K5D',
  program: 'Larkspur Care Navigator',
  asked: 'March 2, 2026',
  words: 'أسرة تريد أن تهديني سلة فواكه.\n\nهل يجوز لي قبولها؟ '.repeat(3),
  provision: 'R18',
  promised: 'Wednesday, April 1, 2026',
  daysLate: 12,
  standing: 'waiting',
  href: undefined,
  declined: undefined,
};
const form: AskPageProps = {
  frame: { ...frame, path: '/my/opinions/ask' },
  program: { id: 'larkspur-navigator', name: 'Larkspur Care Navigator' },
  provisions: [
    { value: 'R16', label: 'R16 Conflicts of interest' },
    { value: 'R18', label: 'R18 Gifts' },
  ],
  answerBy: 'Wednesday, April 1, 2026',
  formKey: '00000000-0000-4000-8000-000000000000',
  typed: { words: '', provision: '' },
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'none', element: <MyOpinionsPage frame={frame} questions={[]} /> },
  {
    name: 'several',
    element: (
      <MyOpinionsPage
        frame={frame}
        questions={[
          waiting,
          {
            ...waiting,
            label: 'O-4K7QM2X',
            words: 'May I take a basket of fruit from a family at the end?',
            daysLate: 0,
            standing: 'published',
            href: '/programs/larkspur-navigator/opinions/O-4K7QM2X',
          },
          {
            ...waiting,
            label: 'O-83JX4TA',
            words: 'Do I have to pay tax on my fees?',
            provision: undefined,
            daysLate: 0,
            standing: 'declined',
            declined: 'The code does not speak of taxes. A tax adviser can answer this.',
          },
        ]}
      />
    ),
  },
  {
    name: 'choose',
    element: (
      <ChooseCodePage
        frame={form.frame}
        programs={[
          { value: 'larkspur-navigator', label: 'Larkspur Care Navigator' },
          { value: 'larkspur-care', label: 'Larkspur Care Coordinator' },
        ]}
      />
    ),
  },
  { name: 'ask', element: <AskPage {...form} /> },
  {
    name: 'mistakes',
    element: (
      <AskPage
        {...form}
        typed={{ words: 'Yılmaz, may I?', provision: 'R18' }}
        mistakes={[
          {
            field: 'words',
            message:
              'Your question holds “Yılmaz”, which is a name of yours. Take it out, so that nobody who answers knows who asks.',
          },
        ]}
      />
    ),
  },
  {
    name: 'sent',
    element: <AskedPage frame={form.frame} label="O-7RW2K5D" answerBy={form.answerBy} />,
  },
];
