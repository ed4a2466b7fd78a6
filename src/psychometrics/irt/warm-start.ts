/**
 * A search that starts where a neighboring model ended: the same items, perhaps one of them freed between groups.
 */
import type { Calibration } from './calibration.ts';
import { parametersOf } from './design-for.ts';
import type { Design } from './item-design.ts';
import type { Point } from './maximization.ts';
import type { Screened } from './screening.ts';

/** The point of another fit, where it has the parameter; else the usual start. */
export function warmStart(
  screened: Screened,
  design: Design,
  usual: Point,
  from: Calibration,
): Point {
  const items = usual.items.slice();
  for (const cell of design.cells) {
    const name = screened.matrix.items[cell.item]?.name;
    const groups = cell.groups.map((g) => screened.groupNames[g]);
    const known = from.items.find(
      ({ item, group }) => item === name && (group === undefined || groups.includes(group)),
    );
    const values = known && parametersOf(known.model).values;
    cell.places.forEach((place, i) => {
      if (place >= 0 && values?.[i] !== undefined) {
        items[place] = values[i];
      }
    });
  }
  const moments = design.groups.map((group, g) => {
    const known = from.groups.find(({ name }) => name === screened.groupNames[g]);
    return {
      mean: group.meanFree ? (known?.mean ?? 0) : group.moments.mean,
      variance: group.varianceFree ? (known?.variance ?? 1) : group.moments.variance,
    };
  });
  return { items, moments };
}
