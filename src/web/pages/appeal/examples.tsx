/** The form of an appeal, empty and with everything missing. */
import { GROUNDS } from '../../../casework/appeal/appeal.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { AppealPage, type AppealPageProps } from './appeal-page.tsx';

const empty: AppealPageProps = {
  frame: { ...candidateFrame, path: '/matters/1/appeal' },
  label: 'E-4K7QM2X',
  matter: '/matters/1',
  until: 'Saturday, March 14, 2026',
  answerBy: 'Tuesday, April 28, 2026',
  grounds: GROUNDS.map(({ id, title, rule }) => ({ value: id, label: title, hint: rule })),
  typed: { grounds: [], statement: '' },
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <AppealPage {...empty} /> },
  {
    name: 'mistakes',
    element: (
      <AppealPage
        {...empty}
        typed={{ grounds: [], statement: 'It is wrong.' }}
        mistakes={[
          { field: 'grounds', message: 'Grounds: choose at least one.' },
          {
            field: 'statement',
            message:
              'What went wrong has 12 characters. Write at least 20, so that it can be understood.',
          },
        ]}
      />
    ),
  },
];
