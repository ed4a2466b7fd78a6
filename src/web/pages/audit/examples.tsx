/** The auditor's page with looks and matters, a search that finds nothing, and an empty body. */
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { AuditPage } from './audit.tsx';

const frame = frameOf('auditor', '/desk/audit');
const { statuses } = en.desk;

export const examples: readonly Example[] = [
  {
    name: 'good-day',
    element: (
      <AuditPage
        frame={frame}
        search=""
        disclosures={[
          {
            id: '1',
            label: 'E-4KQ0X8Z',
            asked: 'January 12, 2027',
            by: '3f1c9ab0',
            reason:
              'The two documents carry different license numbers, and only the issuing board can say whether they belong to one person.',
            answer: 'Consented on January 13, 2027: The board must be asked.',
            answeredBy: '9d02e7c1',
            shown: 2,
          },
          {
            id: '2',
            label: 'A-7ZK4Q0M',
            asked: 'January 14, 2027',
            by: '3f1c9ab0',
            reason: 'Curious whether I know them.',
            answer: en.desk.identity.waits,
            answeredBy: '',
            shown: 0,
          },
        ]}
        matters={[
          {
            id: '1',
            label: 'E-4KQ0X8Z',
            kind: 'eligibility',
            promised: 'February 28, 2027',
            status: statuses.decided,
            recordedBy: ['71b6d2aa', 'c40f5e19'],
            steppedAside: ['8aa0417d'],
            decidedBy: '3f1c9ab0',
          },
          {
            id: '2',
            label: 'N-9B1RTHW',
            kind: 'accommodation',
            promised: 'January 11, 2027',
            status: statuses.recording,
            recordedBy: [],
            steppedAside: [],
            decidedBy: undefined,
          },
        ]}
      />
    ),
  },
  {
    name: 'not-found',
    element: <AuditPage frame={frame} search="E-0000000" disclosures={[]} matters={[]} />,
  },
  { name: 'empty', element: <AuditPage frame={frame} search="" disclosures={[]} matters={[]} /> },
];
