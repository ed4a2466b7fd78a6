/** Coming forward for a draw, for a reading with mistakes, and where the seat is for others. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { committee, hearing } from '../openings/invented-openings.ts';
import { NominatePage, type NominatePageProps } from './nominate-page.tsx';

const page: NominatePageProps = {
  frame: { ...candidateFrame, path: `/openings/${hearing.id}/nominate` },
  opening: hearing,
  forOthers: undefined,
  categories: [
    { category: 'setting', values: ['hospital', 'community'] },
    { category: 'region', values: ['north', 'south'] },
  ],
  formKey: 'k',
  suggestion: undefined,
  typed: () => '',
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'draw', element: <NominatePage {...page} /> },
  {
    name: 'mistakes',
    element: (
      <NominatePage
        {...page}
        opening={committee}
        categories={[]}
        suggestion="s"
        typed={(field) => (field === 'statement-1' ? 'Zu kurz' : '')}
        mistakes={[
          { field: 'statement-1', message: 'Your answer to criterion 1 has 7 characters.' },
          { field: 'consent', message: 'Confirm that you want to be considered.' },
        ]}
      />
    ),
  },
  {
    name: 'for-others',
    element: (
      <NominatePage
        {...page}
        forOthers="this seat is for people who hold the credential, and none stands in your name today"
        news="We have written to them."
      />
    ),
  },
];
