/**
 * What an application asks for besides the facts of a criterion, by what shows that the criterion is met: who issued
 * the license, which school, which employer, and the papers. All of it could say who the candidate is, so none of it
 * goes further than the records clerk.
 */
import type { CriterionDefinition, Evidence } from '../../program/definition/criterion.ts';
import { type DocumentAsked, type Field, YES_NO } from './field.ts';

const asked = (
  id: string,
  kind: Field['kind'],
  label: string,
  more: Partial<Omit<Field, 'id' | 'kind' | 'label' | 'identifying'>> = {},
): Field => ({ required: true, ...more, id, kind, label, identifying: true });

const EXTRA_FIELDS: Readonly<Record<Evidence, readonly Field[]>> = {
  license: [
    asked('issuer', 'text', 'Who issued the license', {
      hint: 'Such as the state board of nursing',
    }),
    asked('number', 'text', 'License number', { hint: 'Letters and leading zeros as printed' }),
  ],
  education: [
    asked('school', 'text', 'School or organization that taught you'),
    asked('award', 'text', 'Name of the degree or certificate', {
      hint: 'As printed, such as Bachelor of Science in Nursing',
    }),
  ],
  certification: [
    asked('issuer', 'text', 'Who issued the certification'),
    asked('number', 'text', 'Certification number', {
      hint: 'If there is one',
      required: false,
    }),
  ],
  employment: [],
  'own-word': [
    asked('explanation', 'text-long', 'Anything you want to explain', {
      hint: 'A records clerk reads this. Deciders see it only with all names taken out.',
      required: false,
    }),
  ],
};

const PAPERS: Readonly<Record<Evidence, Omit<DocumentAsked, 'supports'> | undefined>> = {
  license: {
    label: 'Your license',
    hint: 'A copy of the license, or the page of the public register that shows it',
    required: true,
  },
  education: {
    label: 'Your diploma, transcript or certificate',
    hint: 'One paper that shows what you finished and when',
    required: true,
  },
  certification: {
    label: 'Your certificate',
    hint: 'A copy, or the page of the public register that shows it',
    required: true,
  },
  employment: {
    label: 'A paper about this work',
    hint: 'Such as a job description. We also write to your supervisor',
    required: false,
  },
  'own-word': undefined,
};

const evidenceOf = (criterion: CriterionDefinition): Evidence => criterion.evidence ?? 'own-word';

export const extraFields = (criterion: CriterionDefinition): readonly Field[] =>
  EXTRA_FIELDS[evidenceOf(criterion)];

export function papersFor(criterion: CriterionDefinition): readonly DocumentAsked[] {
  const paper = PAPERS[evidenceOf(criterion)];
  return paper === undefined ? [] : [{ supports: criterion.id, ...paper }];
}

export const restsOnWork = (criterion: CriterionDefinition): boolean =>
  evidenceOf(criterion) === 'employment';

/** One place of work and the person there who can confirm it. `more` asks whether there was another. */
export const employerFields = (more: boolean): readonly Field[] => [
  asked('employer', 'text', 'Employer or organization'),
  asked('started', 'month', 'When you started there', {
    hint: 'Month and year, such as 3 2021',
    pastOnly: true,
  }),
  asked('ended', 'month', 'When you stopped', {
    hint: 'Leave this empty if you still work there',
    required: false,
    notBefore: 'started',
  }),
  asked('supervisor-name', 'text', 'Name of your supervisor', {
    hint: 'Or somebody else there who knows your work',
  }),
  asked('supervisor-email', 'email', 'Email address of your supervisor', {
    hint: 'When you file, we send them a link to confirm your work. They see your name and this program, nothing else.',
  }),
  ...(more
    ? [
        asked('another', 'yes-no', 'Does the work you count include another employer?', {
          options: YES_NO,
        }),
      ]
    : []),
];
