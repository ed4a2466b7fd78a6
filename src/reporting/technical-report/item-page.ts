/**
 * Reliability of the total, and every item's difficulty and discrimination. Items that need a person's
 * eye are named under the table with the reason; the software drops none and turns none round.
 */
import type { ItemStatistics } from '../../psychometrics/classical/item-statistics.ts';
import type { Audit } from './audit.ts';
import { count, fixed, heading, known, table, wrapped } from './typeset.ts';

export function reliabilityPage({ reliability }: Audit): string[] {
  const title = heading('Page 2. The total and its reliability');
  if (!reliability.ok) {
    return [...title, ...wrapped(`No reliability: ${reliability.refusal.because}.`)];
  }
  const { totals, alpha, alphaInterval, kr20, kr21, standardError } = reliability.value;
  const interval = `${fixed(alphaInterval.low)} to ${fixed(alphaInterval.high)}`;
  return [
    ...title,
    `Total score           mean ${fixed(totals.mean, 2)}, standard deviation ${fixed(totals.deviation, 2)}, median ${fixed(totals.median, 1)}`,
    `                      lowest ${totals.lowest}, highest ${totals.highest}, of ${totals.items} items; ${count(totals.people)} people`,
    `Alpha                 ${fixed(alpha)}, 95 % interval ${interval} (Feldt)`,
    ...(kr20 === undefined ? [] : [`KR-20                 ${fixed(kr20)}`]),
    ...(kr21 === undefined
      ? []
      : [`KR-21                 ${fixed(kr21)} (as if all items were equally hard)`]),
    `Standard error        ${fixed(standardError, 2)} points: two totals closer than about ${fixed(1.96 * Math.SQRT2 * standardError, 0)} points cannot be told apart`,
  ];
}

export function itemPage(audit: Audit): string[] {
  const rows = audit.items.map((statistics, place) => itemRow(audit, statistics, place));
  return [
    ...heading('Page 3. Every item: difficulty and discrimination'),
    ...wrapped(
      'p is the share who got it right. r rest is the correlation with the total of the other scored items; r total includes the item. D is the share right in the top 27 % less the share in the bottom 27 %. Alpha without is the reliability if the item were dropped.',
    ),
    '',
    ...table(
      [
        { heading: 'item', align: 'left' },
        { heading: 'kind', align: 'left' },
        { heading: 'people', align: 'right' },
        { heading: 'p', align: 'right' },
        { heading: 'r rest', align: 'right' },
        { heading: 'r total', align: 'right' },
        { heading: 'D', align: 'right' },
        { heading: 'alpha without', align: 'right' },
      ],
      rows,
    ),
    '',
    ...eyes(audit.items),
  ];
}

function itemRow(audit: Audit, statistics: ItemStatistics, place: number): string[] {
  const { item, answering, difficulty, itemRest, pointBiserial, discrimination } = statistics;
  const scoredPlace = audit.items.slice(0, place).filter(({ item: { pilot } }) => !pilot).length;
  const without = audit.reliability.ok
    ? audit.reliability.value.alphaIfDeleted[scoredPlace]
    : undefined;
  return [
    item.name,
    item.pilot ? 'pilot' : 'scored',
    count(answering),
    known(difficulty),
    known(itemRest),
    known(pointBiserial),
    known(discrimination),
    item.pilot || without === undefined ? '' : known(without, 4),
  ];
}

/** What a person should look at: items that go against the total, and numbers that do not exist. */
function eyes(items: readonly ItemStatistics[]): string[] {
  const against = items.filter(({ itemRest }) => itemRest.ok && itemRest.value < 0);
  const names = against.map(
    ({ item, itemRest }) =>
      `${item.name} (r rest ${known(itemRest)}${item.pilot ? ', pilot' : ''})`,
  );
  const reasons = items.flatMap(({ item, difficulty, itemRest }) => {
    const missing = difficulty.ok ? itemRest : difficulty;
    return missing.ok ? [] : [`${item.name}: none, because ${missing.refusal.because}.`];
  });
  const look =
    against.length === 0
      ? 'No item goes against the total.'
      : `Check the key of ${against.length === 1 ? 'this item' : `these ${against.length} items`}: better candidates miss ${against.length === 1 ? 'it' : 'them'} more often. ${names.join(', ')}.`;
  return [...wrapped(look), ...reasons.flatMap((reason) => wrapped(reason))];
}
