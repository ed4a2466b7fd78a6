/** Outreach with what it brought, the form with mistakes, and nothing planned yet as an auditor reads it. */
import { protectFunnel } from '../../../fairness/disclosure/published-funnel.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { late, visit } from '../finding/invented-findings.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { OutreachPage, type OutreachPageProps } from './outreach-page.tsx';

const nothing = { month: '', day: '', year: '' };
const typed = {
  program: '',
  target: '',
  means: '',
  how: '',
  code: '',
  from: nothing,
  until: nothing,
};
const funnel = protectFunnel([
  { step: 'applied', people: 47 },
  { step: 'eligible', people: 31 },
  { step: 'sat', people: 15 },
  { step: 'passed', people: 9 },
  { step: 'certified', people: 9 },
]);
const base: OutreachPageProps = {
  frame: frameOf('board', '/desk/outreach'),
  origin: 'https://certification.larkspur.example',
  outreach: [
    { ...visit, plannedByName: 'Constance Begay', findingLabel: late.label, funnel },
    {
      ...visit,
      id: 'o2',
      finding: undefined,
      target: 'العاملون في المناطق الريفية',
      means: 'fee-waiver',
      code: 'rural-fee-waiver-2027',
      plannedByName: undefined,
      findingLabel: undefined,
      funnel: protectFunnel([
        { step: 'applied', people: 3 },
        { step: 'eligible', people: 0 },
        { step: 'sat', people: 0 },
        { step: 'passed', people: 0 },
        { step: 'certified', people: 0 },
      ]),
    },
  ],
  countedUntil: date('2027-03-31'),
  plan: {
    programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
    finding: undefined,
    typed,
  },
  mistakes: [],
  news: undefined,
};

export const examples: readonly Example[] = [
  { name: 'brought', element: <OutreachPage {...base} /> },
  {
    name: 'mistakes',
    element: (
      <OutreachPage
        {...base}
        outreach={[]}
        plan={{
          programs: base.plan?.programs ?? [],
          finding: { id: late.id, label: late.label },
          typed: { ...typed, code: 'a b' },
        }}
        mistakes={[
          { field: 'target', message: 'Whom it is for is empty. Fill it in to go on.' },
          { field: 'program', message: 'Choose the program.' },
          { field: 'means', message: 'Choose the means.' },
          {
            field: 'code',
            message: 'Code: use 4 to 24 letters, digits and single hyphens, such as valley-visit.',
          },
          { field: 'from', message: 'From: write the month, day and year, such as 3 14 2021.' },
        ]}
      />
    ),
  },
  {
    name: 'none',
    element: (
      <OutreachPage
        {...base}
        frame={frameOf('auditor', '/desk/outreach')}
        outreach={[]}
        plan={undefined}
      />
    ),
  },
];
