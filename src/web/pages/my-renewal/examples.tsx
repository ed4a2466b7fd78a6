/** Keeping a credential: the picture, hours with mistakes, a table, renewing late, more time, retiring, an audit. */
import { HARDSHIP_CRITERIA } from '../../../casework/renewal/leave.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { renewal as words } from '../../words/renewal.ts';
import { AuditPage, type AuditPageProps } from './audit-page.tsx';
import { HoursPage, type HoursPageProps } from './hours-page.tsx';
import { MoreTimePage, RenewPage, type RenewPageProps, RetirePage } from './renew-page.tsx';
import { RenewalPage, type RenewalPageProps, RenewalsPage } from './renewal-page.tsx';
import { TablePage, type TablePageProps } from './table-page.tsx';

const credential = '6M9lP2WBsQlBscEQwS0Ujw';
const at = `/my/renewal/${credential}`;
const frame = { ...candidateFrame, path: at };
const around = { frame, credential, name: 'LCC', mistakes: [] };
const LONG =
  'Ethik und Verantwortung in der Fallbegleitung bei schwerer und fortschreitender Krankheit';

const usual: RenewalPageProps = {
  ...{ frame, credential, name: 'LCC', news: undefined },
  notice: 'Invented program of an invented body. It runs rules that were published for CCM.',
  status: { label: words.my.standing.held('May 31, 2027'), tone: 'done' },
  sentence: 'You need 12 more hours, 3 of them ethics, by May 31, 2027.',
  facts: ['Hours beyond 80 are not carried into your next term.', words.my.waiting(2)],
  renew: {
    can: false,
    text: 'You can renew from March 1, 2027 to May 31, 2027. Hours can be claimed at any time.',
  },
  steps: [
    { key: 'opens', when: 'Monday, March 1, 2027', what: words.my.steps.opens, ahead: true },
    { key: 'last', when: 'Monday, May 31, 2027', what: words.my.steps['last-day'], ahead: true },
    { key: 'back', when: words.my.notSet, what: words.my.steps['reinstate-until'], ahead: true },
  ],
  other: [
    { href: `${at}/more-time`, text: words.my.moreTime },
    { href: `${at}/retire`, text: words.my.retire },
  ],
  ...{ audit: undefined, matters: [], reminders: [], labels: [] },
};

const hours: HoursPageProps = {
  ...{ ...around, sentence: usual.sentence, news: undefined, typed: {}, reviewFee: '$15.00' },
  subjects: [{ value: 'ethics', label: 'ethics' }],
  kinds: [],
  activities: [
    {
      ...{
        id: '1',
        title: LONG,
        provider: 'Harbor Institute',
        on: 'May 29, 2026',
        hours: '6 hours',
      },
      ...{ fate: { label: words.hours.counts, tone: 'done' }, because: '' },
      ...{ proof: 'file', proofHref: `${at}/proofs/1`, settled: false, again: undefined, said: '' },
    },
    {
      ...{ id: '2', title: 'أخلاقيات المهنة', provider: 'Old Mill School', on: 'July 1, 2024' },
      ...{ hours: '1.5 hours', fate: { label: 'Does not count', tone: 'stopped' } },
      because:
        'The approval of Old Mill School ended on June 30, 2024, and this course began on July 1, 2024. Take the hours back and claim them again, so that somebody reviews the course.',
      ...{ proof: 'none', proofHref: '', settled: false, again: undefined, said: '' },
    },
    {
      ...{ id: '3', title: 'Sound baths for teams', provider: 'A spa', on: 'August 2, 2024' },
      ...{ hours: '8 hours', fate: { label: 'Does not count', tone: 'stopped' } },
      because: 'No subject of the program is taught in it.',
      ...{ proof: 'none', proofHref: '', settled: false, said: '' },
      again: { kind: 'can-ask', text: words.hours.again.until('September 20, 2024') },
    },
    {
      ...{ id: '4', title: 'Coding for beginners', provider: 'A school', on: 'August 9, 2024' },
      ...{ hours: '8 hours', fate: { label: 'Does not count', tone: 'stopped' } },
      because: 'The coding is of computers.',
      ...{ proof: 'none', proofHref: '', settled: false, said: '' },
      again: { kind: 'asked', text: words.hours.again.asked('September 30, 2024') },
    },
  ],
};

const table: TablePageProps = {
  ...{ frame, credential, mistakes: [] },
  columns: 'Id, Provider, Title, Began, Completed, Hours, Subject, Kind',
  preview: undefined,
};

const renew: RenewPageProps = {
  ...{ ...around, instead: undefined, purpose: 'late', sentence: usual.sentence },
  fees: {
    hours: ['Renewal by hours: $275.00', 'Late renewal, added to the renewal fee: $175.00'],
    exam: [],
  },
  ...{ byExam: undefined, toExam: undefined, notPassed: undefined },
  ...{ asksReason: true, answerBy: 'Monday, June 28, 2027' },
  typed: { reason: '', route: 'hours' },
};

const byExam: Pick<RenewPageProps, 'purpose' | 'asksReason' | 'answerBy' | 'fees'> = {
  ...{ purpose: 'renewal', asksReason: false, answerBy: undefined },
  fees: { hours: ['Renewal by hours: $275.00'], exam: ['Renewal by exam: $470.00'] },
};

