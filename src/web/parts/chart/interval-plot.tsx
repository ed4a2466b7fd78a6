/**
 * A forest plot: one row a group, its estimate as a mark, its interval as a line, and the line of parity through all
 * rows. The words of a row stand beside it as text and wrap with the page; only the strip is drawn.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import { Verdict, verdictWords } from '../verdict/verdict.tsx';
import { Withheld } from '../withheld/withheld.tsx';
import { type Axis, linearAxis, pairsAxis, percent, ratioAxis } from './axis.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import type { IntervalRow } from './interval-row.ts';
import { IntervalStrip } from './interval-strip.tsx';

export interface IntervalPlotProps extends ChartWords {
  /**
   * Ratios stand on a scale where half and double are equally far from 1; differences on an even one around 0; pairs, of
   * which a share is won, on one from none to all, with parity at one half.
   */
  readonly scale: 'ratio' | 'difference' | 'pairs';
  readonly axisTitle: string;
  /** What it means to stand left and right of parity: "fewer found eligible", "more found eligible". */
  readonly lower: string;
  readonly higher: string;
  readonly rows: readonly IntervalRow[];
  /** Heads of the table: the group, its base, the estimate. */
  readonly heads: { readonly group: string; readonly base: string; readonly estimate: string };
}

const PARITY = { ratio: 1, difference: 0, pairs: 0.5 } as const;
const axisOf = {
  ratio: ratioAxis,
  difference: (ends: readonly number[]) => linearAxis(ends, 0),
  pairs: pairsAxis,
} as const;

export function IntervalPlot(props: IntervalPlotProps): ReactElement {
  const ends = props.rows.flatMap((row) => (row.kind === 'estimate' ? [row.low, row.high] : []));
  const parity = PARITY[props.scale];
  const axis = axisOf[props.scale](ends);
  return (
    <ChartFrame {...props} table={tableOf(props)}>
      <div className="interval-plot">
        {props.rows.map((row) => (
          <PlotRow key={row.group} row={row} axis={axis} parity={parity} />
        ))}
        <Scale axis={axis} parity={parity} {...props} />
      </div>
    </ChartFrame>
  );
}

function PlotRow(props: {
  readonly row: IntervalRow;
  readonly axis: Axis;
  readonly parity: number;
}): ReactElement {
  const { row, axis, parity } = props;
  return (
    <div className="interval-row">
      <div className="interval-group">
        <span className="interval-name">{row.group}</span>
        {row.kind === 'withheld' ? null : <span className="interval-base">{row.base}</span>}
      </div>
      <IntervalStrip axis={axis} parity={parity} row={row} />
      <div className="interval-value">
        {row.kind === 'withheld' ? <Withheld /> : null}
        {row.kind === 'reference' ? (
          <span className="interval-base">{en.findings.reference}</span>
        ) : null}
        {row.kind === 'estimate' ? (
          <>
            <span>{row.text}</span>
            <Verdict kind={row.verdict} morePeople={row.morePeople} />
          </>
        ) : null}
      </div>
    </div>
  );
}

function Scale(props: {
  readonly axis: Axis;
  readonly parity: number;
  readonly axisTitle: string;
  readonly lower: string;
  readonly higher: string;
}): ReactElement {
  return (
    <div className="interval-scale">
      <svg className="interval-ticks" width="100%" height="24" aria-hidden="true">
        {props.axis.ticks.map(({ value, label }) => {
          const at = percent(props.axis.position(value));
          return (
            <g key={label} className={value === props.parity ? 'tick-parity' : undefined}>
              <line x1={at} x2={at} y1="0" y2="5" />
              <text x={at} y="20">
                {label}
              </text>
            </g>
          );
        })}
      </svg>
      <div className="interval-directions">
        <span>{`\u2190\u00a0${props.lower}`}</span>
        <span>{`${props.higher}\u00a0\u2192`}</span>
      </div>
      <div className="interval-axis-title">{props.axisTitle}</div>
    </div>
  );
}

function tableOf({ heads, rows }: IntervalPlotProps) {
  return {
    columns: [
      { label: heads.group },
      { label: heads.base, figures: true },
      { label: heads.estimate, figures: true },
      { label: en.findings.verdict },
    ],
    rows: rows.map((row) => ({ key: row.group, cells: [row.group, ...cellsOf(row)] })),
  };
}

function cellsOf(row: IntervalRow) {
  switch (row.kind) {
    case 'estimate':
      return [row.base, row.text, verdictWords({ kind: row.verdict, morePeople: row.morePeople })];
    case 'reference':
      return [row.base, en.findings.reference, ''];
    case 'withheld':
      return ['base', 'estimate', 'verdict'].map((cell) => <Withheld key={cell} />);
  }
}
