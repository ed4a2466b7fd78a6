/** Every comparison of a report counted: a row for each question about people, a column for each kind of decision. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import type {
  PublicReport,
  ReportedVerdict,
} from '../../../reporting/public-report/public-report.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Shape } from '../../parts/shape/shape.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { report as words } from '../../words/report.ts';
import { percent } from '../fairness/figures.ts';
import {
  AFTER_EXAM,
  isAllWithheld,
  KINDS,
  kindLabel,
  outcomeVerdicts,
  tableOf,
  tallied,
  waitingOf,
  waitVerdicts,
} from './view.ts';

export function Overview({ report }: { readonly report: PublicReport }): ReactElement {
  return (
    <section aria-labelledby="overview-heading">
      <h2 id="overview-heading">{words.overview}</h2>
      <p>{words.overviewNote}</p>
      <DataTable
        caption={words.overview}
        captionHidden
        columns={[
          { label: words.question },
          { label: words.toldUs },
          { label: words.waitingColumn },
          ...KINDS.map((kind) => ({ label: kindLabel(kind) })),
        ]}
        rows={report.dimensions.map(({ id, title }) => ({
          key: id,
          cells: [
            <a key="to" href={`/reports/${report.number}/${id}`}>
              {title}
            </a>,
            told(report, id),
            <Tally key="waiting" verdicts={waitVerdicts(waitingOf(report, 'eligibility', id))} />,
            ...KINDS.map((kind) => <KindTally key={kind} report={report} kind={kind} id={id} />),
          ],
        }))}
      />
      <AfterExam report={report} />
    </section>
  );
}

function AfterExam({ report }: { readonly report: PublicReport }): ReactElement | null {
  const kinds = AFTER_EXAM.filter((kind) => report.tables.some((table) => table.kind === kind));
  return kinds.length === 0 ? null : (
    <>
      <h3>{words.overviewAfter}</h3>
      <DataTable
        caption={words.overviewAfter}
        captionHidden
        columns={[{ label: words.question }, ...kinds.map((kind) => ({ label: kindLabel(kind) }))]}
        rows={report.dimensions.map(({ id, title }) => ({
          key: id,
          cells: [
            <a key="to" href={`/reports/${report.number}/${id}`}>
              {title}
            </a>,
            ...kinds.map((kind) => <KindTally key={kind} report={report} kind={kind} id={id} />),
          ],
        }))}
      />
    </>
  );
}

function KindTally(props: {
  readonly report: PublicReport;
  readonly kind: string;
  readonly id: string;
}): ReactElement {
  const table = tableOf(props.report, props.kind, props.id);
  return table !== undefined && isAllWithheld(table) ? (
    <Withheld />
  ) : (
    <Tally verdicts={outcomeVerdicts(table)} />
  );
}

function told(report: PublicReport, dimension: string) {
  const response = tableOf(report, 'eligibility', dimension)?.response;
  if (response === undefined || response === WITHHELD) {
    return <Withheld />;
  }
  const share = percent(response.all === 0 ? 0 : response.told / response.all);
  return response.atLeast ? words.atLeast(share) : share;
}

function Tally({ verdicts }: { readonly verdicts: readonly ReportedVerdict[] }): ReactElement {
  const { disparity, parity, unknown } = tallied(verdicts);
  if (verdicts.length === 0) {
    return <span className="soft">{words.noComparison}</span>;
  }
  return (
    <span className="report-tally">
      {disparity === 0 ? null : (
        <span className="verdict verdict-disparity">
          <Shape name="diamond" />
          {words.tally.disparity(disparity)}
        </span>
      )}
      {parity === 0 ? null : (
        <span className="verdict verdict-parity">
          <Shape name="disc" />
          {words.tally.parity(parity)}
        </span>
      )}
      {unknown === 0 ? null : (
        <span className="verdict verdict-unknown">
          <Shape name="ring" />
          {words.tally.unknown(unknown)}
        </span>
      )}
    </span>
  );
}
