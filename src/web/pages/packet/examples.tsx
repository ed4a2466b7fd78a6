/** The packet to take, to decide, with every mistake, tried out, decided, and an appeal with the decision it is against. */
import { programOf } from '../../../program/catalog/catalog.ts';
import type { Example } from '../../parts/example.ts';
import { en } from '../../words/en.ts';
import { frameOf } from '../queue/desk-frames.ts';
import type { PacketFact } from './fact-table.tsx';
import type { PacketCriterion } from './findings-form.tsx';
import { PacketPage, type PacketPageProps } from './packet.tsx';

const words = en.desk.packet;

const facts: Readonly<Record<string, readonly PacketFact[]>> = {
  license: [
    { label: 'Field of the license', value: 'Registered nursing', basis: 'document' },
    {
      label: 'It lets the holder assess clients without supervision',
      value: 'Yes',
      basis: 'document',
    },
    { label: 'Standing', value: 'Active, with no restriction', basis: 'document' },
    { label: 'Expires on', value: 'May 31, 2028', basis: 'document' },
  ],
  character: [{ label: 'Agrees to keep the code', value: 'Yes', basis: 'stated' }],
  'supervised-by-other': [
    { label: 'Months of full-time work', value: '22', basis: 'supervisor' },
    {
      label: 'The work was case management, by the published list of activities',
      value: 'Yes',
      basis: 'stated',
    },
  ],
};
const readings: Readonly<Record<string, string>> = {
  license:
    'Registered nursing counts. It lets the holder assess clients without supervision. The license is active and ends on May 31, 2028.',
  'supervised-by-other': '22 months were shown; 24 are asked for, so 2 are missing.',
};

const criteria: readonly PacketCriterion[] = (
  programOf('larkspur-care')?.rules.at(-1)?.criteria ?? []
).map(({ id, title, rule }) => ({
  id,
  title,
  rule,
  facts: facts[id] ?? [],
  reading: readings[id],
  metName: `met~${id}`,
  reasonName: `reason~${id}`,
  met: '',
  reason: facts[id] === undefined && id !== 'character' ? words.nothingOffered : '',
}));

const goodDay: PacketPageProps = {
  frame: frameOf('reviewer', '/desk/matters/1'),
  address: '/desk/matters/1',
  label: 'E-4KQ0X8Z',
  kind: 'eligibility',
  program: 'Larkspur Care Coordinator',
  rules: 'ccm/2025-08',
  overdue: false,
  version: 4,
  standing: 'yours',
  criteria,
  follows: [
    'all of these:',
    '(any one of these: License; Degree with field experience; Qualifying certification)',
    '(any one of these: 12 months supervised by a holder; 24 months supervised by anyone; 12 months as a supervisor)',
    'Good character',
  ],
  stepAside: '',
  identity: '',
  statement: '',
  appealed: undefined,
  decision: undefined,
  mistakes: [],
  news: undefined,
};

function reasonFor({ id, reason }: PacketCriterion): string {
  if (id === 'supervised-by-other') {
    return 'The supervisor confirmed 22 months; the rule asks for 24.';
  }
  return id === 'character' ? '' : reason;
}

const answered = criteria.map((criterion) => ({
  ...criterion,
  met: criterion.id === 'license' || criterion.id === 'character' ? 'yes' : 'no',
  reason: reasonFor(criterion),
}));

const findings = answered.map(({ title, met, reason }) => ({ title, met: met === 'yes', reason }));

export const examples: readonly Example[] = [
  { name: 'good-day', element: <PacketPage {...goodDay} /> },
  {
    name: 'to-take-overdue',
    element: <PacketPage {...goodDay} standing="to-take" overdue />,
  },
  {
    name: 'mistakes',
    element: (
      <PacketPage
        {...goodDay}
        criteria={answered.map((criterion) => ({
          ...criterion,
          met: criterion.id === 'license' ? '' : criterion.met,
          reason: criterion.id === 'supervised-by-other' ? '' : criterion.reason,
        }))}
        identity="Who is it?"
        mistakes={[
          { field: 'met~license', message: 'License: choose met or not met.' },
          {
            field: 'reason~supervised-by-other',
            message:
              '24 months supervised by anyone: say why it is not met, in words the person can understand.',
          },
          {
            field: 'identity',
            message: 'Write at least 20 characters: what must be known, and why.',
          },
        ]}
      />
    ),
  },
  {
    name: 'tried-out',
    element: (
      <PacketPage {...goodDay} criteria={answered} news={words.wouldFollow('Not eligible')} />
    ),
  },
  {
    name: 'decided',
    element: (
      <PacketPage
        {...goodDay}
        standing="decided"
        decision={{ outcome: 'Not eligible', on: 'Thursday, January 28, 2027', findings }}
      />
    ),
  },
  {
    name: 'appeal',
    element: (
      <PacketPage
        {...goodDay}
        kind="appeal"
        label="A-7ZK4Q0M"
        criteria={[
          {
            id: 'evidence-misread',
            title: 'The evidence was misread',
            rule: 'The record, read rightly, shows that the criteria are met.',
            facts: [],
            reading: undefined,
            metName: 'met~evidence-misread',
            reasonName: 'reason~evidence-misread',
            met: '',
            reason: '',
          },
        ]}
        follows={['The evidence was misread']}
        statement={
          'The supervisor counted whole months only. The second employer’s four months were on page two.\n\nBoth together are more than 24.'
        }
        appealed={{
          outcome: 'Not eligible',
          on: 'Thursday, January 28, 2027',
          facts: facts['supervised-by-other'] ?? [],
          findings,
        }}
      />
    ),
  },
  {
    name: 'not-yours',
    element: <PacketPage {...goodDay} standing="not-yours" />,
  },
];
