/**
 * Boschloo's exact unconditional test: Fisher's p-value as the measure of how extreme a table is, and the
 * largest chance, over every common rate the two groups might have, of a table at least as extreme. Never
 * less powerful than Fisher's test. Two definitions are in use and differ, so both are given by name.
 *
 *     p = max over rates r of  sum over s of  Binomial(s; n, r) C(s)
 *
 * where C(s) is the largest p-value not above the seen one that Fisher's test can have with s yes answers:
 * given s the rate drops out, so the table of all tables is never gone through.
 *
 * Sources: Boschloo (1970); Lloyd (2008) and Fay & Hunsberger (2021) for the two two-sided forms. The largest
 * chance is looked for on a grid as fine as the binomial can vary (an eighth of 1/sqrt(n) in arcsine of the
 * root of the rate) and then by golden section around every peak of the grid.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { hypergeometricPoints } from '../distributions/hypergeometric.ts';
import { binomialPoint } from '../distributions/point-probability.ts';
import { fisherOneSided, fisherTwoSided } from './fisher.ts';
import { checked, type TwoByTwo } from './two-by-two.ts';

export interface Boschloo {
  /** Twice the smaller of the two one-sided tests. */
  readonly central: number;
  /** Fisher's two-sided p-value as the measure. */
  readonly minimumLikelihood: number;
  /** One-sided: the first group answers yes less often; and more often. */
  readonly lower: number;
  readonly upper: number;
}

/** People in one group above which the test is not worked out: there it no longer differs from the mid-P. */
const MOST_FOR_UNCONDITIONAL = 500;
const EQUALLY_EXTREME = 1 + 1e-7;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Refused without people in a group, and above 500 people in one. */
export function boschloo(table: TwoByTwo): Result<Boschloo, 'no-people' | 'too-many-people'> {
  const { firstAll, secondAll } = checked(table);
  if (firstAll === 0 || secondAll === 0) {
    return refuse('no-people', 'a group without people has no rate to test');
  }
  if (firstAll > MOST_FOR_UNCONDITIONAL || secondAll > MOST_FOR_UNCONDITIONAL) {
    return refuse(
      'too-many-people',
      `an exact unconditional test is worked out for at most ${MOST_FOR_UNCONDITIONAL} people in a group`,
    );
  }
  const sides = fisherOneSided(table);
  const largest = (seen: number, within: Within): number =>
    Math.min(1, largestOverRates(conditional(table, seen * EQUALLY_EXTREME, within)));
  const lower = largest(sides.lower, lowerWithin);
  const upper = largest(sides.upper, upperWithin);
  return success({
    central: Math.min(1, 2 * Math.min(lower, upper)),
    minimumLikelihood: largest(fisherTwoSided(table), twoSidedWithin),
    lower,
    upper,
  });
}

/** The largest p-value at most `limit` among the tables of one draw; 0 where there is none. */
type Within = (chances: Float64Array, limit: number) => number;

const lowerWithin: Within = (chances, limit) => {
  let sum = 0;
  for (const chance of chances) {
    if (sum + chance > limit) {
      break;
    }
    sum += chance;
  }
  return sum;
};
const upperWithin: Within = (chances, limit) => lowerWithin(chances.toReversed(), limit);

/** Chances fall to both sides of the likeliest count, so the smallest are always at one of the two ends. */
const twoSidedWithin: Within = (chances, limit) => {
  let [low, high, sum] = [0, chances.length - 1, 0];
  while (low <= high) {
    const alike = Math.min(at(chances, low), at(chances, high)) * EQUALLY_EXTREME;
    let added = 0;
    while (low <= high && at(chances, low) <= alike) {
      added += at(chances, low);
      low += 1;
    }
    while (low <= high && at(chances, high) <= alike) {
      added += at(chances, high);
      high -= 1;
    }
    if (sum + added > limit) {
      break;
    }
    sum += added;
  }
  return sum;
};

function conditional({ firstAll, secondAll }: TwoByTwo, limit: number, within: Within) {
  return Float64Array.from({ length: firstAll + secondAll + 1 }, (_, drawn) =>
    within(hypergeometricPoints({ first: firstAll, second: secondAll, drawn }), limit),
  );
}

function largestOverRates(conditionals: Float64Array): number {
  const people = conditionals.length - 1;
  const chance = (angle: number): number => chanceAt(conditionals, people, Math.sin(angle) ** 2);
  const steps = Math.ceil((Math.PI / 2) * 8 * Math.sqrt(people)) + 16;
  const width = Math.PI / 2 / steps;
  const values = Array.from({ length: steps + 1 }, (_, step) => chance(step * width));
  let best = Math.max(...values);
  for (let step = 1; step < steps; step += 1) {
    const value = at(values, step);
    // A peak of the grid can gain at most a little between its neighbors; only those near the best are looked into.
    if (value >= at(values, step - 1) && value >= at(values, step + 1) && value > 0.9 * best) {
      best = Math.max(best, peak(chance, (step - 1) * width, (step + 1) * width));
    }
  }
  return best;
}

/** Sum of Binomial(s; people, rate) times the conditional chance, from the likeliest s outward. */
function chanceAt(conditionals: Float64Array, people: number, rate: number): number {
  const rest = 1 - rate;
  if (rate <= 0 || rest <= 0) {
    return at(conditionals, rate <= 0 ? 0 : people);
  }
  const middle = Math.min(people, Math.floor((people + 1) * rate));
  const highest = binomialPoint(middle, people, rate, rest);
  let sum = 0;
  let point = highest;
  for (let yes = middle; yes <= people && point > highest * 1e-17; yes += 1) {
    sum += point * at(conditionals, yes);
    point *= ((people - yes) * rate) / ((yes + 1) * rest);
  }
  point = (highest * middle * rest) / ((people - middle + 1) * rate);
  for (let yes = middle - 1; yes >= 0 && point > highest * 1e-17; yes -= 1) {
    sum += point * at(conditionals, yes);
    point *= (yes * rest) / ((people - yes + 1) * rate);
  }
  return sum;
}

function peak(f: (x: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  let [left, right] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atLeft, atRight] = [f(left), f(right)];
  for (let step = 0; step < 40; step += 1) {
    if (atLeft > atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = f(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = f(right);
    }
  }
  return Math.max(atLeft, atRight);
}
