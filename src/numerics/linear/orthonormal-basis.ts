/**
 * An orthonormal basis of the directions that some columns span: what a model can explain by moving its parameters.
 *
 * Gram-Schmidt, each column freed twice from those before it, which is enough for full accuracy.
 * Source: Giraud, Langou & Rozloznik (2005), Computers & Mathematics with Applications 50, 1069-1075.
 * A column that lies within rounding of the span of those before it adds no direction and is left out.
 */

/** What of a column must be left, relative to its length, to count as a direction of its own. */
const INDEPENDENT = 1e-10;

/** Orthonormal columns with the same span; fewer than were given where some depend on others. */
export function orthonormalBasis(columns: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    removeSpan(basis, rest);
    removeSpan(basis, rest);
    const length = Math.sqrt(dot(rest, rest));
    if (length > INDEPENDENT * Math.sqrt(dot(column, column))) {
      basis.push(rest.map((value) => value / length));
    }
  }
  return basis;
}

/** Takes from `vector`, in place, whatever lies in the span of the orthonormal `basis`. */
export function removeSpan(basis: readonly Float64Array[], vector: Float64Array): void {
  for (const direction of basis) {
    const amount = dot(direction, vector);
    for (let place = 0; place < vector.length; place += 1) {
      vector[place] = (vector[place] ?? 0) - amount * (direction[place] ?? 0);
    }
  }
}

export function dot(first: Float64Array, second: Float64Array): number {
  let sum = 0;
  for (let place = 0; place < first.length; place += 1) {
    sum += (first[place] ?? 0) * (second[place] ?? 0);
  }
  return sum;
}
