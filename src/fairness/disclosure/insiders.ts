/**
 * Insiders: people who stand in a table themselves. Each knows that they are counted where they stand; whoever stands
 * there alone knows the whole count; of what came since an earlier release, everybody knows only that they came. All may help to work out what is withheld about others.
 *
 * Not here: people who put what they know together. See docs/methods/small-numbers.md.
 */
import type { Bounds, Viewer } from './attacker.ts';
import type { LinkedTables } from './linked-tables.ts';

/** One viewer for each withheld number that is no total of others and counts somebody. */
export function ownRecords(tables: LinkedTables, withheld: ReadonlySet<string>): readonly Viewer[] {
  const summed = new Set(
    tables.sums.filter(({ parts }) => parts.length > 1).map(({ total }) => total),
  );
  return tables.cells.flatMap(({ id, value, fate }) =>
    withheld.has(id) && !summed.has(id) && value !== undefined && value >= 1
      ? [
          {
            who: `somebody counted in "${id}"`,
            knows: ownBounds(tables, id, value === 1 && fate === 'open'),
          },
        ]
      : [],
  );
}

/**
 * A total with one part is the same number once more, so whoever knows the one knows the other. Whoever is all of a total
 * knows each part of it too: it is that person or nobody.
 */
function ownBounds(
  { sums, cells }: LinkedTables,
  id: string,
  alone: boolean,
): ReadonlyMap<string, Bounds> {
  const bounds = { low: 1, high: alone ? 1 : Number.POSITIVE_INFINITY };
  const known = new Map<string, Bounds>([[id, bounds]]);
  const values = new Map(alone ? cells.map((cell) => [cell.id, cell.value]) : []);
  // Grows while it is walked through.
  for (const [one, of] of known) {
    for (const { total, parts } of sums) {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined && (total === one || only === one)) {
        const other = total === one ? only : total;
        known.set(other, known.get(other) ?? of);
      } else if (total === one) {
        for (const part of parts) {
          const value = values.get(part);
          if (value !== undefined && !known.has(part)) {
            known.set(part, { low: value, high: value });
          }
        }
      }
    }
  }
  return known;
}

/** The only person of a group knows every number of it: `numbers` are those that are withheld. */
export const onlyMember = (
  group: string,
  numbers: readonly { readonly id: string; readonly value: number }[],
): Viewer => ({
  who: `the only person in "${group}"`,
  knows: new Map(numbers.map(({ id, value }) => [id, { low: value, high: value }])),
});
