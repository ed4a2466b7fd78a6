/** Nothing yet; several in three scripts, with a name, a part of one and none. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { StoriesPage, type StoryShown } from './stories-page.tsx';

const frame = { ...guestFrame, path: '/stories' };
const none = { program: '', setting: '' };
const story: StoryShown = {
  id: 's1',
  title: 'The bus that did not come',
  words:
    'I had planned everything: the ward, the pharmacy, the ride home. Then the bus did not come.\n\nSince then I ask one more question before anybody leaves, and I write the answer down.',
  language: 'en',
  shownAs: 'Þórdís Jónsdóttir',
  about: 'Larkspur Care Navigator. Hospital. November 2, 2026.',
};

export const examples: readonly Example[] = [
  {
    name: 'empty',
    element: <StoriesPage frame={frame} stories={[]} programs={[]} settings={[]} chosen={none} />,
  },
  {
    name: 'usual',
    element: (
      <StoriesPage
        frame={frame}
        programs={[{ value: 'larkspur-navigator', label: 'Larkspur Care Navigator' }]}
        settings={[{ value: 'hospital', label: 'Hospital' }]}
        chosen={none}
        stories={[
          story,
          {
            ...story,
            id: 's2',
            title: 'يوم طويل',
            words: 'كان يوما طويلا، وكان كل شيء صعبا، ثم اتصلت بي العائلة لتقول شكرا.',
            language: 'ar',
            shownAs: 'فاطمة',
            about: 'November 2, 2026.',
          },
          {
            ...story,
            id: 's3',
            title: 'Donaudampfschifffahrtsgesellschaftskapitänsversicherungsfragen',
            shownAs: undefined,
          },
        ]}
      />
    ),
  },
];
