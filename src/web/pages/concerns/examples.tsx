/** The list with a late concern, one in Spanish and one withdrawn; one concern, plain and with everything; and empty. */
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { ConcernOnDeskPage } from './concern-on-desk.tsx';
import type { ConcernOnDesk } from './concern-props.ts';
import { type ConcernLineShown, ConcernsPage } from './concerns-page.tsx';

const list = frameOf('ombud', '/desk/concerns');
const words = en.concernDesk;

const lines: readonly ConcernLineShown[] = [
  {
    id: '1',
    label: 'C-4KQ0X8Z',
    about: 'An exam, or a question in it',
    received: 'December 18, 2026',
    state: 'waiting',
    answerBy: { day: 'December 30, 2026', daysLate: 13 },
    isSpanish: false,
    twins: 2,
  },
  {
    id: '2',
    label: 'C-9B1RTHW',
    about: 'How this body acts or decides',
    received: 'January 11, 2027',
    state: 'waiting',
    answerBy: { day: 'January 21, 2027', daysLate: 0 },
    isSpanish: true,
    twins: 0,
  },
  {
    id: '3',
    label: 'C-7ZK4Q0M',
    about: 'Somebody on the staff of this body',
    received: 'January 5, 2027',
    state: 'asked',
    answerBy: undefined,
    isSpanish: false,
    twins: 0,
  },
  {
    id: '4',
    label: 'C-2ZK4Q0N',
    about: 'A volunteer of this body, or a member of its board',
    received: 'January 2, 2027',
    state: 'withdrawn',
    answerBy: undefined,
    isSpanish: false,
    twins: 0,
  },
];

const anonymous: ConcernOnDesk = {
  id: '1',
  label: 'C-4KQ0X8Z',
  language: 'es',
  received: 'Friday, December 18, 2026',
  answerBy: { day: 'Wednesday, December 30, 2026', daysLate: 13 },
  withdrawn: undefined,
  about: 'An exam, or a question in it',
  account:
    'La pregunta 12 muestra una imagen que no se puede leer.\n\nPedí otra pantalla y me dijeron que no hay.',
  happened: undefined,
  who: undefined,
  toWhom: [],
  grounds: [],
  setting: undefined,
  program: undefined,
  relation: undefined,
  hope: undefined,
  visibility: 'anonymous',
  fullName: undefined,
  contact: undefined,
  isAnonymous: true,
  files: [],
  replies: [],
  twins: [],
  list: [{ id: '1', name: 'Bảo Trần', isYou: true }],
  mayBeLetSee: [],
  mayBeConcerned: [{ id: '2', name: 'Gwendolyn Achterberg' }],
  nextReply: '00000000-0000-7000-8000-000000000000',
};

const whole: ConcernOnDesk = {
  ...anonymous,
  language: 'en',
  answerBy: undefined,
  withdrawn: 'Monday, January 18, 2027',
  account: 'لم أتلق أي رد على طلبي منذ أربعة أشهر.',
  happened: 'Sunday, May 3, 2026',
  who: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
  toWhom: ['To me', 'To a client'],
  grounds: ['Religion', 'Appearance: hair, head covering, size, dress'],
  setting: 'Hospital',
  program: 'Larkspur Care Coordinator',
  relation: 'A client, or family of a client',
  hope: 'An apology, and that it does not happen again.',
  visibility: 'named',
  isAnonymous: false,
  fullName: 'فاطمة الزهراء بنت محمد',
  contact: 'a.very.long.address.that.does.not.end.soon@somewhere-in-the-mountains.example',
  files: [
    { id: 'f1', place: 1, mediaType: 'application/pdf', bytes: 212_000 },
    { id: 'f2', place: 2, mediaType: 'image/png', bytes: 4_100_000 },
  ],
  replies: [
    {
      id: 'r1',
      on: 'Thursday, January 7, 2027',
      by: 'byBodyAsks',
      words: 'On which day was it?',
      files: [],
    },
    {
      id: 'r2',
      on: 'Friday, January 8, 2027',
      by: 'byPerson',
      words: 'On a Sunday.\nHere is the letter.',
      files: [{ id: 'f3', place: 3, mediaType: 'image/jpeg', bytes: 640_000 }],
    },
  ],
  twins: [
    { id: '2', label: 'C-9B1RTHW', reason: 'same-day-and-person' },
    { id: '3', label: 'C-7ZK4Q0M', reason: 'same-words' },
  ],
  list: [
    { id: '1', name: 'Bảo Trần', isYou: true },
    { id: '2', name: 'Iðunn Karlsdóttir', isYou: false },
  ],
  mayBeLetSee: [{ id: '3', name: 'Wiremu Parata' }],
};

const one = frameOf('ombud', '/desk/concerns/1');

export const examples: readonly Example[] = [
  {
    name: 'good-day',
    element: <ConcernsPage frame={list} search="" found={4} concerns={lines} news={words.aside} />,
  },
  {
    name: 'none',
    element: <ConcernsPage frame={list} search="" found={0} concerns={[]} news={undefined} />,
  },
  {
    name: 'list-searched',
    element: (
      <ConcernsPage
        frame={list}
        search="ruiz"
        found={44}
        concerns={lines}
        foundPages={{ here: '21 to 40 of 44', search: 'ruiz', previous: 1, next: 3 }}
        news={undefined}
      />
    ),
  },
  {
    name: 'not-found',
    element: <ConcernsPage frame={list} search="Xanadu" found={0} concerns={[]} news={undefined} />,
  },
  {
    name: 'anonymous',
    element: (
      <ConcernOnDeskPage
        matter={{ id: undefined }}
        frame={one}
        concern={anonymous}
        typed={{ answer: '', kind: '' }}
        mistakes={[]}
        news={undefined}
      />
    ),
  },
  {
    name: 'whole',
    element: (
      <ConcernOnDeskPage
        matter={{ id: '7' }}
        frame={one}
        concern={whole}
        typed={{ answer: 'x'.repeat(400), kind: 'question' }}
        mistakes={[
          {
            field: 'answer',
            message: 'Your answer holds a character that cannot be seen or read.',
          },
          { field: 'colleague', message: words.chooseColleague },
          { field: 'sure', message: words.stepAsideMistake },
        ]}
        news={undefined}
      />
    ),
  },
];
