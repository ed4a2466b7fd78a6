/** What came out when a report was checked: who signed it, and figure by figure whether it follows from the tables. */
import type { ReactElement } from 'react';
import type { RecomputedTable } from '../../../reporting/public-report/recompute.ts';
import type { CheckedReport } from '../../../workflow/report/check-report.ts';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { Shape } from '../../parts/shape/shape.tsx';
import { report as words } from '../../words/report.ts';
import { kindLabel } from './view.ts';

export interface CheckNames {
  readonly dimension: (id: string) => string;
  readonly group: (dimension: string, id: string) => string;
  readonly part: (part: string) => string;
}

export function CheckResult(props: {
  readonly checked: CheckedReport;
  readonly names: CheckNames;
}): ReactElement {
  const { checked, names } = props;
  const { signature, body, log, agreeing, differing } = checked;
  const figures = {
    answer: differing === 0 ? ('holds' as const) : ('fails' as const),
    found: words.checkFigures(agreeing, differing),
  };
  const steps = { signature, body, log, figures };
  return (
    <div className={checked.holds ? 'check-result' : 'check-result check-fails'}>
      <h3>
        <Shape name={checked.holds ? 'tick' : 'cross'} />
        {` ${checked.holds ? words.checkHolds : words.checkFails}`}
      </h3>
      <dl>
        {(['signature', 'body', 'log', 'figures'] as const).map((step) => (
          <div key={step}>
            <dt>{words.checkSteps[step]}</dt>
            <dd>{`${words.checkAnswers[steps[step].answer]}: ${steps[step].found}`}</dd>
          </div>
        ))}
      </dl>
      <p>{words.notWorkedOut(checked.report.waiting)}</p>
      <h4>{words.checkTables}</h4>
      {checked.tables.map((table, place) =>
        isWithheld(table) ? null : (
          <details key={tableName(table, names)} open={table.figures.some(({ agrees }) => !agrees)}>
            <summary>
              {words.checkTable(
                tableName(table, names),
                table.figures.filter(({ agrees }) => agrees).length,
                table.figures.length,
              )}
            </summary>
            <div data-table={String(place)} />
          </details>
        ),
      )}
      <p>{words.checkWithheld(checked.tables.filter(isWithheld).length)}</p>
    </div>
  );
}

/** All that such a table says is that it compares with nobody. */
const isWithheld = ({ figures }: RecomputedTable): boolean =>
  figures.length <= 1 && figures.every(({ agrees }) => agrees);

/** "ratio, low end" for what the file calls `comparison.ratio.low`. */
function figureName(figure: string): string {
  const names: Readonly<Record<string, string>> = words.figures;
  const ends: Readonly<Record<string, string>> = words.ends;
  const dot = figure.lastIndexOf('.');
  const [stem, last] = [figure.slice(0, dot), figure.slice(dot + 1)];
  const end = last === 'value' ? '' : ends[last];
  return names[figure] ?? (end === undefined ? figure : `${names[stem] ?? stem}${end}`);
}

const tableName = ({ kind, dimension, part }: RecomputedTable, names: CheckNames): string =>
  [kindLabel(kind), names.dimension(dimension), names.part(part)].join(', ');

/** Every figure of one table; drawn when its table is opened. */
export function CheckedFigures(props: {
  readonly table: RecomputedTable;
  readonly names: CheckNames;
}): ReactElement {
  const { table, names } = props;
  const { group, figure, published, workedOut, result } = words.checkColumns;
  return (
    <DataTable
      caption={tableName(table, names)}
      captionHidden
      onPhone="scroll"
      columns={[
        { label: group },
        { label: figure },
        { label: published, figures: true },
        { label: workedOut, figures: true },
        { label: result },
      ]}
      rows={table.figures.map((one) => ({
        key: `${one.group} ${one.figure}`,
        cells: [
          one.group === '' ? words.whole : names.group(table.dimension, one.group),
          figureName(one.figure),
          shown(one.published),
          shown(one.workedOut),
          <span key="result">
            <Shape name={one.agrees ? 'tick' : 'cross'} />
            {` ${one.agrees ? words.agrees : words.differs}`}
          </span>,
        ],
      }))}
    />
  );
}

const shown = (value: unknown): string => (value === null ? '–' : String(value));
