/**
 * The common odds ratio of one or several two-by-two tables, exactly: with every margin held fixed only the
 * odds ratio is left in the chances, so its estimate, its interval and a test need no large numbers.
 *
 *     P(T = t | odds ratio) is proportional to w(t) (odds ratio)^t,  T the yes answers of the first groups in all
 *
 * Estimate: the odds ratio at which T is expected to be what was seen. Interval: both one-sided exact tests
 * inverted (Clopper & Pearson's way). Test: all t no likelier than the seen one at an odds ratio of 1.
 *
 * Sources: Cornfield (1956); Gart (1970) for strata; Mehta, Patel & Gray (1985). With one table the test is
 * Fisher's. Assumes one odds ratio in all strata; see homogeneity.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { increasingRootOutward } from '../distributions/root.ts';
import { EQUALLY_LIKELY } from './fisher.ts';
import { checked, type TwoByTwo } from './two-by-two.ts';

export interface ExactOdds {
  /** Refused where the seen count is the least or the greatest possible: zero or without bound. */
  readonly estimate: Result<number, 'undefined'>;
  readonly low: number;
  /** Undefined: no upper bound. */
  readonly high: number | undefined;
  /** Two-sided, of an odds ratio of 1. */
  readonly pValue: number;
}

/** Steps of work above which the large-sample forms say the same and cost nothing. */
const MOST_WORK = 1e7;
const LARGEST_LOG_ODDS = 700;

/** Refused where no stratum compares the groups, and where the counts are too many to go through. */
export function conditionalOdds(
  tables: readonly TwoByTwo[],
  confidence: number,
): Result<ExactOdds, 'no-comparison' | 'too-many-people'> {
  const usable = tables.map(checked).filter(compares);
  if (usable.length === 0) {
    return refuse('no-comparison', 'no stratum holds people of both groups who differ in outcome');
  }
  if (workOf(usable) > MOST_WORK) {
    return refuse('too-many-people', 'too many people to go through every possible table');
  }
  const counts = usable.map(countsOf).reduce(together);
  const seen = usable.reduce((sum, { firstYes }) => sum + firstYes, 0);
  const upper = (logOdds: number): number => shareOf(counts, logOdds, (yes) => yes >= seen);
  const lower = (logOdds: number): number => shareOf(counts, logOdds, (yes) => yes <= seen);
  const outside = (1 - confidence) / 2;
  const least = seen === counts.fewest;
  const greatest = seen === counts.fewest + counts.logs.length - 1;
  const solve = (f: (x: number) => number): number =>
    Math.exp(increasingRootOutward(f, LARGEST_LOG_ODDS));
  return success({
    estimate:
      least || greatest
        ? refuse('undefined', `as ${least ? 'few' : 'many'} as there could be: no bound`)
        : success(solve((logOdds) => meanOf(counts, logOdds) - seen)),
    low: least ? 0 : solve((logOdds) => upper(logOdds) - outside),
    high: greatest ? undefined : solve((logOdds) => outside - lower(logOdds)),
    pValue: noLikelier(counts, seen - counts.fewest),
  });
}

/** Logarithms of the weights of the possible counts, from the fewest on. */
interface Counts {
  readonly fewest: number;
  readonly logs: Float64Array;
}

const compares = ({ firstYes, firstAll, secondYes, secondAll }: TwoByTwo): boolean => {
  const yes = firstYes + secondYes;
  return firstAll > 0 && secondAll > 0 && yes > 0 && yes < firstAll + secondAll;
};

function workOf(tables: readonly TwoByTwo[]): number {
  let [work, width] = [0, 1];
  for (const { firstYes, firstAll, secondYes, secondAll } of tables) {
    const yes = firstYes + secondYes;
    const own = Math.min(yes, firstAll) - Math.max(0, yes - secondAll) + 1;
    work += width * own;
    width += own - 1;
  }
  return work + 1000 * width;
}

/** Weights of one table, by the ratio of neighbors. */
function countsOf({ firstYes, firstAll, secondYes, secondAll }: TwoByTwo): Counts {
  const yes = firstYes + secondYes;
  const fewest = Math.max(0, yes - secondAll);
  const logs = new Float64Array(Math.min(yes, firstAll) - fewest + 1);
  for (let place = 1; place < logs.length; place += 1) {
    const x = fewest + place - 1;
    const ratio = ((firstAll - x) * (yes - x)) / ((x + 1) * (secondAll - yes + x + 1));
    logs[place] = at(logs, place - 1) + Math.log(ratio);
  }
  const greatest = logs.reduce((most, value) => Math.max(most, value));
  return { fewest, logs: logs.map((value) => value - greatest) };
}

/** Weights of the sum of two independent counts. */
function together(one: Counts, other: Counts): Counts {
  const logs = new Float64Array(one.logs.length + other.logs.length - 1);
  logs.forEach((_, sum) => {
    const from = Math.max(0, sum - other.logs.length + 1);
    const to = Math.min(sum, one.logs.length - 1);
    let greatest = Number.NEGATIVE_INFINITY;
    for (let place = from; place <= to; place += 1) {
      greatest = Math.max(greatest, at(one.logs, place) + at(other.logs, sum - place));
    }
    let total = 0;
    for (let place = from; place <= to; place += 1) {
      total += Math.exp(at(one.logs, place) + at(other.logs, sum - place) - greatest);
    }
    logs[sum] = greatest + Math.log(total);
  });
  return { fewest: one.fewest + other.fewest, logs };
}

/** Chances at an odds ratio, from weights that cannot overflow. */
function chancesAt({ logs }: Counts, logOdds: number): Float64Array {
  const tilted = logs.map((value, place) => value + place * logOdds);
  const greatest = tilted.reduce((most, value) => Math.max(most, value));
  const weights = tilted.map((value) => Math.exp(value - greatest));
  const total = weights.reduce((sum, value) => sum + value, 0);
  return weights.map((value) => value / total);
}

const meanOf = (counts: Counts, logOdds: number): number =>
  chancesAt(counts, logOdds).reduce(
    (sum, chance, place) => sum + chance * (counts.fewest + place),
    0,
  );

const shareOf = (counts: Counts, logOdds: number, within: (yes: number) => boolean): number =>
  chancesAt(counts, logOdds).reduce(
    (sum, chance, place) => sum + (within(counts.fewest + place) ? chance : 0),
    0,
  );

function noLikelier(counts: Counts, seen: number): number {
  const chances = chancesAt(counts, 0);
  const limit = at(chances, seen) * EQUALLY_LIKELY;
  return Math.min(
    1,
    chances.reduce((sum, chance) => sum + (chance <= limit ? chance : 0), 0),
  );
}
