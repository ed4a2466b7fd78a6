/**
 * The sums that Cox regression rests on, for groups in place of single people: the log-likelihood, its slope and its
 * information at given coefficients, day by day.
 *
 * With d answers on one day, Efron takes away l/d of the answered from those waiting, for l = 0 to d - 1; Breslow takes
 * away nothing. As everybody in a group has the same values, the sums over people are sums over groups, and the sums over
 * ties are a few numbers for each day.
 * Source: Efron (1977); Breslow (1974); Therneau & Grambsch (2000), chapter 3.
 */
import { at } from '../../kernel/result/at.ts';
import { eachAnswerDay, type SortedWaits } from './waits.ts';

export type Ties = 'efron' | 'breslow';

export interface CoxData {
  readonly strata: readonly (readonly SortedWaits[])[];
  /** The values of each group. */
  readonly design: readonly (readonly number[])[];
  readonly ties: Ties;
}

export interface Moments {
  readonly logLikelihood: number;
  readonly slope: Float64Array;
  /** Terms by terms, row after row. */
  readonly information: Float64Array;
}

/** What one day adds: its answers' values less what was expected, and the spread of the values among those waiting. */
export type DayMoments = (day: number, gap: Float64Array, spread: Float64Array) => void;

export function answerMoments(data: CoxData, coefficients: Float64Array): Moments {
  const slope = new Float64Array(coefficients.length);
  const information = new Float64Array(coefficients.length ** 2);
  const logLikelihood = eachDayMoments(data, coefficients, (_, gap, spread) => {
    for (let place = 0; place < gap.length; place += 1) {
      slope[place] = (slope[place] ?? 0) + (gap[place] ?? 0);
    }
    for (let place = 0; place < spread.length; place += 1) {
      information[place] = (information[place] ?? 0) + (spread[place] ?? 0);
    }
  });
  return { logLikelihood, slope, information };
}

/** Visits every day with answers, stratum after stratum; answers the log-likelihood. */
export function eachDayMoments(
  data: CoxData,
  coefficients: Float64Array,
  visit: DayMoments,
): number {
  const design = fromFirst(data.design);
  const size = coefficients.length;
  const score = design.map((row) =>
    row.reduce((sum, value, term) => sum + value * at(coefficients, term), 0),
  );
  const hazard = score.map(Math.exp);
  const all = new WeightedSums(size);
  const own = new WeightedSums(size);
  const gap = new Float64Array(size);
  const spread = new Float64Array(size * size);
  let logLikelihood = 0;
  for (const stratum of data.strata) {
    eachAnswerDay(stratum, (day, waiting, answered) => {
      gap.fill(0);
      all.clear();
      own.clear();
      for (let group = 0; group < answered.length; group += 1) {
        const count = answered[group] ?? 0;
        const row = at(design, group);
        const h = hazard[group] ?? 0;
        logLikelihood += count * (score[group] ?? 0);
        all.add(row, h * (waiting[group] ?? 0));
        own.add(row, h * count);
        for (let term = 0; term < size && count > 0; term += 1) {
          gap[term] = (gap[term] ?? 0) + count * (row[term] ?? 0);
        }
      }
      const answers = answered.reduce((sum, count) => sum + count, 0);
      const rounds = overRounds(all.weight, own.weight, answers, data.ties);
      logLikelihood -= rounds.log;
      fill(gap, spread, all, own, rounds);
      visit(day, gap, spread);
    });
  }
  return logLikelihood;
}

/**
 * Values less those of the first group: nothing depends on their zero, sums of squares stay small, and where groups are
 * compared with the first, nearly all values are 0.
 */
const fromFirst = (design: readonly (readonly number[])[]): readonly (readonly number[])[] =>
  design.map((row) => row.map((value, term) => value - at(at(design, 0), term)));

/** The sums over groups of w, w x and w x x'. */
class WeightedSums {
  weight = 0;
  readonly first: Float64Array;
  readonly second: Float64Array;

  constructor(size: number) {
    this.first = new Float64Array(size);
    this.second = new Float64Array(size * size);
  }

  clear(): void {
    this.weight = 0;
    this.first.fill(0);
    this.second.fill(0);
  }

  add(row: readonly number[], w: number): void {
    if (w === 0) {
      return;
    }
    const size = this.first.length;
    this.weight += w;
    for (let one = 0; one < size; one += 1) {
      const x = w * (row[one] ?? 0);
      if (x === 0) {
        continue;
      }
      this.first[one] = (this.first[one] ?? 0) + x;
      for (let other = 0; other < size; other += 1) {
        const place = one * size + other;
        this.second[place] = (this.second[place] ?? 0) + x * (row[other] ?? 0);
      }
    }
  }
}

/** Over the rounds of a day, with weight W = all - f own: the sums of log W, f^k / W and f^k / W^2. */
interface Rounds {
  readonly log: number;
  readonly once: readonly [number, number];
  readonly twice: readonly [number, number, number];
}

function overRounds(all: number, own: number, answers: number, ties: Ties): Rounds {
  if (ties === 'breslow') {
    const once = answers / all;
    return { log: answers * Math.log(all), once: [once, 0], twice: [once / all, 0, 0] };
  }
  let [log, a0, a1, b0, b1, b2] = [0, 0, 0, 0, 0, 0];
  for (let round = 0; round < answers; round += 1) {
    const f = round / answers;
    const inverse = 1 / (all - f * own);
    const square = inverse * inverse;
    log -= Math.log(inverse);
    a0 += inverse;
    a1 += f * inverse;
    b0 += square;
    b1 += f * square;
    b2 += f * f * square;
  }
  return { log, once: [a0, a1], twice: [b0, b1, b2] };
}

/** Takes the weighted means from the gap and sets the spread to the weighted variances, summed over the rounds. */
function fill(
  gap: Float64Array,
  spread: Float64Array,
  all: WeightedSums,
  own: WeightedSums,
  { once: [a0, a1], twice: [b0, b1, b2] }: Rounds,
): void {
  const size = gap.length;
  for (let one = 0; one < size; one += 1) {
    const [x, y] = [all.first[one] ?? 0, own.first[one] ?? 0];
    gap[one] = (gap[one] ?? 0) - a0 * x + a1 * y;
    for (let other = 0; other < size; other += 1) {
      const place = one * size + other;
      const [u, v] = [all.first[other] ?? 0, own.first[other] ?? 0];
      spread[place] =
        a0 * (all.second[place] ?? 0) -
        a1 * (own.second[place] ?? 0) -
        (b0 * x * u - b1 * (x * v + y * u) + b2 * y * v);
    }
  }
}
