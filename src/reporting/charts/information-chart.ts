/** How precisely an exam measures at each ability: its information as a curve, and the cut where the decision falls. */
import { type Chart, drawing, label, line, marks, path, scale, spelled } from './svg.ts';

export interface InformationPoint {
  readonly ability: number;
  readonly information: number;
}

const WIDTH = 440;
const HEIGHT = 220;
const LEFT = 44;
const RIGHT = 430;
const TOP = 26;
const BOTTOM = 176;
const REACH = 4;

export function informationChart(
  points: readonly InformationPoint[],
  cutAbility: number | undefined,
): Chart {
  const most = points.reduce((top, { information }) => Math.max(top, information), 0);
  const x = scale([-REACH, REACH], [LEFT, RIGHT]);
  const y = scale([0, most > 0 ? most : 1], [BOTTOM, TOP]);
  const best = points.find(({ information }) => information === most)?.ability ?? 0;
  const shownCut =
    cutAbility !== undefined && Math.abs(cutAbility) <= REACH ? cutAbility : undefined;
  const frame = [
    line(LEFT, BOTTOM, RIGHT, BOTTOM, 'axis'),
    ...marks(-REACH, REACH, 8).map((mark) => label(x(mark), BOTTOM + 18, spelled(mark), 'middle')),
    label((LEFT + RIGHT) / 2, BOTTOM + 36, 'Ability', 'middle'),
    ...marks(0, most, 4).flatMap((mark) => [
      line(LEFT, y(mark), RIGHT, y(mark), 'grid'),
      label(LEFT - 6, y(mark) + 4, String(mark), 'end'),
    ]),
    label(4, 14, 'Information'),
  ];
  const cutLine =
    shownCut === undefined
      ? []
      : [
          line(x(shownCut), TOP - 6, x(shownCut), BOTTOM, 'cut'),
          label(x(shownCut), TOP - 12, 'Cut', 'middle', 'strong'),
        ];
  const curve = path(
    points.map(({ ability, information }): [number, number] => [x(ability), y(information)]),
    'curve line-1',
  );
  return {
    title: titleOf(best, shownCut),
    sentence: `The exam tells people apart best at ability ${spelled(best, 1)}, where the standard error is ${most > 0 ? (1 / Math.sqrt(most)).toFixed(2) : 'without bound'}.`,
    svg: drawing(WIDTH, HEIGHT, [...frame, curve, ...cutLine].join('')),
  };
}

function titleOf(best: number, cut: number | undefined): string {
  if (cut === undefined) {
    return `The exam measures best around ability ${spelled(best, 1)}`;
  }
  return Math.abs(best - cut) <= 0.5
    ? 'The exam measures best near the cut, where the decision falls'
    : `The exam measures best at ability ${spelled(best, 1)}, the decision falls at ${spelled(cut, 1)}`;
}
