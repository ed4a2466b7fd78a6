import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, parse, withClass, words } from '../../../../tests/look/markup.ts';
import { date } from '../../../kernel/dates/civil-date.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import * as invented from '../finding/invented-findings.ts';
import { DimensionReportPage } from './dimension-page.tsx';
import { inventedReport } from './invented-report.ts';
import { ReportPage } from './report-page.tsx';
import { ReportsPage } from './reports-page.tsx';

const report = (publishedOn?: Parameters<typeof inventedReport>[0]) =>
  parse(
    renderPage(
      <ReportPage
        frame={guestFrame}
        report={inventedReport(publishedOn)}
        note="evenhand report 1"
        place={7348}
        board={{ findings: [invented.running, invented.refused], outreach: [invented.visit] }}
        scripts={['/assets/report.js']}
      />,
    ),
  );
const by = (dimension: string) =>
  parse(
    renderPage(
      <DimensionReportPage
        frame={guestFrame}
        report={inventedReport()}
        dimension={dimension}
        standardDays={30}
      />,
    ),
  );

test('a report begins with what it shows, in sentences with the verdict in words', () => {
  const [first, ...more] = withClass(report(), 'report-shows').map(words);
  assert.match(
    first ?? '',
    /^Disparity shown ?Trained abroad: decisions on eligibility took 9\.1 days longer/,
  );
  assert.match(first ?? '', /Trained abroad: found eligible less often than .*: 0\.80 \(0\.74 to/);
  assert.match(first ?? '', /Question care-011: harder for “Trained abroad”/);
  assert.equal(more.length, 1);
  assert.match(more[0] ?? '', /Black or African American: found eligible .*, Larkspur Care/);
  assert.match(words(report()), /at most about one in twenty would show a disparity by chance/);
});

test('no page of a report calls anything fair, or says that something passed a test of fairness', () => {
  for (const page of [report(), by('where-trained'), by('race-ethnicity')]) {
    const text = words(page).toLowerCase();
    assert.ok(!/\bfair(?:ly|ness)?\b|unfair|passes|compliant|no discrimination/.test(text));
    assert.ok(!text.includes('decider-who-is-not-public'));
  }
  assert.match(words(report()), /monitoring convention/);
  assert.match(words(report()), /pseudonymous, not anonymous/);
});

test('a report that came late says when it was due, and one on its day does not', () => {
  assert.match(words(report(date('2026-11-30'))), /was due on Saturday, February 28, 2026/);
  assert.ok(!words(report()).includes('was due on'));
});

test('the board’s answers stand with what was found, by when, and their reasons', () => {
  const text = words(report());
  assert.match(text, /What the board was asked/);
  assert.match(text, /An action is promised\. Change, answered on .*, to be done by/);
  assert.match(text, /Outreach ?Case managers in the northern counties .*Visit, Larkspur Care/);
  assert.ok(!text.includes(invented.visit.code), 'a code is for whoever is invited');
  assert.match(text, /Refused, with reasons\. Refusal, answered on .*\. ?Reasons: /);
});

test('every withheld cell of a question reads the same word, and its numbers stand nowhere', () => {
  const page = by('race-ethnicity');
  const cells = withClass(page, 'withheld').map(words);
  assert.ok(cells.length > 6);
  assert.deepEqual([...new Set(cells)], ['withheld']);
  assert.match(words(page), /White ?730 of 880 \(83 %\)/);
});

test('a page by question has the response, the picture, its table, the steps and the questions', () => {
  const page = by('where-trained');
  const text = words(page);
  assert.match(text, /Response: 1,396 of 1,884 \(74 %\) are about people who told us/);
  assert.match(text, /Decisions took 9\.1 days longer for “Trained abroad”/);
  assert.match(text, /Found eligible, then sat the exam/);
  assert.match(text, /Question care-011: harder/);
  assert.equal(named(page, 'figure').length, 4);
  assert.match(text, /about [\d,]+ more people needed/);
});

test('without JavaScript the page names the command that does the same, and offers every file', () => {
  const page = report();
  assert.match(
    words(page),
    /bin\/evenhand report verify report-1\.json --receipt report-1\.receipt/,
  );
  const links = named(page, 'a').map((tag) => tag.attributes['href']);
  for (const href of ['/reports/1.json', '/reports/1.csv', '/reports/1.receipt', '/log/key']) {
    assert.ok(links.includes(href), href);
  }
});

test('the list says when the next report comes out, with none published too', () => {
  const list = (reports: Parameters<typeof ReportsPage>[0]['reports']) =>
    words(
      parse(
        renderPage(
          <ReportsPage frame={guestFrame} reports={reports} nextOn={date('2027-02-28')} />,
        ),
      ),
    );
  assert.match(
    list([]),
    /No report is published yet\. ?The next report comes out on Sunday, February 28, 2027/,
  );
  const one = { number: 1, countedUntil: date('2025-12-31'), publishedOn: date('2026-02-28') };
  assert.match(list([one]), /Report 1 ?Wednesday, December 31, 2025/);
});
