/**
 * Calibration by marginal maximum likelihood: from answers to item parameters with standard errors. A calibrator keeps
 * the packed answers, so that neighbors of a model (one item freed, say) are fitted without reading anything again.
 *
 * Source: Bock & Aitkin (1981), Muraki (1992), Samejima (1969); conventions of mirt (Chalmers 2012): logistic, D = 1,
 * slope-intercept, standard normal on 61 points. It assumes that answers depend on one ability only, given which they
 * are independent, and that ability is normal in each group.
 */

import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type GridMemory, gridMemory } from '../../numerics/fitting/grid-memory.ts';
import { choleskyOf, inverseFromCholesky } from '../../numerics/linear/positive-definite.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { abilityNodes, NODES } from './ability-grid.ts';
import {
  type Calibration,
  criteria,
  difficultiesOf,
  type GroupEstimate,
  type ItemEstimate,
  itemFrom,
} from './calibration.ts';
import type {
  CalibrationNote,
  CalibrationPlan,
  CalibrationRefusal,
  FreeParameters,
} from './calibration-plan.ts';
import { designFor, parametersOf } from './design-for.ts';
import { bytesNeeded, Expectation } from './expectation.ts';
import { sizeOf } from './item-curve.ts';
import { type Cell, type Design, tablesFor, valuesOf } from './item-design.ts';
import { evaluate, type Found, search } from './likelihood-search.ts';
import { Maximization, type Point } from './maximization.ts';
import { observedInformation } from './observed-information.ts';
import { type Packing, pack } from './packing.ts';
import { answeredApart, type Screened, screen } from './screening.ts';

const TOLERANCE = 1e-4;
const CYCLES = 2000;
const MOST_NODES = 481;
const NODE_TOLERANCE = 0.01;
const STEEP = 4;

/** How a fit differs from the plan of its calibrator. */
export interface Variation {
  /** Items whose parameters may differ between groups, in place of the plan's. */
  readonly freeItems?: ReadonlyMap<string, FreeParameters>;
  /** Where to start: a fit of a neighboring model. */
  readonly start?: Calibration;
  readonly errors?: 'observed' | 'sandwich' | 'none';
  readonly tolerance?: number;
}

/** Fits the plan to the answers; see `Calibrator` for several fits to the same answers. */
export function calibrate(
  matrix: CategoryMatrix,
  plan: CalibrationPlan,
): Result<Calibration, CalibrationRefusal> {
  const calibrator = Calibrator.over(matrix, plan);
  return calibrator.ok ? success(calibrator.value.fit()) : calibrator;
}

/** The answers of one plan, screened and packed once. */
export class Calibrator {
  readonly screened: Screened;
  private readonly plan: CalibrationPlan;
  private readonly packing: Packing;
  private readonly weightNotes: readonly CalibrationNote[];
  private readonly robust: boolean;
  private memory: GridMemory | undefined;

  private constructor(screened: Screened, plan: CalibrationPlan, weighting: Weighting) {
    this.screened = screened;
    this.plan = plan;
    this.weightNotes = weighting.notes;
    this.robust = weighting.unequal;
    this.packing = pack(
      screened.matrix,
      screened.items,
      screened.groups,
      screened.groupNames.length,
      weighting.weights,
    );
  }

  /** Looks the answers and the plan over and packs them; refuses what cannot be calibrated, with the reason. */
  static over(
    matrix: CategoryMatrix,
    plan: CalibrationPlan,
  ): Result<Calibrator, CalibrationRefusal> {
    const misfit = unsuitable(matrix, plan);
    if (misfit !== undefined) {
      return misfit;
    }
    const screened = screen(matrix, plan);
    if (!screened.ok) {
      return screened;
    }
    const weighting = weightingOf(screened.value, plan.weights);
    return weighting.ok
      ? success(new Calibrator(screened.value, plan, weighting.value))
      : weighting;
  }

  /** Fits the plan, or a variation of it. The search is bounded; `converged` and `stop` say how it ended. */
  fit(variation: Variation = {}): Calibration {
    const plan = this.planWith(variation);
    const started = designFor(this.screened, plan);
    const { design } = started;
    const rule = {
      tolerance: variation.tolerance ?? plan.tolerance ?? TOLERANCE,
      cycles: plan.cycles ?? CYCLES,
    };
    let start = variation.start
      ? warmStart(this.screened, design, started.start, variation.start)
      : started.start;
    let nodes = plan.nodes ?? NODES;
    let cycles = 0;
    for (;;) {
      const expectation = this.expectation(design, nodes);
      const maximization = new Maximization(design, expectation.nodes);
      const found = search(design, expectation, maximization, start, rule);
      cycles += found.cycles;
      const difference =
        plan.nodes === undefined ? this.difference(design, expectation, found) : undefined;
      const coarse = difference !== undefined && Math.abs(difference) > NODE_TOLERANCE;
      if (coarse && 2 * nodes - 1 <= MOST_NODES) {
        nodes = 2 * nodes - 1;
        start = found.point;
        continue;
      }
      const covariance = this.covariance(design, expectation, maximization, found, variation);
      return this.report(design, { ...found, cycles }, covariance, nodes, difference, coarse);
    }
  }

