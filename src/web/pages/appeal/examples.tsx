/** The form of an appeal, empty and with everything missing. */
import { EXAM_KINDS, groundsOf } from '../../../casework/appeal/appeal.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { en } from '../../words/en.ts';
import { AppealPage, type AppealPageProps } from './appeal-page.tsx';

const empty: AppealPageProps = {
  frame: { ...candidateFrame, path: '/matters/1/appeal' },
  title: en.candidate.appeal.title('E-4K7QM2X'),
  who: en.candidate.appeal.who,
  against: { href: '/matters/1', label: 'E-4K7QM2X' },
  until: 'Saturday, March 14, 2026',
  answerBy: 'Tuesday, April 28, 2026',
  grounds: groundsOf(['eligibility']).map(({ id, title, rule }) => ({
    value: id,
    label: title,
    hint: rule,
  })),
  typed: { grounds: [], statement: '' },
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'empty', element: <AppealPage {...empty} /> },
  {
    name: 'result',
    element: (
      <AppealPage
        {...empty}
        title={en.candidate.appeal.resultTitle}
        who={en.candidate.appeal.resultWho}
        against={{ href: '/results/1', label: 'Your exam result' }}
        grounds={groundsOf(EXAM_KINDS).map(({ id, title, rule }) => ({
          value: id,
          label: title,
          hint: rule,
        }))}
      />
    ),
  },
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
