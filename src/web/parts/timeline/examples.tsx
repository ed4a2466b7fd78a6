/** An application on its way. */
import type { Example } from '../example.ts';
import { Timeline } from './timeline.tsx';

export const examples: readonly Example[] = [
  {
    name: 'application',
    element: (
      <Timeline
        events={[
          { key: '1', when: 'Tuesday, January 12, 2027', what: 'You submitted your application' },
          {
            key: '2',
            when: 'Thursday, January 14, 2027',
            what: 'A records clerk checked your documents',
            detail: <p>Two facts were confirmed: your license and your months of work.</p>,
          },
          { key: '3', when: 'By Sunday, February 28, 2027', what: 'We decide', ahead: true },
        ]}
      />
    ),
  },
];
