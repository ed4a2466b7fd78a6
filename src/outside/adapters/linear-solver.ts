/**
 * The solver of linear programs: HiGHS (Huangfu & Hall 2018).
 * Columns are asked for in whole numbers only where the continuous answer is not whole already.
 */
import type { Highs, Model, ModelStatusCode } from 'highs';
import type { OpenProgram, Optimum, Solver, Term } from '../../numerics/linear/linear-program.ts';
import { loadedHighs, modelOf } from './loaded-highs.ts';

const MOST_ITERATIONS = 100_000;
const MOST_NODES = 20_000;
const WHOLE = 1e-6;
const DUAL = 1;
const PRIMAL = 4;

export async function linearSolver(): Promise<Solver> {
  const highs = await loadedHighs();
  return (program, work) => {
    const model = highs.createModel({
      ...modelOf(highs, program),
      sense: highs.constants.objectiveSense.minimize,
    });
    try {
      model.options.set({
        output_flag: false,
        presolve: 'off',
        simplex_iteration_limit: MOST_ITERATIONS,
        mip_max_nodes: MOST_NODES,
        mip_rel_gap: 0,
        mip_abs_gap: 0,
      });
      return work(opened(highs, model, program.columns.length));
    } finally {
      model.dispose();
    }
  };
}

function opened(highs: Highs, model: Model, columns: number): OpenProgram {
  const { infinity, constants } = highs;
  let costed: readonly Term[] = [];
  let bounded = true;
  const everyColumn = { kind: 'range' as const, from: 0, to: columns - 1 };
  return {
    bound(column, low, high) {
      bounded = true;
      model.changeColBounds(column, Math.max(low, -infinity), Math.min(high, infinity));
    },
    least(costs, whole) {
      for (const [column] of costed) {
        model.changeColCost(column, 0);
      }
      for (const [column, cost] of costs) {
        model.changeColCost(column, cost);
      }
      costed = costs;
      // The last answer still satisfies every bound unless one has changed, and then only the dual method can start there.
      model.options.set('simplex_strategy', bounded ? DUAL : PRIMAL);
      bounded = false;
      const found = solved(highs, model);
      if (!whole || found.status !== 'found' || found.columns.every(isWhole)) {
        return found;
      }
      const { integer, continuous } = constants.variableType;
      const all = (type: typeof integer | typeof continuous) =>
        model.changeColsIntegrality(
          everyColumn,
          Int32Array.from({ length: columns }, () => type),
        );
      all(integer);
      const inWhole = solved(highs, model);
      all(continuous);
      return inWhole;
    },
  };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < WHOLE;

function solved({ constants }: Highs, model: Model): Optimum {
  model.run();
  const status: ModelStatusCode = model.getModelStatus();
  const known = constants.modelStatus;
  if (status === known.optimal || status === known.empty) {
    return {
      status: 'found',
      value: model.getObjectiveValue(),
      columns: Float64Array.from(model.getSolution().colValue),
    };
  }
  if (status === known.infeasible) {
    return { status: 'impossible' };
  }
  return { status: status === known.unbounded ? 'unbounded' : 'not-settled' };
}
