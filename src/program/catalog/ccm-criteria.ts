/**
 * Who may apply under the CCM rules: one of three ways through education, one of three through work, and good
 * character. Restated in our own words; "this credential" stands for whichever name the program carries.
 */
import type { CriterionDefinition } from '../definition/criterion.ts';
import type { Pathway } from '../definition/pathway.ts';
import { choice, degreeLevels, fact, standingFact } from './facts.ts';

const monthsFact = fact(
  'months',
  'number',
  'Months of full-time work',
  'Part-time months count for the share of full time that was worked.',
);
const contentFact = fact(
  'case-management',
  'yes-no',
  'The work was case management, by the published list of activities',
);

const education: readonly CriterionDefinition[] = [
  {
    id: 'license',
    title: 'License',
    rule: 'Holds a current, active license with no restriction, in a health or human services field, that lets the holder assess clients without supervision.',
    sources: ['CMSG_ELIG', 'TRIVIUM'],
    standing: 'third-party',
    note: 'The owner’s page names registered nurses, licensed clinical social workers, and pharmacists as examples; the full wording comes from third parties. A third party adds that only licenses of US states and territories count, and an older text that practical or vocational nursing licenses do not. Neither is tested here.',
    evidence: 'license',
    facts: [
      choice('field', 'Field of the license', [
        ['nursing', 'Registered nursing'],
        ['social-work', 'Clinical social work'],
        ['pharmacy', 'Pharmacy'],
        ['practical-nursing', 'Practical or vocational nursing'],
        ['other-health', 'Another health or human services field'],
        ['elsewhere', 'A field outside health and human services'],
      ]),
      fact('independent', 'yes-no', 'It lets the holder assess clients without supervision'),
      standingFact,
      fact('expires', 'date', 'Expires on'),
      choice('place', 'Issued by', [
        ['us', 'A US state or territory'],
        ['abroad', 'An authority of another country'],
      ]),
    ],
    tests: [
      {
        kind: 'one-of',
        fact: 'field',
        values: ['nursing', 'social-work', 'pharmacy', 'practical-nursing', 'other-health'],
      },
      { kind: 'yes', fact: 'independent' },
      { kind: 'one-of', fact: 'status', values: ['active'] },
      { kind: 'not-past', fact: 'expires' },
    ],
  },
  {
    id: 'degree',
    title: 'Degree with field experience',
    rule: 'Holds a bachelor’s or master’s degree in a health or human services field from an accredited school, with supervised field experience in case management, health, or behavioral health.',
    sources: ['CCM_GLANCE'],
    standing: 'seen',
    note: 'That the supervised field experience belongs to the degree is inferred from a footnote mark. That a doctorate counts as well is inferred: the page names bachelor’s and master’s degrees.',
    evidence: 'education',
    facts: [
      choice('level', 'Level of the degree', degreeLevels),
      choice('field', 'Field of the degree', [
        ['health', 'A health or human services field'],
        ['other', 'Another field'],
      ]),
      fact('year', 'year', 'Year it was given'),
      fact('accredited', 'yes-no', 'The school is accredited'),
      fact('field-experience', 'yes-no', 'It included supervised field experience'),
    ],
    tests: [
      { kind: 'one-of', fact: 'level', values: ['bachelor', 'master', 'doctorate'] },
      { kind: 'one-of', fact: 'field', values: ['health'] },
      { kind: 'has-come', fact: 'year' },
      { kind: 'yes', fact: 'accredited' },
      { kind: 'yes', fact: 'field-experience' },
    ],
  },
  {
    id: 'certification',
    title: 'Qualifying certification',
    rule: 'Holds a certification that the owner of these rules accepts, such as one in rehabilitation counseling or disability management.',
    sources: ['CCM_GLANCE'],
    standing: 'seen',
    note: 'CRC and CDMS are the examples on the page; the full list was not seen.',
    evidence: 'certification',
    facts: [
      choice('kind', 'Kind of certification', [
        ['rehabilitation-counseling', 'Rehabilitation counseling'],
        ['disability-management', 'Disability management'],
        ['other-accepted', 'Another one that is accepted'],
        ['not-accepted', 'One that is not accepted'],
      ]),
      standingFact,
      fact('expires', 'date', 'Expires on'),
    ],
    tests: [
      {
        kind: 'one-of',
        fact: 'kind',
        values: ['rehabilitation-counseling', 'disability-management', 'other-accepted'],
      },
      { kind: 'one-of', fact: 'status', values: ['active'] },
      { kind: 'not-past', fact: 'expires' },
    ],
  },
];

const employment: readonly CriterionDefinition[] = [
  {
    id: 'supervised-by-holder',
    title: '12 months supervised by a holder',
    rule: 'Has worked 12 months full time in case management, supervised by somebody who holds this credential.',
    sources: ['CCM_GLANCE'],
    standing: 'seen',
    note: 'Hours a week that count as full time, counting of part-time work, and how far back work counts were not found.',
    evidence: 'employment',
    facts: [
      monthsFact,
      contentFact,
      fact('supervisor-holds', 'yes-no', 'The supervisor holds this credential'),
    ],
    tests: [
      { kind: 'at-least', fact: 'months', count: 12, unit: 'months' },
      { kind: 'yes', fact: 'case-management' },
      { kind: 'yes', fact: 'supervisor-holds' },
    ],
  },
  {
    id: 'supervised-by-other',
    title: '24 months supervised by anyone',
    rule: 'Has worked 24 months full time in case management under a supervisor, who need not hold this credential.',
    sources: ['CCM_GLANCE'],
    standing: 'seen',
    evidence: 'employment',
    facts: [monthsFact, contentFact],
    tests: [
      { kind: 'at-least', fact: 'months', count: 24, unit: 'months' },
      { kind: 'yes', fact: 'case-management' },
    ],
  },
  {
    id: 'as-supervisor',
    title: '12 months as a supervisor',
    rule: 'Has worked 12 months full time as a supervisor of people who provide case management.',
    sources: ['CCM_GLANCE'],
    standing: 'seen',
    evidence: 'employment',
    facts: [
      monthsFact,
      fact('supervised', 'number', 'People supervised who provide case management'),
    ],
    tests: [
      { kind: 'at-least', fact: 'months', count: 12, unit: 'months' },
      { kind: 'at-least', fact: 'supervised', count: 1, unit: 'people supervised' },
    ],
  },
];

const character: CriterionDefinition = {
  id: 'character',
  title: 'Good character',
  rule: 'Is of good moral character, by the code of conduct of this credential, and agrees to keep that code.',
  sources: ['CCM_CERTGUIDE'],
  standing: 'seen',
  note: 'The questions the owner asks were not seen. A finding on record decides nothing by itself; a person weighs it.',
  evidence: 'own-word',
  facts: [
    fact('agreed', 'yes-no', 'Agreed to keep the code of conduct'),
    choice('record', 'Earlier findings of this body', [
      ['none', 'None on record'],
      ['finding', 'A finding is on record'],
    ]),
  ],
  tests: [{ kind: 'yes', fact: 'agreed' }],
};

export const ccmCriteria: readonly CriterionDefinition[] = [...education, ...employment, character];

const anyOf = (criteria: readonly CriterionDefinition[]): Pathway => ({
  kind: 'any',
  of: criteria.map(({ id }) => ({ kind: 'criterion', criterion: id })),
});

export const ccmPathway: Pathway = {
  kind: 'all',
  of: [anyOf(education), anyOf(employment), { kind: 'criterion', criterion: character.id }],
};
