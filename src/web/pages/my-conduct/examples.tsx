/** A respondent's pages: told, heard, offered, decided, appealed; forms with mistakes; a letter. */
import { type CivilDate, date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { myConduct as words } from '../../words/my-conduct.ts';
import { judgedAt, type Life, MATTER } from '../panels/invented-matter.ts';
import { typedForm } from '../panels/typed-form.ts';
import { LetterPage } from './letter-page.tsx';
import { OwnActPage } from './own-act-page.tsx';
import { OwnListPage } from './own-list-page.tsx';
import { OwnMatterPage, type OwnMatterPageProps } from './own-matter-page.tsx';
import { ownView } from './own-view.ts';

const frame = { ...candidateFrame, path: `/my/conduct/${MATTER}` };

/** What the database takes out before a respondent sees an event. */
const HIDDEN = new Set(['by', 'complaint', 'naming', 'hopes', 'members', 'pool', 'seed', 'person']);

function ownAt(life: Life, on: string, named: readonly string[] = []) {
  const { row, events, state, files } = judgedAt(life, 'review');
  const shown = events.flatMap(({ type, ...body }, place) =>
    type === 'screened'
      ? []
      : [
          {
            ...{ version: place + 1, type },
            body: Object.fromEntries(Object.entries(body).filter(([name]) => !HIDDEN.has(name))),
          },
        ],
  );
  const letter = { ...{ matter: row.id, party: undefined, version: 3, kind: 'notice', words: '' } };
  return ownView(
    {
      ...{ id: row.id, label: row.label, program: row.program, shown, named, files, state },
      suspendedNow: false,
      letters: [
        {
          ...{ ...letter, id: '1', subject: 'Notice of a complaint about your conduct' },
          ...{ sha256: 'ab'.repeat(32), writtenAt: 0, returnedOn: undefined },
        },
      ],
    },
    date(on),
    (): CivilDate => date('2026-09-14'),
  );
}

const base: Omit<OwnMatterPageProps, 'own'> = {
  ...{ frame, news: undefined },
  lines: [
    { place: 4120, what: 'the first look' },
    { place: 4388, what: 'a draw announced' },
  ],
};
const letterWords = `Larkspur Board for Care Professions
Office of professional conduct

Matter X-7ZK4Q0M
Monday, September 14, 2026

Notice of a complaint about your conduct

On Tuesday, September 1, 2026 we received a complaint about your conduct. Nothing has been found against you.`;

const act = {
  ...{ frame, seen: 9, interimWithin: '10 days', mistakes: [], news: undefined },
  typed: typedForm({}),
};

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <OwnListPage
        frame={{ ...frame, path: '/my/conduct' }}
        matters={[
          {
            ...{ id: MATTER, label: 'X-7ZK4Q0M', program: 'Larkspur Health Navigator' },
            opened: 'Tuesday, September 1, 2026',
          },
        ]}
      />
    ),
  },
  {
    name: 'told',
    element: (
      <OwnMatterPage
        {...base}
        own={ownAt('response', '2026-09-20', ['Nguyễn Thị Minh Khai'])}
        lines={[]}
      />
    ),
  },
  {
    name: 'hearing',
    element: (
      <OwnMatterPage
        {...base}
        own={{
          ...ownAt('hearing', '2026-11-20'),
          suspended: words.suspended('Friday, January 1, 2027'),
        }}
      />
    ),
  },
  { name: 'offer', element: <OwnMatterPage {...base} own={ownAt('offer', '2026-11-25')} /> },
  {
    name: 'decided',
    element: (
      <OwnMatterPage {...base} own={ownAt('decided', '2027-01-12')} news={words.news.appeal} />
    ),
  },
  { name: 'appealed', element: <OwnMatterPage {...base} own={ownAt('appeal', '2027-02-20')} /> },
  {
    name: 'answer',
    element: (
      <OwnActPage
        {...act}
        own={ownAt('response', '2026-09-20')}
        act="respond"
        mistakes={[{ field: 'words', message: words.answer.missing }]}
      />
    ),
  },
  {
    name: 'appeal',
    element: (
      <OwnActPage
        {...act}
        own={ownAt('decided', '2027-01-12')}
        act="appeal"
        typed={typedForm({ grounds: ['new-evidence'], statement: '证人当时不在那里。' })}
        news={words.stale}
      />
    ),
  },
  {
    name: 'answer-offer',
    element: <OwnActPage {...act} own={ownAt('offer', '2026-11-25')} act="answer-offer" />,
  },
  {
    name: 'letter',
    element: (
      <LetterPage
        frame={frame}
        matter={{ id: MATTER, label: 'X-7ZK4Q0M' }}
        letter={{
          ...{ id: '1', subject: 'Notice of a complaint about your conduct', words: letterWords },
          ...{ when: words.letterOn('Monday, September 14, 2026'), printed: true },
        }}
      />
    ),
  },
];
