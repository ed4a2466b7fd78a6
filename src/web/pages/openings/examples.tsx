/** No opening, several of every stage, and single ones: open, pool published, drawn with a replacement, read, very long. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { committed, committee, drawn, hearing, mentoring, undrawn } from './invented-openings.ts';
import { OpeningPage } from './opening-page.tsx';
import type { OpeningPageProps } from './opening-view.ts';
import { OpeningsPage } from './openings-page.tsx';

const frame = { ...guestFrame, path: '/openings' };
const line = (one: typeof hearing, stage: OpeningPageProps['stage']) => ({
  id: one.id,
  title: one.title,
  of: { kind: one.seat?.bodyRow.kind ?? 'committee', body: one.seat?.bodyRow.name ?? '' } as const,
  seats: one.seats,
  how: one.how,
  stage,
  closes: 'Thursday, December 10, 2026',
});
const page: OpeningPageProps = {
  frame: { ...guestFrame, path: `/openings/${hearing.id}` },
  opening: hearing,
  program: 'Larkspur Care Navigator',
  stage: 'open',
  standing: { filled: 7, publicFilled: 1, nextFree: hearing.closesOn },
  outcome: undefined,
  draw: undrawn,
  files: [],
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <OpeningsPage frame={frame} openings={[]} missed={[]} /> },
  {
    name: 'usual',
    element: (
      <OpeningsPage
        frame={frame}
        openings={[
          line(hearing, 'open'),
          line({ ...hearing, id: 'a' }, 'drawn'),
          line(committee, 'closing'),
        ]}
        missed={[
          {
            ...{ id: 'a', title: hearing.title, promised: 'March 2, 2026' },
            answered: 'March 9, 2026',
          },
        ]}
      />
    ),
  },
  { name: 'open', element: <OpeningPage {...page} /> },
  {
    name: 'committed',
    element: (
      <OpeningPage
        {...page}
        stage="committed"
        draw={committed}
        files={['pool.csv', 'quotas.csv', 'tickets.csv', 'commitment.json']}
      />
    ),
  },
  {
    name: 'drawn',
    element: (
      <OpeningPage
        {...page}
        stage="drawn"
        draw={drawn}
        files={['pool.csv', 'quotas.csv', 'tickets.csv', 'commitment.json', 'draw.json']}
      />
    ),
  },
  {
    name: 'recognition',
    element: (
      <OpeningPage
        {...page}
        opening={mentoring}
        stage="closing"
        standing={undefined}
        outcome={{ nominated: 41, decided: 41, recognized: 3, names: ['Suharto', '王秀英'] }}
      />
    ),
  },
  { name: 'long', element: <OpeningPage {...page} opening={committee} stage="closing" /> },
];
