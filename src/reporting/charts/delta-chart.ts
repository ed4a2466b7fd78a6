/**
 * The difficulties of the items in two groups against one another, in deltas, with the line they follow: an item far off
 * the line is harder for one group than the others lead to expect (Angoff & Ford 1973).
 */
import { type Chart, drawing, element, label, line, marks, scale, spelled } from './svg.ts';

export interface DeltaPoint {
  readonly name: string;
  readonly reference: number;
  readonly focal: number;
  /** Whether the item is drawn strong and named. */
  readonly strong: boolean;
}

export interface DeltaPlan {
  readonly title: string;
  readonly sentence: string;
  readonly reference: string;
  readonly focal: string;
  readonly intercept: number;
  readonly slope: number;
}

const SIZE = 400;
const LEFT = 48;
const RIGHT = 388;
const TOP = 30;
const BOTTOM = 340;
const MARGIN = 0.5;

export function deltaChart(points: readonly DeltaPoint[], plan: DeltaPlan): Chart {
  const all = points.flatMap(({ reference, focal }) => [reference, focal]);
  const low = all.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY) - MARGIN;
  const high = all.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY) + MARGIN;
  const x = scale([low, high], [LEFT, RIGHT]);
  const y = scale([low, high], [BOTTOM, TOP]);
  const frame = [
    line(LEFT, BOTTOM, RIGHT, BOTTOM, 'axis'),
    line(LEFT, TOP, LEFT, BOTTOM, 'axis'),
    ...marks(low, high, 6).flatMap((mark) => [
      label(x(mark), BOTTOM + 18, spelled(mark), 'middle'),
      label(LEFT - 6, y(mark) + 4, spelled(mark), 'end'),
    ]),
    label((LEFT + RIGHT) / 2, BOTTOM + 38, `Delta, ${plan.reference} (harder →)`, 'middle'),
    label(4, 16, `Delta, ${plan.focal} (harder ↑)`),
    ...common(plan, [low, high], x, y),
  ];
  const drawn = [
    ...points.filter(({ strong }) => !strong),
    ...points.filter(({ strong }) => strong),
  ];
  return {
    title: plan.title,
    sentence: plan.sentence,
    svg: drawing(
      SIZE,
      BOTTOM + 46,
      [...frame, ...drawn.map((point) => dot(point, x(point.reference), y(point.focal)))].join(''),
    ),
  };
}

/** The line of all items, as far as it lies in the drawing. */
function common(
  { intercept, slope }: DeltaPlan,
  [low, high]: readonly [number, number],
  x: (value: number) => number,
  y: (value: number) => number,
): readonly string[] {
  const inside = (value: number): number => Math.min(high, Math.max(low, value));
  const ends = [low, high, (low - intercept) / slope, (high - intercept) / slope]
    .map((from) => [from, intercept + slope * from] as const)
    .filter(
      ([from, to]) => Math.abs(inside(from) - from) < 1e-9 && Math.abs(inside(to) - to) < 1e-9,
    )
    .sort(([one], [other]) => one - other);
  const [first, last] = [ends[0], ends.at(-1)];
  return first === undefined || last === undefined
    ? []
    : [line(x(first[0]), y(first[1]), x(last[0]), y(last[1]), 'parity')];
}

function dot({ name, strong }: DeltaPoint, atX: number, atY: number): string {
  if (!strong) {
    return element('circle', { cx: atX, cy: atY, r: 4, class: 'mark' });
  }
  const side = atX > (LEFT + RIGHT) / 2;
  return [
    element('path', {
      d: `M${atX} ${atY - 6}L${atX + 6} ${atY}L${atX} ${atY + 6}L${atX - 6} ${atY}Z`,
      class: 'mark strong-mark',
    }),
    label(atX + (side ? -10 : 10), atY + 4, name, side ? 'end' : 'start', 'strong'),
  ].join('');
}
