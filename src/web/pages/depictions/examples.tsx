/** Recorded, with a group that is never shown; recorded by nobody; and a form with mistakes. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { depictedOn } from '../../../psychometrics/depictions/depictions.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { DepictionsPage } from './depictions-page.tsx';

const frame = {
  ...guestFrame,
  path: '/desk/depictions',
  viewer: { name: 'Ngozi Ito', role: 'director' as const },
};
const served = [
  {
    variable: 'setting',
    categories: [
      { name: 'hospital', people: 340 },
      { name: 'health plan', people: 310 },
      { name: 'home care', people: 140 },
      { name: 'workers’ compensation', people: 210 },
    ],
  },
  {
    variable: 'age of the client',
    categories: [
      { name: 'under 18', people: 9 },
      { name: '18 to 64', people: 56 },
      { name: '65 and older', people: 35 },
    ],
  },
];
const items = Array.from({ length: 24 }, (_, place) => ({
  id: `care-${String(place + 1).padStart(3, '0')}`,
  shows: new Map([
    [
      'setting',
      place % 3 === 2 ? [] : place % 4 === 0 ? ['health plan', 'hospital'] : ['hospital'],
    ],
    ['age of the client', place % 5 === 0 ? ['65 and older'] : place % 5 === 1 ? ['18 to 64'] : []],
  ]),
}));
const recorded = {
  program: 'larkspur-care',
  name: 'Larkspur Care Coordinator',
  recorded: { source: 'an invented role and function study of 2024', on: date('2026-05-04') },
  forms: [
    {
      form: 'larkspur-care-demonstration-1',
      items: 26,
      missing: ['care-029', 'care-030'],
      depicted: depictedOn(items, served),
    },
  ],
};
const nothing = {
  program: 'larkspur-work',
  name: 'Larkspur Work Specialist',
  recorded: undefined,
  forms: [{ form: 'larkspur-work-demonstration-1', items: 20, missing: [], depicted: [] }],
};
const empty = { key: '11111111-1111-4111-8111-111111111111', program: '', source: '' };

export const examples: readonly Example[] = [
  {
    name: 'recorded',
    element: (
      <DepictionsPage
        frame={frame}
        programs={[recorded, nothing]}
        form={empty}
        mistakes={[]}
        news={undefined}
      />
    ),
  },
  {
    name: 'mistakes',
    element: (
      <DepictionsPage
        frame={frame}
        programs={[nothing]}
        form={{ ...empty, program: 'larkspur-work', source: 'x' }}
        mistakes={[
          { field: 'items', message: 'The items: row 3 has no item. Write its id.' },
          { field: 'source', message: 'Where the figures come from is too short.' },
        ]}
        news={undefined}
      />
    ),
  },
];
