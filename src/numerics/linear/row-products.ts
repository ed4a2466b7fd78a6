/**
 * Inner products of rows of matrices, many at once: sum over k of x(i, k) y(j, k). Four rows of either side are read
 * together, so that each number read is used four times, and rows are taken in tiles that stay close at hand.
 *
 * Source: blocking as in Goto & van de Geijn (2008). Sums run in order of k, whatever the size.
 */

/** Rows taken up together. */
export const AT_ONCE = 4;
/** Rows that stay close at hand while all others pass by once: a large matrix does not fit there whole. */
const TILE = 32;

/** A run of places in rows of one length: row r begins at r * stride. */
export interface Rows {
  readonly values: Float64Array;
  readonly stride: number;
}

/**
 * The products of rows i .. i + 3 of `x` with rows j .. j + 3 of `y` over places from `low` up to `high`, into `into`, row
 * after row of four. Rows at or beyond `rows` repeat the last; their products mean nothing.
 */
export function sixteenProducts(
  x: Rows,
  i: number,
  xRows: number,
  y: Rows,
  j: number,
  yRows: number,
  low: number,
  high: number,
  into: Float64Array,
): void {
  twoByFour(x, i, xRows, y, j, yRows, low, high, into, 0);
  if (i + 2 < xRows) {
    twoByFour(x, i + 2, xRows, y, j, yRows, low, high, into, 8);
  }
}

function twoByFour(
  x: Rows,
  i: number,
  xRows: number,
  y: Rows,
  j: number,
  yRows: number,
  low: number,
  high: number,
  into: Float64Array,
  at: number,
): void {
  const a = x.values;
  const b = y.values;
  const a0 = i * x.stride;
  const a1 = Math.min(i + 1, xRows - 1) * x.stride;
  const b0 = j * y.stride;
  const b1 = Math.min(j + 1, yRows - 1) * y.stride;
  const b2 = Math.min(j + 2, yRows - 1) * y.stride;
  const b3 = Math.min(j + 3, yRows - 1) * y.stride;
  let [s0, s1, s2, s3, t0, t1, t2, t3] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let k = low; k < high; k += 1) {
    const one = a[a0 + k] ?? 0;
    const two = a[a1 + k] ?? 0;
    const first = b[b0 + k] ?? 0;
    const second = b[b1 + k] ?? 0;
    const third = b[b2 + k] ?? 0;
    const fourth = b[b3 + k] ?? 0;
    s0 += one * first;
    s1 += one * second;
    s2 += one * third;
    s3 += one * fourth;
    t0 += two * first;
    t1 += two * second;
    t2 += two * third;
    t3 += two * fourth;
  }
  into[at] = s0;
  into[at + 1] = s1;
  into[at + 2] = s2;
  into[at + 3] = s3;
  into[at + 4] = t0;
  into[at + 5] = t1;
  into[at + 6] = t2;
  into[at + 7] = t3;
}

type Visit = (row: number, column: number, product: number) => void;

/** Tells `visit` the product of row i of `x` with row j of `y` over the first `length` places, for every j up to i. */
export function lowerProducts(x: Rows, y: Rows, length: number, rows: number, visit: Visit): void {
  inTiles(x, y, length, rows, visit, (row) => row);
}

/** The same for every i and every j. */
export function allProducts(x: Rows, y: Rows, length: number, rows: number, visit: Visit): void {
  inTiles(x, y, length, rows, visit, () => rows - 1);
}

/** For each row the columns up to `lastOf` it. */
function inTiles(
  x: Rows,
  y: Rows,
  length: number,
  rows: number,
  visit: Visit,
  lastOf: (row: number) => number,
): void {
  const products = new Float64Array(AT_ONCE * AT_ONCE);
  for (let top = 0; top < rows; top += TILE) {
    const bottom = Math.min(rows, top + TILE);
    for (let j = 0; j <= lastOf(bottom - 1); j += AT_ONCE) {
      for (let i = top; i < bottom; i += AT_ONCE) {
        const end = Math.min(i + AT_ONCE, bottom);
        if (lastOf(end - 1) < j) {
          continue;
        }
        sixteenProducts(x, i, rows, y, j, rows, 0, length, products);
        for (let row = i; row < end; row += 1) {
          for (let column = j; column <= Math.min(lastOf(row), j + AT_ONCE - 1); column += 1) {
            visit(row, column, products[(row - i) * AT_ONCE + column - j] ?? 0);
          }
        }
      }
    }
  }
}
