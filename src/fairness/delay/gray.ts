/**
 * Do groups differ in the share that ends one way (answered, say) when matters may also end another (withdrawn)? The
 * log-rank test would ask about the pace among those still waiting; Gray's test asks about the share in the end.
 *
 *     s_i = sum over days of d_1i - d_1 R_i / sum R,   R_i = waiting_i (1 - F_1i before) / S_i before
 *
 * R counts those who ended the other way as still there, less those whose follow-up would have ended.
 * chi-squared = s' V^-1 s, with V by Gray's formula under equal shares in all groups. Assumes that follow-up ends alike.
 * Source: Gray (1988), weight rho = 0, his estimate of V with ties; the method of R's cmprsk::cuminc. Checked by false
 * alarms and by laws, not against that program.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { choleskyOf, solveCholesky } from '../../numerics/linear/positive-definite.ts';
import type { EndedWait, Ending } from './competing.ts';

export interface GrayTest {
  readonly chiSquared: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/** What is known of each group just before and after a day. */
interface GroupState {
  waiting: number;
  readonly before: { still: number; ended: number };
  readonly after: { still: number; ended: number };
  counts: readonly [number, number, number];
}

/** Refused where a group holds nobody, a wait is negative, or nobody ended in the way asked about. */
export function grayTest(
  groups: readonly (readonly EndedWait[])[],
  ending: Exclude<Ending, 'open'>,
): Result<GrayTest, 'nobody' | 'bad-wait' | 'no-comparison'> {
  if (groups.some((waits) => waits.length === 0)) {
    return refuse('nobody', 'one of the groups holds nobody');
  }
  if (groups.some((waits) => waits.some(({ days }) => !(days >= 0)))) {
    return refuse('bad-wait', 'no matter is answered before it opens');
  }
  const size = groups.length;
  const sums = new GraySums(size);
  const states = groups.map(
    (waits): GroupState => ({
      waiting: waits.length,
      before: { still: 1, ended: 0 },
      after: { still: 1, ended: 0 },
      counts: [0, 0, 0],
    }),
  );
  for (const counts of daysOf(groups, ending)) {
    states.forEach((state, group) => {
      state.counts = at(counts, group);
    });
    sums.add(states);
    for (const state of states) {
      state.waiting -= state.counts[0] + state.counts[1] + state.counts[2];
      Object.assign(state.before, state.after);
    }
  }
  const matrix = sums.variance(size - 1);
  const lower = choleskyOf(matrix, size - 1);
  if (size < 2 || !lower.ok) {
    return refuse('no-comparison', 'no two groups can be compared in how their matters ended');
  }
  const gaps = sums.gaps.slice(0, size - 1);
  const solved = solveCholesky(lower.value, gaps);
  const chiSquared = gaps.reduce((sum, gap, place) => sum + gap * at(solved, place), 0);
  return success({
    chiSquared,
    degreesOfFreedom: size - 1,
    pValue: chiSquaredUpperTail(chiSquared, size - 1),
  });
}

/** For each day on which a matter ended or was last seen: how many of each group were open, ended so, ended otherwise. */
function daysOf(groups: readonly (readonly EndedWait[])[], asked: Ending) {
  const all = groups
    .flatMap((waits, group) => waits.map(({ days, ending }) => ({ days, ending, group })))
    .toSorted((a, b) => a.days - b.days);
  const days: (readonly (readonly [number, number, number])[])[] = [];
  for (let place = 0; place < all.length; ) {
    const { days: day } = at(all, place);
    const counts = groups.map((): [number, number, number] => [0, 0, 0]);
    for (; all[place]?.days === day; place += 1) {
      const { ending, group } = at(all, place);
      const kind = ending === 'open' ? 0 : ending === asked ? 1 : 2;
      at(counts, group)[kind] += 1;
    }
    days.push(counts);
  }
  return days;
}

/** The running sums of Gray's statistic and of its variance. */
class GraySums {
  readonly gaps: Float64Array;
  private readonly size: number;
  private readonly c: Float64Array;
  private readonly v: Float64Array;
  private readonly v2: Float64Array;
  private readonly v3: Float64Array;
  private ended = 0;

  constructor(size: number) {
    this.size = size;
    this.gaps = new Float64Array(size);
    this.c = new Float64Array(size * size);
    this.v = new Float64Array(size * size);
    this.v2 = new Float64Array(size * size);
    this.v3 = new Float64Array(size);
  }

