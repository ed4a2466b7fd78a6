/**
 * The lowest point of a function of a few numbers whose slope nobody has worked out: a triangle (or its like with more
 * corners) walks downhill, turning over its highest corner, and shrinks around the lowest point.
 *
 * Source: Nelder & Mead (1965), with the usual factors 1, 2, 1/2, 1/2; begun anew once from where it ended, because a flat
 * triangle can stop too early. Finds a lowest point nearby, not the lowest of all.
 */
import { at } from '../../kernel/result/at.ts';

export interface LowestPoint {
  readonly point: readonly number[];
  readonly value: number;
  readonly settled: boolean;
}

interface Corner {
  readonly point: readonly number[];
  readonly value: number;
}

const MOST_STEPS = 400;

/** Settled when all corners lie within `precision` of each other. */
export function simplexSearch(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  stride: number,
  precision: number,
): LowestPoint {
  const first = oneSearch(f, start, stride, precision);
  // From too far out a second search would find all its corners equal, and call that settled.
  return first.settled ? oneSearch(f, first.point, stride / 8, precision) : first;
}

function oneSearch(
  f: (point: readonly number[]) => number,
  start: readonly number[],
  stride: number,
  precision: number,
): LowestPoint {
  const corner = (point: readonly number[]): Corner => ({ point, value: f(point) });
  let corners = [
    corner(start),
    ...start.map((_, axis) => corner(start.map((x, place) => x + (place === axis ? stride : 0)))),
  ];
  for (let step = 0; step < MOST_STEPS * start.length; step += 1) {
    corners = corners.toSorted((a, b) => a.value - b.value);
    const best = at(corners, 0);
    const worst = at(corners, corners.length - 1);
    const spread = Math.max(
      ...corners.map(({ point }) =>
        Math.max(...point.map((x, axis) => Math.abs(x - at(best.point, axis)))),
      ),
    );
    if (spread < precision) {
      return { ...best, settled: true };
    }
    const others = corners.slice(0, -1);
    const middle = start.map(
      (_, axis) => others.reduce((sum, { point }) => sum + at(point, axis), 0) / others.length,
    );
    const along = (share: number): Corner =>
      corner(middle.map((x, axis) => x + share * (x - at(worst.point, axis))));
    const turned = along(1);
    let better: Corner | undefined;
    if (turned.value < best.value) {
      const farther = along(2);
      better = farther.value < turned.value ? farther : turned;
    } else if (turned.value < at(others, others.length - 1).value) {
      better = turned;
    } else {
      const nearer = along(turned.value < worst.value ? 0.5 : -0.5);
      better = nearer.value < Math.min(turned.value, worst.value) ? nearer : undefined;
    }
    corners =
      better === undefined
        ? corners.map(({ point }) => corner(point.map((x, axis) => (x + at(best.point, axis)) / 2)))
        : [...others, better];
  }
  const best = at(
    corners.toSorted((a, b) => a.value - b.value),
    0,
  );
  return { ...best, settled: false };
}
