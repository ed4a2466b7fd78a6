/** The lotteries of audits: none, some, one under way, and one that is drawn. */
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renewal } from '../../words/renewal.ts';
import { AuditsPage, LotteryPage, type LotteryPageProps } from './audits-page.tsx';

const words = renewal.lotteries;
const frame = { ...guestFrame, path: '/audits' };
const title = words.one('Larkspur Care Coordinator', 'August 2, 2027');
const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

const underWay: LotteryPageProps = {
  ...{ frame, title, compared: [], labels: [], record: undefined },
  rates: [words.rate('All hours with approved providers', 5)],
  steps: [
    {
      ...{ key: 'plan', when: 'Monday, August 2, 2027', what: words.planned(1041) },
      detail: `${words.fingerprint}: ${HASH}`,
    },
    { key: 'pool', when: words.ahead, what: words.close, ahead: true },
  ],
};

export const examples: readonly Example[] = [
  { name: 'none', element: <AuditsPage frame={frame} lotteries={[]} /> },
  {
    name: 'some',
    element: <AuditsPage frame={frame} lotteries={[{ href: '/audits/1', text: title }]} />,
  },
  { name: 'under-way', element: <LotteryPage {...underWay} /> },
  {
    name: 'drawn',
    element: (
      <LotteryPage
        {...underWay}
        compared={[
          {
            ...{ who: words.traits['not-in-time'], inPool: '41', drawn: '3' },
            ...{ expected: '2.1', chance: '46.3 %' },
          },
        ]}
        labels={Array.from({ length: 30 }, (_, place) => `L-7K2M-P${place}`)}
        record={{ href: '/audits/1/record.json', file: 'audit-larkspur-care-2027-08-02.json' }}
      />
    ),
  },
];
