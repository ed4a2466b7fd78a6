/** Items that got easier or harder from one exam window to the next, beyond what the candidates did. */
import { forestPlot } from '../charts/forest-plot.ts';
import { type Block, left, prose, right, type Section } from '../document/document.ts';
import { reasonOf } from './known.ts';
import { count, counted, fixed, listed, pValue, reader } from './numerals.ts';
import type { DriftFacts, TechnicalReport } from './report.ts';

const MOST_DRAWN = 40;
/** Deltas between the windows' candidates from which the scale itself bends what single items seem to do. */
const FAR_APART = 1;

type Drifted = DriftFacts['items'][number];

export function driftPages({ windows }: TechnicalReport): readonly Section[] {
  return windows.length === 0
    ? []
    : [
        {
          id: 'drift',
          title: 'Items from one window to the next',
          blocks: [
            prose(
              'Difficulty is told in deltas; one delta is a moderate change. What all items together did, the median, is put down to the candidates. An item is called drifting where it moved at least one delta beyond that and by more than chance after correction for looking at many items (Holm, 5 % over the items of two windows). Where nothing drifted, at most one pair of windows in twenty shows even one item by chance. Easier is the direction of an item that was passed on.',
            ),
            ...leftOut(windows),
            ...windows.flatMap(blocksOf),
          ],
        },
      ];
}

const leftOut = (windows: readonly DriftFacts[]): readonly Block[] => {
  const tooSmall = windows[0]?.tooSmall ?? [];
  return tooSmall.length === 0
    ? []
    : [prose(`Left out, because too few people sat in them: ${listed(tooSmall)}.`)];
};

function blocksOf(facts: DriftFacts, place: number): readonly Block[] {
  const { before, after, items, generalShift, reasons } = facts;
  const heading: readonly Block[] =
    before === ''
      ? []
      : [{ kind: 'subheading', id: `window-${place + 1}`, text: `From ${before} to ${after}` }];
  if (generalShift === null) {
    return [...heading, prose(`Not followed: ${reasonOf(reasons, 'generalShift') ?? ''}.`)];
  }
  return [
    ...heading,
    prose(
      `${generalWords(generalShift)} ${driftWords(items)}${Math.abs(generalShift) < FAR_APART ? '' : ' The candidates of the two windows are far apart, which bends the line between deltas: compare the windows at the same total as well, with --group.'}`,
    ),
    ...driftChart(facts),
    ...notFollowed(items),
    {
      kind: 'more',
      summary: `Show every item from ${before} to ${after}`,
      blocks: [driftTable(facts)],
    },
  ];
}

const generalWords = (shift: number): string =>
  Math.abs(shift) < 0.005
    ? 'All items together stayed as hard as they were.'
    : `All items together got ${shift < 0 ? 'easier' : 'harder'} by ${fixed(Math.abs(shift), 2)} deltas.`;

/** "I20 (easier by 3.21)". */
export const driftedWords = (items: readonly Drifted[]): readonly string[] =>
  items
    .filter(({ drifting }) => drifting)
    .map(
      ({ id, drift }) =>
        `${id} (${(drift ?? 0) < 0 ? 'easier' : 'harder'} by ${fixed(Math.abs(drift ?? 0), 2)})`,
    );

function driftWords(items: readonly Drifted[]): string {
  const drifted = driftedWords(items);
  return drifted.length === 0
    ? 'No item drifted beyond that.'
    : `${counted(drifted.length, 'item')} drifted: ${listed(drifted)}.`;
}

function driftChart({ items, before, after }: DriftFacts): readonly Block[] {
  const known = items.flatMap((item) =>
    item.drift === null || item.standardError === null
      ? []
      : [{ id: item.id, drifting: item.drifting, drift: item.drift, error: item.standardError }],
  );
  if (known.length === 0) {
    return [];
  }
  const drawn = [...known]
    .sort((a, b) => Math.abs(b.drift) - Math.abs(a.drift))
    .slice(0, MOST_DRAWN)
    .sort((a, b) => a.drift - b.drift);
  const moved = known.filter(({ drifting }) => drifting).length;
  const which =
    drawn.length === known.length
      ? `All ${known.length} items`
      : `The ${drawn.length} that moved most, of ${known.length} items`;
  return [
    {
      kind: 'chart',
      chart: forestPlot(
        drawn.map(({ id, drift, error, drifting }) => ({
          name: id,
          estimate: drift,
          low: drift - 1.96 * error,
          high: drift + 1.96 * error,
          word: drifting ? 'drift' : '',
          strong: drifting,
        })),
        {
          title: `${moved === 0 ? 'No item' : counted(moved, 'item')} drifted from ${before} to ${after}`,
          sentence: `${which}, with 95 % intervals of one item at a time; left of the line, easier in ${after} than the other items lead to expect; right of it, harder. The faint lines stand one delta off.`,
          axis: 'Deltas beyond the general shift',
          left: 'easier',
          right: 'harder',
          bounds: [-1, 1],
        },
      ),
      table: {
        caption: `The items drawn, from ${before} to ${after}`,
        columns: [left('Item'), right('Drift'), right('95 % from'), right('to')],
        rows: drawn.map(({ id, drift, error }) => [
          id,
          fixed(drift, 2),
          fixed(drift - 1.96 * error, 2),
          fixed(drift + 1.96 * error, 2),
        ]),
      },
    },
  ];
}

/** Items without a drift, those with the same reason together. */
function notFollowed(items: readonly Drifted[]): readonly Block[] {
  const byReason = new Map<string, string[]>();
  for (const item of items) {
    const because = reasonOf(item.reasons, 'drift');
    if (because !== undefined) {
      byReason.set(because, [...(byReason.get(because) ?? []), item.id]);
    }
  }
  return [...byReason].map(([because, ids]) =>
    prose(`Not followed, because ${because}: ${listed(ids)}.`),
  );
}

function driftTable({ items, before, after }: DriftFacts): Block {
  const two = (value: number): string => fixed(value, 2);
  return {
    kind: 'table',
    table: {
      caption: `Shares of the points, and drift in deltas, from ${before} to ${after}. Robust z sets the drift against the spread of all items.`,
      columns: [
        left('Item'),
        right('Before'),
        right('People'),
        right('After'),
        right('People'),
        right('Drift'),
        right('Error'),
        right('p-value'),
        right('Holm'),
        right('Robust z'),
        left('Look'),
      ],
      rows: items.map((item) => {
        const number = reader(item);
        return [
          item.id,
          number('before'),
          number('peopleBefore', count),
          number('after'),
          number('peopleAfter', count),
          number('drift', two),
          number('standardError', two),
          pValue(item.pValue),
          pValue(item.pAdjusted),
          number('robustZ', two),
          item.drifting ? 'drifting' : '',
        ];
      }),
    },
  };
}
