/** The pledge as it stands. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { PLEDGE } from '../../../program/pledge/pledge.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { HomePage } from './home-page.tsx';
import { pledgeView } from './pledge-view.ts';

export const examples: readonly Example[] = [
  {
    name: 'today',
    element: <HomePage frame={guestFrame} lines={pledgeView(PLEDGE, date('2027-01-12'))} />,
  },
];
