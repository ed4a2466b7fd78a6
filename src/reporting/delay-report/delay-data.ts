/**
 * The delay report as data with every digit, and as CSV with one row a group. A number that does not exist is null (or an
 * empty cell) with its reason.
 */
import type { Result } from '../../kernel/result/result.ts';
import { type CsvValue, csvText } from '../document/csv.ts';
import type { DelayComparison, DelayReport, GroupDelay } from './delay-report.ts';

export function delayData(report: DelayReport): object {
  const { groups, comparisons, allGroups, withdrawals, ...frame } = report;
  return {
    ...frame,
    allGroups: plain(allGroups),
    withdrawals: withdrawals === undefined ? null : plain(withdrawals),
    groups: groups.map((one) => ({
      ...one,
      median: one.median ?? null,
      medianEnds: { low: one.medianEnds.low ?? null, high: one.medianEnds.high ?? null },
      mean: plain(one.mean),
      backlog: one.backlog === undefined ? null : plain(one.backlog),
      ended: one.ended === undefined ? null : plain(one.ended),
    })),
    comparisons: comparisons.map((one) => ({
      focal: one.focal,
      reference: report.reference,
      difference: plain(one.difference),
      hazardRatio: plain(one.hazard),
      proportionality: plain(one.constant),
      logRank: plain(one.logRank),
      raisedP: one.raisedP ?? null,
      answersPerOpenDay: plain(one.rate),
      verdict: one.verdict?.state ?? null,
      stillNeeded:
        one.verdict?.state === 'cannot-tell-yet' ? (one.verdict.furtherPeople ?? null) : null,
    })),
  };
}

const plain = <Value extends object>(found: Result<Value>) =>
  found.ok ? { ...found.value } : { notEstimable: found.refusal.because };

const HEADS = [
  'group',
  'matters',
  'answered',
  'open',
  'medianDays',
  'meanDays',
  'openPastPromise',
  'shareLate',
  'shareAnswered',
  'shareWithdrawn',
  'reference',
  'daysLonger',
  'daysLongerLow',
  'daysLongerHigh',
  'hazardRatio',
  'hazardRatioLow',
  'hazardRatioHigh',
  'proportionalityP',
  'logRankP',
  'raisedP',
  'verdict',
  'stillNeeded',
  'notEstimable',
] as const;

/** Comparisons stand in the row of their focal group; those of the reference group are empty. */
export function delayCsv(report: DelayReport): string {
  const rows = report.groups.map((group) => {
    const comparison = report.comparisons.find(({ focal }) => focal === group.group);
    return [...groupCells(group), ...comparisonCells(comparison, report.reference)];
  });
  return csvText([HEADS, ...rows]);
}

function groupCells({
  group,
  matters,
  answered,
  open,
  median,
  mean,
  backlog,
  ended,
}: GroupDelay): CsvValue[] {
  const kept = backlog?.ok ? backlog.value : undefined;
  return [
    group,
    matters,
    answered,
    open,
    median,
    mean.ok ? mean.value.days : undefined,
    kept?.openPastPromise,
    kept?.late?.share,
    ended?.ok ? ended.value.answered : undefined,
    ended?.ok ? ended.value.withdrawn : undefined,
  ];
}

function comparisonCells(found: DelayComparison | undefined, reference: string): CsvValue[] {
  if (found === undefined) {
    return HEADS.slice(HEADS.indexOf('reference')).map(() => undefined);
  }
  const { difference, hazard, constant, logRank, raisedP, verdict } = found;
  const reasons = [difference, hazard, constant, logRank].flatMap((one) =>
    one.ok ? [] : [one.refusal.because],
  );
  return [
    reference,
    ...(difference.ok
      ? [difference.value.days, difference.value.low, difference.value.high]
      : [undefined, undefined, undefined]),
    ...(hazard.ok
      ? [hazard.value.ratio, hazard.value.low, hazard.value.high]
      : [undefined, undefined, undefined]),
    constant.ok ? constant.value.pValue : undefined,
    logRank.ok ? logRank.value.pValue : undefined,
    raisedP,
    verdict?.state,
    verdict?.state === 'cannot-tell-yet' ? verdict.furtherPeople : undefined,
    [...new Set(reasons)].join('; ') || undefined,
  ];
}
