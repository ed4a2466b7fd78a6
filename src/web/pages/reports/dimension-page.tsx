/** `/reports/:number/:dimension`: everything that a report shows by one question about people. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import { inWords } from '../../../kernel/dates/civil-date.ts';
import type { PublicReport } from '../../../reporting/public-report/public-report.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import type { Frame } from '../../parts/page-frame/frame.ts';
import { PageFrame } from '../../parts/page-frame/page-frame.tsx';
import { Verdict } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { report as words } from '../../words/report.ts';
import { DrawsSection, isDrawKind } from '../fairness/draws-section.tsx';
import { baseOf } from '../fairness/figures.ts';
import { OutcomeSection, Plot } from './outcome-section.tsx';
import { QuestionsSection } from './questions-section.tsx';
import {
  AFTER_EXAM,
  CONDUCT,
  dimensionTitle,
  groupLabel,
  isAllWithheld,
  KINDS,
  kindLabel,
  SERVICE_STEPS,
  tableOf,
  verdictProps,
  WAITED,
  waitingOf,
} from './view.ts';
import { WaitingSection } from './waiting-section.tsx';

export interface DimensionReportProps {
  readonly frame: Frame;
  readonly report: PublicReport;
  readonly dimension: string;
  readonly standardDays: number;
}

export function DimensionReportPage(props: DimensionReportProps): ReactElement {
  const { frame, report, dimension, standardDays } = props;
  const { number } = report;
  const name = dimensionTitle(report, dimension);
  return (
    <PageFrame
      frame={frame}
      title={words.byTitle(number, name)}
      wide
      trail={{ above: [{ href: `/reports/${number}`, label: words.back(number) }] }}
    >
      <article className="report">
        <h1>{words.by(name)}</h1>
        <p className="lead">
          {words.dated(inWords(report.countedUntil), inWords(report.publishedOn))}
        </p>
        {[...KINDS, ...AFTER_EXAM, ...CONDUCT].map((kind) => {
          const table = tableOf(report, kind, dimension);
          const waiting = WAITED.some((one) => one === kind)
            ? waitingOf(report, kind, dimension)
            : undefined;
          return table === undefined ? null : (
            <div key={kind} className="report-kind">
              <OutcomeSection report={report} table={table} isWaitedFor={waiting !== undefined} />
              {waiting === undefined || isAllWithheld(table) ? null : (
                <WaitingSection report={report} waiting={waiting} standardDays={standardDays} />
              )}
            </div>
          );
        })}
        {(report.draws ?? [])
          .filter((one) => one.dimension === dimension)
          .map(({ kind, rows }) =>
            isDrawKind(kind) ? (
              <section key={kind} aria-labelledby={`${kind}-heading`}>
                <h2 id={`${kind}-heading`}>{kindLabel(kind)}</h2>
                <DrawsSection
                  kind={kind}
                  labelOf={(group) => groupLabel(report, dimension, group)}
                  rows={rows}
                />
              </section>
            ) : null,
          )}
        <StepsSection
          report={report}
          dimension={dimension}
          id="steps"
          title={words.stepsTitle}
          note={words.stepsNote}
          steps={report.steps}
        />
        <StepsSection
          report={report}
          dimension={dimension}
          id="service"
          title={words.serviceTitle}
          note={words.serviceNote}
          steps={SERVICE_STEPS}
        />
        <QuestionsSection report={report} dimension={dimension} />
        <nav aria-labelledby="others-heading" className="report-others">
          <h2 id="others-heading">{words.others}</h2>
          <ul>
            {report.dimensions
              .filter(({ id }) => id !== dimension)
              .map(({ id, title }) => (
                <li key={id}>
                  <a href={`/reports/${number}/${id}`}>{title}</a>
                </li>
              ))}
          </ul>
        </nav>
      </article>
    </PageFrame>
  );
}

/** A way of several steps, such as to the credential: one row a group, each step beside the one before; and the step that no decision makes. */
function StepsSection(props: {
  readonly report: PublicReport;
  readonly dimension: string;
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly steps: readonly string[];
}): ReactElement | null {
  const { report, dimension, id, title } = props;
  const tables = props.steps.flatMap((step) => tableOf(report, step, dimension) ?? []);
  const [first] = tables;
  if (first === undefined) {
    return null;
  }
  const sat = tables.find(({ kind }) => kind === 'step-sat');
  return (
    <section aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      <p>{props.note}</p>
      {sat === undefined || isAllWithheld(sat) ? null : (
        <>
          <h3>{kindLabel(sat.kind)}</h3>
          <Plot report={report} table={sat} />
          <h3>{words.everyStep}</h3>
        </>
      )}
      <DataTable
        caption={title}
        captionHidden
        columns={[
          { label: words.group },
          ...tables.map(({ kind }) => ({ label: kindLabel(kind), figures: true })),
        ]}
        rows={first.rows.map(({ group }) => ({
          key: group,
          cells: [
            groupLabel(report, dimension, group),
            ...tables.map(({ kind, rows }) => {
              const outcome = rows.find((row) => row.group === group)?.outcome ?? WITHHELD;
              return outcome === WITHHELD ? (
                <Withheld key={kind} />
              ) : (
                <span key={kind} className="report-step">
                  <span>{baseOf(outcome.succeeded, outcome.total)}</span>
                  {outcome.comparison === null ? null : (
                    <Verdict {...verdictProps(outcome.comparison.verdict)} />
                  )}
                </span>
              );
            }),
          ],
        }))}
      />
    </section>
  );
}
