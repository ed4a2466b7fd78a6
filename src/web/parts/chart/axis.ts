/**
 * Where things stand on the axis of a chart, and which numbers are written under it. A position is a share of the
 * width, 0 to 1, so that the server need not know how wide the page will be.
 */
export interface Axis {
  /** Where a value stands, 0 to 1; values beyond the ends stand at the ends. */
  readonly position: (value: number) => number;
  readonly ticks: readonly { readonly value: number; readonly label: string }[];
  readonly from: number;
  readonly to: number;
}

const RATIO_ENDS = [1.25, 2, 4, 8];
const RATIO_TICKS: Readonly<Record<number, readonly number[]>> = {
  1.25: [0.8, 0.9, 1, 1.1, 1.25],
  2: [0.5, 0.8, 1, 1.25, 2],
  4: [0.25, 0.5, 1, 2, 4],
  8: [0.125, 0.5, 1, 2, 8],
};

// Below this a chart has nothing to show, and steps would vanish in rounding.
const SMALLEST_SPAN = 1e-6;

const within = (share: number): number => Math.min(1, Math.max(0, share));

/** Ratios: half and double are equally far from 1. Ends at 1/8 and 8; what lies beyond is drawn with an arrow. */
export function ratioAxis(values: readonly number[]): Axis {
  const farthest = Math.max(1, ...values.map((value) => (value > 1 ? value : 1 / value)));
  const end = RATIO_ENDS.find((candidate) => candidate >= farthest) ?? 8;
  return {
    from: 1 / end,
    to: end,
    position: (value) => within(0.5 + Math.log(value) / (2 * Math.log(end))),
    ticks: (RATIO_TICKS[end] ?? []).map((value) => ({ value, label: String(value) })),
  };
}

/** Differences and counts: an even scale that holds every value and `always` (zero, for a difference). */
export function linearAxis(values: readonly number[], always = 0): Axis {
  const low = Math.min(always, ...values);
  const high = Math.max(always, ...values);
  const step = niceStep(Math.max(high - low, SMALLEST_SPAN) / 4);
  const from = Math.floor(low / step) * step;
  const to = Math.max(Math.ceil(high / step) * step, from + step);
  const count = Math.round((to - from) / step);
  return {
    from,
    to,
    position: (value) => within((value - from) / (to - from)),
    ticks: Array.from({ length: count + 1 }, (_, place) => {
      const value = Number((from + place * step).toPrecision(12));
      return { value, label: value.toLocaleString('en-US').replace('-', '\u2212') };
    }),
  };
}

const PAIRS = [0, 0.25, 0.5, 0.75, 1];
/** A share of pairs, from none to all, written as so many of a hundred. The same whatever is drawn on it. */
export function pairsAxis(): Axis {
  return {
    from: 0,
    to: 1,
    position: within,
    ticks: PAIRS.map((value) => ({ value, label: String(100 * value) })),
  };
}

/** 1, 2 or 5 times a power of ten: the smallest that is not below `least`. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].find((times) => times * power >= least * (1 - 1e-9)) ?? 10;
  return step * power;
}

export const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
