/**
 * The inner loops of a sum over a grid of latent values, in AssemblyScript: two doubles at a time (SIMD).
 * `npm run kernels` compiles this file into src/numerics/fitting/grid-bytes.ts, which is committed, so that nobody
 * needs the compiler to run the project. The same loops in plain TypeScript: src/numerics/fitting/plain-loops.ts,
 * to which a test holds these to 1e-12. What each function does is told there.
 *
 * Every row is an array of doubles of even length, `row` bytes long; `low` and `high` are byte offsets in a row, both
 * multiples of 16.
 */

// @ts-nocheck: this is AssemblyScript, read by its own compiler.

export function build(table: usize, logs: usize, radix: usize, items: i32, row: usize): void {
  for (let o: usize = 0; o < row; o += 16) {
    let sum = f64x2.splat(0);
    let at = logs + o;
    for (let i = 0; i < items; i++) {
      sum = f64x2.add(sum, v128.load(at));
      at += row * <usize>load<i32>(radix + (<usize>i << 2));
    }
    v128.store(table + o, sum);
  }
  let count: usize = 1;
  let zero = logs;
  for (let i = 0; i < items; i++) {
    const states = <usize>load<i32>(radix + (<usize>i << 2));
    for (let s: usize = 1; s < states; s++) {
      const other = zero + s * row;
      for (let m: usize = 0; m < count; m++) {
        const from = table + m * row;
        const to = table + (s * count + m) * row;
        for (let o: usize = 0; o < row; o += 16) {
          v128.store(
            to + o,
            f64x2.add(v128.load(from + o), f64x2.sub(v128.load(other + o), v128.load(zero + o))),
          );
        }
      }
    }
    zero += states * row;
    count *= states;
  }
}

// exp(x) for -40 <= x <= 0, two at a time: x = n ln 2 + r, Taylor to degree 13 for |r| <= 0.347 (error below 1e-17).
// @ts-ignore: decorator
@inline
function exponential(x: v128): v128 {
  const magic = f64x2.splat(6755399441055744.0);
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(1.4426950408889634)), magic);
  const n = f64x2.sub(shifted, magic);
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, f64x2.splat(6.93147180369123816490e-1))),
    f64x2.mul(n, f64x2.splat(1.90821492927058770002e-10)),
  );
  let p = f64x2.splat(1.0 / 6227020800.0);
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 479001600.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 39916800.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 3628800.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 362880.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 40320.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 5040.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 720.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 120.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 24.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0 / 6.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(0.5));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.0));
  const scale = i64x2.shl(i64x2.add(i64x2.sub(shifted, magic), i64x2.splat(1023)), 52);
  return f64x2.mul(p, scale);
}

export function posterior(
  from: i32,
  to: i32,
  low: usize,
  high: usize,
  prior: usize,
  codes: usize,
  people: usize,
  tables: usize,
  blocks: i32,
  row: usize,
  weights: usize,
  out: usize,
  peaks: usize,
): i32 {
  const step = <i32>row;
  for (let p = from; p < to; p++) {
    const acc = out + <usize>(p - from) * row;
    for (let o = low; o < high; o += 16) v128.store(acc + o, v128.load(prior + o));
  }
  let b = 0;
  let code = codes;
  for (; b + 3 < blocks; b += 4) {
    const t0 = <usize>load<u32>(tables + (<usize>b << 2));
    const t1 = <usize>load<u32>(tables + (<usize>b << 2), 4);
    const t2 = <usize>load<u32>(tables + (<usize>b << 2), 8);
    const t3 = <usize>load<u32>(tables + (<usize>b << 2), 12);
    let acc = out;
    for (let p = <usize>from; p < <usize>to; p++) {
      const r0 = t0 + <usize>load<u8>(code + p) * row;
      const r1 = t1 + <usize>load<u8>(code + people + p) * row;
      const r2 = t2 + <usize>load<u8>(code + 2 * people + p) * row;
      const r3 = t3 + <usize>load<u8>(code + 3 * people + p) * row;
      for (let o = low; o < high; o += 16) {
        v128.store(
          acc + o,
          f64x2.add(
            f64x2.add(f64x2.add(v128.load(acc + o), v128.load(r0 + o)), v128.load(r1 + o)),
            f64x2.add(v128.load(r2 + o), v128.load(r3 + o)),
          ),
        );
      }
      acc += row;
    }
    code += 4 * people;
  }
  for (; b < blocks; b++) {
    const t0 = <usize>load<u32>(tables + (<usize>b << 2));
    let acc = out;
    for (let p = <usize>from; p < <usize>to; p++) {
      const r0 = t0 + <usize>load<u8>(code + p) * row;
      for (let o = low; o < high; o += 16)
        v128.store(acc + o, f64x2.add(v128.load(acc + o), v128.load(r0 + o)));
      acc += row;
    }
    code += people;
  }
  const floor = f64x2.splat(-40);
  let acc = out;
  let seen = f64x2.splat(0);
  for (let p = from; p < to; p++) {
    let most = v128.load(acc + low);
    for (let o = low + 16; o < high; o += 16) most = f64x2.max(most, v128.load(acc + o));
    const peak = max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
    const peaks2 = f64x2.splat(peak);
    let sums = f64x2.splat(0);
    for (let o = low; o < high; o += 16) {
      const d = f64x2.sub(v128.load(acc + o), peaks2);
      const e = v128.and(exponential(f64x2.max(d, floor)), f64x2.ge(d, floor));
      v128.store(acc + o, e);
      sums = f64x2.add(sums, e);
    }
    const total = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
    const place = peaks + (<usize>(p - from) << 4);
    store<f64>(place, peak);
    store<f64>(place, total, 8);
    const share = f64x2.splat(load<f64>(weights + (<usize>p << 3)) / total);
    for (let o = low; o < high; o += 16) v128.store(acc + o, f64x2.mul(v128.load(acc + o), share));
    acc += row;
  }
  // The first and the last pair of grid points where anybody's share is not zero.
  let first = high;
  let last = low;
  for (let o = low; o < high; o += 16) {
    seen = f64x2.splat(0);
    acc = out + o;
    for (let p = from; p < to; p++) {
      seen = f64x2.max(seen, v128.load(acc));
      acc += row;
    }
    if (v128.any_true(seen)) {
      if (first == high) first = o;
      last = o + 16;
    }
  }
  return <i32>((first << 16) | last);
}

