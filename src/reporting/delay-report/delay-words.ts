/** The sentences and figures that all forms of the delay report have in common. */
import { verdictWords } from '../../fairness/impact/verdict.ts';
import type { Result } from '../../kernel/result/result.ts';
import type { DelayComparison, DelayReport } from './delay-report.ts';

const days = (value: number): string => {
  const text = value.toFixed(1).replace(/\.0$/, '');
  return `${text} ${text === '1' ? 'day' : 'days'}`;
};
export const percentOf = (share: number): string => `${(100 * share).toFixed(1)}\u00a0%`;
export const pWords = (p: number): string => (p < 0.001 ? 'below .001' : p.toFixed(3).slice(1));
export const reasonOr = <Value>(found: Result<Value>, words: (value: Value) => string): string =>
  found.ok ? words(found.value) : `not estimable: ${found.refusal.because}`;

/** "Group b waits 4.2 days longer than group a (95 % interval 1.1 to 7.3), up to day 60." */
export function comparisonSentence(
  { focal, difference }: DelayComparison,
  { reference, horizonDays }: DelayReport,
): string {
  if (!difference.ok) {
    return `${focal}: no days to compare with ${reference}, because ${difference.refusal.because}.`;
  }
  const { days: gap, low, high } = difference.value;
  const way = gap >= 0 ? 'longer' : 'shorter';
  const [from, to] = gap >= 0 ? [low, high] : [-high, -low];
  return `${focal} waits ${days(Math.abs(gap))} ${way} than ${reference} on average up to day ${horizonDays} (95 % interval ${from.toFixed(1)} to ${to.toFixed(1)} days ${way}).`;
}

export const verdictSentence = ({ verdict }: DelayComparison): string =>
  verdict === undefined ? 'Not estimable.' : `${verdictWords(verdict)}.`;

/** Whether groups differ in how many give up waiting. */
export function withdrawalSentence({ withdrawals }: DelayReport): string {
  const apart =
    'Whoever withdraws counts in the waiting curves up to that day, and here as withdrawn: giving up is no answer.';
  if (withdrawals === undefined) {
    return apart;
  }
  return withdrawals.ok
    ? `${apart} Difference between groups in the share that withdraws: p ${pWords(withdrawals.value.pValue)} (Gray's test).`
    : `${apart} Whether groups differ in it is not estimable: ${withdrawals.refusal.because}.`;
}

/** What the curves show, for those who cannot see them: when half were answered, and who still waits at the end. */
export function curveSentence({ groups, horizonDays }: DelayReport): string {
  const half = groups.map(({ group, median }) =>
    median === undefined
      ? `${group}: fewer than half have been answered`
      : `${group}: half were answered by day ${median}`,
  );
  const left = groups.map(
    ({ group, curve }) =>
      `${group} ${percentOf(curve.findLast(({ day }) => day <= horizonDays)?.share ?? 1)}`,
  );
  return `${half.join('; ')}. Still waiting after day ${horizonDays}: ${left.join(', ')}.`;
}

export function howRead(report: DelayReport): readonly string[] {
  const within =
    report.comparedWithin.length === 0
      ? 'All matters are compared with each other.'
      : `Groups are compared within each value of: ${report.comparedWithin.join(', ')}.`;
  const later =
    report.decidedLater === 0
      ? ''
      : ` ${report.decidedLater} matters were decided after that day and count as open on it.`;
  const today = report.asOfToday ? ' (today, because no --as-of was given)' : '';
  return [
    `Counted up to ${report.asOf}${today}, in calendar days of the time zone ${report.zone}. A matter still open counts as waiting up to that day: leaving somebody without an answer counts.${later}`,
    `${within} The comparison is with "${report.reference}".`,
    'Waiting curves by Kaplan and Meier with log-log intervals; log-rank test, raised by the rule of Holm where several groups are compared; hazard ratio by Cox with ties as Efron; means up to the day named.',
    'A disparity is a monitoring finding about waiting, not a finding of law, and says nothing of its cause. "Parity shown" means equally long to within three days with 90 % confidence.',
    'This report can tell of single people. It is for use inside the body; what is published goes through the disclosure gate.',
  ];
}
