/** Asked, begun, done and over; a page of tasks; and the last page with a mistake. */
import { NO_ANSWERS, type Study } from '../../../casework/study/study.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { AnswerPage } from './answer-page.tsx';
import { MyStudiesPage } from './my-studies-page.tsx';

const frame = { ...candidateFrame, path: '/my/studies' };
const id = '11111111-1111-4111-8111-111111111111';
const study: Study = {
  ...{ id, label: 'J-4K7QM2X', program: 'larkspur-care', title: 'Role and function study 2026' },
  tasks: [
    { id: 'T1', domain: 'Assessment', title: 'Assess needs and goals together with the client' },
    { id: 'T2', domain: 'Assessment', title: 'Find out who else takes part in the client’s care' },
    { id: 'T3', domain: 'Law and ethics', title: 'Keep records that only those who may can read' },
  ],
  known: [
    {
      name: 'setting',
      categories: [
        { name: 'hospital', population: 3100 },
        { name: 'health plan', population: 2900 },
      ],
    },
  ],
  ...{ questions: 150, opensOn: date('2026-11-02'), closesOn: date('2026-12-18') },
};
const listed = {
  title: study.title,
  program: 'Larkspur Care Coordinator',
  closes: 'December 18, 2026',
};

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <MyStudiesPage
        frame={frame}
        studies={[
          { ...listed, id: 's1', standing: 'open' },
          { ...listed, id: 's2', standing: 'begun', title: 'دراسة العمل' },
          { ...listed, id: 's3', standing: 'done', title: 'Role and function study 2021' },
          { ...listed, id: 's4', standing: 'over', title: 'Role and function study 2019' },
        ]}
        news="Your answers are sent. Thank you."
      />
    ),
  },
  { name: 'none', element: <MyStudiesPage frame={frame} studies={[]} news={undefined} /> },
  {
    name: 'tasks',
    element: (
      <AnswerPage
        frame={{ ...frame, path: `/my/studies/${id}` }}
        study={study}
        page={1}
        answers={{ ratings: { T1: { frequency: 4, importance: 4, harm: 3 } }, about: {} }}
        mistakes={[]}
      />
    ),
  },
  {
    name: 'last-with-mistake',
    element: (
      <AnswerPage
        frame={{ ...frame, path: `/my/studies/${id}` }}
        study={study}
        page={3}
        answers={NO_ANSWERS}
        mistakes={[
          { field: 'a1', message: 'No task is rated yet; rate those you know, then send.' },
        ]}
      />
    ),
  },
];
