/** What `evenhand delay` found, before it is put into words: how long each group waits, and how groups compare. */

import type { RateRatio } from '../../fairness/delay/answer-rates.ts';
import type { Backlog } from '../../fairness/delay/backlog.ts';
import type { HazardRatio } from '../../fairness/delay/cox.ts';
import type { GrayTest } from '../../fairness/delay/gray.ts';
import type { LogRank } from '../../fairness/delay/log-rank.ts';
import type { Proportionality } from '../../fairness/delay/proportionality.ts';
import type { RestrictedMean, WaitDifference } from '../../fairness/delay/restricted-mean.ts';
import type { MedianInterval, WaitingStep } from '../../fairness/delay/waiting.ts';
import type { Verdict } from '../../fairness/impact/verdict.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { Result } from '../../kernel/result/result.ts';

export interface GroupDelay {
  readonly group: string;
  readonly matters: number;
  readonly answered: number;
  readonly open: number;
  readonly median: number | undefined;
  readonly medianEnds: MedianInterval;
  readonly mean: Result<RestrictedMean>;
  /** Undefined where no promise was named. */
  readonly backlog: Result<Backlog> | undefined;
  readonly curve: readonly WaitingStep[];
  /** Undefined where no column tells of withdrawals. */
  readonly ended: Result<EndedShares> | undefined;
}

/** Of everybody, by the horizon; whoever withdrew waits for nothing any more. Errors are standard errors. */
export interface EndedShares {
  readonly withdrawals: number;
  readonly answered: number;
  readonly answeredError: number;
  readonly withdrawn: number;
  readonly withdrawnError: number;
}

export interface DelayComparison {
  readonly focal: string;
  readonly logRank: Result<LogRank>;
  /** By Holm's rule over the groups compared. */
  readonly raisedP: number | undefined;
  readonly hazard: Result<HazardRatio>;
  readonly constant: Result<Proportionality>;
  readonly difference: Result<WaitDifference>;
  readonly rate: Result<RateRatio>;
  readonly verdict: Verdict | undefined;
}

export interface DelayReport {
  readonly file: string;
  readonly groupColumn: string;
  readonly asOf: CivilDate;
  /** True where no day was named and today was taken. */
  readonly asOfToday: boolean;
  readonly zone: string;
  /** Matters decided after the day of counting, which were open on it. */
  readonly decidedLater: number;
  /** Columns within whose values, or the month within which, groups were compared. */
  readonly comparedWithin: readonly string[];
  readonly promisedDays: number | undefined;
  readonly horizonDays: number;
  readonly reference: string;
  readonly groups: readonly GroupDelay[];
  readonly allGroups: Result<LogRank>;
  /** Do groups differ in the share that withdraws? Undefined where no column tells. */
  readonly withdrawals: Result<GrayTest> | undefined;
  readonly comparisons: readonly DelayComparison[];
}

/** Days at which a curve is written down: nine, evenly over the horizon. */
export const daysShown = ({ horizonDays }: DelayReport): readonly number[] => {
  const step = Math.max(1, Math.round(horizonDays / 8));
  return Array.from({ length: 9 }, (_, place) => place * step).filter((day) => day <= horizonDays);
};
