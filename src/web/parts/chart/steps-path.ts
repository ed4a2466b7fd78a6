/**
 * The geometry of waiting curves: a share that holds until the next decision and then drops, as an SVG path in a
 * square of 1000 by 1000; and labels kept from lying on each other.
 */
import type { Axis } from './axis.ts';

export interface WaitingPoint {
  readonly day: number;
  /** Share still waiting from this day on, 0 to 1, with its interval. */
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

const across = (axis: Axis, day: number): string => (axis.position(day) * 1000).toFixed(1);
const down = (share: number): string => ((1 - share) * 1000).toFixed(1);

export function stepPath(
  points: readonly WaitingPoint[],
  axis: Axis,
  share: (point: WaitingPoint) => number = (point) => point.share,
): string {
  return points
    .map((point, place) =>
      place === 0
        ? `M${across(axis, point.day)} ${down(share(point))}`
        : `H${across(axis, point.day)}V${down(share(point))}`,
    )
    .join('');
}

/** The area between the ends of the interval: along the top, and back along the bottom. */
export function stepBand(points: readonly WaitingPoint[], axis: Axis): string {
  const back = points
    .toReversed()
    .map((point, place) =>
      place === 0
        ? `L${across(axis, point.day)} ${down(point.low)}`
        : `V${down(point.low)}H${across(axis, point.day)}`,
    )
    .join('');
  return `${stepPath(points, axis, (point) => point.high)}${back}Z`;
}

/** Moves labels apart so that each has `gap` to itself and none leaves 0 to `end`, staying near where it belongs. */
export function placeLabels(
  wanted: readonly number[],
  gap: number,
  end: number,
): readonly number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = new Map<number, number>();
  let lowest = 0;
  for (const index of order) {
    const at = Math.max(lowest, wanted[index] ?? 0);
    placed.set(index, at);
    lowest = at + gap;
  }
  let highest = end;
  for (const index of order.toReversed()) {
    const at = Math.min(highest, placed.get(index) ?? 0);
    placed.set(index, at);
    highest = at - gap;
  }
  return wanted.map((_, index) => placed.get(index) ?? 0);
}
