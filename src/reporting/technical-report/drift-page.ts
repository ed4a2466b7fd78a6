/** Items that got easier or harder from one exam window to the next, beyond what the candidates did. */
import { type Block, left, prose, right, type Section } from '../document/document.ts';
import { reasonOf } from './known.ts';
import { count, counted, fixed, listed, reader } from './numerals.ts';
import type { DriftFacts, TechnicalReport } from './report.ts';

export function driftPages({ windows }: TechnicalReport): readonly Section[] {
  return windows.length === 0
    ? []
    : [
        {
          id: 'drift',
          title: 'Items from one window to the next',
          blocks: [
            prose(
              'A delta of 1 is a moderate change. The general shift, the median over the items, is the candidates; an item is called drifting where it is off that by at least one delta and by more than chance (1.96 standard errors). Easier is the direction of an item that was passed on. In small windows one clean item in twenty passes the mark by chance alone: an item that moves once and back is no news, one that stays is.',
            ),
            ...windows.flatMap(blocksOf),
          ],
        },
      ];
}

function blocksOf(facts: DriftFacts, place: number): readonly Block[] {
  const { before, after, items, generalShift, tooSmall, reasons } = facts;
  const drifting = items.filter((item) => item.drifting);
  const leftOut =
    tooSmall.length === 0
      ? []
      : [prose(`Left out, because too few people sat in them: ${listed(tooSmall)}.`)];
  if (generalShift === null) {
    return [prose(`Not followed: ${reasonOf(reasons, 'generalShift') ?? ''}.`)];
  }
  return [
    { kind: 'subheading', id: `window-${place + 1}`, text: `From ${before} to ${after}` },
    prose(
      `All items together got ${generalShift < 0 ? 'easier' : 'harder'} by ${fixed(Math.abs(generalShift), 2)} deltas. ${
        drifting.length === 0
          ? 'No item drifted beyond that.'
          : `${counted(drifting.length, 'item')} drifted: ${listed(drifting.map(({ id, drift }) => `${id} (${(drift ?? 0) < 0 ? 'easier' : 'harder'} by ${fixed(Math.abs(drift ?? 0), 2)})`))}.`
      }`,
    ),
    ...(place === 0 ? leftOut : []),
    {
      kind: 'more',
      summary: `Show every item from ${before} to ${after}`,
      blocks: [
        {
          kind: 'table',
          table: {
            caption: `Shares of the points, and drift in deltas, from ${before} to ${after}`,
            columns: [
              left('Item'),
              right('Before'),
              right('People'),
              right('After'),
              right('People'),
              right('Drift'),
              right('Error'),
              right('Robust z'),
              left('Look'),
            ],
            rows: items.map((item) => {
              const number = reader(item);
              const two = (value: number): string => fixed(value, 2);
              return [
                item.id,
                number('before'),
                number('peopleBefore', count),
                number('after'),
                number('peopleAfter', count),
                number('drift', two),
                number('standardError', two),
                number('robustZ', two),
                item.drifting ? 'drifting' : '',
              ];
            }),
          },
        },
      ],
    },
  ];
}
