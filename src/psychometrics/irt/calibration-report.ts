/**
 * From the point a search found to a calibration that can be read: items, groups, fit, and what to know about them.
 */
import { NODES } from './ability-grid.ts';
import {
  type Calibration,
  criteria,
  difficultiesOf,
  type GroupEstimate,
  type ItemEstimate,
  itemFrom,
} from './calibration.ts';
import type { CalibrationNote } from './calibration-plan.ts';
import { sizeOf } from './item-curve.ts';
import { type Cell, type Design, valuesOf } from './item-design.ts';
import type { Found } from './likelihood-search.ts';
import type { Point } from './maximization.ts';
import type { Screened } from './screening.ts';

const STEEP = 4;

/** The points of ability: how many, and from -reach to reach. */
export interface Grid {
  readonly count: number;
  readonly reach: number;
}

/** The sampling covariance of two parameters, by their places. */
export type Covariances = (row: number, column: number) => number;

/** The calibration at the point found; `covariance` belongs to the items' parameters, then the groups'. */
export function report(
  screened: Screened,
  design: Design,
  found: Found,
  covariance: Covariances | undefined,
  grid: Grid,
  nodeDifference: number | undefined,
  coarse: boolean,
  notes: readonly CalibrationNote[],
): Calibration {
  const items = design.cells.map((cell) =>
    estimate(screened, design, cell, found.point, covariance),
  );
  const groups = groupEstimates(screened, design, found.point, covariance);
  const parameters =
    design.size +
    design.groups.reduce(
      (sum, group) => sum + (group.meanFree ? 1 : 0) + (group.varianceFree ? 1 : 0),
      0,
    );
  return {
    items,
    groups,
    people: screened.people,
    parameters,
    logLik: found.logLik,
    logPrior: found.logPrior,
    ...criteria(found.logLik, parameters, screened.people),
    iterations: found.cycles,
    converged: found.stop === 'parameters',
    stop: found.stop,
    lastChange: found.lastChange,
    lastGain: found.lastGain,
    nodes: grid.count,
    reach: grid.reach,
    nodeDifference,
    leftOut: screened.leftOut,
    notes: [...screened.notes, ...notes, ...notesOn(items, found, grid, coarse)],
  };
}

function estimate(
  screened: Screened,
  design: Design,
  cell: Cell,
  point: Point,
  covariance: Covariances | undefined,
): ItemEstimate {
  const width = sizeOf(cell.curve);
  const values = valuesOf(cell, point.items, new Float64Array(width));
  const own = covariance && localCovariance(cell, covariance);
  const error = (i: number): number | undefined =>
    own !== undefined && (cell.places[i] ?? -1) >= 0
      ? Math.sqrt(own[i * width + i] ?? 0)
      : undefined;
  const model = itemFrom(cell.curve, values);
  const g = model.kind === 'binary' ? model.g : 0;
  const guessError = cell.curve.kind === 'guessing' ? error(2) : undefined;
  const difficulties = difficultiesOf(cell.curve, values, own);
  const matrixItem = screened.matrix.items[cell.item];
  const shared = cell.groups.length === design.groups.length;
  return {
    item: matrixItem?.name ?? '',
    labels: matrixItem?.labels ?? [],
    group: shared ? undefined : screened.groupNames[cell.groups[0] ?? 0],
    model,
    errors: {
      a: error(0),
      d: Array.from({ length: cell.curve.categories - 1 }, (_, k) => error(k + 1)),
      g: guessError === undefined ? undefined : guessError * g * (1 - g),
    },
    difficulties: difficulties.values,
    difficultyErrors: difficulties.errors,
    covariance: own,
  };
}

function groupEstimates(
  screened: Screened,
  design: Design,
  point: Point,
  covariance: Covariances | undefined,
): readonly GroupEstimate[] {
  let place = design.size;
  const next = (free: boolean): number | undefined => {
    if (!free) {
      return undefined;
    }
    const variance = covariance?.(place, place);
    place += 1;
    return variance === undefined ? undefined : Math.sqrt(variance);
  };
  return design.groups.map((group, g) => ({
    name: screened.groupNames[g] ?? '',
    people: screened.groups.filter((own) => own === g).length,
    mean: point.moments[g]?.mean ?? 0,
    variance: point.moments[g]?.variance ?? 1,
    meanError: next(group.meanFree),
    varianceError: next(group.varianceFree),
  }));
}

function localCovariance(cell: Cell, covariance: Covariances): Float64Array {
  const width = sizeOf(cell.curve);
  return Float64Array.from({ length: width * width }, (_, at) => {
    const row = cell.places[Math.floor(at / width)] ?? -1;
    const column = cell.places[at % width] ?? -1;
    return row >= 0 && column >= 0 ? covariance(row, column) : 0;
  });
}

const note = (
  kind: CalibrationNote['kind'],
  item: string | undefined,
  because: string,
): CalibrationNote => ({ kind, item, because });

function notesOn(
  items: readonly ItemEstimate[],
  found: Found,
  { count, reach }: Grid,
  coarse: boolean,
): readonly CalibrationNote[] {
  const notes = items.flatMap(({ item, model }) => {
    if (model.a < 0) {
      return [
        note(
          'negative-slope',
          item,
          'the better people are, the less often they get it right: likely a wrong key',
        ),
      ];
    }
    return model.a > STEEP
      ? [
          note(
            'steep-slope',
            item,
            `a slope of ${model.a.toFixed(1)} is hardly possible: look for a copy of another item or for items that depend on each other`,
          ),
        ]
      : [];
  });
  if (found.stop !== 'parameters') {
    notes.push(
      note(
        'not-settled',
        undefined,
        `the search ended after ${found.cycles} cycles because ${found.stop === 'cycles' ? 'no more were allowed' : 'the likelihood stood still'}, while a parameter still moved by ${found.lastChange.toExponential(1)} a cycle (likelihood by ${found.lastGain.toExponential(1)})`,
      ),
    );
  }
  if (count > NODES) {
    notes.push(
      note(
        'finer-nodes',
        undefined,
        `${count} points of ability from -${reach} to ${reach} were used: posteriors are narrow or groups spread wide`,
      ),
    );
  }
  if (coarse) {
    notes.push(
      note(
        'coarse-nodes',
        undefined,
        `even ${count} points of ability are too few for these items`,
      ),
    );
  }
  return notes;
}
