/** The public reports: the list, each report and its pages by question, and what can be downloaded of it. */
import { createElement } from 'react';
import { writeNoteKey } from '../../ledger/checkpoint/note.ts';
import { programs } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { nextReportOn } from '../../program/pledge/report-day.ts';
import { reportCsv } from '../../reporting/public-report/report-csv.ts';
import { DimensionReportPage } from '../../web/pages/reports/dimension-page.tsx';
import { ReportPage } from '../../web/pages/reports/report-page.tsx';
import { ReportsPage } from '../../web/pages/reports/reports-page.tsx';
import { renderPage } from '../../web/parts/page-frame/render-page.ts';
import { findingsForPublic } from '../../workflow/board/read-findings.ts';
import {
  type ReportKept,
  reportFile,
  reportNumbered,
  reportReceipt,
  reportsPublished,
} from '../../workflow/report/read-reports.ts';
import type { App } from '../server/app.ts';
import { missingPage } from '../server/problem-pages.ts';
import { type Handler, one, page, type Reply, type Visit } from '../server/visit.ts';

type ReportRoute =
  | 'reports'
  | 'report'
  | 'report-dimension'
  | 'report-json'
  | 'report-csv'
  | 'report-receipt';
const SCRIPT = '/assets/report.js';

export function reportHandlers(app: App): Readonly<Record<ReportRoute, Handler>> {
  return {
    reports: (visit) => showList(app, visit),
    report: (visit) => found(app, visit, (kept) => showReport(app, visit, kept)),
    'report-dimension': (visit) => found(app, visit, async (kept) => showDimension(visit, kept)),
    'report-json': (visit) =>
      found(app, visit, async (kept) =>
        download(reportFile(kept, writeNoteKey(app.log.key)), 'application/json', kept, 'json'),
      ),
    'report-csv': (visit) =>
      found(app, visit, async (kept) =>
        download(reportCsv(kept.report), 'text/csv; charset=utf-8', kept, 'csv'),
      ),
    'report-receipt': (visit) =>
      found(app, visit, async (kept) => {
        const receipt = await reportReceipt(app.world, app.log, kept);
        return receipt === undefined
          ? missingPage(visit.frame)
          : download(receipt, 'text/plain; charset=utf-8', kept, 'receipt');
      }),
  };
}

/** A report is numbered as people write numbers: 1, and not 01 or 1.0. */
async function found(
  app: App,
  { params, frame }: Visit,
  answer: (kept: ReportKept) => Promise<Reply>,
): Promise<Reply> {
  const asked = one(params, 'number');
  const kept = /^[1-9]\d{0,6}$/.test(asked)
    ? await reportNumbered(app.world, Number(asked))
    : undefined;
  return kept === undefined ? missingPage(frame) : await answer(kept);
}

const download = (text: string, type: string, { row }: ReportKept, ending: string): Reply => ({
  kind: 'bytes',
  type,
  bytes: text,
  headers: {
    'access-control-allow-origin': '*',
    'cache-control': 'no-cache',
    'content-disposition': `attachment; filename="report-${row.number}.${ending}"`,
  },
});

async function showList(app: App, { frame }: Visit): Promise<Reply> {
  const reports = await reportsPublished(app.world);
  const nextOn = nextReportOn(app.world.clock.today(), reports.at(-1)?.countedUntil);
  return page(
    renderPage(createElement(ReportsPage, { frame, reports: reports.toReversed(), nextOn })),
  );
}

async function showReport(app: App, { frame }: Visit, kept: ReportKept): Promise<Reply> {
  const board = await findingsForPublic(app.world);
  const { report, row } = kept;
  return page(
    renderPage(
      createElement(ReportPage, {
        frame,
        report,
        note: row.note,
        place: row.place,
        board,
        scripts: [SCRIPT],
      }),
    ),
  );
}

function showDimension({ frame, params }: Visit, { report }: ReportKept): Reply {
  const dimension = one(params, 'dimension');
  return report.dimensions.some(({ id }) => id === dimension)
    ? page(
        renderPage(
          createElement(DimensionReportPage, {
            frame,
            report,
            dimension,
            standardDays: standardDays(report.horizonDays),
          }),
        ),
      )
    : missingPage(frame);
}

/** The days that a body gives itself where a program's rules give none. */
function standardDays(horizon: number): number {
  const own = programs
    .filter(({ invented }) => invented)
    .map((program) => defaultsOf(program).decideWithin)
    .find((rule) => rule.kind === 'days-after');
  return own?.kind === 'days-after' ? own.days : horizon / 2;
}
