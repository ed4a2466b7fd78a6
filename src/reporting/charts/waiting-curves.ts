/**
 * The share of each group that still waits, day by day. A share holds until the next answer and then drops: the lines are
 * steps, never slopes. Each line has its own dashes, so that color alone never tells groups apart.
 */
import { type Chart, drawing, label, line, path, scale } from './svg.ts';

export interface WaitingLine {
  readonly name: string;
  /** The share, 0 to 1, that waits longer than the day; in order. Everybody waits on day 0. */
  readonly steps: readonly { readonly day: number; readonly share: number }[];
  /** The group that the others are compared with: it has the strong line. */
  readonly reference: boolean;
}

export interface WaitingPlan {
  readonly title: string;
  readonly sentence: string;
  /** The last day drawn. */
  readonly horizonDays: number;
  /** The days written under the axis. */
  readonly days: readonly number[];
  /** Undefined where nothing was promised. */
  readonly promisedDays: number | undefined;
}

const WIDTH = 440;
const LEFT = 56;
const RIGHT = 424;
const TOP = 12;
const BOTTOM = 212;
const KEY = 274;
const KEY_LINE = 22;
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const OTHER_INKS = [2, 3, 4, 5, 6];
const LONGEST_NAME = 44;

export function waitingCurves(lines: readonly WaitingLine[], plan: WaitingPlan): Chart {
  const { horizonDays, promisedDays, days } = plan;
  const x = scale([0, horizonDays], [LEFT, RIGHT]);
  const y = scale([0, 1], [BOTTOM, TOP]);
  const frame = [
    ...SHARES.flatMap((share) => [
      line(LEFT, y(share), RIGHT, y(share), share === 0 ? 'axis' : 'grid'),
      label(LEFT - 8, y(share) + 4, `${100 * share} %`, 'end'),
    ]),
    ...days.map((day) => label(x(day), BOTTOM + 18, String(day), 'middle')),
    label((LEFT + RIGHT) / 2, BOTTOM + 38, 'Days since opened', 'middle'),
    ...(promisedDays === undefined || promisedDays > horizonDays
      ? []
      : promise(x(promisedDays), promisedDays)),
  ];
  const inks = inksOf(lines);
  const drawn = lines.map(({ steps }, place) => {
    const shown = steps.filter(({ day }) => day <= horizonDays);
    const points = shown.flatMap(({ day, share }, step): [number, number][] => [
      [x(day), y(shown[step - 1]?.share ?? 1)],
      [x(day), y(share)],
    ]);
    const end: [number, number] = [RIGHT, y(shown.at(-1)?.share ?? 1)];
    return path([[LEFT, y(1)], ...points, end], `curve line-${inks[place]}`);
  });
  const key = lines.map(({ name }, place) => {
    const at = KEY + place * KEY_LINE;
    return `${line(LEFT, at, LEFT + 36, at, `curve line-${inks[place]}`)}${label(LEFT + 46, at + 4, shortened(name))}`;
  });
  const height = KEY + lines.length * KEY_LINE;
  return {
    title: plan.title,
    sentence: plan.sentence,
    svg: drawing(WIDTH, height, [...frame, ...drawn, ...key].join('')),
  };
}

/** The words stand on the side where there is room. */
const promise = (x: number, days: number): readonly string[] => {
  const inLeftHalf = x < (LEFT + RIGHT) / 2;
  return [
    line(x, TOP, x, BOTTOM, 'cut'),
    label(
      inLeftHalf ? x + 6 : x - 6,
      TOP + 14,
      `promised: day ${days}`,
      inLeftHalf ? 'start' : 'end',
    ),
  ];
};

function inksOf(lines: readonly WaitingLine[]): readonly number[] {
  let others = 0;
  return lines.map(({ reference }) => {
    if (reference) {
      return 1;
    }
    others += 1;
    return OTHER_INKS[(others - 1) % OTHER_INKS.length] ?? 1;
  });
}

const shortened = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
