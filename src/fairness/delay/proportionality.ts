/**
 * Does the hazard ratio of a Cox regression stay the same from the first day to the last? A term that grows with time is
 * tried beside the constant one; the score test asks whether it would help.
 *
 *     U = sum over answers of g(day) (x - mean x),   chi-squared = U^2 / (I_gg - I_g' I^-1 I_g)
 *
 * g(day) = 1 less the share of everybody still waiting just before, so that answers are spread evenly over it. U is the
 * sum of the Schoenfeld residuals weighted by g.
 * Sources: Schoenfeld (1982); Grambsch & Therneau (1994); the exact score form that R's survival::cox.zph computes since
 * its version 3. Small groups say little here: a test that finds nothing has not shown that the ratio is constant.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { chiSquaredUpperTail } from '../../numerics/distributions/chi-squared.ts';
import { choleskyOf, solveCholesky } from '../../numerics/linear/positive-definite.ts';
import type { CoxFit } from './cox.ts';
import { eachDayMoments } from './cox-moments.ts';
import { waitingCurve } from './waiting.ts';
import type { SortedWaits } from './waits.ts';

export interface Proportionality {
  readonly chiSquared: number;
  readonly pValue: number;
  /** U, the way the ratio drifts: above zero, it grows with time. */
  readonly drift: number;
}

/** One answer for each term. Refused where the answers of a term all came on one day. */
export function proportionality(fit: CoxFit): readonly Result<Proportionality, 'one-day-only'>[] {
  const size = fit.terms.length;
  const coefficients = Float64Array.from(fit.terms, ({ coefficient }) => coefficient);
  const clock = waitedBefore(fit.data.strata);
  const drift = new Float64Array(size);
  const across = new Float64Array(size * size);
  const later = new Float64Array(size);
  eachDayMoments(fit.data, coefficients, (day, gap, spread) => {
    const g = clock(day);
    for (let one = 0; one < size; one += 1) {
      drift[one] = at(drift, one) + g * at(gap, one);
      later[one] = at(later, one) + g * g * at(spread, one * size + one);
      for (let other = 0; other < size; other += 1) {
        const place = one * size + other;
        across[place] = at(across, place) + g * at(spread, place);
      }
    }
  });
  const lower = choleskyOf(fit.information, size);
  return fit.terms.map((_, term) => {
    const row = across.slice(term * size, (term + 1) * size);
    const explained = lower.ok ? solveCholesky(lower.value, row) : row;
    const left = row.reduce((sum, value, k) => sum - value * at(explained, k), at(later, term));
    if (!lower.ok || !(left > 1e-12 * at(later, term))) {
      return refuse('one-day-only', 'the answers that compare this group came at one time only');
    }
    const chiSquared = at(drift, term) ** 2 / left;
    return success({
      chiSquared,
      pValue: chiSquaredUpperTail(chiSquared, 1),
      drift: at(drift, term),
    });
  });
}

/** The share of everybody answered before a day, less its mean over the answers, which steadies the subtraction above. */
function waitedBefore(strata: readonly (readonly SortedWaits[])[]): (day: number) => number {
  const all = strata.flat();
  const joined = (pick: (waits: SortedWaits) => Float64Array): Float64Array => {
    const lists = all.map(pick);
    const whole = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0));
    let from = 0;
    for (const list of lists) {
      whole.set(list, from);
      from += list.length;
    }
    return whole.sort();
  };
  const curve = waitingCurve({
    answeredAfter: joined(({ answeredAfter }) => answeredAfter),
    openSince: joined(({ openSince }) => openSince),
  });
  const before = new Map<number, number>();
  let [share, sum, answers] = [1, 0, 0];
  for (const step of curve) {
    before.set(step.day, 1 - share);
    sum += step.answered * (1 - share);
    answers += step.answered;
    share = step.share;
  }
  return (day) => (before.get(day) ?? 1) - sum / answers;
}
