/**
 * Consistency from one sitting with no spread of true scores assumed: each person's true share is regressed on the group,
 * r x / k + (1 - r) mean / k (Kelley 1927), and a parallel form is taken to give a binomial total around it. The chance of
 * the same result twice is P^2 + (1 - P)^2, averaged over people (Subkoviak 1976). For right-or-wrong items.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { binomialFrom } from '../../numerics/distributions/binomial.ts';
import {
  binomialFault,
  type Decisions,
  faultOf,
  frequenciesOf,
  kappaOf,
} from './decision-quality.ts';

export interface SubkoviakConsistency {
  readonly consistency: number;
  readonly chanceConsistency: number;
  readonly kappa: Result<number, 'undefined'>;
}

/** Refused where reliability is not between 0 and 1, the cut not from 1 to the highest total, or items have points. */
export function subkoviak(decisions: Decisions): Result<SubkoviakConsistency, 'undefined'> {
  const fault = faultOf(decisions) ?? binomialFault(decisions);
  if (fault !== undefined) {
    return refuse('undefined', fault);
  }
  const { totals, highest, reliability, cut } = decisions;
  const frequencies = frequenciesOf(totals, highest);
  const sum = totals.reduce((all, total) => all + total, 0);
  const people = totals.length;
  let [same, pass] = [0, 0];
  frequencies.forEach((count, total) => {
    const share = (reliability * total + (1 - reliability) * (sum / people)) / highest;
    const p = binomialFrom(cut, highest, share);
    same += count * (p * p + (1 - p) * (1 - p));
    pass += count * p;
  });
  const chance = (pass / people) ** 2 + (1 - pass / people) ** 2;
  return success({
    consistency: same / people,
    chanceConsistency: chance,
    kappa: kappaOf(same / people, chance),
  });
}
