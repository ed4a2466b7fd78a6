/** The clerk's page on a good day, with mistakes and somebody faster, an appeal's statement, and once it has left the desk. */
import { programOf } from '../../../program/catalog/catalog.ts';
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import type { CriterionFacts } from './facts-form.tsx';
import { RecordsMatterPage, type RecordsMatterProps } from './records-matter.tsx';

const words = en.desk.records;
const stated: Readonly<Record<string, string>> = {
  'license expires': 'May 31, 2028',
  'license status': 'Active, with no restriction',
  'license field': 'Registered nursing',
  'supervised-by-other months': '26',
};

/** The criteria of a real program, with nothing recorded yet. */
const criteria: readonly CriterionFacts[] = (
  programOf('larkspur-care')?.rules.at(-1)?.criteria ?? []
).map((criterion) => ({
  id: criterion.id,
  title: criterion.title,
  rule: criterion.rule,
  basisName: `basis~${criterion.id}`,
  basis: 'document',
  documents: [
    ...(criterion.id === 'license'
      ? [{ href: '/desk/documents/1', label: words.document(1) }]
      : []),
    ...(criterion.id === 'supervised-by-other'
      ? [{ href: '/desk/documents/2', label: words.document(2) }]
      : []),
  ],
  offered: ['license', 'supervised-by-other'].includes(criterion.id),
  facts: criterion.facts.map((fact) => ({
    name: `fact~${criterion.id}~${fact.id}`,
    label: fact.label,
    hint:
      fact.kind === 'date'
        ? words.formats.date
        : fact.kind === 'number'
          ? `${fact.hint ?? ''} ${words.formats.number}`.trim()
          : fact.hint,
    stated: stated[`${criterion.id} ${fact.id}`],
    value: '',
    options:
      fact.kind === 'yes-no'
        ? [
            { value: 'yes', label: en.desk.yes },
            { value: 'no', label: en.desk.no },
          ]
        : fact.options,
  })),
}));

const filled = (wanted: Readonly<Record<string, string>>): readonly CriterionFacts[] =>
  criteria.map((criterion) => ({
    ...criterion,
    facts: criterion.facts.map((fact) => ({ ...fact, value: wanted[fact.name] ?? '' })),
  }));

const goodDay: RecordsMatterProps = {
  frame: frameOf('clerk', '/desk/records/1'),
  action: '/desk/records/1',
  label: 'E-4KQ0X8Z',
  version: 1,
  promised: 'Sunday, February 28, 2027',
  daysLate: 0,
  kind: 'eligibility',
  program: 'Larkspur Care Coordinator',
  person: { name: 'Nguyễn Thị Minh Khai', former: undefined },
  documents: [
    { href: '/desk/documents/1', about: 'License', kind: 'pdf', kilobytes: 312 },
    {
      href: '/desk/documents/2',
      about: '24 months supervised by anyone',
      kind: 'picture',
      kilobytes: 4213,
    },
  ],
  said: [
    { term: 'Full name', value: 'Nguyễn Thị Minh Khai' },
    { term: 'Field of the license', value: 'Registered nursing' },
    { term: 'Expires on', value: 'May 31, 2028' },
    { term: 'Employer', value: 'Riverbend Clinic' },
    { term: 'Months of full-time work', value: '26' },
  ],
  supervisors: [
    {
      name: 'Rosalind Osei',
      about: '24 months supervised by anyone',
      answers: [
        { term: 'Did this person do the work described here?', value: 'Yes' },
        { term: 'How do you know their work?', value: 'I supervise or supervised them' },
        { term: 'Months they did this work', value: '26.5' },
      ],
    },
    { name: 'صلاح الدين', about: '24 months supervised by anyone', answers: [] },
  ],
  criteria,
  statement: undefined,
  mistakes: [],
  news: undefined,
  open: true,
};

const wrong = 'fact~license~expires';
const wrongMonths = 'fact~supervised-by-holder~months';

export const examples: readonly Example[] = [
  { name: 'good-day', element: <RecordsMatterPage {...goodDay} /> },
  {
    name: 'mistakes',
    element: (
      <RecordsMatterPage
        {...goodDay}
        promised="Tuesday, December 15, 2026"
        daysLate={28}
        criteria={filled({
          [wrong]: '02/30/2028',
          [wrongMonths]: 'about a year',
          'fact~license~field': 'nursing',
        })}
        mistakes={[
          {
            field: wrong,
            message: '“Expires on” needs a date of the calendar, such as 2026-05-31.',
          },
          {
            field: wrongMonths,
            message: '“Months of full-time work” needs a number that is not negative, such as 12.',
          },
        ]}
      />
    ),
  },
  {
    name: 'stale',
    element: (
      <RecordsMatterPage
        {...goodDay}
        news={words.changedMeanwhile}
        criteria={filled({ [wrong]: '2028-05-31' }).map((criterion) => ({
          ...criterion,
          facts: criterion.facts.map((fact) =>
            fact.name === wrong ? { ...fact, meanwhile: words.theirs('May 31, 2027') } : fact,
          ),
        }))}
      />
    ),
  },
  {
    name: 'appeal-long-names',
    element: (
      <RecordsMatterPage
        {...goodDay}
        kind="appeal"
        person={{
          name: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón von und zu Hohenlohe-Waldenburg-Schillingsfürst',
          former: ['მარიამ ჯავახიშვილი', 'Ṣàngó-Dára Ọlátúnjí', '山田　太郎'],
        }}
        documents={[]}
        said={[{ term: 'Grounds', value: 'The evidence was misread; The rule was misapplied' }]}
        supervisors={[]}
        criteria={[
          {
            id: 'evidence-misread',
            title: 'The evidence was misread',
            rule: 'The record, read rightly, shows that the criteria are met.',
            basisName: 'basis~evidence-misread',
            basis: 'stated',
            documents: [],
            offered: true,
            facts: [],
          },
        ]}
        statement={{
          original:
            'My license did not end in May.\n\nThe board of nursing renewed it on April 2; page two of the paper I sent shows it. I am María Fernández, and Dr. Yamada can confirm this.',
          value: 'My license did not end in May. I am María Fernández.',
        }}
        mistakes={[
          {
            field: 'statement',
            message: 'Statement: take out “María”: deciders must not learn who it is.',
          },
        ]}
      />
    ),
  },
  {
    name: 'closed',
    element: (
      <RecordsMatterPage
        {...goodDay}
        open={false}
        criteria={filled({
          [wrong]: '2028-05-31',
          'fact~license~field': 'nursing',
          'fact~license~independent': 'yes',
        })}
      />
    ),
  },
];
