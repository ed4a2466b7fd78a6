/** The desk of openings: the list, the form with mistakes, values to verify, a draw at work, nominees to decide, statements. */
import type { NomineeByLabel } from '../../../workflow/ports/seat-records.ts';
import type { Example } from '../../parts/example.ts';
import { committee, hearing } from '../openings/invented-openings.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { DeskOpeningPage, type DeskOpeningPageProps } from './desk-opening-page.tsx';
import { DeskOpeningsPage } from './desk-openings-page.tsx';
import { PublishPage } from './publish-page.tsx';
import { StatementsPage } from './statements-page.tsx';

const director = frameOf('director', '/desk/openings');
const nominee: NomineeByLabel = {
  id: 'n1',
  label: 'N-4K7QM2X',
  statement: [
    'I have worked with families for nine years.',
    'I write down what speaks against me.',
  ],
  conflicts: 'none',
  household: undefined,
  withdrawn: false,
  setAside: undefined,
  verified: {},
  readings: [
    { reader: 'a', scores: [3, 2], note: 'Both are shown.' },
    { reader: 'b', scores: [2, 2], note: 'The first less so.' },
  ],
  decided: undefined,
  answer: undefined,
  upheld: undefined,
};
const page: DeskOpeningPageProps = {
  frame: director,
  opening: hearing,
  news: undefined,
  typed: () => '',
  mistakes: [],
  verify: undefined,
  draw: undefined,
  decide: undefined,
};
const draw = { all: 300, unverified: 2, accepted: 9, declined: 1, waiting: 2 } as const;

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <DeskOpeningsPage
        frame={director}
        mayPublish
        bodies={[{ id: 'hearing-panel', name: 'Hearing panel' }]}
        news="The opening is published, and 1204 people were told."
        openings={[
          {
            id: hearing.id,
            title: hearing.title,
            of: { kind: 'hearing', body: 'Hearing panel' },
            seats: 12,
            how: 'draw',
            stage: 'open',
            closes: 'Thursday, December 10, 2026',
          },
        ]}
      />
    ),
  },
  {
    name: 'publish',
    element: (
      <PublishPage
        frame={director}
        recognition={false}
        bodies={[{ value: 'hearing-panel', label: 'Hearing panel' }]}
        programs={[{ value: 'larkspur-navigator', label: 'Larkspur Care Navigator' }]}
        typed={(field) => (field === 'quotas' ? 'race, one, 1, 2' : '')}
        typedDate={() => ({ month: '', day: '', year: '' })}
        mistakes={[
          { field: 'title', message: 'The title is empty. Fill it in to go on.' },
          { field: 'quotas', message: 'A quota on “race” needs a recorded legal basis.' },
        ]}
      />
    ),
  },
  {
    name: 'publish-recognition',
    element: (
      <PublishPage
        frame={director}
        recognition
        bodies={[]}
        programs={[{ value: 'larkspur-navigator', label: 'Larkspur Care Navigator' }]}
        typed={() => ''}
        typedDate={() => ({ month: '', day: '', year: '' })}
        mistakes={[{ field: 'recognition', message: 'Choose what is recognized.' }]}
      />
    ),
  },
  {
    name: 'verify',
    element: (
      <DeskOpeningPage
        {...page}
        frame={frameOf('staff', '/desk/openings')}
        verify={{
          categories: ['setting', 'region'],
          nominees: [
            {
              id: 'n1',
              label: 'N-4K7QM2X',
              name: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
              stated: { setting: 'hospital', region: 'north' },
              verified: {},
              setAside: undefined,
            },
          ],
        }}
      />
    ),
  },
  { name: 'commit', element: <DeskOpeningPage {...page} draw={{ ...draw, step: 'commit' }} /> },
  { name: 'hold', element: <DeskOpeningPage {...page} draw={{ ...draw, step: 'hold' }} /> },
  {
    name: 'refill',
    element: (
      <DeskOpeningPage
        {...page}
        news="The panel is drawn, and its members were told."
        draw={{ ...draw, unverified: 0, step: 'refill' }}
      />
    ),
  },
  {
    name: 'decide',
    element: (
      <DeskOpeningPage
        {...page}
        opening={committee}
        typed={(field) => (field === 'reason-n1' ? 'Short' : '')}
        mistakes={[
          { field: 'chosen-n1', message: 'Choose what you decide.' },
          { field: 'reason-n1', message: 'The reason has 5 characters. Write 20 or more.' },
        ]}
        decide={{
          agreement: { value: '0.71', pairs: 24 },
          nominees: [
            nominee,
            {
              ...nominee,
              id: 'n2',
              label: 'N-83JX4TA',
              decided: { chosen: true, reason: 'The strongest of the statements.' },
              answer: 'accepted',
            },
            {
              ...nominee,
              id: 'n3',
              label: 'N-7TW3C5N',
              decided: { chosen: false, reason: 'The first criterion is shown in part.' },
              upheld: 'in-line',
            },
          ],
        }}
      />
    ),
  },
  {
    name: 'statements',
    element: (
      <StatementsPage
        frame={frameOf('reviewer', '/desk/statements')}
        news={undefined}
        typed={() => ''}
        mistakes={[]}
        late="I had just written this note about how the second criterion is shown."
        statements={[
          {
            id: 'n1',
            label: 'N-4K7QM2X',
            opening: committee.id,
            title: committee.title,
            criteria: committee.criteria,
            statement: nominee.statement,
            own: undefined,
          },
        ]}
      />
    ),
  },
];
