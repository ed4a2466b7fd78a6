/**
 * Small multiples of rates: one panel a group, a mark a column (a year, a step), each with its interval, on one scale from
 * 0 to 100 %. The thin line in every panel is the group that the others are compared with. A column that is shown to be
 * worse has a mark of another shape and a word.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import type { Row } from '../data-table/data-table.tsx';
import { percent } from './axis.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';

export interface RatePoint {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Shown to be worse: stands out by shape and by the word of the chart. */
  readonly isMarked: boolean;
}

export interface RatePanel {
  readonly group: string;
  /** One entry a column; undefined where it is withheld. */
  readonly points: readonly (RatePoint | undefined)[];
}

/** A year, a step. */
export interface RateColumn {
  readonly label: string;
  /** On a line of its own: "so far". */
  readonly under?: string | undefined;
}

export interface RatePanelsProps extends ChartWords {
  readonly columns: readonly RateColumn[];
  readonly panels: readonly RatePanel[];
  /** The panel whose shares stand as a thin line in the others; undefined where there is none. */
  readonly reference: string | undefined;
  /** What a marked column is called. */
  readonly markWord: string;
  /** Heads and rows of the table behind the chart. */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

const HEIGHT = 132;
const SHARES = [1, 0.5, 0];

export function RatePanels(props: RatePanelsProps): ReactElement {
  const { panels, columns, reference, markWord } = props;
  const compared = panels.find(({ group }) => group === reference);
  return (
    <ChartFrame
      {...props}
      table={{
        columns: props.heads.map((label, place) => ({ label, figures: place > 0 })),
        rows: props.rows,
      }}
    >
      <div className="rate-panels">
        {panels.map((panel) => (
          <Panel
            key={panel.group}
            panel={panel}
            columns={columns}
            markWord={markWord}
            isReference={panel === compared}
            reference={panel === compared ? undefined : compared}
          />
        ))}
      </div>
    </ChartFrame>
  );
}

function Panel(props: {
  readonly panel: RatePanel;
  readonly columns: readonly RateColumn[];
  readonly isReference: boolean;
  readonly reference: RatePanel | undefined;
  readonly markWord: string;
}): ReactElement {
  const { panel, columns, reference, markWord } = props;
  const at = (place: number): string => percent((place + 0.5) / columns.length);
  return (
    <div className="rate-panel">
      <p className="rate-name">
        {panel.group}
        {props.isReference ? <span>{` ${en.findings.reference}`}</span> : null}
        {panel.points.some((point) => point?.isMarked === true) ? (
          <span className="rate-worse">{` ${markWord}`}</span>
        ) : null}
      </p>
      <div className="rate-shares">
        {SHARES.map((share) => (
          <span key={share}>{`${share * 100} %`}</span>
        ))}
      </div>
      <svg
        className="rate-drawing"
        width="100%"
        height={HEIGHT + (columns.some(({ under }) => under !== undefined) ? 42 : 24)}
        aria-hidden="true"
      >
        {SHARES.map((share) => (
          <line
            key={share}
            className={share === 0 ? 'waiting-floor' : 'waiting-grid'}
            x1="0"
            x2="100%"
            y1={down(share)}
            y2={down(share)}
          />
        ))}
        {reference === undefined ? null : (
          <Line points={reference.points} at={at} name="rate-reference" />
        )}
        <Line points={panel.points} at={at} name="rate-line" />
        {columns.map(({ label, under }, place) => (
          <g key={label}>
            <Mark point={panel.points[place]} x={at(place)} />
            <text className="rate-column" x={at(place)} y={HEIGHT + 19}>
              {label}
            </text>
            <text className="rate-column" x={at(place)} y={HEIGHT + 37}>
              {under}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

const down = (share: number): number => (1 - share) * HEIGHT;

/** From each point to the next where both are shown. */
function Line(props: {
  readonly points: RatePanel['points'];
  readonly at: (place: number) => string;
  readonly name: string;
}): ReactElement {
  const { points, at, name } = props;
  return (
    <g className={name}>
      {points.map((to, place) => {
        const from = points[place - 1];
        return from === undefined || to === undefined ? null : (
          <line
            key={at(place)}
            x1={at(place - 1)}
            x2={at(place)}
            y1={down(from.share)}
            y2={down(to.share)}
          />
        );
      })}
    </g>
  );
}

function Mark(props: { readonly point: RatePoint | undefined; readonly x: string }): ReactElement {
  const { point, x } = props;
  if (point === undefined) {
    return (
      <text className="rate-column rate-withheld" x={x} y={HEIGHT - 8}>
        {en.findings.withheld}
      </text>
    );
  }
  return (
    <g className={point.isMarked ? 'rate-mark rate-mark-worse' : 'rate-mark'}>
      <line x1={x} x2={x} y1={down(point.low)} y2={down(point.high)} />
      <svg x={x} y={down(point.share)} overflow="visible" width="1" height="1" aria-hidden="true">
        {point.isMarked ? <path d="M0-7 7 0 0 7-7 0Z" /> : <circle r="3.5" />}
      </svg>
    </g>
  );
}
