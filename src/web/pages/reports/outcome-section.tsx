/** One kind of decision by group: the picture over all programs, its response, and the table of each program and year. */
import type { ReactElement } from 'react';
import { WITHHELD } from '../../../fairness/disclosure/gate.ts';
import {
  ALL_PARTS,
  type PublicReport,
  type ReportedRow,
  type ReportedTable,
} from '../../../reporting/public-report/public-report.ts';
import { IntervalPlot } from '../../parts/chart/interval-plot.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { verdictWords } from '../../parts/verdict/verdict.tsx';
import { Withheld } from '../../parts/withheld/withheld.tsx';
import { findings } from '../../words/findings.ts';
import { report as words } from '../../words/report.ts';
import { baseOf, count, percent } from '../fairness/figures.ts';
import {
  figureText,
  groupLabel,
  heardRow,
  isAllWithheld,
  kindLabel,
  partLabel,
  plotRow,
  verdictProps,
} from './view.ts';

export function OutcomeSection(props: {
  readonly report: PublicReport;
  readonly table: ReportedTable;
  /** Where all of it is withheld, waiting times are too, and have no section of their own. */
  readonly isWaitedFor: boolean;
}): ReactElement {
  const { report, table } = props;
  const { kind, dimension } = table;
  const parts = report.tables.filter(
    (one) => one.kind === kind && one.dimension === dimension && one.part !== ALL_PARTS,
  );
  const title = kindLabel(kind);
  return (
    <section aria-labelledby={`${kind}-heading`}>
      <h2 id={`${kind}-heading`}>{title}</h2>
      <p>
        {`${table.total === WITHHELD ? words.totalWithheld : words.total(baseOf(table.total.succeeded, table.total.total))} ${responseText(table)}`}
      </p>
      {isAllWithheld(table) ? (
        <p>{props.isWaitedFor ? words.allWithheldWaitingToo : words.allWithheld}</p>
      ) : (
        <Plot report={report} table={table} />
      )}
      {parts.every(isAllWithheld) ? null : (
        <details className="chart-numbers">
          <summary>{words.parts(title)}</summary>
          <PartsTable report={report} parts={parts} title={title} />
        </details>
      )}
    </section>
  );
}

/** The forest plot of a table, with its numbers behind it. */
export function Plot(props: {
  readonly report: PublicReport;
  readonly table: ReportedTable;
}): ReactElement {
  const { report, table } = props;
  const { kind, dimension, reference } = table;
  const rows = table.rows.map((row) => plotRow(groupLabel(report, dimension, row.group), row));
  return (
    <IntervalPlot
      id={`${kind}-plot`}
      title={titleOf(report, table)}
      sentence={words.heard(kindLabel(kind), rows.map(heardRow).join(' '))}
      scale="ratio"
      axisTitle={words.axis}
      lower={words.lower}
      higher={words.higher}
      heads={{ group: words.group, base: kindLabel(kind), estimate: words.ratio }}
      rows={rows}
      note={
        reference === null ? undefined : (
          <p>{words.line(groupLabel(report, dimension, reference))}</p>
        )
      }
    />
  );
}

function titleOf(report: PublicReport, { rows, reference, dimension }: ReportedTable): string {
  const verdicts = rows.flatMap(({ group, outcome }) =>
    outcome === WITHHELD || outcome.comparison === null
      ? []
      : [{ group, state: outcome.comparison.verdict.state }],
  );
  const beside = groupLabel(report, dimension, reference);
  const gaps = verdicts.filter(({ state }) => state === 'disparity-shown');
  if (verdicts.length === 0) {
    return words.chart.none;
  }
  if (gaps.length > 0) {
    const names = gaps.map(({ group }) => groupLabel(report, dimension, group)).join(', ');
    return words.chart.gap(names, beside);
  }
  return verdicts.every(({ state }) => state === 'parity-shown')
    ? words.chart.alike(beside)
    : words.chart.open;
}

function responseText({ response }: ReportedTable): string {
  // "At least none" says no more than the word.
  if (response === WITHHELD || (response.atLeast && response.told === 0)) {
    return words.responseWithheld;
  }
  const { told, all, atLeast } = response;
  const say = atLeast ? words.responseAtLeast : words.response;
  return say(count(told), count(all), percent(all === 0 ? 0 : told / all));
}

function PartsTable(props: {
  readonly report: PublicReport;
  readonly parts: readonly ReportedTable[];
  readonly title: string;
}): ReactElement {
  const { report, parts, title } = props;
  return (
    <DataTable
      caption={words.parts(title)}
      captionHidden
      onPhone="scroll"
      columns={[
        { label: words.part },
        { label: words.group },
        { label: title, figures: true },
        { label: words.ratio, figures: true },
        { label: findings.verdict },
      ]}
      rows={parts.flatMap(({ part, dimension, rows }) =>
        rows.map((row) => ({
          key: `${part} ${row.group}`,
          cells: [
            partLabel(report, part),
            groupLabel(report, dimension, row.group),
            ...rowCells(row),
          ],
        })),
      )}
    />
  );
}

function rowCells({ outcome }: ReportedRow) {
  if (outcome === WITHHELD) {
    return ['base', 'ratio', 'verdict'].map((cell) => <Withheld key={cell} />);
  }
  const { succeeded, total, comparison } = outcome;
  return [
    baseOf(succeeded, total),
    comparison === null ? findings.reference : figureText(comparison.ratio),
    comparison === null ? '' : verdictWords(verdictProps(comparison.verdict)),
  ];
}
