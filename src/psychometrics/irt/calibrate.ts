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
import { choleskyOf, inverseFromCholesky } from '../../numerics/linear/positive-definite.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { abilityNodes, NODES } from './ability-grid.ts';
import type { Calibration } from './calibration.ts';
import type {
  CalibrationNote,
  CalibrationPlan,
  CalibrationRefusal,
  FreeParameters,
} from './calibration-plan.ts';
import { report } from './calibration-report.ts';
import { designFor } from './design-for.ts';
import { Expectation } from './expectation.ts';
import { bytesNeeded } from './grid-layout.ts';
import { type Design, tablesFor } from './item-design.ts';
import { evaluate, type Found, search } from './likelihood-search.ts';
import { Maximization } from './maximization.ts';
import { observedInformation } from './observed-information.ts';
import { type Packing, pack } from './packing.ts';
import { unsuitable, type Weighting, weightingOf } from './plan-checks.ts';
import { type Screened, screen } from './screening.ts';
import { warmStart } from './warm-start.ts';

const TOLERANCE = 1e-4;
const CYCLES = 2000;
const MOST_NODES = 481;
const NODE_TOLERANCE = 0.01;

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
      return report(
        this.screened,
        design,
        { ...found, cycles },
        covariance,
        nodes,
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

  private errorsAsked({ errors }: Variation): 'observed' | 'sandwich' | 'none' {
    return errors ?? this.plan.errors ?? (this.robust ? 'sandwich' : 'observed');
  }

  private errorNotes(
    variation: Variation,
    covariance: Float64Array | undefined,
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
