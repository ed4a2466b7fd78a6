/** A pass, a fail in an exam of two parts, an exam nobody could score, and one that waits. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { en } from '../../words/en.ts';
import { type ResultModel, ResultPage, ResultWaitsPage } from './result.tsx';

const frame = { ...candidateFrame, path: '/results/1' };
const program = {
  name: 'Larkspur Health Navigator (LHN)',
  notice: 'Invented program of an invented body.',
};
const notice =
  'This is a demonstration. No expert has reviewed its questions, and nobody judged its passing score. The result means nothing outside it.';
const ways = { credential: null, appeal: null, takeAgain: null, receipt: '/results/1/receipt' };
const domains = [
  {
    title: 'Care Management',
    words: 'Too close to the passing level to call (9 questions)',
    remark: undefined,
  },
  {
    title: 'Quality and Outcomes Evaluation and Measurements',
    words: 'Too few questions to say (3 questions)',
    remark: 'Its share of the exam is an even share; no weight is published for it.',
  },
];
const passed: ResultModel = {
  headline: 'You passed',
  summary: 'You reached the passing score on the exam you took on Friday, May 29, 2026.',
  notice,
  parts: [
    {
      title: 'Exam',
      words: 'Passed',
      count: undefined,
      cutHow: 'A number chosen so that the demonstration can be walked through.',
      domains,
    },
  ],
  cannotSay: ['It is not a rank. How other people did played no part in it.'],
  next: ['Your credential is the next step.'],
};

const failed: ResultModel = {
  ...passed,
  headline: 'You did not pass this time',
  summary: 'The score on the exam you took on Friday, May 29, 2026 was below the passing score.',
  next: [],
};

export const examples: readonly Example[] = [
  {
    name: 'passed',
    element: (
      <ResultPage {...ways} frame={frame} program={program} report={passed} credential="/c/1" />
    ),
  },
  {
    name: 'take-again',
    element: (
      <ResultPage
        {...ways}
        frame={frame}
        program={program}
        takeAgain={{
          done: false,
          text: en.appeals.takeAgain.text('N-4K7QM2X', 'Friday, May 29, 2026'),
          href: '/results/1/again',
        }}
        report={failed}
      />
    ),
  },
  {
    name: 'set-aside',
    element: (
      <ResultPage
        {...ways}
        frame={frame}
        program={program}
        takeAgain={{ done: true, text: en.appeals.takeAgain.done, href: '/exam/larkspur-care' }}
        report={failed}
      />
    ),
  },
  {
    name: 'two-parts',
    element: (
      <ResultPage
        {...ways}
        frame={frame}
        program={program}
        appeal={{
          text: null,
          href: '/results/1/appeal',
          link: 'Appeal this result',
          setAside: false,
        }}
        report={{
          ...passed,
          headline: 'You did not pass this time',
          summary: 'You passed 1 of 2 parts. Every part has to be passed.',
          next: ['You can take the exam again from Monday, June 29, 2026.'],
          parts: [
            { ...passed.parts[0], title: 'Part 1: Systems', words: 'Passed' },
            {
              ...passed.parts[0],
              title: 'Part 2: People',
              words: 'Not passed',
              count: 'You answered 4 of 8 questions right. Passing takes 5.',
            },
          ].map((part) => ({ count: undefined, cutHow: '', domains, ...part })),
        }}
      />
    ),
  },
  {
    name: 'not-scorable',
    element: (
      <ResultPage
        {...ways}
        frame={frame}
        program={program}
        report={{
          ...passed,
          headline: 'We could not score this exam',
          summary: 'We have no answer from you, so there is nothing to score.',
          parts: [],
          cannotSay: [],
          next: ['Tell us if you did answer questions: raise a concern.'],
        }}
      />
    ),
  },
  { name: 'held', element: <ResultWaitsPage frame={frame} why="held" /> },
  { name: 'waiting', element: <ResultWaitsPage frame={frame} why="waiting" /> },
];
