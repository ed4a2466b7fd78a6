/**
 * Puts one release together as a public report: everything it shows of the groups of those decided about, but its deciders.
 * What complainants told, grounds and settings, and how sanctions compare stay with directors, auditors and the board.
 */
import { type Published, WITHHELD } from '../../fairness/disclosure/gate.ts';
import { ALL } from '../../fairness/disclosure/outcome-cells.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import { outcomesOf, type Release } from '../../fairness/disclosure/release.ts';
import {
  type ReleasedTables,
  tableOfRelease,
} from '../../fairness/disclosure/released-outcomes.ts';
import { reportedOutcome, reportedVerdict } from './figures.ts';
import {
  type PublicReport,
  REPORT_FORMAT,
  type ReportedTable,
  type ReportedWaiting,
} from './public-report.ts';

/** What the report says beside the release's own figures. */
export type ReportFrame = Pick<
  PublicReport,
  | 'number'
  | 'site'
  | 'demonstration'
  | 'dueOn'
  | 'publishedOn'
  | 'unstated'
  | 'horizonDays'
  | 'dimensions'
  | 'programs'
  | 'steps'
  | 'ways'
  | 'findings'
> & { readonly release: Pick<PublicReport['release'], 'digest' | 'place'> };

export function assembledReport(published: Published<Release>, frame: ReportFrame): PublicReport {
  const { outcomes, waiting, items, draws } = published.value;
  const measured = outcomesOf(published);
  const asked = new Set(frame.dimensions.map(({ id }) => id));
  return {
    format: REPORT_FORMAT,
    ...frame,
    release: { number: outcomes.number, ...frame.release },
    countedUntil: outcomes.countedUntil,
    proof: outcomes.proof,
    tables: outcomes.tables
      .filter(({ dimension }) => asked.has(dimension))
      .flatMap((table) =>
        [ALL, ...table.parts].flatMap((part) => {
          const { kind, dimension } = table;
          const found = tableOfRelease(measured, {
            kind,
            dimension,
            part,
            unstated: frame.unstated,
          });
          return found === undefined ? [] : [reportedTable(table, part, found.value)];
        }),
      ),
    // Steps of complaints take longer than the days that a report compares.
    waiting: waiting.filter(({ kind }) => !kind.startsWith('conduct-')).map(reportedWaiting),
    ...(draws === undefined
      ? {}
      : {
          draws: draws.map(({ kind, dimension, figures: { rows } }) => ({ kind, dimension, rows })),
        }),
    questions: items,
  };
}

function reportedTable(
  { kind, dimension, reference: wanted }: ReleasedTables,
  part: string,
  { outcomes, response }: MeasuredOutcomes,
): ReportedTable {
  const isShown = outcomes.rows.some(
    ({ group, outcome }) => group === wanted && outcome !== WITHHELD,
  );
  return {
    kind,
    dimension,
    part,
    // Which withheld group is the largest is withheld too.
    compareWith: isShown ? (wanted ?? null) : null,
    reference: outcomes.reference ?? null,
    rows: outcomes.rows.map(({ group, outcome }) => ({
      group,
      outcome: outcome === WITHHELD ? WITHHELD : reportedOutcome(outcome, outcome.comparison),
    })),
    total: outcomes.total,
    response,
  };
}

const reportedWaiting = ({
  kind,
  dimension,
  part,
  figures,
}: Release['waiting'][number]): ReportedWaiting => ({
  kind,
  dimension,
  part,
  reference: figures.reference ?? null,
  rows: figures.rows.map(({ group, waiting }) => ({
    group,
    waiting:
      waiting === WITHHELD
        ? WITHHELD
        : {
            decided: waiting.decided,
            meanDays: waiting.meanDays ?? null,
            medianDays: waiting.medianDays ?? null,
            curve: waiting.curve,
            comparison:
              waiting.comparison === undefined
                ? null
                : {
                    ...waiting.comparison,
                    verdict: reportedVerdict(waiting.comparison.verdict),
                  },
          },
  })),
});
