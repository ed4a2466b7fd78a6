/**
 * Shares of one whole, a row each, with their intervals from a common zero, and a ring for what the share would be otherwise.
 * The number stands behind the row, so that nobody has to read it off the axis.
 */
import { type Chart, drawing, element, label, line, marks, scale, spelled } from './svg.ts';

export interface ShareRow {
  readonly name: string;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly otherwise: number;
}

export interface SharePlan {
  readonly title: string;
  readonly sentence: string;
  readonly axis: string;
  /** What the ring is. */
  readonly otherwise: string;
}

const WIDTH = 440;
const [LEFT, RIGHT] = [12, 386];
const TOP = 34;
const ROW = 44;

/** The name stands above its row: domains have long names, and a phone is narrow. */
export function shareBars(rows: readonly ShareRow[], plan: SharePlan): Chart {
  const most = rows.reduce(
    (top, { high, otherwise }) => Math.max(top, Math.min(1, high), otherwise),
    0.01,
  );
  const x = scale([0, most * 1.04], [LEFT, RIGHT]);
  const bottom = TOP + rows.length * ROW;
  const grid = marks(0, most * 1.04, 5).flatMap((mark) => [
    line(x(mark), TOP - 4, x(mark), bottom, 'grid'),
    label(x(mark), bottom + 18, `${spelled(100 * mark)} %`, 'middle'),
  ]);
  const drawn = rows.flatMap(({ name, share, low, high, otherwise }, place) => {
    const y = TOP + place * ROW + 30;
    return [
      label(LEFT, y - 12, name),
      line(x(Math.max(0, low)), y, x(Math.min(most, high)), y, 'interval'),
      element('circle', { cx: x(otherwise), cy: y, r: 5, class: 'ring' }),
      element('circle', { cx: x(share), cy: y, r: 4, class: 'mark' }),
      label(WIDTH, y + 4, `${spelled(100 * share, 1)} %`, 'end', 'strong'),
    ];
  });
  return {
    title: plan.title,
    sentence: plan.sentence,
    svg: drawing(
      WIDTH,
      bottom + 46,
      [
        label(LEFT, 14, `● ${plan.axis}   ○ ${plan.otherwise}`),
        ...grid,
        ...drawn,
        line(LEFT, bottom, RIGHT, bottom, 'axis'),
      ].join(''),
    ),
  };
}
