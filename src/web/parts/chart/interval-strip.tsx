/**
 * The drawn strip of one row of a forest plot. Positions are percentages and shapes keep their size, so it is sharp
 * at every width. An interval that leaves the axis ends in an arrow.
 */
import type { ReactElement } from 'react';
import type { VerdictKind } from '../verdict/verdict.tsx';
import { type Axis, percent } from './axis.ts';
import type { IntervalRow } from './interval-row.ts';

const MIDDLE = '50%';

export function IntervalStrip(props: {
  readonly axis: Axis;
  readonly parity: number;
  readonly row: IntervalRow;
}): ReactElement {
  const { axis, parity, row } = props;
  const at = percent(axis.position(parity));
  return (
    <div className="interval-strip">
      <svg width="100%" height="100%" aria-hidden="true">
        <line className="parity-line" x1={at} x2={at} y1="0" y2="100%" />
        {row.kind === 'reference' ? (
          <At x={at}>
            <rect className="interval-reference" x="-4" y="-4" width="8" height="8" />
          </At>
        ) : null}
        {row.kind === 'estimate' ? <Interval axis={axis} row={row} /> : null}
      </svg>
    </div>
  );
}

/** What is drawn inside stands with its zero point at x, in the middle of the strip. */
function At(props: { readonly x: string; readonly children: ReactElement }): ReactElement {
  return (
    <svg x={props.x} y={MIDDLE} overflow="visible" width="1" height="1" aria-hidden="true">
      {props.children}
    </svg>
  );
}

function Interval(props: {
  readonly axis: Axis;
  readonly row: Extract<IntervalRow, { kind: 'estimate' }>;
}): ReactElement {
  const { axis, row } = props;
  const low = percent(axis.position(row.low));
  const high = percent(axis.position(row.high));
  return (
    <g className={`interval interval-${row.verdict}`}>
      <line x1={low} x2={high} y1={MIDDLE} y2={MIDDLE} />
      <At x={low}>{row.low < axis.from ? <path d="M7-5 0 0 7 5" /> : <path d="M0-5V5" />}</At>
      <At x={high}>{row.high > axis.to ? <path d="M-7-5 0 0-7 5" /> : <path d="M0-5V5" />}</At>
      <At x={percent(axis.position(row.estimate))}>{marks[row.verdict]}</At>
    </g>
  );
}

const marks: Readonly<Record<VerdictKind, ReactElement>> = {
  disparity: <path className="interval-mark" d="M0-8 8 0 0 8-8 0Z" />,
  parity: <circle className="interval-mark" r="6" />,
  unknown: <circle className="interval-mark interval-open" r="5.5" />,
};
