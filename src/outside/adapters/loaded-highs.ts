/** HiGHS (Huangfu & Hall 2018) compiled to WebAssembly: loaded when it is first needed, and given its programs. */
import loadHighs, { type Highs } from 'highs';
import type { LinearProgram } from '../../numerics/linear/linear-program.ts';

// The package's types describe it as a CommonJS module, whose default lies one step deeper than what is imported.
type Loader = typeof loadHighs.default;
const isLoader = (loaded: unknown): loaded is Loader => typeof loaded === 'function';

let loading: Promise<Highs> | undefined;

/** One instance serves the whole process: it is large, and it keeps nothing between two programs. */
export async function loadedHighs(): Promise<Highs> {
  if (loading === undefined) {
    const load: unknown = loadHighs;
    if (!isLoader(load)) {
      throw new Error('the solver cannot be loaded');
    }
    loading = load();
  }
  return await loading;
}

/** The program as HiGHS takes it, with no costs. */
export function modelOf({ infinity }: Highs, { columns, rows }: LinearProgram) {
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
