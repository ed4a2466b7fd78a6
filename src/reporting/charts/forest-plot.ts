/**
 * Estimates with their intervals, one row each, beside a line of "no difference". Rows whose interval would leave the
 * plot end in an arrow, so that nobody takes the edge for the end. Ratios lie on a scale of logarithms, so that a half and
 * a double are equally far from 1.
 */
import { type Chart, drawing, element, label, line, marks, scale } from './svg.ts';

export interface ForestRow {
  readonly name: string;
  /** Undefined where there is none; the word then says why. */
  readonly estimate: number | undefined;
  /** Undefined where there is no interval. */
  readonly low: number | undefined;
  readonly high: number | undefined;
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
  /** Whether the estimates are ratios (1: no difference) in place of differences (0). */
  readonly ratios?: boolean;
  /** Which part of a long name is kept; the number at the end unless said otherwise. */
  readonly keep?: 'start' | 'end';
}

const WIDTH = 440;
const ROW = 22;
const TOP = 44;
const RIGHT = 404;
/** Room for a name: at least, for each letter, and the most letters of it. */
const LEFT = 104;
const LETTER = 8;
const LONGEST = { start: 20, end: 14 };

/** From the most important; those that would touch one before them are left out. */
const RATIO_TICKS = [1, 0.5, 2, 0.8, 1.25, 0.25, 4, 0.1, 10];
const TICK_ROOM = 26;
const [LEAST_RATIO_SPAN, MOST_RATIO_SPAN] = [Math.log(1.6), Math.log(10)];

interface Ends {
  readonly left: number;
  /** How far the axis goes from the line of no difference, to both sides. */
  readonly reach: number;
  readonly x: (value: number) => number;
}

export function forestPlot(rows: readonly ForestRow[], plan: ForestPlan): Chart {
  const onAxis = plan.ratios === true ? rows.map(inLogarithms) : rows;
  const named = onAxis.map((row) => ({ ...row, name: shortened(row.name, plan.keep ?? 'end') }));
  const left = named.reduce((most, { name }) => Math.max(most, 12 + name.length * LETTER), LEFT);
  const reach = plan.ratios === true ? reachOfRatios(named) : reachOf(named, plan.bounds);
  const ends = { left, reach, x: scale([-reach, reach], [left, RIGHT]) };
  const bottom = TOP + rows.length * ROW;
  const drawn = named.map((row, index) => rowOf(row, TOP + index * ROW + ROW / 2, ends));
  return {
    title: plan.title,
    sentence: plan.sentence,
    svg: drawing(WIDTH, bottom + 44, [...frameOf(plan, ends, bottom), ...drawn].join('')),
  };
}

function frameOf(
  { bounds, ratios, axis, left: toLeft, right: toRight }: ForestPlan,
  { left, reach, x }: Ends,
  bottom: number,
): readonly string[] {
  const upright = (at: number, kind: string): string => line(x(at), TOP - 6, x(at), bottom, kind);
  const tick = (at: number, text: string): string => label(x(at), bottom + 18, text, 'middle');
  const ticks =
    ratios === true
      ? ratioTicks(reach, x).flatMap((ratio) => [
          upright(Math.log(ratio), 'grid'),
          tick(Math.log(ratio), String(ratio)),
        ])
      : marks(-reach, reach, 6).map((mark) => tick(mark, String(mark).replace('-', '−')));
  return [
    ...bounds.map((bound) => upright(bound, 'grid')),
    ...ticks,
    upright(0, 'parity'),
    line(left, bottom, RIGHT, bottom, 'axis'),
    label((left + RIGHT) / 2, bottom + 36, axis, 'middle'),
    label(left, 14, `← ${toLeft}`),
    label(RIGHT, 32, `${toRight} →`, 'end'),
  ];
}

const inLogarithms = ({ estimate, low, high, ...row }: ForestRow): ForestRow => {
  const log = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : Math.log(value);
  return { ...row, estimate: log(estimate), low: log(low), high: log(high) };
};

function ratioTicks(reach: number, x: (value: number) => number): readonly number[] {
  const kept: number[] = [];
  for (const ratio of RATIO_TICKS) {
    const at = x(Math.log(ratio));
    const free = kept.every((one) => Math.abs(x(Math.log(one)) - at) >= TICK_ROOM);
    if (free && Math.abs(Math.log(ratio)) <= reach) {
      kept.push(ratio);
    }
  }
  return kept;
}

const farthest = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);

/** The farthest end, but not farther than three times the farthest estimate: one wide interval must not flatten all. */
function reachOf(rows: readonly ForestRow[], bounds: readonly number[]): number {
  const estimates = Math.max(farthest(rows.map(({ estimate }) => estimate)), farthest(bounds));
  const intervals = farthest(rows.flatMap(({ low, high }) => [low, high]));
  const reach = Math.min(intervals, 3 * estimates) * 1.05;
  return reach > 0 ? reach : 1;
}

/** The farthest end, but not beyond a tenth and ten times. */
const reachOfRatios = (rows: readonly ForestRow[]): number => {
  const most = farthest(rows.flatMap(({ estimate, low, high }) => [estimate, low, high]));
  return Math.min(MOST_RATIO_SPAN, Math.max(LEAST_RATIO_SPAN, most)) * 1.05;
};

function rowOf(
  { name, estimate, low, high, word, strong }: ForestRow,
  y: number,
  { left, reach, x }: Ends,
): string {
  const weight = strong ? 'strong' : '';
  const called = label(left - 8, y + 4, name, 'end', weight);
  if (estimate === undefined) {
    return `${called}${label(left + 4, y + 4, word)}`;
  }
  const at = x(Math.min(reach, Math.max(-reach, estimate)));
  return [
    called,
    low === undefined || high === undefined ? '' : intervalOf(low, high, strong, y, { reach, x }),
    strong
      ? element('path', {
          d: `M${at} ${y - 6}L${at + 6} ${y}L${at} ${y + 6}L${at - 6} ${y}Z`,
          class: 'mark strong-mark',
        })
      : element('circle', { cx: at, cy: y, r: 4, class: 'mark' }),
    label(WIDTH, y + 4, word, 'end', weight),
  ].join('');
}

function intervalOf(
  low: number,
  high: number,
  strong: boolean,
  y: number,
  { reach, x }: Pick<Ends, 'reach' | 'x'>,
): string {
  const [from, to] = [x(Math.max(low, -reach)), x(Math.min(high, reach))];
  const kind = strong ? 'interval strong-mark' : 'interval';
  const arrow = (tip: number, side: 1 | -1): string =>
    element('path', {
      d: `M${tip - side * 6} ${y - 4}L${tip} ${y}L${tip - side * 6} ${y + 4}`,
      class: kind,
    });
  return [
    line(from, y, to, y, kind),
    low < -reach ? arrow(from, -1) : '',
    high > reach ? arrow(to, 1) : '',
  ].join('');
}

function shortened(name: string, keep: 'start' | 'end'): string {
  const most = LONGEST[keep];
  if (name.length <= most) {
    return name;
  }
  return keep === 'end' ? `…${name.slice(-(most - 1))}` : `${name.slice(0, most - 1)}…`;
}
