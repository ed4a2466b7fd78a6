/**
 * Reaching a fixed point sooner: from the last few pairs (point, image) of a slow map such as an EM cycle, the
 * combination of images whose weighted remaining step is smallest,
 *   x+ = f(x) - (dX + dF) c,  c = argmin |F - dF c|, F = f(x) - x.
 *
 * Source: Anderson (1965); for EM with restarts: Henderson & Varadhan (2019). It assumes nothing about the map; whoever
 * calls it checks that the likelihood did not fall and otherwise goes on from the plain image.
 */
const REMEMBERED = 8;
const RIDGE = 1e-12;

export class FixedPoint {
  private readonly steps: Float64Array[] = [];
  private readonly moves: Float64Array[] = [];
  private last: { point: Float64Array; residual: Float64Array } | undefined;

  /** Forgets everything before this point. */
  restart(): void {
    this.steps.length = 0;
    this.moves.length = 0;
    this.last = undefined;
  }

  /** The next point to try; `weights` say how much a unit of each coordinate counts. */
  next(point: Float64Array, image: Float64Array, weights: Float64Array): Float64Array {
    const residual = difference(image, point);
    if (this.last !== undefined) {
      this.steps.push(difference(residual, this.last.residual));
      this.moves.push(difference(point, this.last.point));
      if (this.steps.length > REMEMBERED) {
        this.steps.shift();
        this.moves.shift();
      }
    }
    this.last = { point: point.slice(), residual };
    const share = leastSquares(this.steps, residual, weights);
    const next = image.slice();
    share.forEach((factor, k) => {
      const step = this.steps[k];
      const move = this.moves[k];
      for (let i = 0; i < next.length; i += 1) {
        next[i] = (next[i] ?? 0) - factor * ((step?.[i] ?? 0) + (move?.[i] ?? 0));
      }
    });
    return next.every(Number.isFinite) ? next : image.slice();
  }
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, i) => value - (b[i] ?? 0));
}

/** The weighted least-squares coefficients of `target` on `columns`, the newest first to be kept. */
function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  weights: Float64Array,
): Float64Array {
  const count = columns.length;
  const matrix = new Float64Array(count * count);
  const right = new Float64Array(count);
  columns.forEach((one, i) => {
    right[i] = inner(one, target, weights);
    for (let j = 0; j <= i; j += 1) {
      const value = inner(one, columns[j] ?? one, weights);
      matrix[i * count + j] = value;
      matrix[j * count + i] = value;
    }
  });
  return solved(matrix, right, count);
}

/** Gauss elimination with diagonal scaling and a tiny ridge: nearly parallel columns get small coefficients. */
function solved(matrix: Float64Array, right: Float64Array, count: number): Float64Array {
  const scale = Float64Array.from({ length: count }, (_, i) => {
    const own = matrix[i * count + i] ?? 0;
    return own > 0 ? 1 / Math.sqrt(own) : 0;
  });
  const a = matrix.map(
    (value, at) =>
      value * (scale[Math.floor(at / count)] ?? 0) * (scale[at % count] ?? 0) +
      (at % (count + 1) === 0 ? RIDGE : 0),
  );
  const b = right.map((value, i) => value * (scale[i] ?? 0));
  for (let i = 0; i < count; i += 1) {
    const pivot = a[i * count + i] ?? 1;
    for (let row = i + 1; row < count; row += 1) {
      const factor = (a[row * count + i] ?? 0) / pivot;
      for (let column = i; column < count; column += 1) {
        a[row * count + column] =
          (a[row * count + column] ?? 0) - factor * (a[i * count + column] ?? 0);
      }
      b[row] = (b[row] ?? 0) - factor * (b[i] ?? 0);
    }
  }
  for (let i = count - 1; i >= 0; i -= 1) {
    let rest = b[i] ?? 0;
    for (let column = i + 1; column < count; column += 1) {
      rest -= (a[i * count + column] ?? 0) * (b[column] ?? 0);
    }
    b[i] = rest / (a[i * count + i] ?? 1);
  }
  return b.map((value, i) => value * (scale[i] ?? 0));
}

function inner(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) {
    sum += (a[i] ?? 0) * (b[i] ?? 0) * (weights[i] ?? 0);
  }
  return sum;
}
