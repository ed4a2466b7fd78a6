/** The figures of one row as the report gives them, out of what `fairness/impact` works out from the counts. */
import type { GroupRate, JudgedComparison } from '../../fairness/impact/group-outcomes.ts';
import type { Verdict } from '../../fairness/impact/verdict.ts';
import type { Result } from '../../kernel/result/result.ts';
import type {
  Figure,
  ReportedComparison,
  ReportedOutcome,
  ReportedVerdict,
} from './public-report.ts';

export function reportedOutcome(
  row: GroupRate,
  comparison: JudgedComparison | undefined,
): ReportedOutcome {
  const { succeeded, total, rate, interval } = row;
  return {
    succeeded,
    total,
    rate: figure(rate.ok ? { ok: true, value: { value: rate.value, interval } } : rate),
    comparison: comparison === undefined ? null : reportedComparison(comparison),
  };
}

function reportedComparison(one: JudgedComparison): ReportedComparison {
  return {
    ratio: figure(one.successRatio),
    failRatio: figure(one.failureRatio),
    difference: figure({ ok: true, value: one.difference }),
    oddsRatio: figure(one.oddsRatio),
    fisher: one.fisherP,
    midP: one.midP.minimumLikelihood,
    z: one.effects.z.ok ? one.effects.z.value : null,
    raisedP: one.raisedP,
    belowFourFifths: one.belowFourFifths ?? null,
    verdict: reportedVerdict(one.verdict),
  };
}

export const reportedVerdict = (verdict: Verdict): ReportedVerdict => ({
  state: verdict.state,
  stillNeeded: verdict.state === 'cannot-tell-yet' ? (verdict.furtherPeople ?? null) : null,
  because: verdict.state === 'cannot-tell-yet' ? (verdict.because?.because ?? null) : null,
});

interface Estimated {
  readonly value: number;
  readonly interval: Result<{ readonly low: number; readonly high: number }>;
}

function figure(estimate: Result<Estimated>): Figure {
  if (!estimate.ok) {
    return { value: null, low: null, high: null, because: estimate.refusal.because };
  }
  const { value, interval } = estimate.value;
  return interval.ok
    ? { value, low: interval.value.low, high: interval.value.high }
    : { value, low: null, high: null, because: interval.refusal.because };
}
