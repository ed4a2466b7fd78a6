/** The questions after filing, with mistakes, and while nothing is asked. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { AboutYouPage, type AboutYouPageProps } from './about-you-page.tsx';
import type { QuestionShown } from './about-you-questions.tsx';

const record = {
  published: 'In groups. Never for a group so small that it could point to somebody.',
  purpose: 'To see whether outcomes differ between groups',
  basis: 'Your consent',
  retention: '7',
};
const refuse = { id: 'prefer-not-to-say', label: 'Prefer not to say' };
const questions: readonly QuestionShown[] = [
  {
    ...record,
    id: 'caregiving',
    title: 'Caring for others',
    question: 'Do you regularly look after somebody without pay? Choose every answer that fits.',
    kind: 'choice',
    multiple: true,
    choices: [
      { id: 'child', label: 'A child under 18' },
      { id: 'no-caregiving', label: 'Neither of these', alone: true },
      refuse,
    ],
  },
  {
    ...record,
    id: 'age',
    title: 'Age',
    question: 'In which year were you born?',
    kind: 'year',
    multiple: false,
    choices: [refuse],
  },
  {
    ...record,
    id: 'gender',
    title: 'Gender',
    question: 'How do you describe your gender?',
    kind: 'choice',
    multiple: false,
    choices: [
      { id: 'woman', label: 'Woman' },
      { id: 'two-spirit', label: 'Two-Spirit', hint: 'A term of Indigenous peoples' },
      refuse,
    ],
  },
];

const plain: AboutYouPageProps = {
  frame: { ...candidateFrame, path: '/my/about-you' },
  questions,
  typed: {},
  mistakes: [],
  news: null,
  filed: null,
};

export const examples: readonly Example[] = [
  {
    name: 'filed',
    element: (
      <AboutYouPage
        {...plain}
        filed={{ id: '1', label: 'E-4K7QM2X', promised: 'Saturday, February 28, 2026' }}
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <AboutYouPage
        {...plain}
        typed={{ age: '19781', caregiving: ['child', 'no-caregiving'] }}
        mistakes={[
          { field: 'caregiving', message: 'Caring for others: take out one or the other.' },
          { field: 'age', message: 'Age: write the year with four digits, such as 1978.' },
          { field: 'sure', message: 'Are you sure: tick the box to erase your answers.' },
        ]}
      />
    ),
  },
  {
    name: 'off',
    element: <AboutYouPage {...plain} questions={[]} news="What you answered is saved." />,
  },
];
