/** Before the exam: ready with granted time, not ready yet, running, and with no form in use. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { en } from '../../words/en.ts';
import { type ExamModel, ExamPage } from './exam.tsx';

const frame = { ...candidateFrame, path: '/exam/larkspur-care' };
const ready: ExamModel = {
  program: 'larkspur-care',
  name: 'Larkspur Care Coordinator (LCC)',
  notice: 'Invented program of an invented body.',
  form: {
    demonstration: true,
    questions: 30,
    minutes: 75,
    standardMinutes: 30,
    granted: ['Half as much time again', '30 minutes of breaks that stop the clock'],
    parts: [{ title: 'Exam', questions: 30 }],
  },
  missing: [],
  days: [],
  rule: [
    'Each choice is saved when you make it. The choice you see on the screen is your answer; there is nothing more to press.',
    'If you change an answer, the last one counts.',
  ],
  running: undefined,
  past: [{ href: '/results/1', on: 'Friday, May 29, 2026' }],
};

export const examples: readonly Example[] = [
  { name: 'ready', element: <ExamPage frame={frame} model={ready} /> },
  {
    name: 'days-given-back',
    element: (
      <ExamPage
        frame={frame}
        model={{
          ...ready,
          form: ready.form && { ...ready.form, demonstration: false },
          past: [],
          days: [
            en.appeals.examDays.byAppeal('Monday, July 20, 2026', 'Tuesday, August 18, 2026'),
            en.appeals.examDays.next('Saturday, August 1, 2026', 'Monday, August 31, 2026'),
            en.appeals.examDays.noFee,
          ],
        }}
      />
    ),
  },
  {
    name: 'missing',
    element: (
      <ExamPage
        frame={frame}
        model={{
          ...ready,
          past: [],
          missing: [
            {
              text: 'The exam opens once the exam fee is recorded as paid.',
              href: '/my',
              way: 'my',
            },
            {
              text: 'Your request for an accommodation is not decided yet; starting now would start the clock without it.',
              href: '/matters/1',
              way: 'matter',
            },
          ],
        }}
        refused="The exam opens once the exam fee is recorded as paid."
      />
    ),
  },
  {
    name: 'running',
    element: <ExamPage frame={frame} model={{ ...ready, past: [], running: '/sitting/1' }} />,
  },
  {
    name: 'no-form',
    element: (
      <ExamPage
        frame={frame}
        model={{
          ...ready,
          form: undefined,
          past: [],
          missing: [
            { text: 'No exam form of this program is in use here.', href: '/my', way: 'my' },
          ],
        }}
      />
    ),
  },
];
