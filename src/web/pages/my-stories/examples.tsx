/** Nothing yet and somebody with no credential; a form with mistakes beside stories of every standing. */
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { MyStoriesPage, type MyStoriesPageProps, type MyStory } from './my-stories-page.tsx';

const story: MyStory = {
  id: 's1',
  label: 'T-4K7QM2X',
  title: 'The bus that did not come',
  words: 'I had planned everything. Then the bus did not come.',
  shownAs: undefined,
  standing: 'waiting',
  promised: { day: 'Monday, November 23, 2026', daysLate: 2 },
  findings: undefined,
  againUntil: undefined,
};
const page: MyStoriesPageProps = {
  frame: { ...candidateFrame, path: '/my/stories' },
  stories: [],
  mayOffer: true,
  answerBy: 'Monday, December 21, 2026',
  formKey: 'k1',
  programs: [{ value: 'larkspur-navigator', label: 'Larkspur Care Navigator' }],
  settings: [{ value: 'hospital', label: 'Hospital' }],
  typed: () => '',
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'others', element: <MyStoriesPage {...page} mayOffer={false} /> },
  {
    name: 'mistakes',
    element: (
      <MyStoriesPage
        {...page}
        mistakes={[
          { field: 'words', message: 'Your story has 12 characters. Write 100 or more.' },
          { field: 'show', message: 'Choose how much of your name is shown.' },
        ]}
        stories={[
          story,
          {
            ...story,
            ...{ id: 's2', label: 'T-7M2XQ4K', title: 'Three weeks without a phone' },
            ...{ standing: 'published', promised: undefined, shownAs: 'فاطمة' },
          },
          {
            ...story,
            ...{ id: 's3', label: 'T-2XQ4K7M', title: 'Who asks the family' },
            standing: 'given-back',
            promised: undefined,
            againUntil: 'Wednesday, December 30, 2026',
            findings: {
              unrecognizable: { met: false, reason: 'The town and the illness tell who it is.' },
              'no-advertising': { met: true, reason: '' },
              'own-words': { met: true, reason: '' },
            },
          },
        ]}
      />
    ),
  },
];
