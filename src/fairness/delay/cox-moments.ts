/**
 * The sums that Cox regression rests on, for groups in place of single people: the log-likelihood, its slope and its
 * information at given coefficients, day by day.
 *
 * With d answers on one day, Efron takes away l/d of the answered from those waiting, for l = 0 to d - 1; Breslow takes
 * away nothing. As everybody in a group has the same values, a day costs its groups and not its people.
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
  const { design, ties } = data;
  const score = design.map((row) =>
    row.reduce((sum, value, term) => sum + value * at(coefficients, term), 0),
  );
  const hazard = Float64Array.from(score, Math.exp);
  const size = coefficients.length;
  const gap = new Float64Array(size);
  const spread = new Float64Array(size * size);
  let logLikelihood = 0;
  for (const stratum of data.strata) {
    eachAnswerDay(stratum, (day, waiting, answered) => {
      gap.fill(0);
      spread.fill(0);
      let answers = 0;
      for (let group = 0; group < answered.length; group += 1) {
        const count = answered[group] ?? 0;
        answers += count;
        logLikelihood += count * at(score, group);
        addTo(gap, at(design, group), count);
      }
      const rounds = ties === 'efron' ? answers : 1;
      for (let round = 0; round < rounds; round += 1) {
        const left = ties === 'efron' ? round / answers : 0;
        const times = ties === 'efron' ? 1 : answers;
        const weight = hazard.map(
          (h, group) => h * ((waiting[group] ?? 0) - left * (answered[group] ?? 0)),
        );
        logLikelihood -= times * Math.log(oneRound(weight, design, times, gap, spread));
      }
      visit(day, gap, spread);
    });
  }
  return logLikelihood;
}

/** Takes the weighted mean from the gap and adds the weighted variance to the spread; answers the sum of weights. */
function oneRound(
  weight: Float64Array,
  design: readonly (readonly number[])[],
  times: number,
  gap: Float64Array,
  spread: Float64Array,
): number {
  const size = gap.length;
  const total = weight.reduce((sum, w) => sum + w, 0);
  const mean = new Float64Array(size);
  design.forEach((row, group) => {
    addTo(mean, row, at(weight, group) / total);
  });
  addTo(gap, mean, -times);
  design.forEach((row, group) => {
    const w = (times * at(weight, group)) / total;
    for (let one = 0; one < size; one += 1) {
      const off = w * ((row[one] ?? 0) - (mean[one] ?? 0));
      for (let other = 0; off !== 0 && other < size; other += 1) {
        const place = one * size + other;
        spread[place] = (spread[place] ?? 0) + off * ((row[other] ?? 0) - (mean[other] ?? 0));
      }
    }
  });
  return total;
}

function addTo(sums: Float64Array, row: readonly number[] | Float64Array, times: number): void {
  for (let place = 0; place < sums.length; place += 1) {
    sums[place] = (sums[place] ?? 0) + times * (row[place] ?? 0);
  }
}
