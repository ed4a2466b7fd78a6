/** Counts by year as bars: one row a ground or setting, one bar a year, all on one scale, each with its number. */
import type { ReactElement } from 'react';
import { percent } from '../../parts/chart/axis.ts';
import { ChartFrame, type ChartWords } from '../../parts/chart/chart-frame.tsx';
import type { DataTableProps } from '../../parts/data-table/data-table.tsx';
import { en } from '../../words/en.ts';
import { count } from '../fairness/figures.ts';

interface YearBarsProps extends ChartWords {
  readonly years: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    /** One entry a year; undefined where it is withheld. */
    readonly counts: readonly (number | undefined)[];
  }[];
  readonly table: Omit<DataTableProps, 'caption' | 'captionHidden' | 'onPhone'>;
}

/** The rows of which any year is shown are drawn; all stand in the table behind. */
export function YearBars(props: YearBarsProps): ReactElement {
  const { years, rows, table } = props;
  const drawn = rows.filter(({ counts }) => counts.some((one) => one !== undefined));
  const most = Math.max(1, ...drawn.flatMap(({ counts }) => counts.map((one) => one ?? 0)));
  return (
    <ChartFrame {...props} table={{ ...table, onPhone: 'scroll' }}>
      <div className="year-bars">
        {drawn.map(({ label, counts }) => (
          <div className="year-bars-row" key={label}>
            <span className="year-bars-name">{label}</span>
            <div className="year-bars-years">
              {counts.map((own, place) => (
                <Bar key={years[place]} year={years[place] ?? ''} own={own} most={most} />
              ))}
            </div>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

function Bar(props: {
  readonly year: string;
  readonly own: number | undefined;
  readonly most: number;
}): ReactElement {
  const { year, own, most } = props;
  return (
    <div className="year-bar">
      <span className="year-bar-year">{year}</span>
      <svg className="year-bar-drawing" width="100%" height="14" aria-hidden="true">
        <line className="year-bar-floor" x1="0" x2="0" y1="0" y2="14" />
        {own === undefined ? null : (
          <rect className="year-bar-fill" width={percent(own / most)} height="14" />
        )}
      </svg>
      <span className="year-bar-count">
        {own === undefined ? en.findings.withheld : count(own)}
      </span>
    </div>
  );
}
