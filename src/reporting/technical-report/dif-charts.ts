/** The pictures of a comparison of items: the largest effects with their intervals, and the delta plot. Each has its table. */
import { deltaChart } from '../charts/delta-chart.ts';
import { forestPlot } from '../charts/forest-plot.ts';
import { type Block, left, right } from '../document/document.ts';
import { methodName } from './method-names.ts';
import { counted, fixed } from './numerals.ts';
import type { DifRow } from './report.ts';

const MOST_DRAWN = 40;
/** Methods whose effect above zero, not below, is against the focal group. */
const ABOVE_IS_HARDER: readonly string[] = ['sibtest', 'lord', 'raju', 'likelihood-ratio'];
/** Deltas off the line from which an item is customarily looked at (Angoff & Ford 1973). */
const OFF_THE_LINE = 1.5;

/** What an effect says of whom: the focal group or the higher number first. */
export interface DifLeanings {
  /** "harder for women", "harder for men": what an effect against the focal group says, and the other. */
  readonly leanings: readonly [string, string];
  /** The two groups as they are called in a sentence, where there are groups. */
  readonly names: readonly [string, string];
}

export function forest(
  rows: readonly DifRow[],
  method: string,
  { leanings }: DifLeanings,
): readonly Block[] {
  const known = rows.flatMap((row) =>
    row.effect === null || row.effectError === null
      ? []
      : [{ row, effect: row.effect, error: row.effectError }],
  );
  if (known.length === 0) {
    return [];
  }
  const drawn = [...known]
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MOST_DRAWN)
    .sort((a, b) => a.effect - b.effect);
  const classed = known.some(({ row }) => row.class !== null);
  const strong = (row: DifRow): boolean =>
    classed ? row.class === 'C' : (row.pAdjusted ?? 1) < 0.05;
  const large = known.filter(({ row }) => strong(row)).length;
  const sign = ABOVE_IS_HARDER.includes(method) ? 1 : -1;
  const [toLeft = '', toRight = ''] = sign === -1 ? leanings : [...leanings].reverse();
  const which =
    drawn.length === known.length
      ? `All ${known.length} items`
      : `The ${drawn.length} largest of ${known.length} items`;
  return [
    {
      kind: 'chart',
      chart: forestPlot(
        drawn.map(({ row, effect, error }) => ({
          name: row.item,
          estimate: effect,
          low: effect - 1.96 * error,
          high: effect + 1.96 * error,
          word: row.class ?? '',
          strong: strong(row),
        })),
        {
          title: titleOf(large, classed),
          sentence: `${which}, with 95 % intervals, by ${methodName(method)}; left of the line, ${toLeft}; right of it, ${toRight}.`,
          axis:
            method === 'mantel-haenszel' ? 'Delta (0: no difference at the same total)' : 'Effect',
          left: toLeft,
          right: toRight,
          bounds: method === 'mantel-haenszel' ? [-1.5, -1, 1, 1.5] : [],
        },
      ),
      table: {
        caption: `The items drawn, by ${methodName(method)}`,
        columns: [left('Item'), right('Effect'), right('95 % from'), right('to'), left('Class')],
        rows: drawn.map(({ row, effect, error }) => [
          row.item,
          fixed(effect),
          fixed(effect - 1.96 * error),
          fixed(effect + 1.96 * error),
          row.class ?? 'none',
        ]),
      },
    },
  ];
}

function titleOf(strong: number, classed: boolean): string {
  const how = classed ? 'much between the groups' : 'beyond chance';
  return strong === 0
    ? `No item differs ${how} at the same total`
    : `${counted(strong, 'item differs', 'items differ')} ${how} at the same total`;
}

/** Every item's difficulty in one group against that in the other, with the line of all items. */
export function deltaPicture(
  rows: readonly DifRow[],
  { names: [focal, reference] }: DifLeanings,
): readonly Block[] {
  const known = rows.flatMap(({ item, effect, detail }) => {
    const [one, other] = [detail['deltaReference'], detail['deltaFocal']];
    return typeof one === 'number' && typeof other === 'number' && effect !== null
      ? [{ name: item, reference: one, focal: other, distance: effect }]
      : [];
  });
  const line = rows.find(({ detail }) => typeof detail['slope'] === 'number')?.detail;
  const [slope, intercept] = [line?.['slope'], line?.['intercept']];
  if (typeof slope !== 'number' || typeof intercept !== 'number') {
    return [];
  }
  const off = known.filter(({ distance }) => Math.abs(distance) >= OFF_THE_LINE);
  return [
    {
      kind: 'chart',
      chart: deltaChart(
        known.map((point) => ({ ...point, strong: Math.abs(point.distance) >= OFF_THE_LINE })),
        {
          title: `${off.length === 0 ? 'No item lies' : counted(off.length, 'item lies', 'items lie')} ${OFF_THE_LINE} deltas or more off the line`,
          sentence: `Each of ${known.length} items by its difficulty for ${reference} and for ${focal}; a high delta is a hard item. Above the line, harder for ${focal} than the other items lead to expect; below it, harder for ${reference}.`,
          reference,
          focal,
          intercept,
          slope,
        },
      ),
      table: {
        caption: `Deltas in the two groups, and the distance from the line ${fixed(intercept, 2)} + ${fixed(slope, 2)} × delta for ${reference}`,
        columns: [left('Item'), right(reference), right(focal), right('Distance')],
        rows: known.map((point) => [
          point.name,
          fixed(point.reference, 2),
          fixed(point.focal, 2),
          fixed(point.distance, 2),
        ]),
      },
    },
  ];
}
