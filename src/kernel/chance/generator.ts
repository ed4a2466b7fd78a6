/**
 * Seeded randomness that replays: the same seed gives the same draws on every machine.
 * Generator: xoshiro128** (Blackman & Vigna 2018, public domain), state filled by splitmix32 from the seed text.
 * For lotteries and simulations, never for secrets: those come from the operating system through a port.
 */
export interface Generator {
  /** Uniform on [0, 1), 32 bits. */
  next(): number;
  /** Uniform whole number 0 to below - 1, without modulo bias. */
  below(limit: number): number;
}

export function generatorFrom(seed: string): Generator {
  const state = filled(seed);
  const word = (): number => {
    const [a, b, c, d] = state;
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    const c1 = c ^ a;
    const d1 = d ^ b;
    state[1] = b ^ c1;
    state[0] = a ^ d1;
    state[2] = c1 ^ shifted;
    state[3] = rotated(d1, 11);
    return result;
  };
  return {
    next: () => word() / 4294967296,
    below(limit) {
      if (!Number.isInteger(limit) || limit < 1 || limit > 4294967296) {
        throw new RangeError(`cannot draw below ${limit}`);
      }
      const fair = 4294967296 - (4294967296 % limit);
      let drawn = word();
      while (drawn >= fair) {
        drawn = word();
      }
      return drawn % limit;
    },
  };
}

/** Fisher-Yates: every order equally likely. Returns a new list. */
export function shuffled<Item>(list: readonly Item[], chance: Generator): Item[] {
  const order = [...list];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = chance.below(last + 1);
    const kept = order[last] as Item;
    order[last] = order[pick] as Item;
    order[pick] = kept;
  }
  return order;
}

type State = [number, number, number, number];

function filled(seed: string): State {
  let mix = 0x9e3779b9;
  for (let place = 0; place < seed.length; place += 1) {
    mix = Math.imul(mix ^ seed.charCodeAt(place), 0x85ebca6b);
    mix = rotated(mix, 13);
  }
  const step = (): number => {
    mix = (mix + 0x9e3779b9) | 0;
    let z = mix ^ (mix >>> 16);
    z = Math.imul(z, 0x21f0aaad);
    z ^= z >>> 15;
    z = Math.imul(z, 0x735a2d97);
    return (z ^ (z >>> 15)) >>> 0;
  };
  const state: State = [step(), step(), step(), step()];
  return state.every((value) => value === 0) ? [1, 2, 3, 4] : state;
}

const rotated = (value: number, by: number): number => (value << by) | (value >>> (32 - by));
