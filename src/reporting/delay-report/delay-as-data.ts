/** The delay report as JSON with every digit, and as CSV with one row a group. A number that does not exist is null (or an empty cell) with its reason. */
import type { Result } from '../../kernel/result/result.ts';
import type { DelayComparison, DelayReport, GroupDelay } from './delay-report.ts';

export function delayAsJson(report: DelayReport): string {
  const { groups, comparisons, allGroups, ...frame } = report;
  const whole = {
    ...frame,
    allGroups: plain(allGroups),
    groups: groups.map((one) => ({
      ...one,
      median: one.median ?? null,
      medianEnds: { low: one.medianEnds.low ?? null, high: one.medianEnds.high ?? null },
      mean: plain(one.mean),
      backlog: one.backlog === undefined ? null : plain(one.backlog),
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
  return `${JSON.stringify(whole, null, 2)}\n`;
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
export function delayAsCsv(report: DelayReport): string {
  const rows = report.groups.map((group) => {
    const comparison = report.comparisons.find(({ focal }) => focal === group.group);
    return [...groupCells(group), ...comparisonCells(comparison, report.reference)];
  });
  return `${[HEADS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

type Cell = string | number | undefined;

function groupCells({ group, matters, answered, open, median, mean, backlog }: GroupDelay): Cell[] {
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
  ];
}

function comparisonCells(found: DelayComparison | undefined, reference: string): Cell[] {
  if (found === undefined) {
    return HEADS.slice(8).map(() => undefined);
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

/** A text that a spreadsheet would take for a formula is given a quotation mark before it. */
function cell(value: Cell): string {
  if (typeof value !== 'string') {
    return value === undefined ? '' : String(value);
  }
  const safe = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
