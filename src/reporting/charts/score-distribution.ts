/** How many people have each total, as bars, with the cut drawn where there is one. */
import { type Chart, drawing, element, label, line, marks, scale, spelled } from './svg.ts';

export interface ScoreCount {
  readonly score: number;
  readonly people: number;
}

const WIDTH = 440;
const HEIGHT = 230;
const LEFT = 44;
const BOTTOM = 190;
const TOP = 26;
const MOST_BARS = 60;

/** `counts` hold every total from the lowest to the highest somebody has. */
export function scoreDistributionChart(
  counts: readonly ScoreCount[],
  highestPossible: number,
  cut: number | undefined,
): Chart {
  const bars = joined(counts, Math.ceil((highestPossible + 1) / MOST_BARS));
  const most = bars.reduce((top, bar) => Math.max(top, bar.people), 1);
  const x = scale([0, highestPossible + 1], [LEFT, WIDTH - 8]);
  const y = scale([0, most], [BOTTOM, TOP]);
  const drawn = bars.map(({ from, to, people }) =>
    element('rect', {
      x: x(from) + 0.5,
      y: y(people),
      width: Math.max(0.8, x(to) - x(from) - 1),
      height: BOTTOM - y(people),
      class: cut !== undefined && from < cut ? 'bar-below' : 'bar',
    }),
  );
  const axis = [
    line(LEFT, BOTTOM, WIDTH - 8, BOTTOM, 'axis'),
    ...marks(0, highestPossible, 6).map((mark) =>
      label(x(mark + 0.5), BOTTOM + 18, String(mark), 'middle'),
    ),
    label((LEFT + WIDTH) / 2, BOTTOM + 36, 'Total score', 'middle'),
    ...marks(0, most, 4)
      .filter(Number.isInteger)
      .flatMap((mark) => [
        line(LEFT, y(mark), WIDTH - 8, y(mark), 'grid'),
        label(LEFT - 6, y(mark) + 4, spelled(mark), 'end'),
      ]),
    label(4, 14, 'People'),
  ];
  const cutLine =
    cut === undefined
      ? []
      : [
          line(x(cut), TOP - 6, x(cut), BOTTOM, 'cut'),
          label(
            x(cut),
            TOP - 12,
            `Cut ${cut}`,
            cut > 0.8 * highestPossible ? 'end' : cut < 0.2 * highestPossible ? 'start' : 'middle',
            'strong',
          ),
        ];
  return {
    title: titleOf(counts, cut),
    sentence: sentenceOf(counts, highestPossible, cut),
    svg: drawing(WIDTH, HEIGHT, [...axis, ...drawn, ...cutLine].join('')),
  };
}

interface Bar {
  readonly from: number;
  readonly to: number;
  readonly people: number;
}

/** Neighboring totals as one bar, so that a long test does not become a comb. */
function joined(counts: readonly ScoreCount[], width: number): readonly Bar[] {
  const bars = new Map<number, number>();
  for (const { score, people } of counts) {
    const from = Math.floor(score / width) * width;
    bars.set(from, (bars.get(from) ?? 0) + people);
  }
  return [...bars].map(([from, people]) => ({ from, to: from + width, people }));
}

const sum = (counts: readonly ScoreCount[]): number =>
  counts.reduce((total, { people }) => total + people, 0);

function titleOf(counts: readonly ScoreCount[], cut: number | undefined): string {
  if (cut === undefined) {
    return 'How the totals are spread';
  }
  const passing = sum(counts.filter(({ score }) => score >= cut));
  return `${spelled(passing)} of ${spelled(sum(counts))} reach the cut of ${cut}`;
}

function sentenceOf(
  counts: readonly ScoreCount[],
  highestPossible: number,
  cut: number | undefined,
): string {
  const common = counts.reduce((best, one) => (one.people > best.people ? one : best));
  const near =
    cut === undefined
      ? ''
      : ` ${spelled(sum(counts.filter(({ score }) => Math.abs(score - cut) <= 1)))} people stand within one point of the cut.`;
  return `Totals run from ${counts[0]?.score ?? 0} to ${counts.at(-1)?.score ?? 0} of ${highestPossible}; the commonest is ${common.score}.${near}`;
}
