/**
 * The solver of linear programs: HiGHS (Huangfu & Hall 2018) compiled to WebAssembly. Loaded when it is first needed.
 * Columns are asked for in whole numbers only where the continuous answer is not whole already.
 */
import loadHighs, { type Highs, type Model, type ModelStatusCode } from 'highs';
import type {
  LinearProgram,
  OpenProgram,
  Optimum,
  Solver,
  Term,
} from '../../numerics/linear/linear-program.ts';

const MOST_ITERATIONS = 100_000;
const MOST_NODES = 20_000;
const WHOLE = 1e-6;
const DUAL = 1;
const PRIMAL = 4;

// The package's types describe it as a CommonJS module, whose default lies one step deeper than what is imported.
type Loader = typeof loadHighs.default;
const isLoader = (loaded: unknown): loaded is Loader => typeof loaded === 'function';

let loading: Promise<Highs> | undefined;

/** One instance serves the whole process: it is large, and it keeps nothing between two programs. */
export async function linearSolver(): Promise<Solver> {
  if (loading === undefined) {
    const load: unknown = loadHighs;
    if (!isLoader(load)) {
      throw new Error('the solver cannot be loaded');
    }
    loading = load();
  }
  const highs = await loading;
  return (program, work) => {
    const model = highs.createModel(modelOf(highs, program));
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

function modelOf({ infinity, constants }: Highs, { columns, rows }: LinearProgram) {
  const bound = (value: number): number =>
    Number.isFinite(value) ? value : Math.sign(value) * infinity;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, factor] of terms) {
      indices.push(column);
      values.push(factor);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: constants.objectiveSense.minimize,
    colCost: new Float64Array(columns.length),
    colLower: Float64Array.from(columns, ({ low }) => bound(low)),
    colUpper: Float64Array.from(columns, ({ high }) => bound(high)),
    rowLower: Float64Array.from(rows, ({ low }) => bound(low)),
    rowUpper: Float64Array.from(rows, ({ high }) => bound(high)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
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
