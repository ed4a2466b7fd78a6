/** A panel's desk: what was drawn, the record before and at a hearing, forms empty and with mistakes, like cases, ties. */
import { date } from '../../../kernel/dates/civil-date.ts';
import { STANDARD_WORDS } from '../../../reporting/letters/letter-words.ts';
import type { Example } from '../../parts/example.ts';
import { panels as words } from '../../words/panels.ts';
import { frameOf } from '../queue/desk-frames.ts';
import { ActPage, type ActPageProps } from './act-page.tsx';
import { InterestsPage } from './interests-page.tsx';
import { judgedAt, like, MATTER, MEMBER } from './invented-matter.ts';
import { PanelsPage } from './panels-page.tsx';
import { RecordPage } from './record-page.tsx';
import { recordView } from './record-view.ts';
import { typedForm } from './typed-form.ts';

const frame = frameOf('panel', `/desk/panels/${MATTER}`);
const review = recordView(judgedAt('review', 'review'), MEMBER, date('2026-11-02'));
const hearing = recordView(judgedAt('hearing', 'hearing'), 'hearing-1', date('2026-12-15'));
const appeal = recordView(judgedAt('appeal', 'appeal'), 'appeal-1', date('2027-02-20'));

const act: Omit<ActPageProps, 'form'> = {
  ...{ frame, seen: 12, typed: typedForm({}), mistakes: [], news: undefined },
  matter: { id: MATTER, label: 'X-7ZK4Q0M' },
};
const outcome = {
  ...{ allegations: review.allegations, evidence: review.evidence },
  standard: STANDARD_WORDS['clear-and-convincing'],
  sanction: { like, mine: { kind: 'public-reprimand' as const, days: 365 } },
  isOffer: false,
};
const typed = {
  'breach~a1': 'yes',
  'reason~a1': 'El registro y la persona que estuvo allí dicen lo mismo.',
  'evidence~a1': ['e1', 'e2'],
  'breach~a2': 'no',
  'reason~a2': '',
  ...{ sanction: 'public-reprimand', 'ends-month': 'February', 'ends-day': '30' },
  ...{ 'ends-year': '2027', reason: 'It is enough.', conditions: 'A course.\nA talk.' },
};

const lists: readonly Example[] = [
  {
    name: 'list',
    element: (
      <PanelsPage
        frame={frameOf('panel', '/desk/panels')}
        news={words.aside}
        lines={[
          {
            ...{ id: MATTER, label: 'X-7ZK4Q0M', promised: 'Nov 6, 2026', late: '12 days overdue' },
            ...{ panel: 'Review panel', about: words.aboutPerson, stage: words.yours },
          },
          {
            ...{ id: '2', label: 'X-4KQ0X8Z', promised: 'Feb 10, 2027', late: undefined },
            ...{ panel: 'Panel on the interim suspension', about: words.aboutBody },
            stage: 'Gathering what there is to know',
          },
        ]}
      />
    ),
  },
  {
    name: 'none',
    element: <PanelsPage frame={frameOf('panel', '/desk/panels')} news={undefined} lines={[]} />,
  },
  {
    name: 'interests',
    element: (
      <InterestsPage
        frame={frameOf('panel', '/desk/panels/interests')}
        place={{
          ...{ isPublic: true, trainedUntil: 'Tuesday, June 1, 2027' },
          termEnds: 'Friday, December 31, 2027',
        }}
        typed={'Harbor Hospital\nMe ka ʻohana Kealoha\n我的姐姐在那里工作'}
        mistakes={[]}
        news={words.interests.saved}
      />
    ),
  },
];

const records: readonly Example[] = [
  {
    name: 'record-review',
    element: (
      <RecordPage frame={frame} record={review} names={undefined} mistakes={[]} news={undefined} />
    ),
  },
  {
    name: 'record-hearing',
    element: (
      <RecordPage
        frame={frame}
        record={hearing}
        names={{
          people: [
            { value: 'respondent', label: 'the respondent' },
            { value: 'c1', label: 'complainant 1' },
          ],
          asked: [
            { ...{ id: '1', who: 'the respondent', standing: 'consented', reason: '' } },
            {
              ...{ id: '2', who: 'complainant 1', standing: 'refused' },
              reason: 'The hearing goes on without it.',
            },
          ],
          shown: {
            who: 'the respondent',
            name: 'Þórdís Jónsdóttir',
            contact: 't.j@people.example',
          },
          typed: { key: 'c1', why: 'Who?' },
        }}
        mistakes={[{ field: 'why', message: 'Write at least 20 characters.' }]}
        news={undefined}
      />
    ),
  },
  {
    name: 'record-appeal',
    element: (
      <RecordPage
        frame={frame}
        record={{ ...appeal, isWhole: false, open: ['leave'] }}
        names={undefined}
        mistakes={[]}
        news={words.news['decide-appeal']}
      />
    ),
  },
];

const forms: readonly Example[] = [
  {
    name: 'act-review',
    element: (
      <ActPage
        {...act}
        form={{
          act: 'review',
          findings: { allegations: review.allegations, evidence: review.evidence },
        }}
      />
    ),
  },
  {
    name: 'act-decide',
    element: (
      <ActPage
        {...act}
        form={{ act: 'decide', outcome }}
        typed={typedForm(typed)}
        news={words.tried}
      />
    ),
  },
  {
    name: 'act-decide-mistakes',
    element: (
      <ActPage
        {...act}
        form={{ act: 'decide', outcome: { ...outcome, sanction: { like, mine: undefined } } }}
        typed={typedForm(typed)}
        mistakes={[
          {
            field: 'reason~a2',
            message: 'Allegation 2: the reason is empty. Fill it in to go on.',
          },
          { field: 'ends', message: 'The end of the sanction: February 2027 has 28 days.' },
          {
            field: 'departure',
            message: 'No like case before it ended so; say why this one should.',
          },
        ]}
      />
    ),
  },
  {
    name: 'act-offer-body',
    element: (
      <ActPage
        {...act}
        form={{ act: 'offer', outcome: { ...outcome, sanction: undefined, isOffer: true } }}
      />
    ),
  },
  {
    name: 'act-appeal',
    element: (
      <ActPage
        {...act}
        form={{
          act: 'decide-appeal',
          appeal: {
            grounds: ['rule-misread', 'sanction-out-of-measure'],
            statement: 'R1 speaks of service refused, and the client was served an hour later.',
            effects: ['stands', 'reversed', 'lessened', 'heard-again'],
            before: { kind: 'Suspension', until: 'Wednesday, March 1, 2028' },
          },
        }}
      />
    ),
  },
  { name: 'act-hear', element: <ActPage {...act} form={{ act: 'hear' }} news={words.stale} /> },
  {
    name: 'act-interim',
    element: (
      <ActPage
        {...act}
        form={{ act: 'decide-interim-appeal', statement: 'لا أحد في خطر.' }}
        mistakes={[{ field: 'lifted', message: 'Choose whether the suspension is lifted.' }]}
      />
    ),
  },
  { name: 'act-leave', element: <ActPage {...act} form={{ act: 'leave' }} /> },
];

export const examples: readonly Example[] = [...lists, ...records, ...forms];
