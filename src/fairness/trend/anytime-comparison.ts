/**
 * Is it worse now than it was, looked at as often as anybody likes? A p-value of 5 % is a promise for one
 * look; looked at every month, it breaks. Here the evidence is a bet that can be read after every block
 * (a month, a window) without spending anything: if nothing has got worse, the chance that it EVER reaches 20
 * is at most 1 in 20, over any number of looks and whatever the looking led to.
 *
 *     evidence after a block = evidence before x  P(block | was a, is b) / P(block | both m),
 *     m = (n1 a + n2 b) / (n1 + n2),   a > b guessed from the blocks before, never from the block itself
 *
 * A block sets the same stretch of two periods side by side (January last year, January this year), or two
 * groups in one stretch; so seasons do not count as change, and rates may drift as long as both drift alike.
 * Where the past gives no reason to expect a worse b, nothing is bet.
 *
 * Sources: the safe test for two streams of Turner, Ly & Grunwald (2024), with Ville's inequality (1939). Why
 * this and not alpha spending (Lan & DeMets 1983): spending needs the number of people planned beforehand and
 * large samples; a body does not know how many will apply. The price is some power. No approximation is made.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** Successes among people, for one side of one block. */
export interface Side {
  readonly succeeded: number;
  readonly total: number;
}

export interface Block {
  readonly label: string;
  /** The period before, or the reference group. */
  readonly before: Side;
  readonly now: Side;
}

export interface Look {
  readonly label: string;
  /** Evidence so far, as odds for "worse": 20 is shown. */
  readonly evidence: number;
  /** Always valid: may be read at any look, and at all of them. */
  readonly pValue: number;
  readonly state: 'worse' | 'not shown';
}

/** Each side's past is read as if this many more people of the common rate had been seen: a few people make no bold bet. */
const CAUTION = 20;
const SIGNIFICANCE = 0.05;

/**
 * One look a block. Once worse has been shown it stays shown. `significance` is the chance of ever raising a
 * false alarm. Refused where a count is not a count.
 */
export function anytimeComparison(
  blocks: readonly Block[],
  significance = SIGNIFICANCE,
): Result<readonly Look[], 'not-counts'> {
  const bad = blocks.find(({ before, now }) => !(isCount(before) && isCount(now)));
  if (bad !== undefined) {
    return refuse(
      'not-counts',
      `"${bad.label}" has more successes than people, or no whole number`,
    );
  }
  const past = { beforeYes: 0, beforeAll: 0, nowYes: 0, nowAll: 0 };
  let [log, highest] = [0, 0];
  return success(
    blocks.map(({ label, before, now }) => {
      const common = (past.beforeYes + past.nowYes + 0.5) / (past.beforeAll + past.nowAll + 1);
      const guess = (yes: number, all: number): number =>
        (yes + CAUTION * common) / (all + CAUTION);
      const [was, is] = [guess(past.beforeYes, past.beforeAll), guess(past.nowYes, past.nowAll)];
      log += logBet(before, now, was, is);
      highest = Math.max(highest, log);
      past.beforeYes += before.succeeded;
      past.beforeAll += before.total;
      past.nowYes += now.succeeded;
      past.nowAll += now.total;
      const pValue = Math.min(1, Math.exp(-highest));
      return {
        label,
        evidence: Math.exp(log),
        pValue,
        state: pValue <= significance ? 'worse' : 'not shown',
      };
    }),
  );
}

export const isCount = ({ succeeded, total }: Side): boolean =>
  Number.isSafeInteger(succeeded) &&
  Number.isSafeInteger(total) &&
  succeeded >= 0 &&
  succeeded <= total;

/** Log of what one block multiplies the evidence by; its mean is at most 1 wherever now is no worse. */
function logBet(before: Side, now: Side, was: number, is: number): number {
  const people = before.total + now.total;
  if (before.total === 0 || now.total === 0 || is >= was) {
    return 0;
  }
  const both = (before.total * was + now.total * is) / people;
  return logGain(before, was, both) + logGain(now, is, both);
}

const logGain = ({ succeeded, total }: Side, rate: number, both: number): number =>
  succeeded * Math.log(rate / both) + (total - succeeded) * Math.log((1 - rate) / (1 - both));
