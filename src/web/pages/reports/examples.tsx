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
