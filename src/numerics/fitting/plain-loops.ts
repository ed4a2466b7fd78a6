/**
 * The loops of a sum over a grid in plain TypeScript: what each one does is told in grid-loops.ts, why there are two
 * forms in grid-memory.ts. Slower than the SIMD form and the check on it.
 */
import type { GridLoops } from './grid-loops.ts';

const NEGLIGIBLE = -40;

/** The loops over this buffer. */
export function plainLoops(buffer: ArrayBuffer): GridLoops {
  const memory = new Views(buffer);
  return {
    build: building(memory),
    posterior: weighing(memory),
    gather(from, to, low, high, codes, people, tables, shift, blocks, row, shares) {
      for (let block = 0; block < blocks; block += 1) {
        const counts = shift + memory.word(tables + 4 * block);
        for (let person = from; person < to; person += 1) {
          const code = memory.bytes[codes + block * people + person] ?? 0;
          memory.add(counts + code * row, shares + (person - from) * row, low, high);
        }
      }
    },
    column(from, to, low, high, row, shares, into) {
      for (let person = from; person < to; person += 1) {
        memory.add(into, shares + (person - from) * row, low, high);
      }
    },
    fold: folding(memory),
    slope: sloping(memory),
  };
}

class Views {
  readonly doubles: Float64Array;
  readonly bytes: Uint8Array;
  private readonly words: Uint32Array;

  constructor(buffer: ArrayBuffer) {
    this.doubles = new Float64Array(buffer);
    this.words = new Uint32Array(buffer);
    this.bytes = new Uint8Array(buffer);
  }

  word(place: number): number {
    return this.words[place >> 2] ?? 0;
  }

  /** Adds one row to another between two bytes. */
  add(to: number, from: number, low: number, high: number): void {
    const { doubles } = this;
    const into = to >> 3;
    const source = from >> 3;
    for (let o = low >> 3; o < high >> 3; o += 1) {
      doubles[into + o] = (doubles[into + o] ?? 0) + (doubles[source + o] ?? 0);
    }
  }
}

function building(memory: Views): GridLoops['build'] {
  const { doubles } = memory;
  return (table, logs, radix, items, row) => {
    doubles.fill(0, table >> 3, (table + row) >> 3);
    for (let item = 0, at = logs; item < items; item += 1) {
      memory.add(table, at, 0, row);
      at += row * memory.word(radix + 4 * item);
    }
    for (let item = 0, count = 1, zero = logs; item < items; item += 1) {
      const states = memory.word(radix + 4 * item);
      for (let code = count; code < count * states; code += 1) {
        const from = (table + (code % count) * row) >> 3;
        const to = (table + code * row) >> 3;
        const other = (zero + Math.floor(code / count) * row) >> 3;
        for (let q = 0; q < row >> 3; q += 1) {
          doubles[to + q] =
            (doubles[from + q] ?? 0) +
            ((doubles[other + q] ?? 0) - (doubles[(zero >> 3) + q] ?? 0));
        }
      }
      zero += states * row;
      count *= states;
    }
  };
}

function weighing(memory: Views): GridLoops['posterior'] {
  const { doubles, bytes } = memory;
  return (from, to, low, high, prior, codes, people, tables, blocks, row, weights, out, peaks) => {
    let first = high;
    let last = low;
    for (let person = from; person < to; person += 1) {
      const place = out + (person - from) * row;
      doubles.copyWithin((place + low) >> 3, (prior + low) >> 3, (prior + high) >> 3);
      for (let block = 0; block < blocks; block += 1) {
        const code = bytes[codes + block * people + person] ?? 0;
        memory.add(place, memory.word(tables + 4 * block) + code * row, low, high);
      }
      const shares = doubles.subarray((place + low) >> 3, (place + high) >> 3);
      const { peak, total } = exponentiate(shares);
      shares.forEach((share, q) => {
        if (share > 0) {
          first = Math.min(first, low + 16 * (q >> 1));
          last = Math.max(last, low + 16 * (q >> 1) + 16);
        }
      });
      doubles[(peaks >> 3) + 2 * (person - from)] = peak;
      doubles[(peaks >> 3) + 2 * (person - from) + 1] = total;
      const scale = (doubles[(weights >> 3) + person] ?? 0) / total;
      for (let q = 0; q < shares.length; q += 1) {
        shares[q] = (shares[q] ?? 0) * scale;
      }
    }
    return first * 65536 + last;
  };
}

/** exp(value - peak) in place; what is negligible becomes zero. */
function exponentiate(values: Float64Array): { peak: number; total: number } {
  let peak = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    peak = Math.max(peak, value);
  }
  let total = 0;
  for (let q = 0; q < values.length; q += 1) {
    const below = (values[q] ?? 0) - peak;
    const share = below < NEGLIGIBLE ? 0 : Math.exp(below);
    values[q] = share;
    total += share;
  }
  return { peak, total };
}

function folding(memory: Views): GridLoops['fold'] {
  return (counts, rows, radix, items, row) => {
    let at = rows;
    let count = 1;
    for (let item = 0; item < items; item += 1) {
      at += memory.word(radix + 4 * item) * row;
      count *= memory.word(radix + 4 * item);
    }
    for (let item = items - 1; item >= 0; item -= 1) {
      const states = memory.word(radix + 4 * item);
      at -= states * row;
      count /= states;
      for (let code = count; code < count * states; code += 1) {
        memory.add(at + Math.floor(code / count) * row, counts + code * row, 0, row);
        memory.add(counts + (code % count) * row, counts + code * row, 0, row);
      }
    }
  };
}

function sloping(memory: Views): GridLoops['slope'] {
  const { doubles, bytes } = memory;
  return (from, to, low, high, codes, stride, states, scores, row, weights, shares, out, means) => {
    for (let person = from; person < to; person += 1) {
      const code = states > 1 ? Math.floor((bytes[codes + person] ?? 0) / stride) % states : 0;
      const score = (scores + code * row) >> 3;
      const share = (shares + (person - from) * row) >> 3;
      const into = (out + (person - from) * row) >> 3;
      let mean = 0;
      for (let q = low >> 3; q < high >> 3; q += 1) {
        mean += (doubles[share + q] ?? 0) * (doubles[score + q] ?? 0);
      }
      mean /= doubles[(weights >> 3) + person] ?? 1;
      doubles[(means >> 3) + person] = mean;
      for (let q = low >> 3; q < high >> 3; q += 1) {
        doubles[into + q] = (doubles[share + q] ?? 0) * ((doubles[score + q] ?? 0) - mean);
      }
    }
  };
}
