/**
 * Calibration by marginal maximum likelihood: from answers to item parameters with standard errors. A calibrator keeps
 * the packed answers, so that neighbors of a model (one item freed, say) are fitted without reading anything again.
 *
 * Source: Bock & Aitkin (1981), Muraki (1992), Samejima (1969); conventions of mirt (Chalmers 2012): logistic, D = 1,
 * slope-intercept, standard normal on 61 points. It assumes that answers depend on one ability only, given which they
 * are independent, and that ability is normal in each group.
 */

import { type Result, success } from '../../kernel/result/result.ts';
import { type GridMemory, gridMemory } from '../../numerics/fitting/grid-memory.ts';
import {
  choleskyOf,
  entryOfInverse,
  inverseFromCholesky,
  inverseRoot,
} from '../../numerics/linear/positive-definite.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { abilityNodes, NODES, REACH, reachFor } from './ability-grid.ts';
import { type Calibration, itemFrom } from './calibration.ts';
import type {
  CalibrationNote,
  CalibrationPlan,
  CalibrationRefusal,
  GroupFreedom,
} from './calibration-plan.ts';
import { type Covariances, type Grid, report } from './calibration-report.ts';
import { designFor } from './design-for.ts';
import { Expectation } from './expectation.ts';
import { bytesNeeded } from './grid-layout.ts';
import { type Design, tablesFor, valuesOf } from './item-design.ts';
import { type CalibratedItem, categoryProbabilities } from './item-model.ts';
import { evaluate, type Found, search } from './likelihood-search.ts';
import { Maximization, type Point } from './maximization.ts';
import { observedInformation } from './observed-information.ts';
import { type Packing, pack } from './packing.ts';
import { unsuitable, type Weighting, weightingOf } from './plan-checks.ts';
import { type Screened, screen } from './screening.ts';
import { warmStart } from './warm-start.ts';

const TOLERANCE = 1e-4;
const CYCLES = 2000;
const MOST_NODES = 481;
const NODE_TOLERANCE = 0.01;
const ENDLESS = 8;
/** Steps of this many posterior standard deviations leave an error of about 1e-5 a person. */
const DEEP = 1.3;

