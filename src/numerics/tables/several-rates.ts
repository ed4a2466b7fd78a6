/**
 * Do several groups share one rate? Asked before any two of them are compared.
 *
 *     Pearson: chi-squared = sum of (yes - n p)^2 / (n p (1 - p)), p the rate of all
 *     Fisher-Freeman-Halton: the chance of all tables with these margins that are no likelier than the one seen
 *
 * Sources: Pearson (1900); Freeman & Halton (1951). The exact chance is found without listing every table:
 * groups are taken one by one, and a branch whose likeliest table is already no likelier than the one seen is
 * counted whole, because the chance of a whole branch is again hypergeometric (the idea of Mehta & Patel 1983).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { logGamma } from '../distributions/log-gamma.ts';
import { EQUALLY_LIKELY } from './fisher.ts';
import { type ChiSquaredTest, chiSquaredTest } from './stratified-odds.ts';

export interface CountedRate {
  readonly yes: number;
  readonly all: number;
}

/** Branches above which the exact test is not worked out; chi-squared is close there. */
const MOST_BRANCHES = 400_000;

const withPeople = (groups: readonly CountedRate[]): readonly CountedRate[] =>
  groups.filter(({ all }) => all > 0);
const totalOf = (groups: readonly CountedRate[]): CountedRate =>
  groups.reduce((sum, { yes, all }) => ({ yes: sum.yes + yes, all: sum.all + all }), {
    yes: 0,
    all: 0,
  });

function refusal(groups: readonly CountedRate[]): Result<readonly CountedRate[], 'undefined'> {
  const filled = withPeople(groups);
  const { yes, all } = totalOf(filled);
  if (filled.length < 2) {
    return refuse('undefined', 'a comparison needs people in at least two groups');
  }
  return yes === 0 || yes === all
    ? refuse('undefined', 'everybody has the same outcome: there is no spread to compare')
    : success(filled);
}

/** Pearson's test; groups without people are left out. */
export function chiSquaredOfRates(
  groups: readonly CountedRate[],
): Result<ChiSquaredTest, 'undefined'> {
  const filled = refusal(groups);
  if (!filled.ok) {
    return filled;
  }
  const total = totalOf(filled.value);
  const rate = total.yes / total.all;
  const spread = rate * (1 - rate);
  const statistic = filled.value.reduce(
    (sum, { yes, all }) => sum + (yes - all * rate) ** 2 / (all * spread),
    0,
  );
  return success(chiSquaredTest(statistic, filled.value.length - 1));
}

/** The least count of yes or of no answers that chance alone would give in any group. */
export function leastExpected(groups: readonly CountedRate[]): number {
  const filled = withPeople(groups);
  const { yes, all } = totalOf(filled);
  const rate = all === 0 ? 0 : yes / all;
  return filled.reduce(
    (least, group) => Math.min(least, group.all * Math.min(rate, 1 - rate)),
    Number.POSITIVE_INFINITY,
  );
}

/** The exact p-value; refused where there are too many tables to go through. */
export function fisherFreemanHalton(
  groups: readonly CountedRate[],
): Result<number, 'undefined' | 'too-many-tables'> {
  const filled = refusal(groups);
  if (!filled.ok) {
    return filled;
  }
  // The largest groups last: their many counts are then most often counted whole.
  const ordered = filled.value.toSorted((one, other) => one.all - other.all);
  const search = searchOver(ordered);
  const sum = search.branch(0, totalOf(ordered).yes, 0);
  return search.left < 0
    ? refuse('too-many-tables', 'too many tables to go through; see chi-squared')
    : success(Math.min(1, sum));
}

interface Search {
  left: number;
  readonly branch: (place: number, yesLeft: number, logSoFar: number) => number;
}

function searchOver(groups: readonly CountedRate[]): Search {
  const sizes = groups.map(({ all }) => all);
  const rest = sizes.map((_, place) => sizes.slice(place).reduce((sum, size) => sum + size, 0));
  const total = totalOf(groups);
  const logAll = logChoose(total.all, total.yes);
  const seen = groups.reduce((sum, { yes, all }) => sum + logChoose(all, yes), 0);
  const limit = seen + Math.log(EQUALLY_LIKELY);
  const known = new Map<number, number>();
  const greatest = (place: number, yesLeft: number): number => {
    const key = place * (total.yes + 1) + yesLeft;
    const found = known.get(key) ?? likeliestLog(sizes.slice(place), yesLeft);
    known.set(key, found);
    return found;
  };
  const search: Search = {
    left: MOST_BRANCHES,
    branch: (place, yesLeft, logSoFar) => {
      search.left -= 1;
      if (search.left < 0) {
        return 0;
      }
      if (logSoFar + greatest(place, yesLeft) <= limit) {
        return Math.exp(logSoFar + logChoose(at(rest, place), yesLeft) - logAll);
      }
      if (place === sizes.length - 1) {
        return 0;
      }
      const size = at(sizes, place);
      const behind = at(rest, place) - size;
      let sum = 0;
      for (let yes = Math.max(0, yesLeft - behind); yes <= Math.min(size, yesLeft); yes += 1) {
        sum += search.branch(place + 1, yesLeft - yes, logSoFar + logChoose(size, yes));
      }
      return sum;
    },
  };
  return search;
}

/**
 * The log of the largest product of binomial coefficients with a given sum of yes answers. Coefficients are
 * log-concave, so one yes after another goes where it adds most; the start is the proportional share.
 */
function likeliestLog(sizes: readonly number[], yes: number): number {
  const people = sizes.reduce((sum, size) => sum + size, 0);
  const counts = sizes.map((size) => Math.floor((size * yes) / Math.max(1, people)));
  const gain = (place: number): number =>
    (at(sizes, place) - at(counts, place)) / (at(counts, place) + 1);
  const loss = (place: number): number =>
    at(counts, place) === 0
      ? Number.POSITIVE_INFINITY
      : (at(sizes, place) - at(counts, place) + 1) / at(counts, place);
  const best = (): number =>
    sizes.reduce((found, _, place) => (gain(place) > gain(found) ? place : found), 0);
  let missing = yes - counts.reduce((sum, count) => sum + count, 0);
  for (; missing > 0; missing -= 1) {
    const place = best();
    counts[place] = at(counts, place) + 1;
  }
  for (let step = 0; step < people; step += 1) {
    const to = best();
    const from = sizes.reduce((found, _, place) => (loss(place) < loss(found) ? place : found), 0);
    if (!(gain(to) > loss(from))) {
      break;
    }
    counts[to] = at(counts, to) + 1;
    counts[from] = at(counts, from) - 1;
  }
  return sizes.reduce((sum, size, place) => sum + logChoose(size, at(counts, place)), 0);
}

const logChoose = (all: number, chosen: number): number =>
  logGamma(all + 1) - logGamma(chosen + 1) - logGamma(all - chosen + 1);
