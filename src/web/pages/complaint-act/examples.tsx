/** Forms of acts: the first look with mistakes, a notice, evidence, a draw with a pool from many scripts, a notice to publish. */
import type { Example } from '../../parts/example.ts';
import { complaintActs as words } from '../../words/complaint-acts.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { ActPage } from './act-page.tsx';
import type { ActField, ActPageProps, PoolRow } from './act-view.ts';

const base: Omit<ActPageProps, 'act'> = {
  frame: frameOf('conduct', '/desk/complaints/1/screen'),
  matter: { id: '1', label: 'X-4K7QM2X' },
  version: 3,
  facts: [],
  fields: [],
  mistakes: [],
};
const yesNo = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
];
const look = (question: 'standing' | 'jurisdiction', fact: string, value: string): ActField => ({
  kind: 'part',
  name: question,
  title: words.questions[question].name,
  text: [words.questions[question].asks, fact],
  fields: [
    {
      ...{ kind: 'one-of', name: `${question}-met`, label: words.met, choices: yesNo },
      ...{ inline: true, value: 'yes' },
    },
    {
      ...{ kind: 'words', name: `${question}-reason`, label: words.reason },
      ...{ rows: 3, optional: false, value },
    },
  ],
});
const person: PoolRow = {
  person: '1',
  fullName: 'Ó Súilleabháin',
  isPublic: true,
  trainedUntil: 'May 29, 2028',
  termEnds: 'Dec 31, 2028',
  interests: 'Sits on the board of Riverbend Clinic. Teaches at the state college.',
  leftOut: undefined,
  warning: undefined,
  tie: '',
};

export const examples: readonly Example[] = [
  {
    name: 'screen-mistakes',
    element: (
      <ActPage
        {...base}
        act="screen"
        fields={[
          look('standing', 'Whoever complains says that they were the client.', ''),
          look('jurisdiction', words.workedOut.outOfReach, 'They held the credential.'),
        ]}
        mistakes={[
          { field: 'standing-reason', message: 'Standing: why is empty. Fill it in to go on.' },
          {
            field: 'jurisdiction-met',
            message:
              'Reach: met or not: the code did not bind this person on the day of the conduct, so the body may not judge it.',
          },
        ]}
      />
    ),
  },
  {
    name: 'add-evidence',
    element: (
      <ActPage
        {...base}
        act="add-evidence"
        fields={[
          {
            ...{ kind: 'one-of', name: 'kind', label: words.fields.kind, value: 'record' },
            choices: Object.entries(words.kinds).map(([value, label]) => ({ value, label })),
          },
          {
            ...{ kind: 'words', name: 'source', label: words.fields.source },
            ...{ hint: words.hints.source, rows: 2, optional: false, value: '' },
          },
          {
            kind: 'file',
            name: 'original',
            label: words.fields.original,
            hint: words.hints.original,
          },
          { kind: 'file', name: 'copy', label: words.fields.copy, hint: words.hints.copy },
        ]}
        mistakes={[{ field: 'original', message: words.filesMissing.original }]}
      />
    ),
  },
  {
    name: 'draw',
    element: (
      <ActPage
        {...base}
        act="draw"
        facts={[{ title: 'Review panel', lines: [words.seats('3')] }]}
        fields={[
          { kind: 'unseen', name: 'panel', value: 'review' },
          {
            kind: 'pool',
            name: 'pool',
            rows: [
              person,
              {
                ...person,
                person: '2',
                fullName: 'محمد بن عبد الرحمن',
                isPublic: false,
                interests: '',
                warning: words.sameName('complainant 2'),
                tie: 'It is the complainant.',
              },
              {
                ...person,
                person: '3',
                fullName: 'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
                leftOut: words.leftOutBecause.conflict,
              },
              { ...person, person: '4', fullName: '李雷', leftOut: words.leftOutBecause.term },
            ],
          },
        ]}
      />
    ),
  },
  {
    name: 'publish',
    element: (
      <ActPage
        {...base}
        act="publish"
        facts={[
          {
            title: undefined,
            lines: [
              'María de los Ángeles Fernández-Villaverde y Ruiz de Alarcón',
              'Larkspur Health Navigator',
              'Public reprimand, until Friday, June 1, 2029',
              'Breached: R1',
            ],
          },
        ]}
      />
    ),
  },
  {
    name: 'suspend',
    element: (
      <ActPage
        {...base}
        act="suspend-meanwhile"
        fields={[
          {
            ...{ kind: 'day', name: 'until', label: words.fields.until },
            hint: words.hints.until('Friday, May 29, 2026'),
            value: { month: '2', day: '30', year: '2026' },
          },
          {
            ...{ kind: 'words', name: 'reason', label: words.fields.reason, rows: 4 },
            ...{ hint: words.hints.noNames, optional: false, value: 'Clients are in danger.' },
          },
        ]}
        mistakes={[
          {
            field: 'until',
            message: 'Until: there is no February 30, 2026. In 2026, February has 28 days.',
          },
        ]}
      />
    ),
  },
  {
    name: 'disclose',
    element: (
      <ActPage
        {...base}
        act="disclose"
        fields={[
          {
            ...{ kind: 'some-of', name: 'evidence', label: words.fields.evidence, values: ['e2'] },
            choices: [
              { value: 'e1', label: 'e1', hint: 'A document. The log of the ward.' },
              {
                value: 'e2',
                label: 'e2',
                hint: 'What somebody said who stayed anonymous. A call.',
              },
            ],
          },
        ]}
      />
    ),
  },
];
