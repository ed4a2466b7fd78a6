/**
 * People and items on one scale (Wright & Stone 1979): how many people stand at each ability, beside the items at the
 * ability where half the people have them right. Where people stand and no item does, the exam measures them badly.
 */
import { type Chart, drawing, element, label, line, marks, scale, spelled } from './svg.ts';

export interface AbilityBin {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

export interface PlacedItem {
  readonly name: string;
  readonly place: number;
}

const WIDTH = 440;
const HEIGHT = 400;
const TOP = 34;
const BOTTOM = 380;
const MIDDLE = 200;
const LEFT = 34;
const LOWEST = -4;
const HIGHEST = 4;
const STEP = 0.25;

export function wrightMap(
  bins: readonly AbilityBin[],
  items: readonly PlacedItem[],
  cutAbility: number | undefined,
): Chart {
  const y = scale([LOWEST, HIGHEST], [BOTTOM, TOP]);
  const most = bins.reduce((top, bin) => Math.max(top, bin.people), 1);
  const x = scale([0, most], [MIDDLE - 4, LEFT + 8]);
  const shown = bins.filter(({ from, to }) => to > LOWEST && from < HIGHEST);
  const people = shown.map(({ from, to, people: here }) =>
    element('rect', {
      x: x(here),
      y: y(to) + 0.5,
      width: MIDDLE - 4 - x(here),
      height: Math.max(0.5, y(from) - y(to) - 1),
      class: 'bar',
    }),
  );
  const frame = [
    line(MIDDLE, TOP, MIDDLE, BOTTOM, 'axis'),
    ...marks(LOWEST, HIGHEST, 8).flatMap((mark) => [
      line(LEFT + 2, y(mark), WIDTH - 4, y(mark), 'grid'),
      label(LEFT - 4, y(mark) + 4, spelled(mark), 'end'),
    ]),
    label(MIDDLE - 8, 16, 'People', 'end', 'strong'),
    label(MIDDLE + 8, 16, 'Items', 'start', 'strong'),
  ];
  const cutLine =
    cutAbility === undefined || cutAbility < LOWEST || cutAbility > HIGHEST
      ? []
      : [
          line(LEFT + 2, y(cutAbility), WIDTH - 4, y(cutAbility), 'cut'),
          label(WIDTH - 4, y(cutAbility) - 5, 'Cut', 'end', 'strong'),
        ];
  return {
    title: titleOf(items),
    sentence: sentenceOf(bins, items),
    svg: drawing(WIDTH, HEIGHT, [...frame, ...people, ...stacked(items, y), ...cutLine].join('')),
  };
}

/** Items as dots, those of about the same difficulty side by side; items beyond the ends stand at the ends. */
function stacked(items: readonly PlacedItem[], y: (value: number) => number): readonly string[] {
  const rows = new Map<number, number>();
  const room = (WIDTH - MIDDLE - 24) / 7;
  const steps = [...items]
    .sort((a, b) => a.place - b.place)
    .map(({ place }) => Math.round(Math.min(HIGHEST, Math.max(LOWEST, place)) / STEP));
  const fullest = Math.max(
    1,
    ...[...new Set(steps)].map((step) => steps.filter((one) => one === step).length),
  );
  const gap = 7 * Math.min(1, room / fullest);
  return steps.map((step) => {
    const before = rows.get(step) ?? 0;
    rows.set(step, before + 1);
    return element('circle', {
      cx: MIDDLE + 12 + before * gap,
      cy: y(step * STEP),
      r: 3,
      class: 'mark',
    });
  });
}

const inView = (place: number): boolean => place >= LOWEST && place <= HIGHEST;

function middleOf(items: readonly PlacedItem[]): number {
  const sorted = items.map(({ place }) => place).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function titleOf(items: readonly PlacedItem[]): string {
  const middle = middleOf(items);
  if (items.length === 0) {
    return 'People on the scale of the model';
  }
  return Math.abs(middle) < 0.5
    ? 'The items stand where the people stand'
    : `Most items are ${middle < 0 ? 'easier' : 'harder'} than the people are able`;
}

function sentenceOf(bins: readonly AbilityBin[], items: readonly PlacedItem[]): string {
  const all = bins.reduce((sum, { people }) => sum + people, 0);
  const places = items.map(({ place }) => place).filter(inView);
  const beyond = items.length - places.length;
  const least = places.reduce((low, place) => Math.min(low, place), Number.POSITIVE_INFINITY);
  const most = places.reduce((high, place) => Math.max(high, place), Number.NEGATIVE_INFINITY);
  const span =
    places.length === 0
      ? ''
      : ` ${places.length} items run from ${spelled(least, 1)} to ${spelled(most, 1)}; the middle item stands at ${spelled(middleOf(items), 1)}.${beyond === 0 ? '' : ` ${beyond} more lie beyond the ends and are drawn there.`}`;
  return `${spelled(all)} people around ability 0, most of them between −2 and 2.${span}`;
}