  private planWith({ freeItems }: Variation): CalibrationPlan {
    const { groups } = this.plan;
    return groups === undefined || freeItems === undefined
      ? this.plan
      : { ...this.plan, groups: { ...groups, freeItems } };
  }

  private expectation(design: Design, count: number): Expectation {
    const nodes = abilityNodes(count);
    const plan = tablesFor(design, this.packing.blocks);
    const bytes = bytesNeeded(plan, this.packing, design.groups.length, count);
    if (this.memory === undefined || this.memory.buffer.byteLength < bytes) {
      this.memory = gridMemory(bytes, this.plan.loops ?? 'simd');
    }
    return new Expectation(design, this.packing, nodes, plan, this.memory);
  }

  /** By how much the log-likelihood at the point found changes with twice as many points of ability. */
  private difference(design: Design, coarse: Expectation, found: Found): number {
    const count = 2 * coarse.nodes.length - 1;
    const plan = tablesFor(design, this.packing.blocks);
    const bytes = bytesNeeded(plan, this.packing, design.groups.length, count);
    const fine = new Expectation(
      design,
      this.packing,
      abilityNodes(count),
      plan,
      gridMemory(bytes, this.plan.loops ?? 'simd'),
    );
    fine.lookWhere(coarse);
    const maximization = new Maximization(design, fine.nodes);
    return evaluate(design, fine, maximization, found.point, false).logLik - found.logLik;
  }

  private covariance(
    design: Design,
    expectation: Expectation,
    maximization: Maximization,
    { point }: Found,
    variation: Variation,
  ): Float64Array | undefined {
    const errors = variation.errors ?? this.plan.errors ?? (this.robust ? 'sandwich' : 'observed');
    if (errors === 'none') {
      return undefined;
    }
    const information = observedInformation(
      design,
      this.packing,
      expectation,
      maximization,
      point,
      errors === 'sandwich',
    );
    const lower = choleskyOf(information.observed, information.size);
    if (!lower.ok) {
      return undefined;
    }
    const inverse = inverseFromCholesky(lower.value, information.size);
    return information.crossProducts === undefined
      ? inverse
      : between(inverse, information.crossProducts, information.size);
  }

  private report(
    design: Design,
    found: Found,
    covariance: Float64Array | undefined,
    nodes: number,
    nodeDifference: number | undefined,
    coarse: boolean,
  ): Calibration {
    const { screened } = this;
    const items = design.cells.map((cell) => this.estimate(design, cell, found.point, covariance));
    const groups = this.groupEstimates(design, found.point, covariance);
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
      nodes,
      nodeDifference,
      leftOut: screened.leftOut,
      notes: [
        ...screened.notes,
        ...this.weightNotes,
        ...notesOn(items, found, nodes, coarse),
        ...(covariance === undefined && this.plan.errors !== 'none'
          ? [
              note(
                'no-errors',
                undefined,
                'the point found is not a clear maximum, or no errors were asked for: standard errors are not given',
              ),
            ]
          : []),
      ],
    };
  }

  private estimate(
    design: Design,
    cell: Cell,
    point: Point,
    covariance: Float64Array | undefined,
  ): ItemEstimate {
    const width = sizeOf(cell.curve);
    const values = valuesOf(cell, point.items, new Float64Array(width));
    const own = covariance && localCovariance(cell, covariance, covarianceSize(design));
    const error = (i: number): number | undefined =>
      own !== undefined && (cell.places[i] ?? -1) >= 0
        ? Math.sqrt(own[i * width + i] ?? 0)
        : undefined;
    const model = itemFrom(cell.curve, values);
    const g = model.kind === 'binary' ? model.g : 0;
    const guessError = cell.curve.kind === 'guessing' ? error(2) : undefined;
    const difficulties = difficultiesOf(cell.curve, values, own);
    const matrixItem = this.screened.matrix.items[cell.item];
    const shared = cell.groups.length === design.groups.length;
    return {
      item: matrixItem?.name ?? '',
      labels: matrixItem?.labels ?? [],
      group: shared ? undefined : this.screened.groupNames[cell.groups[0] ?? 0],
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

  private groupEstimates(
    design: Design,
    point: Point,
    covariance: Float64Array | undefined,
  ): readonly GroupEstimate[] {
    const size = covarianceSize(design);
    let place = design.size;
    const next = (free: boolean): number | undefined => {
      if (!free) {
        return undefined;
      }
      const variance = covariance?.[place * size + place];
      place += 1;
      return variance === undefined ? undefined : Math.sqrt(variance);
    };
    return design.groups.map((group, g) => ({
      name: this.screened.groupNames[g] ?? '',
      people: this.screened.groups.filter((own) => own === g).length,
      mean: point.moments[g]?.mean ?? 0,
      variance: point.moments[g]?.variance ?? 1,
      meanError: next(group.meanFree),
      varianceError: next(group.varianceFree),
    }));
  }
}

const covarianceSize = ({ size, groups }: Design): number =>
  size + groups.reduce((sum, g) => sum + (g.meanFree ? 1 : 0) + (g.varianceFree ? 1 : 0), 0);

function localCovariance(cell: Cell, covariance: Float64Array, size: number): Float64Array {
  const width = sizeOf(cell.curve);
  return Float64Array.from({ length: width * width }, (_, at) => {
    const row = cell.places[Math.floor(at / width)] ?? -1;
    const column = cell.places[at % width] ?? -1;
    return row >= 0 && column >= 0 ? (covariance[row * size + column] ?? 0) : 0;
  });
}

/** inverse * middle * inverse: the sandwich. */
function between(inverse: Float64Array, middle: Float64Array, size: number): Float64Array {
  const times = (a: Float64Array, b: Float64Array): Float64Array => {
    const product = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1) {
      for (let k = 0; k < size; k += 1) {
        const factor = a[i * size + k] ?? 0;
        for (let j = 0; j < size; j += 1) {
          product[i * size + j] = (product[i * size + j] ?? 0) + factor * (b[k * size + j] ?? 0);
        }
      }
    }
    return product;
  };
  return times(times(inverse, middle), inverse);
}

