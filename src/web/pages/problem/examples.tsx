/** Not found, a fault with its number, signed out in the middle of a form, and carrying on. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame, guestFrame } from '../../parts/page-frame/examples.tsx';
import { en } from '../../words/en.ts';
import { CarryOnPage, ProblemPage, SignedOutPage } from './problem.tsx';

const words = en.problems;

export const examples: readonly Example[] = [
  {
    name: 'missing',
    element: (
      <ProblemPage frame={guestFrame} title={words.missing.title} text={[words.missing.text]} />
    ),
  },
  {
    name: 'fault',
    element: (
      <ProblemPage
        frame={candidateFrame}
        title={words.fault.title}
        text={[words.fault.text('7F3K-91QD')]}
        back={{ href: '/my', label: 'Your applications' }}
      />
    ),
  },
  {
    name: 'refused-with-what-was-written',
    element: (
      <ProblemPage
        frame={{ ...candidateFrame, written: ['We worked together.\nUntil 2021.', 'Second text.'] }}
        title={words.refused.title}
        text={['This request has already been answered.']}
      />
    ),
  },
  {
    name: 'signed-out',
    element: <SignedOutPage frame={guestFrame} carried="sealed" hadFiles />,
  },
  {
    name: 'carry-on',
    element: (
      <CarryOnPage
        frame={candidateFrame}
        action="/concern"
        form={{ account: 'What I typed', about: ['exam', 'other'] }}
        hadFiles={false}
      />
    ),
  },
];
