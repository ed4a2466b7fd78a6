/** The list with and without reports, a report on its day and a late one with the board's answers, and two questions. */
import { date } from '../../../kernel/dates/civil-date.ts';
import type { Example } from '../../parts/example.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import * as invented from '../finding/invented-findings.ts';
import { DimensionReportPage } from './dimension-page.tsx';
import { inventedReport } from './invented-report.ts';
import { ReportPage } from './report-page.tsx';
import { ReportsPage } from './reports-page.tsx';

const frame = { ...guestFrame, path: '/reports' };
const note =
  'evenhand report 1\nrelease 1\ncounted until 2025-12-31\npublished on 2026-02-28\nsha256 ' +
  `${'5e'.repeat(32)}\n\n\u2014 larkspur.example/log U2lnbmVkLCBhcyBhbiBleGFtcGxl\n`;

export const examples: readonly Example[] = [
  {
    name: 'list',
    element: (
      <ReportsPage
        frame={frame}
        reports={[
          {
            number: 1,
            countedUntil: date('2025-12-31'),
            publishedOn: date('2026-02-28'),
          },
        ]}
        nextOn={date('2027-02-28')}
      />
    ),
  },
  {
    name: 'no-report-yet',
    element: <ReportsPage frame={frame} reports={[]} nextOn={date('2027-02-28')} />,
  },
  {
    name: 'report',
    element: (
      <ReportPage
        frame={frame}
        report={inventedReport()}
        note={note}
        place={7348}
        board={{ findings: [], outreach: [] }}
        scripts={[]}
      />
    ),
  },
  {
    name: 'late-report-with-answers',
    element: (
      <ReportPage
        frame={frame}
        report={inventedReport(date('2026-11-30'))}
        note={note}
        place={7348}
        board={{
          findings: [
            invented.late,
            invented.waiting,
            invented.running,
            invented.carriedOut,
            invented.refused,
          ],
          outreach: [invented.visit],
        }}
        scripts={[]}
      />
    ),
  },
  {
    name: 'where-trained',
    element: (
      <DimensionReportPage
        frame={frame}
        report={inventedReport()}
        dimension="where-trained"
        standardDays={30}
      />
    ),
  },
  {
    name: 'much-withheld',
    element: (
      <DimensionReportPage
        frame={frame}
        report={inventedReport()}
        dimension="race-ethnicity"
        standardDays={30}
      />
    ),
  },
];
