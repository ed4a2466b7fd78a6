/**
 * How few outcomes a finding hangs on. A finding that two or three people would undo is not a stable one.
 *
 * Flip-flop: the smallest k such that, with k successes moved from the reference group to the focal group
 * and all totals as they are, (a) the ratio is four fifths or more, (b) |Z| is under 1.96, (c) Fisher's p is
 * above .05. Zero where that holds already. Reported as a number of people, never as a verdict.
 *
 * One person: would the ratio turn round if one more of the focal group and one fewer of the reference group
 * had succeeded? ((x1 + 1) / n1) / ((x2 - 1) / n2) > 1.
 *
 * Sources: the two or three persons of Contreras v. City of Los Angeles (1981) and Waisome v. Port Authority
 * (1991); question 21 of the Uniform Guidelines' questions and answers (1979). Named after them from memory.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import { pooledZ, ratioOfRates, type TwoByTwo } from '../../numerics/tables/two-by-two.ts';
import { belowFourFifths } from './four-fifths.ts';

export interface FlipFlop {
  /** Undefined where no move within the totals reaches it. */
  readonly toFourFifths: number | undefined;
  readonly toTwoDeviations: number | undefined;
  readonly toFisher: number | undefined;
}

export interface OnePerson {
  readonly ratio: number;
  readonly turnsRound: boolean;
}

const TWO_DEVIATIONS = 1.96;
const SIGNIFICANCE = 0.05;

/** For a focal group (first) that succeeds less often than the reference (second). */
export function flipFlop(table: TwoByTwo): FlipFlop {
  const most = Math.min(table.firstAll - table.firstYes, table.secondYes);
  return {
    toFourFifths: fewest(most, (k) => belowFourFifths(moved(table, k)) !== true),
    toTwoDeviations: fewest(most, (k) => {
      const z = pooledZ(moved(table, k));
      return !z.ok || z.value > -TWO_DEVIATIONS;
    }),
    toFisher: fewest(
      most,
      (k) => !focalBehind(moved(table, k)) || fisherTwoSided(moved(table, k)) > SIGNIFICANCE,
    ),
  };
}

/** Refused where the reference group has one success or none: the other ratio does not exist. */
export function onePersonMore(table: TwoByTwo): Result<OnePerson, 'undefined'> {
  const { firstYes, firstAll, secondYes, secondAll } = table;
  if (firstYes >= firstAll || secondYes < 2) {
    return refuse('undefined', 'one more success here and one fewer there gives no ratio');
  }
  const ratio = ratioOfRates({
    firstYes: firstYes + 1,
    firstAll,
    secondYes: secondYes - 1,
    secondAll,
  });
  return ratio.ok ? success({ ratio: ratio.value, turnsRound: ratio.value > 1 }) : ratio;
}

const moved = (table: TwoByTwo, k: number): TwoByTwo => ({
  ...table,
  firstYes: table.firstYes + k,
  secondYes: table.secondYes - k,
});

const focalBehind = ({ firstYes, firstAll, secondYes, secondAll }: TwoByTwo): boolean =>
  firstYes * secondAll < secondYes * firstAll;

/** The first k from 0 to `most` that is enough, where enough stays enough: doubling, then halving. */
function fewest(most: number, enough: (k: number) => boolean): number | undefined {
  if (enough(0)) {
    return 0;
  }
  let [short, reach] = [0, 1];
  while (reach < most && !enough(reach)) {
    short = reach;
    reach *= 2;
  }
  reach = Math.min(reach, most);
  if (most === 0 || !enough(reach)) {
    return undefined;
  }
  while (reach - short > 1) {
    const half = Math.trunc((short + reach) / 2);
    if (enough(half)) {
      reach = half;
    } else {
      short = half;
    }
  }
  return reach;
}
