/**
 * Waiting curves: the share of people still waiting, falling in steps as decisions are made, one line a group.
 * Cases still open count until today (Kaplan-Meier); the shaded band is the interval. The promised day is drawn.
 * Lines are told apart by a label at their end, a dash pattern and a color.
 */
import type { ReactElement } from 'react';
import { en } from '../../words/en.ts';
import type { Row } from '../data-table/data-table.tsx';
import { type Axis, linearAxis, percent } from './axis.ts';
import { ChartFrame, type ChartWords } from './chart-frame.tsx';
import { placeLabels, stepBand, stepPath, type WaitingPoint } from './steps-path.ts';

export interface WaitingGroup {
  readonly group: string;
  /** 1 to 6: the same group has the same color on every page. */
  readonly color: number;
  /** From day 0, by rising day; the share holds until the next point. */
  readonly points: readonly WaitingPoint[];
}

export interface WaitingStepsProps extends ChartWords {
  readonly groups: readonly WaitingGroup[];
  /** The day by which the body promises to decide. */
  readonly promisedDay: number;
  readonly promisedLabel: string;
  /** Heads and rows of the table behind the chart. */
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
}

const HEIGHT = 260;
const LINE_HEIGHT = 20;
const SHARES = [1, 0.75, 0.5, 0.25, 0];
const DASHES = ['', '7 4', '2 3', '10 3 2 3', '1 5', '14 4'];

export function WaitingSteps(props: WaitingStepsProps): ReactElement {
  const days = props.groups.flatMap(({ points }) => points.map(({ day }) => day));
  const axis = linearAxis([...days, props.promisedDay], 0);
  const promisedLate = axis.position(props.promisedDay) > 0.55;
  const promised = percent(axis.position(props.promisedDay));
  const columns = props.heads.map((label, place) => ({ label, figures: place > 0 }));
  return (
    <ChartFrame {...props} table={{ columns, rows: props.rows }}>
      <div className="waiting-steps">
        <p className="waiting-share-title">{en.findings.stillWaiting}</p>
        <div className="waiting-shares">
          {SHARES.map((share) => (
            <span key={share}>{`${share * 100} %`}</span>
          ))}
        </div>
        <svg className="waiting-drawing" width="100%" height={HEIGHT + 26} aria-hidden="true">
          {SHARES.map((share) => (
            <line
              key={share}
              className={share === 0 ? 'waiting-floor' : 'waiting-grid'}
              x1="0"
              x2="100%"
              y1={(1 - share) * HEIGHT}
              y2={(1 - share) * HEIGHT}
            />
          ))}
          <svg
            width="100%"
            height={HEIGHT}
            viewBox="0 0 1000 1000"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {props.groups.map((group) => (
              <Curve key={group.group} group={group} axis={axis} />
            ))}
          </svg>
          <line className="promised-line" x1={promised} x2={promised} y1="0" y2={HEIGHT} />
          <text
            className="promised-label"
            x={promised}
            y="16"
            dx={promisedLate ? -8 : 8}
            textAnchor={promisedLate ? 'end' : 'start'}
          >
            {props.promisedLabel}
          </text>
          {axis.ticks.map(({ value, label }) => (
            <text
              key={label}
              className="waiting-tick"
              x={percent(axis.position(value))}
              y={HEIGHT + 20}
            >
              {label}
            </text>
          ))}
        </svg>
        <EndLabels groups={props.groups} />
        <p className="waiting-axis">{en.findings.days}</p>
        <Key groups={props.groups} />
      </div>
    </ChartFrame>
  );
}

function Curve(props: { readonly group: WaitingGroup; readonly axis: Axis }): ReactElement {
  const { points, color } = props.group;
  return (
    <g className={`group-${color}`}>
      <path className="waiting-band" d={stepBand(points, props.axis)} />
      <path
        className="waiting-line"
        d={stepPath(points, props.axis)}
        strokeDasharray={DASHES[color - 1]}
        vectorEffect="non-scaling-stroke"
      />
    </g>
  );
}

/** On a phone there is no room at the end of the lines: their names stand below, each behind a piece of its line. */
function Key({ groups }: { readonly groups: readonly WaitingGroup[] }): ReactElement {
  return (
    <ul className="waiting-key" aria-hidden="true">
      {groups.map(({ group, color }) => (
        <li key={group} className={`group-${color}`}>
          <svg width="36" height="4" aria-hidden="true">
            <line
              className="waiting-line"
              x2="36"
              y1="2"
              y2="2"
              strokeDasharray={DASHES[color - 1]}
            />
          </svg>
          {group}
        </li>
      ))}
    </ul>
  );
}

function EndLabels({ groups }: { readonly groups: readonly WaitingGroup[] }): ReactElement {
  const wanted = groups.map(({ points }) => (1 - (points.at(-1)?.share ?? 0)) * HEIGHT);
  const places = placeLabels(wanted, 2 * LINE_HEIGHT, HEIGHT - LINE_HEIGHT);
  return (
    <div className="waiting-labels" aria-hidden="true">
      <svg width="100%" height={HEIGHT} overflow="visible" aria-hidden="true">
        {groups.map(({ group, color }, index) => (
          <g
            key={group}
            className={`group-${color}`}
            transform={`translate(0 ${places[index] ?? 0})`}
          >
            {linesOf(group).map((line, place) => (
              <text key={line} className="waiting-name" x="8" y={place * LINE_HEIGHT + 5}>
                {line}
              </text>
            ))}
          </g>
        ))}
      </svg>
    </div>
  );
}

/** At most two lines of about 15 letters; the rest is in the table. */
function linesOf(label: string): readonly string[] {
  const words = label.split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 15)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 2 ? lines : [lines[0] ?? '', `${lines[1]} \u2026`];
}
