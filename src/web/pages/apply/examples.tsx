/** The application at its start, on a page with papers, with every mistake, at its last look, and closed. */
import { pageOf } from '../../../casework/application/form-pages.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { programs } from '../../../program/catalog/catalog.ts';
import { rulesInForce } from '../../../program/definition/offered-program.ts';
import type { Example } from '../../parts/example.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { ApplyPage, type ApplyPageProps } from './apply-page.tsx';
import { ApplyClosedPage, ApplyStartPage } from './apply-start-page.tsx';
import { CheckPage, type CheckPageProps } from './check-page.tsx';

const frame = { ...candidateFrame, path: '/apply/larkspur-care' };
const program = {
  id: 'larkspur-care',
  name: 'Larkspur Care Coordinator',
  notice: 'Invented program of an invented body. It runs rules that were published for CCM.',
};
const pages = programs
  .filter(({ id }) => id === program.id)
  .map((offered) => rulesInForce(offered, date('2026-06-01')));

const pageExample = (id: string, change: Partial<ApplyPageProps>): Example[] =>
  pages.flatMap((rules) => {
    const page = pageOf(rules, id);
    return page === undefined
      ? []
      : [
          {
            name: `page-${id}${change.mistakes === undefined ? '' : '-mistakes'}`,
            element: (
              <ApplyPage
                frame={frame}
                program={program}
                page={page}
                step={{ current: 3, all: 8 }}
                before="/apply/larkspur-care/your-name"
                fields={page.fields}
                values={{}}
                papers={page.documents.map((document) => ({
                  ...document,
                  name: `document~${document.supports}`,
                  uploaded: [],
                }))}
                mistakes={[]}
                news={null}
                {...change}
              />
            ),
          },
        ];
  });

const fees = {
  onFiling: [{ title: 'Application fee', amount: '$235.00' }],
  onEligible: [{ title: 'Exam fee', amount: '$195.00' }],
};
const check: CheckPageProps = {
  frame,
  program,
  steps: 8,
  missing: [],
  sections: [
    {
      title: 'Your name',
      href: '/apply/larkspur-care/your-name',
      rows: [
        { field: 'full-name', label: 'Name on your documents', value: 'Nguyễn Thị Minh Khai' },
        { field: 'former-names', label: 'Other names on your documents', value: '' },
      ],
      documents: null,
    },
    {
      title: 'License',
      href: '/apply/larkspur-care/license',
      rows: [{ field: 'expires', label: 'Expires on', value: 'February 29, 2028' }],
      documents: [{ id: 'a', name: 'license.pdf' }],
    },
  ],
  reading: {
    met: true,
    criteria: [
      { id: 'license', title: 'License', state: 'met', because: 'Standing: Active.' },
      { id: 'degree', title: 'Degree', state: 'notOffered', because: '' },
      { id: 'work', title: '12 months', state: 'notMet', because: '9 of 12 months shown.' },
    ],
  },
  promise: ['If you file today, you have our answer by Saturday, February 28, 2026.'],
  fees,
  supervisors: ['Rosalind Osei, r.osei@riverbend-clinic.example'],
  seen: 'abc',
  mistakes: [],
  news: null,
};

export const examples: readonly Example[] = [
  {
    name: 'start',
    element: (
      <ApplyStartPage
        frame={frame}
        program={program}
        promise="If you file today, you have our answer by Saturday, February 28, 2026."
        judged="Your application is judged under the published rules ccm/2025-08."
        fees={fees}
        papers={['Your license', 'Your diploma, transcript or certificate']}
        pages={[
          { href: '/apply/larkspur-care/your-name', title: 'Your name', state: 'done' },
          { href: '/apply/larkspur-care/license', title: 'License', state: 'open' },
          { href: '/apply/larkspur-care/character', title: 'Good character', state: 'new' },
        ]}
        go="/apply/larkspur-care/license"
        begun
      />
    ),
  },
  ...pageExample('license', {}),
  ...pageExample('employer', {}),
  ...pageExample('license', {
    values: { 'expires-month': '2', 'expires-day': '30', 'expires-year': '2027', number: '0042' },
    papers: [
      {
        name: 'document~license',
        label: 'Your license',
        hint: 'A copy of the license',
        required: true,
        uploaded: [
          {
            id: 'a',
            name: 'front page of my license, scanned at the library (final version 2).png',
          },
        ],
      },
    ],
    mistakes: [
      {
        field: 'expires',
        message:
          'Expires on: there is no February 30, 2027. In 2027, February has 28 days; check the day and the year.',
      },
      { field: 'issuer', message: 'Who issued the license is empty. Fill it in to go on.' },
      { field: 'document~license', message: '“letter.docx”: this file is not a PDF, JPEG or PNG.' },
    ],
    news: 'Removed: old.png',
  }),
  { name: 'check', element: <CheckPage {...check} /> },
  {
    name: 'check-missing',
    element: (
      <CheckPage
        {...check}
        missing={[
          {
            page: 'License',
            lines: [
              {
                href: '/apply/larkspur-care/license#number',
                message: 'License number is empty. Fill it in to go on.',
              },
            ],
          },
        ]}
        reading={{ ...check.reading, met: false }}
      />
    ),
  },
  {
    name: 'check-undeclared',
    element: (
      <CheckPage
        {...check}
        mistakes={[{ field: 'declaration', message: 'Your word: tick the box to file.' }]}
      />
    ),
  },
  {
    name: 'closed',
    element: (
      <ApplyClosedPage
        frame={frame}
        title="Applications for CCM are not open here"
        text="CCM belongs to the Commission for Case Manager Certification. Nobody can apply for it here."
        notice="Not affiliated with or endorsed by the Commission for Case Manager Certification."
        action={{ href: '/programs/ccm', label: 'About this program' }}
      />
    ),
  },
];
