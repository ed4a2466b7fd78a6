/** A change that lets people in, one that shuts people out with mistakes in the form, and nothing asked yet. */
import { type RulePreview, storedPreviews } from '../../../fairness/disclosure/rule-preview.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { frameOf } from '../queue/desk-frames.ts';
import type { PreviewShown } from './preview-result.tsx';
import { RulePreviewPage, type RulePreviewPageProps } from './rule-preview-page.tsx';

const PART = 'program:larkspur-care';
const base: RulePreview = {
  release: 2,
  countedUntil: date('2026-12-31'),
  dimension: 'where-trained',
  part: PART,
  change: 'either:supervised-by-holder:supervised-by-other',
  canLetIn: true,
  canShutOut: false,
  everybody: { before: { succeeded: 1510, total: 1802 }, letIn: 88, shutOut: 0, after: 1598 },
  rows: [
    {
      group: 'trained-us',
      before: { succeeded: 812, total: 934 },
      letIn: 31,
      shutOut: 0,
      after: 843,
    },
    {
      group: 'trained-abroad',
      before: { succeeded: 214, total: 301 },
      letIn: 'withheld',
      shutOut: 0,
      after: 'withheld',
    },
    {
      group: 'not-stated',
      before: { succeeded: 484, total: 567 },
      letIn: 'withheld',
      shutOut: 0,
      after: 'withheld',
    },
  ],
  numbers: {},
  proof: { viewers: 31, programs: 118 },
};
const narrower: RulePreview = {
  ...base,
  change: 'drop:license',
  canLetIn: false,
  canShutOut: true,
  everybody: {
    before: { succeeded: 1510, total: 1802 },
    letIn: 0,
    shutOut: 'withheld',
    after: 'withheld',
  },
  rows: base.rows.map(({ group }) => ({
    group,
    before: 'withheld',
    letIn: 0,
    shutOut: 'withheld',
    after: 'withheld',
  })),
};

function shownOf(preview: RulePreview, change: string): PreviewShown | undefined {
  const [passed] = storedPreviews([preview]);
  return passed === undefined
    ? undefined
    : {
        preview: passed,
        program: 'Larkspur Care Coordinator',
        change,
        dimension: 'Where trained',
        groups: new Map([
          ['trained-us', 'Trained in the United States'],
          ['trained-abroad', 'Trained abroad'],
          ['not-stated', 'Not stated'],
        ]),
      };
}

const EITHER =
  '“12 months supervised by a holder” or “24 months supervised by anyone”, either is enough';
const props: RulePreviewPageProps = {
  frame: frameOf('board', '/desk/board/rules'),
  shown: shownOf(base, EITHER),
  asked: [
    {
      number: 1,
      program: 'Larkspur Care Coordinator',
      change: EITHER,
      dimension: 'Where trained',
      release: 2,
      countedUntil: date('2026-12-31'),
    },
  ],
  programs: [{ value: 'larkspur-care', label: 'Larkspur Care Coordinator' }],
  form: {
    program: { value: 'larkspur-care', label: 'Larkspur Care Coordinator' },
    criteria: [
      { value: 'license', label: 'License' },
      { value: 'supervised-by-holder', label: '12 months supervised by a holder' },
      { value: 'supervised-by-other', label: '24 months supervised by anyone' },
    ],
    dimensions: [{ value: 'where-trained', label: 'Where trained' }],
    follows: ['all of these:', '(any one of these: License; Degree with field experience)'],
    typed: { kind: '', criterion: '', other: '', dimension: '' },
  },
  mistakes: [],
};

export const examples: readonly Example[] = [
  { name: 'lets-in', element: <RulePreviewPage {...props} /> },
  {
    name: 'mistakes',
    element: (
      <RulePreviewPage
        {...props}
        shown={shownOf(narrower, 'Without “License”')}
        mistakes={[
          { field: 'kind', message: 'Choose what would change.' },
          { field: 'criterion', message: 'Choose the criterion.' },
          { field: 'dimension', message: 'Choose whom to compare.' },
        ]}
      />
    ),
  },
  {
    name: 'nothing-asked',
    element: (
      <RulePreviewPage
        {...props}
        frame={frameOf('auditor', '/desk/board/rules')}
        shown={undefined}
        asked={[]}
        programs={undefined}
        form={undefined}
      />
    ),
  },
];
