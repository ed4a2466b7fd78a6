/** Nothing waits; one to decide with mistakes beside its boxes, one to look at again. */
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { DeskStoriesPage, type StoryToDecide } from './desk-stories-page.tsx';

const frame = frameOf('staff', '/desk/stories');
const story: StoryToDecide = {
  id: 's1',
  label: 'T-4K7QM2X',
  title: 'The bus that did not come',
  words: 'I had planned everything. Then the bus did not come.',
  language: 'en',
  shownAs: 'Þórdís',
  promised: 'Monday, November 23, 2026',
  daysLate: 2,
  again: undefined,
  findings: undefined,
};
const typed = { story: '', one: () => '' };

export const examples: readonly Example[] = [
  {
    name: 'none',
    element: (
      <DeskStoriesPage frame={frame} stories={[]} typed={typed} mistakes={[]} news={undefined} />
    ),
  },
  {
    name: 'waiting',
    element: (
      <DeskStoriesPage
        frame={frame}
        news={undefined}
        typed={{ story: 's1', one: (field) => (field === 'met-own-words' ? 'no' : '') }}
        mistakes={[
          { field: 'met-unrecognizable-s1', message: 'Say whether this is kept.' },
          { field: 'reason-own-words-s1', message: 'The reason is empty. Fill it in to go on.' },
        ]}
        stories={[
          story,
          {
            ...story,
            id: 's2',
            label: 'T-7M2XQ4K',
            title: 'Three weeks without a phone',
            daysLate: 0,
            again: 'The town is not named, and the illness is common.',
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