const audit: AuditPageProps = {
  ...{ ...around, news: undefined, lotteryHref: '/audits/audit-larkspur-care-2027-08-02' },
  stands: [words.audit.by('Friday, October 29, 2027')],
  ...{ open: true, paused: undefined, gap: undefined, end: undefined },
  activities: [
    {
      ...{ id: '1', what: `${LONG}, Harbor Institute, May 29, 2026, 6 h`, proofHref: undefined },
      asked: [words.audit.asked('Petra Host')],
    },
  ],
};

export const examples: readonly Example[] = [
  { name: 'usual', element: <RenewalPage {...usual} /> },
  {
    name: 'late-and-audited',
    element: (
      <RenewalPage
        {...usual}
        news={words.my.news.asked}
        status={{ label: words.my.standing.late('June 30, 2027'), tone: 'late' }}
        renew={{ can: true, text: '' }}
        audit={{ text: words.my.auditText('October 29, 2027'), href: `${at}/audit` }}
        matters={[{ href: '/matters/1', text: 'Late renewal, R-7K2M-P4' }]}
        reminders={[`${words.my.reminder('May 1, 2027', 'May 31, 2027')}: ${words.my.unknown}`]}
        labels={[{ href: '/audits/1', text: 'L-7K2M-P4' }]}
      />
    ),
  },
  {
    name: 'several',
    element: <RenewalsPage frame={frame} credentials={[{ href: at, text: 'larkspur-care' }]} />,
  },
  { name: 'none', element: <RenewalsPage frame={frame} credentials={[]} /> },
  { name: 'hours', element: <HoursPage {...hours} /> },
  {
    name: 'hours-mistakes',
    element: (
      <HoursPage
        {...hours}
        activities={[]}
        typed={{
          provider: 'Harbor Institute',
          title: 'Ethics',
          ...{ 'completed-month': '6', 'completed-day': '5', 'completed-year': '2027' },
          hours: '30',
        }}
        mistakes={[
          {
            field: 'completed',
            message:
              'Your term ended on May 31, 2027, and hours earned later do not count for it. They count for the term after it, from June 1, 2027 on, once this credential is renewed.',
          },
          {
            field: 'hours',
            message: 'Hours: 30 hours do not fit into one day. Check the hours and the days.',
          },
        ]}
      />
    ),
  },
  { name: 'table', element: <TablePage {...table} /> },
  {
    name: 'table-preview',
    element: (
      <TablePage
        {...table}
        mistakes={[{ field: 'table', message: 'Nothing is saved yet. Mend or leave out: row 4.' }]}
        preview={{
          sent: '[]',
          rows: [
            {
              ...{ row: 2, what: 'Ethics, part 1, Harbor Institute, 2024-03-02, 3', because: [] },
              ...{
                fate: { label: words.table.fates.new, tone: 'done' },
                say: undefined,
                said: false,
              },
            },
            {
              ...{
                row: 4,
                what: 'Too late, Harbor Institute, 2028-01-01, 1',
                say: 'leave',
                said: true,
              },
              fate: { label: words.table.fates.refused, tone: 'stopped' },
              because: ['January 1, 2028 has not come yet. Claim it once it is over.'],
            },
          ],
        }}
      />
    ),
  },
  { name: 'renew-late', element: <RenewPage {...renew} /> },
  {
    name: 'renew-by-exam',
    element: (
      <RenewPage
        {...renew}
        {...byExam}
        byExam={{ days: 'March 6, 2027 to March 31, 2027' }}
        notPassed={words.renew.examNotPassed('March 10, 2027', 'May 31, 2027')}
      />
    ),
  },
  {
    name: 'renew-exam-open',
    element: (
      <RenewPage
        {...renew}
        {...byExam}
        toExam={{
          text: [
            words.renew.owedForExam('$470.00'),
            words.renew.pay('7K2MP4QX'),
            words.renew.examTake('March 6, 2027 to March 31, 2027'),
          ],
          href: '/exam/larkspur-care',
          instead: words.renew.examInsteadText('May 31, 2027'),
        }}
      />
    ),
  },
  {
    name: 'renew-open',
    element: (
      <RenewPage
        {...renew}
        instead={{ title: words.renew.open, text: [words.renew.owed('$450.00')] }}
      />
    ),
  },
  {
    name: 'more-time',
    element: (
      <MoreTimePage
        {...around}
        latest="Tuesday, November 30, 2027"
        answerBy="Tuesday, June 8, 2027"
        judged={HARDSHIP_CRITERIA}
        typed={{ until: { month: '2', day: '30', year: '2028' }, hardship: '' }}
        mistakes={[{ field: 'until', message: 'Until when: there is no February 30, 2028.' }]}
      />
    ),
  },
  { name: 'retire', element: <RetirePage {...around} returnUntil="Tuesday, May 31, 2033" /> },
  { name: 'no-retiring', element: <RetirePage {...around} returnUntil={undefined} /> },
  { name: 'audit', element: <AuditPage {...audit} /> },
  {
    name: 'audit-end',
    element: (
      <AuditPage
        {...audit}
        open={false}
        stands={[words.audit.gapLeft]}
        end={{
          stands: [words.audit.endTold('January 30, 2028'), words.audit.endUnchanged],
          ...{ matterHref: undefined, say: 'Short' },
        }}
        mistakes={[{ field: 'words', message: 'What should be known: write more.' }]}
      />
    ),
  },
  {
    name: 'audit-gap',
    element: (
      <AuditPage
        {...audit}
        open={false}
        stands={[words.my.auditDecided.failed('December 30, 2027')]}
        gap={{
          text: words.audit.gapText('December 30, 2027'),
          choices: [{ value: '3', label: `${LONG}, November 2, 2027, 20 h` }],
        }}
      />
    ),
  },
];
