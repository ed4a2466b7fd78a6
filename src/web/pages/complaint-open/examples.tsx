/** Opening a complaint: as it begins by the body itself, from a concern with everything found, and with mistakes. */
import type { Example } from '../../parts/example.ts';
import { complaint, opening as words } from '../../words/complaints.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { OpeningPage } from './opening-page.tsx';
import type { BlockShown, OpeningPageProps } from './opening-view.ts';

const block: BlockShown = {
  name: 'a1',
  day: { month: '', day: '', year: '' },
  version: undefined,
  number: '',
  numbers: [],
  cited: [],
  citable: [],
  words: '',
};
const bare: OpeningPageProps = {
  frame: frameOf('conduct', '/desk/complaints/open'),
  about: 'person',
  choosesAbout: false,
  concern: undefined,
  programs: [
    { value: 'larkspur-care', label: 'Larkspur Care Coordinator' },
    { value: 'larkspur-navigator', label: 'Larkspur Health Navigator' },
  ],
  program: '',
  search: '',
  found: undefined,
  whom: '',
  name: '',
  former: '',
  outOfReach: undefined,
  grounds: { choices: [{ value: 'race', label: 'Race' }], values: [] },
  settings: { choices: [{ value: 'hospital', label: 'Hospital' }], value: '' },
  blocks: [block],
  mayAddBlock: true,
  same: [],
  join: '',
  mistakes: [],
};
const filled: OpeningPageProps = {
  ...bare,
  concern: {
    id: '7',
    label: 'C-0M2XN9B',
    appears: `${complaint.naming['to-staff']}: محمد بن عبد الرحمن`,
    account: 'No me atendió.\n\nDijo que volviera con alguien que hablara inglés.',
    taken: [
      { term: words.takenFields.grounds, value: 'Race, National origin' },
      { term: words.takenFields.setting, value: 'Hospital' },
      { term: words.takenFields.hopes, value: 'Una disculpa.' },
    ],
  },
  program: 'larkspur-navigator',
  search: 'ruiz',
  found: [
    {
      value: '1',
      label: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
      hint: `${words.byEarlierName}. ${words.bound('Jan 12, 2021')}`,
    },
    { value: '2', label: 'Zoë Ruiz', hint: words.boundUntil('Jan 12, 2021', 'Feb 28, 2026') },
  ],
  whom: '2',
  outOfReach: words.notBoundThen('Friday, February 12, 2027'),
  blocks: [
    {
      ...block,
      day: { month: '2', day: '12', year: '2027' },
      version: 'Thursday, January 1, 2026',
      number: 'R1',
      numbers: [
        { value: 'R1', label: 'R1. Equal service' },
        { value: 'R7', label: 'R7. Keeping what was told in confidence' },
      ],
      citable: [{ value: 'P1', label: 'P1. People first' }],
      cited: ['P1'],
      words: 'The respondent turned complainant 1 away and said why.',
    },
  ],
  same: [
    {
      id: '1',
      label: 'X-4K7QM2X',
      version: 3,
      stands: 'Notice',
      days: 'Feb 12, 2027',
      sameDay: true,
      alleged: ['R1: A client was turned away.', 'R7: Told others.'],
    },
  ],
};

export const examples: readonly Example[] = [
  { name: 'bare', element: <OpeningPage {...bare} /> },
  { name: 'from-concern', element: <OpeningPage {...filled} /> },
  {
    name: 'mistakes',
    element: (
      <OpeningPage
        {...filled}
        whom="other"
        outOfReach={undefined}
        blocks={filled.blocks.map((one) => ({ ...one, number: 'P2' }))}
        mistakes={[
          { field: 'name', message: 'Their name is empty. Fill it in to go on.' },
          {
            field: 'a1-number',
            message:
              'Allegation 1, provision: provision P2 is advice: it can be cited, and an allegation against a person needs a duty to rest on.',
          },
          { field: 'join', message: words.joinChoose },
        ]}
      />
    ),
  },
  {
    name: 'body',
    element: (
      <OpeningPage
        {...bare}
        frame={frameOf('ombud', '/desk/complaints/open')}
        about="body"
        choosesAbout
      />
    ),
  },
];
