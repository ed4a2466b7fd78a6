/** No body; one with a chair, members and vacancies, one where the chair is vacant. */
import { date } from '../../../kernel/dates/civil-date.ts';
import type { BodyShown } from '../../../workflow/opening/bodies.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { BodiesPage } from './bodies-page.tsx';

const frame = { ...guestFrame, path: '/bodies' };
const seat = {
  from: date('2026-02-01'),
  until: date('2028-01-31'),
  isPublic: false,
  chairFrom: undefined,
  chairUntil: undefined,
  isChair: false,
};
const panel: BodyShown = {
  body: {
    id: 'hearing-panel',
    name: 'Hearing panel',
    kind: 'hearing',
    seats: 5,
    termMonths: 24,
    mostTerms: 2,
    publicMembers: 2,
    madeOn: date('2025-01-06'),
  },
  succession: {
    sitting: [{ ...seat, isChair: true }, seat, { ...seat, isPublic: true }],
    vacantSince: [date('2025-01-06'), date('2026-10-31')],
    chairVacantSince: undefined,
  },
  chairs: [
    { electedOn: date('2025-03-03'), byWhom: 'the members', until: date('2026-01-31') },
    {
      electedOn: date('2026-03-02'),
      byWhom: 'the five members present, by show of hands',
      until: date('2028-01-31'),
    },
  ],
};

export const examples: readonly Example[] = [
  { name: 'none', element: <BodiesPage frame={frame} bodies={[]} /> },
  {
    name: 'usual',
    element: (
      <BodiesPage
        frame={frame}
        bodies={[
          panel,
          {
            body: { ...panel.body, id: 'item-writers', name: 'Item writers', publicMembers: 0 },
            chairs: [],
            succession: {
              ...{ sitting: [], vacantSince: [date('2025-01-06')] },
              chairVacantSince: date('2025-01-06'),
            },
          },
        ]}
      />
    ),
  },
];
