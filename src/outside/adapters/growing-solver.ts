/**
 * The solver of linear programs that grow: HiGHS by the simplex method, which goes on from its last answer. No limit of
 * time anywhere, so that every machine gives the same answer.
 */
import type { Highs, Model } from 'highs';
import type { GrowingProgram, GrowingSolver, Most } from '../../numerics/linear/growing-program.ts';
import { loadedHighs, modelOf } from './loaded-highs.ts';

const MOST_ITERATIONS = 100_000;
const TOLERANCE = 1e-9;
const DUAL = 1;
const PRIMAL = 4;

export async function growingSolver(): Promise<GrowingSolver> {
  const highs = await loadedHighs();
  return (program, work) => {
    const model = highs.createModel({
      ...modelOf(highs, program),
      sense: highs.constants.objectiveSense.maximize,
    });
    try {
      model.options.set({
        output_flag: false,
        presolve: 'off',
        solver: 'simplex',
        simplex_iteration_limit: MOST_ITERATIONS,
        primal_feasibility_tolerance: TOLERANCE,
        dual_feasibility_tolerance: TOLERANCE,
      });
      return work(opened(highs, model, program.columns.length));
    } finally {
      model.dispose();
    }
  };
}

function opened(highs: Highs, model: Model, columnsAtFirst: number): GrowingProgram {
  const { infinity } = highs;
  const within = (bound: number): number => Math.max(-infinity, Math.min(bound, infinity));
  let columns = columnsAtFirst;
  let bounded = true;
  return {
    bound(column, low, high) {
      bounded = true;
      model.changeColBounds(column, within(low), within(high));
    },
    boundRow(row, low, high) {
      bounded = true;
      model.changeRowBounds(row, within(low), within(high));
    },
    factor(row, column, factor) {
      bounded = true;
      model.changeCoefficient(row, column, factor);
    },
    costs(costs) {
      model.changeColsCost({ kind: 'range', from: 0, to: columns - 1 }, costs);
    },
    add(terms) {
      columns += 1;
      model.addCol(0, 0, infinity, {
        indices: Int32Array.from(terms, ([row]) => row),
        values: Float64Array.from(terms, ([, factor]) => factor),
      });
    },
    most() {
      // The last answer still satisfies every bound unless one has changed, and then only the dual method can start there.
      model.options.set('simplex_strategy', bounded ? DUAL : PRIMAL);
      bounded = false;
      const warm = tried(highs, model);
      if (warm !== undefined && warm.status !== 'not-settled') {
        return warm;
      }
      // From where it stood it found no way on: from the beginning it may.
      model.clearSolver();
      model.options.set('simplex_strategy', DUAL);
      return tried(highs, model) ?? { status: 'not-settled' };
    },
  };
}

/** Undefined where the solver broke off with an error of its own. */
function tried(highs: Highs, model: Model): Most | undefined {
  try {
    return solved(highs, model);
  } catch (cause) {
    if (cause instanceof highs.errors.HighsError) {
      return undefined;
    }
    throw cause;
  }
}

function solved({ constants }: Highs, model: Model): Most {
  model.run();
  const status = model.getModelStatus();
  const known = constants.modelStatus;
  if (status === known.optimal || status === known.empty) {
    const { colValue, rowDual } = model.getSolution();
    return {
      status: 'found',
      value: model.getObjectiveValue(),
      columns: Float64Array.from(colValue),
      worth: Float64Array.from(rowDual),
    };
  }
  if (status === known.infeasible) {
    const ray = model.getDualRay();
    return { status: 'impossible', conflict: ray && Float64Array.from(ray.values) };
  }
  return { status: 'not-settled' };
}