  add(states: readonly GroupState[]): void {
    const here = states.filter(({ waiting }) => waiting > 0);
    const d1 = here.reduce((sum, { counts }) => sum + counts[1], 0);
    const d2 = here.reduce((sum, { counts }) => sum + counts[2], 0);
    if (d1 + d2 === 0) {
      return;
    }
    for (const { waiting, counts, before, after } of here) {
      after.still = (before.still * (waiting - counts[1] - counts[2])) / waiting;
      after.ended = before.ended + (before.still * counts[1]) / waiting;
    }
    const weight = ({ waiting, before }: GroupState): number =>
      waiting > 0 ? waiting / before.still : 0;
    const weights = states.map(weight);
    const total = weights.reduce((sum, w) => sum + w, 0);
    const atRisk = states.map((state, i) => at(weights, i) * (1 - state.before.ended));
    const allAtRisk = atRisk.reduce((sum, r) => sum + r, 0);
    const ended = this.ended + d1 / total;
    const a = weights.map((w, i) =>
      weights.map((other, j) => (i === j ? w : 0) - (w * other) / total),
    );
    states.forEach((state, i) => {
      this.gaps[i] = at(this.gaps, i) + state.counts[1] - (d1 * at(atRisk, i)) / allAtRisk;
      weights.forEach((_, j) => {
        const place = i * this.size + j;
        this.c[place] = at(this.c, place) + (at(at(a, i), j) * d1) / (total * (1 - this.ended));
      });
    });
    states.forEach((state, k) => {
      if (state.waiting > 0) {
        this.addOwn(state, k, a, d1, total, ended);
        this.addOther(state, k, ended);
      }
    });
    this.ended = ended;
  }

  private addOwn(
    { waiting, before, after }: GroupState,
    k: number,
    a: readonly (readonly number[])[],
    d1: number,
    total: number,
    ended: number,
  ): void {
    if (d1 === 0) {
      return;
    }
    const t4 = after.still > 0 ? 1 - (1 - ended) / after.still : 1;
    const ties = d1 > 1 ? 1 - (d1 - 1) / (total * before.still - 1) : 1;
    const t3 = (ties * before.still * d1) / (total * waiting);
    this.spread(k, t3, t4, (i) => at(at(a, i), k) - t4 * at(this.c, i * this.size + k));
  }

  private addOther({ waiting, before, after, counts }: GroupState, k: number, ended: number): void {
    const d2 = counts[2];
    if (!(after.still > 0) || d2 === 0) {
      return;
    }
    const t4 = (1 - ended) / after.still;
    const ties = d2 > 1 ? 1 - (d2 - 1) / (waiting - 1) : 1;
    const t3 = (ties * before.still ** 2 * d2) / waiting ** 2;
    this.spread(k, t3, -t4, (i) => t4 * at(this.c, i * this.size + k));
  }

  /** Adds one source of chance: of size t3, carried on to later days by t4, and felt at once through `at once`. */
  private spread(k: number, t3: number, t4: number, atOnce: (i: number) => number): void {
    this.v3[k] = at(this.v3, k) + t4 * t4 * t3;
    for (let i = 0; i < this.size; i += 1) {
      const one = atOnce(i);
      const later = i * this.size + k;
      this.v2[later] = at(this.v2, later) + one * t4 * t3;
      for (let j = 0; j < this.size; j += 1) {
        const place = i * this.size + j;
        this.v[place] = at(this.v, place) + one * atOnce(j) * t3;
      }
    }
  }

  variance(size: number): Float64Array {
    const entry = (list: Float64Array, i: number, k: number): number => at(list, i * this.size + k);
    const matrix = new Float64Array(size * size);
    for (let i = 0; i < size; i += 1) {
      for (let j = 0; j < size; j += 1) {
        let sum = entry(this.v, i, j);
        for (let k = 0; k < this.size; k += 1) {
          const [ci, cj] = [entry(this.c, i, k), entry(this.c, j, k)];
          sum += ci * cj * at(this.v3, k) + ci * entry(this.v2, j, k) + cj * entry(this.v2, i, k);
        }
        matrix[i * size + j] = sum;
      }
    }
    return matrix;
  }
}
