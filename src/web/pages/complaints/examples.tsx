/** The list of complaints: none, the usual, and one that rests, one withdrawn, one overdue. */
import type { Example } from '../../parts/example.ts';
import { complaint as words } from '../../words/complaints.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { type ComplaintLineShown, ComplaintsPage } from './complaints-page.tsx';

const frame = frameOf('conduct', '/desk/complaints');
const line: ComplaintLineShown = {
  id: '1',
  label: 'X-4K7QM2X',
  about: 'A person',
  program: 'Larkspur Health Navigator',
  step: 'Hearing',
  received: 'Mar 1, 2027',
  promised: { by: 'Jul 30, 2027', daysLate: 12, to: 'to the respondent' },
  holds: undefined,
};

export const examples: readonly Example[] = [
  {
    name: 'usual',
    element: (
      <ComplaintsPage
        frame={frame}
        news={undefined}
        search=""
        found={131}
        promised={3}
        late={1}
        pages={{ here: '1 to 20 of 131', next: '/desk/complaints?page=2' }}
        complaints={[
          line,
          {
            ...line,
            id: '2',
            label: 'X-0M2XN9B',
            step: 'Appeal against the interim suspension',
            promised: { by: 'Aug 14, 2027', daysLate: 0, to: 'to both sides' },
            holds: 'rests',
          },
          {
            ...line,
            id: '3',
            label: 'X-7ZK4Q0M',
            step: 'First look',
            promised: { by: 'Aug 30, 2027', daysLate: 0, to: 'to both sides' },
            holds: 'withdrawn',
          },
          { ...line, id: '4', label: 'X-1RTHW8C', step: 'Sanction in force', promised: undefined },
        ]}
      />
    ),
  },
  {
    name: 'none',
    element: (
      <ComplaintsPage
        frame={frame}
        news={words.news.left}
        search=""
        found={0}
        complaints={[]}
        promised={0}
        late={0}
      />
    ),
  },
];
