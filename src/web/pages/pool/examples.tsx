/** The pool of panel members: nobody, the usual with names from many scripts, one place, and one with mistakes. */
import type { Example } from '../../parts/example.ts';
import { pool as words } from '../../words/complaints.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { PlacePage, type PlacePageProps } from './place-page.tsx';
import { PoolPage } from './pool-page.tsx';

const frame = frameOf('director', '/desk/pool');
const kept = {
  isPublic: true,
  trained: 'May 29, 2028',
  term: 'Dec 31, 2028',
  stands: words.soon('May 29, 2028'),
  can: true,
};
const place: PlacePageProps = {
  frame,
  person: '1',
  name: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
  interests: 'Sits on the board of Riverbend Clinic.',
  typed: {
    isPublic: 'yes',
    trained: { month: '5', day: '29', year: '2028' },
    term: { month: '12', day: '31', year: '2028' },
  },
  mistakes: [],
};

export const examples: readonly Example[] = [
  {
    name: 'usual',
    element: (
      <PoolPage
        frame={frame}
        news={words.saved}
        lines={[
          { person: '1', name: place.name, kept },
          {
            person: '2',
            name: '李雷',
            kept: { ...kept, isPublic: false, stands: words.termOver, can: false },
          },
          { person: '3', name: 'محمد بن عبد الرحمن', kept: undefined },
        ]}
      />
    ),
  },
  { name: 'none', element: <PoolPage frame={frame} news={undefined} lines={[]} /> },
  { name: 'place', element: <PlacePage {...place} /> },
  {
    name: 'mistakes',
    element: (
      <PlacePage
        {...place}
        interests=""
        typed={{ ...place.typed, isPublic: '', term: { month: '2', day: '30', year: '2028' } }}
        mistakes={[
          { field: 'public', message: 'Is this a public member?: choose one.' },
          { field: 'term', message: 'Term ends: there is no February 30, 2028.' },
        ]}
      />
    ),
  },
];
