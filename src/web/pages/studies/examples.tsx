/** The list with the form and its mistakes; an open study; a closed one of which there is no report. */
import type { Study } from '../../../casework/study/study.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { StudiesPage } from './studies-page.tsx';
import { StudyPage } from './study-page.tsx';

const frame = {
  ...guestFrame,
  path: '/desk/studies',
  viewer: { name: 'Ngozi Ito', role: 'director' as const },
};
const study: Study & { readonly sample: number | undefined } = {
  ...{ id: '11111111-1111-4111-8111-111111111111', label: 'J-4K7QM2X', sample: 800 },
  ...{ program: 'larkspur-care', title: 'Role and function study 2026', questions: 150 },
  tasks: [{ id: 'T1', domain: 'Assessment', title: 'Assess needs' }],
  known: [{ name: 'setting', categories: [{ name: 'hospital', population: 3100 }] }],
  ...{ opensOn: date('2026-11-02'), closesOn: date('2026-12-18') },
};
const listed = {
  ...{ id: study.id, title: study.title, program: 'Larkspur Care Coordinator' },
  ...{ closes: 'December 18, 2026', asked: 800, answered: 25 },
};
const form = {
  programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
  typed: () => '',
  closes: { month: '', day: '', year: '' },
};
const one = { frame, study, program: listed.program, closes: listed.closes };

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <StudiesPage frame={frame} studies={[listed]} form={form} mistakes={[]} news={undefined} />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <StudiesPage
        frame={frame}
        studies={[]}
        form={form}
        mistakes={[
          { field: 'program', message: 'Program: choose one of the list.' },
          { field: 'tasks', message: 'The tasks: choose a file.' },
          { field: 'closes', message: 'Last day to answer: choose a day after today.' },
        ]}
        news={undefined}
      />
    ),
  },
  {
    name: 'open',
    element: (
      <StudyPage
        {...one}
        isClosed={false}
        counts={{ asked: 800, answered: 25 }}
        report={undefined}
        because={undefined}
      />
    ),
  },
  {
    name: 'closed-without-report',
    element: (
      <StudyPage
        {...one}
        isClosed
        counts={{ asked: 800, answered: 4 }}
        report={undefined}
        because="fewer than 11 people answered, and nobody reads so few answers"
      />
    ),
  },
];
