/**
 * Small plots of one item each, many on a page: the share right (or the share choosing each option) from the least able
 * people to the ablest, as a curve of the model, as points that were observed, or both.
 */
import { drawing, element, label, line, path, scale } from './svg.ts';

export interface Curve {
  readonly points: readonly (readonly [x: number, share: number])[];
  /** Which ink: 1 is the key or the model, the others are options. */
  readonly ink: number;
  /** Written at the end of the curve. */
  readonly name: string;
}

export interface SmallPlot {
  readonly name: string;
  readonly domain: readonly [number, number];
  readonly curves: readonly Curve[];
  readonly observed: readonly (readonly [x: number, share: number])[];
}

const WIDTH = 176;
const HEIGHT = 118;
const LEFT = 22;
const RIGHT = 154;
const TOP = 8;
const BOTTOM = 100;
const MOST_INKS = 6;

export function smallPlot({ domain, curves, observed }: SmallPlot): string {
  const x = scale(domain, [LEFT, RIGHT]);
  const y = scale([0, 1], [BOTTOM, TOP]);
  const frame = [
    line(LEFT, BOTTOM, RIGHT, BOTTOM, 'axis'),
    line(LEFT, y(0.5), RIGHT, y(0.5), 'grid'),
    line(LEFT, TOP, RIGHT, TOP, 'grid'),
    label(LEFT - 4, y(1) + 4, '1', 'end'),
    label(LEFT - 4, y(0) + 4, '0', 'end'),
    label(LEFT, BOTTOM + 14, edge(domain[0])),
    label(RIGHT, BOTTOM + 14, edge(domain[1]), 'end'),
  ];
  const inside = ([at, share]: readonly [number, number]): readonly [number, number] => [
    x(at),
    y(Math.min(1, Math.max(0, share))),
  ];
  const drawn = curves.map(({ points, ink }) =>
    path(points.map(inside), `curve line-${Math.min(ink, MOST_INKS)}`),
  );
  const dots = observed.map((point) => {
    const [cx, cy] = inside(point);
    return element('circle', { cx, cy, r: 2.4, class: 'mark' });
  });
  return drawing(WIDTH, HEIGHT, [...frame, ...drawn, ...dots, ...names(curves, y)].join(''));
}

/** The curves' names at their ends, pushed apart where they would cover each other. */
function names(curves: readonly Curve[], y: (value: number) => number): readonly string[] {
  const wanted = curves
    .filter(({ name }) => name !== '')
    .map(({ name, points, ink }) => ({ name, ink, at: y(points.at(-1)?.[1] ?? 0) + 4 }))
    .sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  return wanted.map(({ name, ink, at }) => {
    last = Math.max(at, last + 12);
    return label(RIGHT + 3, last, name.slice(0, 3), 'start', `name-${Math.min(ink, MOST_INKS)}`);
  });
}

const edge = (value: number): string => String(value).replace('-', '−');
