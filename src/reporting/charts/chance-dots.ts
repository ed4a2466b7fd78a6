/**
 * Everybody's chance as a dot, stacked where chances are alike, beside a line at the chance all would have if no rule stood
 * in the way. With very many people a dot stands for several, and the axis says so.
 */
import { at } from '../../kernel/result/at.ts';
import { type Chart, drawing, element, label, line, marks, scale } from './svg.ts';

const WIDTH = 440;
const LEFT = 12;
const RIGHT = 428;
const TOP = 34;
const STEP = 7;
const RADIUS = 2.9;
const MOST_HIGH = 40;

export interface DotsPlan {
  readonly title: string;
  readonly sentence: string;
  /** The chance of everybody if there were no rules. */
  readonly equal: number;
}

export function chanceDots(chances: readonly number[], plan: DotsPlan): Chart {
  const most = chances.reduce((top, chance) => Math.max(top, chance), plan.equal);
  const end = Math.min(1, Math.max(most * 1.06, 0.01));
  const x = scale([0, end], [LEFT + RADIUS, RIGHT - RADIUS]);
  const stacks = new Map<number, { people: number; sum: number }>();
  for (const chance of chances) {
    const column = Math.round((x(chance) - x(0)) / STEP);
    const { people, sum } = stacks.get(column) ?? { people: 0, sum: 0 };
    stacks.set(column, { people: people + 1, sum: sum + chance });
  }
  const highest = [...stacks.values()].reduce((top, { people }) => Math.max(top, people), 1);
  const each = roundUp(highest / MOST_HIGH);
  const bottom = TOP + (Math.ceil(highest / each) + 1) * STEP;
  const dots = [...stacks.values()].flatMap(({ people, sum }) =>
    Array.from({ length: Math.ceil(people / each) }, (_, level) =>
      element('circle', {
        // A stack stands at the mean chance of its people.
        cx: x(sum / people),
        cy: bottom - STEP * (level + 0.7),
        r: RADIUS,
        class: 'mark',
      }),
    ),
  );
  const side = plan.equal > end / 2 ? 'end' : 'start';
  const frame = [
    line(LEFT, bottom, RIGHT, bottom, 'axis'),
    ...marks(0, end, 6).map((mark) => label(x(mark), bottom + 18, percentMark(mark), 'middle')),
    label((LEFT + RIGHT) / 2, bottom + 38, `Chance of a seat; ${dotWords(each)}`, 'middle'),
    line(x(plan.equal), TOP - 8, x(plan.equal), bottom, 'cut'),
    label(x(plan.equal) + (side === 'end' ? -4 : 4), TOP - 16, 'with no rules', side, 'strong'),
  ];
  return {
    title: plan.title,
    sentence: plan.sentence,
    svg: drawing(WIDTH, bottom + 46, [...frame, ...dots].join('')),
  };
}

const dotWords = (each: number): string =>
  each === 1 ? 'a dot is one person' : `a dot is up to ${each} people`;

const percentMark = (share: number): string => `${Number((share * 100).toPrecision(6))} %`;

const STEPS = [1, 2, 5, 10];

function roundUp(value: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))));
  return (STEPS.find((step) => step * power >= value) ?? at(STEPS, 3)) * power;
}
