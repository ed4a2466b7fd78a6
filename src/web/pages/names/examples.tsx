/** The public page about names. */
import { nameRulesOn } from '../../../casework/person/name-change.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { NamesPage } from './names-page.tsx';

const { id, criteria } = nameRulesOn(date('2026-12-01'));

export const examples: readonly Example[] = [
  {
    name: 'names',
    element: (
      <NamesPage
        frame={{ ...guestFrame, path: '/names' }}
        criteria={{ id, ways: criteria }}
        days={10}
      />
    ),
  },
];