export function gather(
  from: i32,
  to: i32,
  low: usize,
  high: usize,
  codes: usize,
  people: usize,
  tables: usize,
  shift: usize,
  blocks: i32,
  row: usize,
  shares: usize,
): void {
  let b = 0;
  let code = codes;
  for (; b + 3 < blocks; b += 4) {
    const t0 = shift + <usize>load<u32>(tables + (<usize>b << 2));
    const t1 = shift + <usize>load<u32>(tables + (<usize>b << 2), 4);
    const t2 = shift + <usize>load<u32>(tables + (<usize>b << 2), 8);
    const t3 = shift + <usize>load<u32>(tables + (<usize>b << 2), 12);
    let acc = shares;
    for (let p = <usize>from; p < <usize>to; p++) {
      const r0 = t0 + <usize>load<u8>(code + p) * row;
      const r1 = t1 + <usize>load<u8>(code + people + p) * row;
      const r2 = t2 + <usize>load<u8>(code + 2 * people + p) * row;
      const r3 = t3 + <usize>load<u8>(code + 3 * people + p) * row;
      for (let o = low; o < high; o += 16) {
        const v = v128.load(acc + o);
        v128.store(r0 + o, f64x2.add(v128.load(r0 + o), v));
        v128.store(r1 + o, f64x2.add(v128.load(r1 + o), v));
        v128.store(r2 + o, f64x2.add(v128.load(r2 + o), v));
        v128.store(r3 + o, f64x2.add(v128.load(r3 + o), v));
      }
      acc += row;
    }
    code += 4 * people;
  }
  for (; b < blocks; b++) {
    const t0 = shift + <usize>load<u32>(tables + (<usize>b << 2));
    let acc = shares;
    for (let p = <usize>from; p < <usize>to; p++) {
      const r0 = t0 + <usize>load<u8>(code + p) * row;
      for (let o = low; o < high; o += 16)
        v128.store(r0 + o, f64x2.add(v128.load(r0 + o), v128.load(acc + o)));
      acc += row;
    }
    code += people;
  }
}

export function column(from: i32, to: i32, low: usize, high: usize, row: usize, shares: usize, into: usize): void {
  let acc = shares;
  for (let p = from; p < to; p++) {
    for (let o = low; o < high; o += 16)
      v128.store(into + o, f64x2.add(v128.load(into + o), v128.load(acc + o)));
    acc += row;
  }
}

export function fold(counts: usize, rows: usize, radix: usize, items: i32, row: usize): void {
  let count: usize = 1;
  let at = rows;
  for (let i = 0; i < items; i++) {
    const states = <usize>load<i32>(radix + (<usize>i << 2));
    count *= states;
    at += states * row;
  }
  for (let i = items - 1; i >= 0; i--) {
    const states = <usize>load<i32>(radix + (<usize>i << 2));
    count /= states;
    at -= states * row;
    for (let s: usize = 1; s < states; s++) {
      const into = at + s * row;
      for (let m: usize = 0; m < count; m++) {
        const from = counts + (s * count + m) * row;
        const to = counts + m * row;
        for (let o: usize = 0; o < row; o += 16) {
          const v = v128.load(from + o);
          v128.store(into + o, f64x2.add(v128.load(into + o), v));
          v128.store(to + o, f64x2.add(v128.load(to + o), v));
        }
      }
    }
  }
}

export function slope(
  from: i32,
  to: i32,
  low: usize,
  high: usize,
  codes: usize,
  stride: i32,
  states: i32,
  scores: usize,
  row: usize,
  weights: usize,
  shares: usize,
  out: usize,
  means: usize,
): void {
  let acc = shares;
  let to_ = out;
  for (let p = <usize>from; p < <usize>to; p++) {
    const state = states > 1 ? (<i32>load<u8>(codes + p) / stride) % states : 0;
    const score = scores + <usize>state * row;
    let sums = f64x2.splat(0);
    for (let o = low; o < high; o += 16)
      sums = f64x2.add(sums, f64x2.mul(v128.load(acc + o), v128.load(score + o)));
    const mean =
      (f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)) / load<f64>(weights + (p << 3));
    store<f64>(means + (p << 3), mean);
    const center = f64x2.splat(mean);
    for (let o = low; o < high; o += 16)
      v128.store(
        to_ + o,
        f64x2.mul(v128.load(acc + o), f64x2.sub(v128.load(score + o), center)),
      );
    acc += row;
    to_ += row;
  }
}