const note = (
  kind: CalibrationNote['kind'],
  item: string | undefined,
  because: string,
): CalibrationNote => ({ kind, item, because });

function notesOn(
  items: readonly ItemEstimate[],
  found: Found,
  nodes: number,
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
  if (nodes > NODES) {
    notes.push(
      note('finer-nodes', undefined, `posteriors are narrow: ${nodes} points of ability were used`),
    );
  }
  if (coarse) {
    notes.push(
      note(
        'coarse-nodes',
        undefined,
        `even ${nodes} points of ability are too few for these items`,
      ),
    );
  }
  return notes;
}

/** The point of another fit, where it has the parameter; else the usual start. */
function warmStart(screened: Screened, design: Design, usual: Point, from: Calibration): Point {
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

interface Weighting {
  readonly weights: Float64Array | undefined;
  readonly unequal: boolean;
  readonly notes: readonly CalibrationNote[];
}

/** Weights scaled to sum to the number of people: doubling every weight changes nothing. */
function weightingOf(
  screened: Screened,
  weights: Float64Array | undefined,
): Result<Weighting, CalibrationRefusal> {
  if (weights === undefined) {
    return success({ weights, unequal: false, notes: [] });
  }
  const used = weights.filter((_, person) => (screened.groups[person] ?? -1) >= 0);
  if (
    weights.length !== screened.groups.length ||
    used.some((weight) => !(weight > 0 && Number.isFinite(weight)))
  ) {
    return refuse(
      'unusable-weights',
      'every person needs one weight, a number above zero; leave people out of the file instead of weighting them zero',
    );
  }
  const factor = screened.people / used.reduce((sum, weight) => sum + weight, 0);
  return success({
    weights: weights.map((weight) => weight * factor),
    unequal: used.some((weight) => weight !== used[0]),
    notes: [
      note(
        'scaled-weights',
        undefined,
        'weights were scaled to sum to the number of people; with unequal weights the standard errors are robust (sandwich)',
      ),
    ],
  });
}

function unsuitable(
  { items }: CategoryMatrix,
  plan: CalibrationPlan,
): ReturnType<typeof refuse<CalibrationRefusal>> | undefined {
  const names = new Set(items.map(({ name }) => name));
  const asked = [
    ...(plan.byItem?.keys() ?? []),
    ...(plan.anchors?.keys() ?? []),
    ...(plan.groups?.freeItems?.keys() ?? []),
  ];
  const unknown = asked.find((name) => !names.has(name));
  if (unknown !== undefined) {
    return refuse(
      'unknown-item',
      `the plan names an item "${unknown}" that is not among the items`,
    );
  }
  for (const { name, categories } of items) {
    const anchor = plan.anchors?.get(name);
    if (anchor !== undefined && parametersOf(anchor).curve.categories !== categories) {
      return refuse(
        'unsuitable-model',
        `the anchor "${name}" has another number of categories than its answers (${categories})`,
      );
    }
    if (anchor !== undefined && answeredApart(plan, name)) {
      return refuse('unsuitable-model', `the anchor "${name}" cannot differ between groups`);
    }
  }
  const oneSlope = [plan.model, ...(plan.byItem?.values() ?? [])].includes('1pl');
  if (oneSlope && plan.groups !== undefined && plan.groups.invariance === 'configural') {
    return refuse(
      'unsuitable-model',
      'one slope common to all items and groups is not configural: ask for rasch, which leaves each group its own spread',
    );
  }
  return undefined;
}
