/** The board's page on a full day for the chair, for a director, and with nothing to decide. */
import type { Example } from '../../parts/example.ts';
import {
  carriedOut,
  late,
  names,
  refused,
  running,
  today,
  waiting,
  withRater,
} from '../finding/invented-findings.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { BoardPage } from './board-page.tsx';

const findings = [waiting, late, withRater, running, carriedOut, refused];

export const examples: readonly Example[] = [
  {
    name: 'chair',
    element: (
      <BoardPage
        frame={frameOf('board', '/desk/board')}
        today={today}
        all={{ findings, names, isChair: true }}
        member
      />
    ),
  },
  {
    name: 'director',
    element: (
      <BoardPage
        frame={frameOf('director', '/desk/board')}
        today={today}
        all={{
          findings: findings.filter(({ finding }) => finding.rater === undefined),
          names,
          isChair: false,
        }}
        member={false}
      />
    ),
  },
  {
    name: 'empty',
    element: (
      <BoardPage
        frame={frameOf('board', '/desk/board')}
        today={today}
        all={{ findings: [], names, isChair: false }}
        member
      />
    ),
  },
];
