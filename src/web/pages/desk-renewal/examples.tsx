/** The desk of renewal: courses, providers, lotteries; empty, usual and with mistakes. */
import type { Example } from '../../parts/example.ts';
import { renewal as words } from '../../words/renewal.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { CoursesPage } from './courses-page.tsx';
import { LotteriesPage } from './lotteries-page.tsx';
import { ProvidersPage } from './providers-page.tsx';

const courses = {
  frame: frameOf('reviewer', '/desk/courses'),
  news: undefined,
  mistakes: [],
  again: [],
};
const providers = {
  ...{ frame: frameOf('staff', '/desk/providers'), news: undefined, typed: {}, mistakes: [] },
};
const lotteries = {
  ...{ frame: frameOf('director', '/desk/lotteries'), news: undefined, mistakes: [] },
  programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
  typed: { approved: '5', reviewed: '5' },
};

export const examples: readonly Example[] = [
  { name: 'no-courses', element: <CoursesPage {...courses} courses={[]} /> },
  {
    name: 'courses',
    element: (
      <CoursesPage
        {...courses}
        news={words.courses.saved}
        mistakes={[{ field: 'reason-1', message: 'Say why the course does not count.' }]}
        courses={[
          {
            ...{ id: '1', title: 'Grand rounds: عنوان الدورة', facts: 'A Hospital, LCC, 2 h' },
            typed: { accepted: 'no', reason: '' },
          },
        ]}
        again={[
          {
            ...{ id: '2', title: 'Sound baths for teams', facts: 'A spa, LCC, 8 h' },
            ...{
              first: 'No subject of the program is taught in it.',
              typed: { accepted: '', reason: '' },
            },
            said: 'The second hour was about consent, which is ethics.',
            promised: words.courses.promised('September 30, 2026'),
          },
        ]}
      />
    ),
  },
  { name: 'no-providers', element: <ProvidersPage {...providers} providers={[]} /> },
  {
    name: 'providers',
    element: (
      <ProvidersPage
        {...providers}
        mistakes={[
          {
            field: 'from',
            message: 'Approved from: write the month, day and year, such as 3 14 2021.',
          },
        ]}
        providers={[
          {
            ...{ id: 'harbor', name: 'Harbor Institute', signs: true, change: 'end' },
            periods: [words.providers.since('January 1, 2000', null)],
          },
          {
            ...{ id: 'mill', name: 'Old Mill School', signs: false, change: 'approve' },
            periods: [words.providers.since('January 1, 2020', 'June 30, 2024')],
          },
        ]}
      />
    ),
  },
  { name: 'no-lotteries', element: <LotteriesPage {...lotteries} lotteries={[]} /> },
  {
    name: 'lotteries',
    element: (
      <LotteriesPage
        {...lotteries}
        news={words.lotteries.news.planned}
        lotteries={[
          { id: '1', title: 'Planned on August 2, 2027', next: 'close', source: '' },
          { id: '2', title: 'Planned on May 2, 2027', next: 'draw', source: 'The first beacon' },
          { id: '3', title: 'Planned on May 2, 2026', next: undefined, source: '' },
        ]}
      />
    ),
  },
];
