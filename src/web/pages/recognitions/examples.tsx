/** Nothing yet; and one open, one being read, one given with names of several scripts, one where nobody shows theirs. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { type RecognitionShown, RecognitionsPage } from './recognitions-page.tsx';

const frame = { ...guestFrame, path: '/recognitions' };
const one: RecognitionShown = {
  id: 'r1',
  title: 'Mentors of the year',
  kind: 'mentoring',
  program: 'Larkspur Care Navigator',
  most: 5,
  isOpen: false,
  closes: 'Thursday, December 10, 2026',
  duties: 'For certificants who helped others into the profession.',
  nominated: 41,
  decided: 41,
  recognized: 5,
  names: [
    'Suharto',
    'فاطمة الزهراء بنت محمد',
    'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
  ],
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <RecognitionsPage frame={frame} recognitions={[]} /> },
  {
    name: 'usual',
    element: (
      <RecognitionsPage
        frame={frame}
        recognitions={[
          { ...one, id: 'r2', title: 'A year of good practice', kind: 'practice', isOpen: true },
          { ...one, id: 'r3', title: 'Service in hard years', kind: 'service', decided: 12 },
          one,
          { ...one, id: 'r4', title: 'Quiet work', kind: 'practice', names: [] },
        ]}
      />
    ),
  },
];
