/** The list of all questions: some left open, and all answered. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { SittingReviewPage } from './sitting-review.tsx';

const frame = { ...candidateFrame, path: '/sitting/1/review' };
const questions = Array.from({ length: 12 }, (_, k) => ({
  place: k + 1,
  answered: k % 3 !== 0,
  flagged: k % 5 === 0,
}));
const time = { remainingMs: 600_000, ends: '2:45 p.m. Eastern Time' };

export const examples: readonly Example[] = [
  {
    name: 'open',
    element: (
      <SittingReviewPage
        frame={frame}
        model={{ sitting: '1', epoch: 1, questions }}
        time={time}
        back={3}
      />
    ),
  },
  {
    name: 'answered',
    element: (
      <SittingReviewPage
        frame={frame}
        model={{
          sitting: '1',
          epoch: 1,
          questions: questions.map((question) => ({ ...question, answered: true })),
        }}
        time={time}
        back={3}
      />
    ),
  },
];
