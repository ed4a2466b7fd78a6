/** Two values on which published pages disagree, and none. */
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { SourcesPage } from './sources.tsx';

const frame = frameOf('staff', '/desk/sources');

export const examples: readonly Example[] = [
  {
    name: 'good-day',
    element: (
      <SourcesPage
        frame={frame}
        rows={[
          {
            key: '1',
            program: 'CCM',
            value: 'Fees, Renewal, amount',
            shown: '275',
            shownSources: ['https://ccmcertification.org/stay-certified/renewal/renewal-faqs'],
            other: '285',
            otherSources: [
              'https://ccmcertification.org/stay-certified/renewal/renewal-faqs',
              'an application form on paper',
            ],
          },
        ]}
      />
    ),
  },
  { name: 'empty', element: <SourcesPage frame={frame} rows={[]} /> },
];