/** How a fit differs from the plan of its calibrator. */
export interface Variation {
  /** Items whose parameters may differ between groups, in place of the plan's. */
  readonly freeItems?: ReadonlyMap<string, GroupFreedom>;
  /** Where to start: a fit of a neighboring model, whose points of ability are used again without another look. */
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
    const known = variation.start;
    let grid = known
      ? { count: known.nodes, reach: known.reach }
      : { count: plan.nodes ?? countFor(design, start), reach: REACH };
    const look = plan.nodes === undefined && known === undefined;
    let cycles = 0;
    for (;;) {
      const expectation = this.expectation(design, grid);
      const maximization = new Maximization(design, expectation.nodes);
      const found = search(design, expectation, maximization, start, rule);
      cycles += found.cycles;
      const wider = look ? widened(grid, found) : undefined;
      if (wider !== undefined) {
        grid = wider;
        start = found.point;
        continue;
      }
      const difference = look ? this.difference(design, expectation, grid, found) : undefined;
      const coarse = difference !== undefined && Math.abs(difference) > NODE_TOLERANCE;
      if (coarse && 2 * grid.count - 1 <= MOST_NODES && !runaway(design, found)) {
        grid = { ...grid, count: 2 * grid.count - 1 };
        start = found.point;
        continue;
      }
      const covariance = this.covariance(design, expectation, maximization, found, variation);
      return report(
        this.screened,
        design,
        { ...found, cycles },
        covariance,
        grid,
        difference,
        coarse,
        [...this.weightNotes, ...this.errorNotes(variation, covariance)],
      );
    }
  }

  private planWith({ freeItems }: Variation): CalibrationPlan {
    const { groups } = this.plan;
    return groups === undefined || freeItems === undefined
      ? this.plan
      : { ...this.plan, groups: { ...groups, freeItems } };
  }

  private expectation(design: Design, { count, reach }: Grid): Expectation {
    const plan = tablesFor(design, this.packing.blocks);
    const bytes = bytesNeeded(plan, this.packing, design.groups.length, count);
    if (this.memory === undefined || this.memory.buffer.byteLength < bytes) {
      this.memory = gridMemory(bytes, this.plan.loops ?? 'simd');
    }
    return new Expectation(design, this.packing, abilityNodes(count, reach), plan, this.memory);
  }

  /** By how much the log-likelihood at the point found changes with twice as many points of ability. */
  private difference(design: Design, coarse: Expectation, grid: Grid, found: Found): number {
    const count = 2 * grid.count - 1;
    const plan = tablesFor(design, this.packing.blocks);
    const bytes = bytesNeeded(plan, this.packing, design.groups.length, count);
    const memory = gridMemory(bytes, this.plan.loops ?? 'simd');
    const nodes = abilityNodes(count, grid.reach);
    const fine = new Expectation(design, this.packing, nodes, plan, memory);
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
  ): Covariances | undefined {
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
    const { size, crossProducts } = information;
    if (crossProducts === undefined) {
      const root = inverseRoot(lower.value, size);
      return (row, column) => entryOfInverse(root, size, row, column);
    }
    const sandwich = between(inverseFromCholesky(lower.value, size), crossProducts, size);
    return (row, column) => sandwich[row * size + column] ?? 0;
  }

  private errorsAsked({ errors }: Variation): 'observed' | 'sandwich' | 'none' {
    return errors ?? this.plan.errors ?? (this.robust ? 'sandwich' : 'observed');
  }

  private errorNotes(
    variation: Variation,
    covariance: Covariances | undefined,
  ): readonly CalibrationNote[] {
    return covariance !== undefined || this.errorsAsked(variation) === 'none'
      ? []
      : [
          {
            kind: 'no-errors',
            item: undefined,
            because:
              'the point found is not a clear maximum of the likelihood, so that no standard errors can be given',
          },
        ];
  }
}

/** Points no further apart than the depth of a posterior in the middle of the scale, at the starting values. */
function countFor({ cells }: Design, { items }: Point): number {
  const information = cells
    .filter((cell) => cell.groups.includes(0))
    .map((cell) =>
      itemFrom(cell.curve, valuesOf(cell, items, new Float64Array(cell.places.length))),
    )
    .reduce((sum, item) => sum + informationInTheMiddle(item), 0);
  let count = NODES;
  while (
    2 * count - 1 <= MOST_NODES &&
    (2 * REACH) / (count - 1) > DEEP / Math.sqrt(1 + information)
  ) {
    count = 2 * count - 1;
  }
  return count;
}

/** Fisher information of an item at ability 0, by central differences. */
function informationInTheMiddle(item: CalibratedItem): number {
  const [below, middle, above] = [-0.1, 0, 0.1].map((theta) => categoryProbabilities(item, theta));
  return (middle ?? []).reduce(
    (sum, probability, k) =>
      sum + (((above?.[k] ?? 0) - (below?.[k] ?? 0)) / 0.2) ** 2 / Math.max(probability, 1e-12),
    0,
  );
}

/** Whether a slope has no end, as between two copies of an item: no grid is fine enough for that. */
function runaway({ cells }: Design, { point }: Found): boolean {
  return cells.some((cell) => Math.abs(point.items[cell.places[0] ?? -1] ?? 0) > ENDLESS);
}

/** The same spacing over a wider reach, where the groups found need it. */
function widened({ count, reach }: Grid, { point }: Found): Grid | undefined {
  const needed = reachFor(point.moments);
  const wider = Math.round(((count - 1) * needed) / reach) + 1;
  return needed > reach && wider <= MOST_NODES ? { count: wider, reach: needed } : undefined;
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
