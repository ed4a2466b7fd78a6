/**
 * Estimates with their intervals, one row each, beside a line of "no difference". Rows whose interval would leave the
 * plot end in an arrow, so that nobody takes the edge for the end.
 */
import { type Chart, drawing, element, label, line, marks, scale } from './svg.ts';

export interface ForestRow {
  readonly name: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** A word behind the interval, such as the class. */
  readonly word: string;
  readonly strong: boolean;
}

export interface ForestPlan {
  readonly title: string;
  readonly sentence: string;
  readonly axis: string;
  /** What lies to the left and to the right of the line of no difference. */
  readonly left: string;
  readonly right: string;
  /** Faint lines, such as the bounds of the classes. */
  readonly bounds: readonly number[];
}

const WIDTH = 440;
const ROW = 22;
const TOP = 44;
const LEFT = 104;
const RIGHT = 404;
const LONGEST_NAME = 14;

export function forestPlot(rows: readonly ForestRow[], plan: ForestPlan): Chart {
  const reach = reachOf(rows, plan.bounds);
  const x = scale([-reach, reach], [LEFT, RIGHT]);
  const bottom = TOP + rows.length * ROW;
  const ends = [-reach, reach] as const;
  const frame = [
    ...plan.bounds.map((bound) => line(x(bound), TOP - 6, x(bound), bottom, 'grid')),
    line(x(0), TOP - 6, x(0), bottom, 'parity'),
    line(LEFT, bottom, RIGHT, bottom, 'axis'),
    ...marks(-reach, reach, 6).map((mark) =>
      label(x(mark), bottom + 18, String(mark).replace('-', '−'), 'middle'),
    ),
    label((LEFT + RIGHT) / 2, bottom + 36, plan.axis, 'middle'),
    label(LEFT, 14, `← ${plan.left}`),
    label(RIGHT, 32, `${plan.right} →`, 'end'),
  ];
  const drawn = rows.map((row, index) => rowOf(row, TOP + index * ROW + ROW / 2, x, ends));
  return {
    title: plan.title,
    sentence: plan.sentence,
    svg: drawing(WIDTH, bottom + 44, [...frame, ...drawn].join('')),
  };
}

/** The farthest end, but not farther than three times the farthest estimate: one wide interval must not flatten all. */
function reachOf(rows: readonly ForestRow[], bounds: readonly number[]): number {
  const farthest = (values: readonly number[]): number =>
    values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const estimates = Math.max(farthest(rows.map(({ estimate }) => estimate)), farthest(bounds));
  const intervals = farthest(rows.flatMap(({ low, high }) => [low, high]));
  const reach = Math.min(intervals, 3 * estimates) * 1.05;
  return reach > 0 ? reach : 1;
}

function rowOf(
  { name, estimate, low, high, word, strong }: ForestRow,
  y: number,
  x: (value: number) => number,
  [least, most]: readonly [number, number],
): string {
  const from = x(Math.max(low, least));
  const to = x(Math.min(high, most));
  const kind = strong ? 'interval strong-mark' : 'interval';
  const arrow = (tip: number, side: 1 | -1): string =>
    element('path', {
      d: `M${tip - side * 6} ${y - 4}L${tip} ${y}L${tip - side * 6} ${y + 4}`,
      class: kind,
    });
  const at = x(Math.min(most, Math.max(least, estimate)));
  return [
    label(LEFT - 8, y + 4, shortened(name), 'end', strong ? 'strong' : ''),
    line(from, y, to, y, kind),
    low < least ? arrow(from, -1) : '',
    high > most ? arrow(to, 1) : '',
    strong
      ? element('path', {
          d: `M${at} ${y - 6}L${at + 6} ${y}L${at} ${y + 6}L${at - 6} ${y}Z`,
          class: 'mark strong-mark',
        })
      : element('circle', { cx: at, cy: y, r: 4, class: 'mark' }),
    label(WIDTH - 4, y + 4, word, 'end', strong ? 'strong' : ''),
  ].join('');
}

/** A long name keeps its end, where the number is. */
const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `…${name.slice(-(LONGEST_NAME - 1))}` : name;
