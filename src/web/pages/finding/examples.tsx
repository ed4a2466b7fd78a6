/** A finding to answer with mistakes in the form, one that was carried out and measured, and one about a reviewer. */
import type { Example } from '../../parts/example.ts';
import { finding as words } from '../../words/board.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { FindingPage } from './finding-page.tsx';
import type { FindingPageProps } from './finding-view.ts';
import {
  carriedOut,
  heard,
  late,
  names,
  refused,
  running,
  today,
  visit,
  withRater,
} from './invented-findings.ts';
import { OwnFindingsPage } from './own-findings-page.tsx';

const nothing = { month: '', day: '', year: '' };
const typed = { kind: '', what: '', byWhen: nothing, reasons: '', done: '', words: '' };
const frame = frameOf('board', '/desk/findings/1');
const reviewer = frameOf('reviewer', '/desk/findings/1');

const base: FindingPageProps = {
  frame,
  today,
  shown: late,
  names,
  aboutReader: false,
  may: 'answer',
  outreach: [visit],
  plans: true,
  typed,
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'to-answer', element: <FindingPage {...base} /> },
  {
    name: 'mistakes',
    element: (
      <FindingPage
        {...base}
        typed={{ ...typed, kind: 'change', byWhen: { month: '2', day: '30', year: '2027' } }}
        mistakes={[
          { field: 'what', message: 'What will be done is empty. Fill it in to go on.' },
          {
            field: 'by-when',
            message:
              'By when: there is no February 30, 2027. In 2027, February has 28 days; check the day and the year.',
          },
          { field: 'reasons', message: 'Reasons is empty. Fill it in to go on.' },
        ]}
      />
    ),
  },
  {
    name: 'running',
    element: <FindingPage {...base} shown={running} may="carry-out" news={words.news.answered} />,
  },
  {
    name: 'carried-out',
    element: (
      <FindingPage {...base} shown={carriedOut} may={undefined} outreach={[]} plans={false} />
    ),
  },
  {
    name: 'refused',
    element: <FindingPage {...base} shown={refused} may={undefined} outreach={[]} plans={false} />,
  },
  {
    name: 'of-a-reviewer',
    element: <FindingPage {...base} shown={heard} may="answer" outreach={[]} plans={false} />,
  },
  {
    name: 'chair-waits',
    element: (
      <FindingPage {...base} shown={withRater} may={undefined} outreach={[]} plans={false} />
    ),
  },
  {
    name: 'about-you',
    element: (
      <FindingPage
        {...base}
        frame={reviewer}
        shown={withRater}
        aboutReader
        may="respond"
        outreach={[]}
        plans={false}
      />
    ),
  },
  {
    name: 'own-list',
    element: (
      <OwnFindingsPage frame={frameOf('reviewer', '/desk/findings')} findings={[withRater]} />
    ),
  },
  {
    name: 'own-none',
    element: <OwnFindingsPage frame={frameOf('reviewer', '/desk/findings')} findings={[]} />,
  },
];
