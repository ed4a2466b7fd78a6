/**
 * What becomes of matters when people may also withdraw: the share answered and the share withdrawn by each day. Counting
 * the withdrawn as open would promise them an answer they no longer wait for; leaving them out would hide that they gave up.
 *
 *     F_k(day) = sum of S(before) * d_k / waiting,   S falls with answers and withdrawals together
 *
 * Error by the delta method. With nobody withdrawn, the share answered is one less the Kaplan-Meier share, error and all.
 * Assumes that open matters end like those followed longer. Answers come before withdrawals of the same day in no sense:
 * both count on that day. Sources: Aalen & Johansen (1978); Marubini & Valsecchi (1995) for the error; shares as computed
 * by R's survival::survfit for several kinds of event.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export type Ending = 'answered' | 'withdrawn' | 'open';

export interface EndedWait {
  readonly days: number;
  readonly ending: Ending;
}

export interface EndingStep {
  readonly day: number;
  /** Still waiting just before this day. */
  readonly waiting: number;
  /** Shares of everybody, after this day. The three add to 1. */
  readonly answered: number;
  readonly withdrawn: number;
  readonly stillWaiting: number;
  readonly answeredError: number;
  readonly withdrawnError: number;
}

/** One step for each day on which somebody was answered or withdrew. Refused for nobody and for negative waits. */
export function endingCurves(
  waits: readonly EndedWait[],
): Result<readonly EndingStep[], 'nobody' | 'bad-wait'> {
  const bad = waits.find(({ days }) => !(days >= 0));
  if (bad !== undefined) {
    return refuse('bad-wait', `a wait of ${bad.days} days cannot be`);
  }
  if (waits.length === 0) {
    return refuse('nobody', 'nobody in this group has waited');
  }
  const shares = [new ShareOfEnding(), new ShareOfEnding()];
  const [answered, withdrawn] = [at(shares, 0), at(shares, 1)];
  let before = 1;
  const steps = endingDays(waits).map(({ day, waiting, ended }) => {
    const all = at(ended, 0) + at(ended, 1);
    shares.forEach((share, kind) => {
      share.add(before, at(ended, kind), all, waiting);
    });
    before *= 1 - all / waiting;
    return {
      day,
      waiting,
      answered: answered.value,
      withdrawn: withdrawn.value,
      stillWaiting: before,
      answeredError: answered.error,
      withdrawnError: withdrawn.error,
    };
  });
  return success(steps);
}

/**
 * One kind's share, with its variance kept as running sums:
 * sum (F - F_j)^2 d_j / (n_j (n_j - d_j)) + sum S_j^2 d_kj (n_j - d_kj) / n_j^3 - 2 sum (F - F_j) S_j d_kj / n_j^2,
 * where F_j is the share after day j.
 */
class ShareOfEnding {
  value = 0;
  private readonly hazard = [0, 0, 0];
  private own = 0;
  private readonly mixed = [0, 0];

  add(before: number, mine: number, all: number, waiting: number): void {
    this.value += (before * mine) / waiting;
    // On the last day, when everybody left ends, the first sum's term is 0 for ever after: F no longer changes.
    const hazard = waiting > all ? all / (waiting * (waiting - all)) : 0;
    this.hazard.forEach((sum, power) => {
      this.hazard[power] = sum + hazard * this.value ** power;
    });
    this.own += (before * before * mine * (waiting - mine)) / waiting ** 3;
    const mixed = (before * mine) / waiting ** 2;
    this.mixed.forEach((sum, power) => {
      this.mixed[power] = sum + mixed * this.value ** power;
    });
  }

  get error(): number {
    const F = this.value;
    const [plain, once, twice] = this.hazard;
    const hazard = F * F * (plain ?? 0) - 2 * F * (once ?? 0) + (twice ?? 0);
    const mixed = F * (this.mixed[0] ?? 0) - (this.mixed[1] ?? 0);
    return Math.sqrt(Math.max(0, hazard + this.own - 2 * mixed));
  }
}

function endingDays(waits: readonly EndedWait[]) {
  const sorted = waits.toSorted((a, b) => a.days - b.days);
  const days: { day: number; waiting: number; ended: readonly number[] }[] = [];
  let place = 0;
  while (place < sorted.length) {
    const day = at(sorted, place).days;
    const waiting = sorted.length - place;
    const ended = [0, 0];
    for (; sorted[place]?.days === day; place += 1) {
      const { ending } = at(sorted, place);
      const kind = ending === 'answered' ? 0 : 1;
      ended[kind] = at(ended, kind) + (ending === 'open' ? 0 : 1);
    }
    if (at(ended, 0) + at(ended, 1) > 0) {
      days.push({ day, waiting, ended });
    }
  }
  return days;
}
