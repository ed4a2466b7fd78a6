/**
 * How long each group in a file of matters waits, and how groups compare, with no database and no trace left. The group
 * with the most matters is the reference unless another is named. Groups too small for a test are shown and not tested.
 */
import { answerRateRatio, openTime } from '../../fairness/delay/answer-rates.ts';
import { backlog } from '../../fairness/delay/backlog.ts';
import { type EndedWait, endingCurves } from '../../fairness/delay/competing.ts';
import { coxRegression, groupDesign } from '../../fairness/delay/cox.ts';
import { grayTest } from '../../fairness/delay/gray.ts';
import { logRank } from '../../fairness/delay/log-rank.ts';
import { proportionality } from '../../fairness/delay/proportionality.ts';
import { restrictedMean, waitDifference } from '../../fairness/delay/restricted-mean.ts';
import {
  enoughWaits,
  SMALLEST_FOR_DAYS,
  SMALLEST_FOR_PACE,
} from '../../fairness/delay/smallest-groups.ts';
import { waitVerdict } from '../../fairness/delay/wait-verdict.ts';
import { medianInterval, medianWait, waitingCurve } from '../../fairness/delay/waiting.ts';
import { peopleIn, type SortedWaits, splitWaits } from '../../fairness/delay/waits.ts';
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type {
  DelayComparison,
  DelayReport,
  EndedShares,
  GroupDelay,
} from '../../reporting/delay-report/delay-report.ts';
import { type Matter, type MatterFault, type MatterPlan, readMatters } from './read-matters.ts';

export interface DelayPlan extends MatterPlan {
  readonly file: string;
  readonly asOfToday: boolean;
  readonly reference: string | undefined;
  readonly promisedDays: number | undefined;
  readonly horizonDays: number | undefined;
}

const BANDS = [0, 15, 30, 60, 90, 180];
const MOST_GROUPS = 50;

export function measureDelay(
  bytes: Uint8Array,
  plan: DelayPlan,
): Result<DelayReport, MatterFault | 'unknown-group' | 'too-many-groups'> {
  const read = readMatters(bytes, plan);
  if (!read.ok) {
    return read;
  }
  const { matters, decidedLater } = read.value;
  const names = [...new Set(matters.map(({ group }) => group))].toSorted((a, b) =>
    a < b ? -1 : 1,
  );
  if (names.length > MOST_GROUPS) {
    return refuse(
      'too-many-groups',
      `Column "${plan.group}" holds ${names.length} different groups; ${MOST_GROUPS} can be compared at most.`,
    );
  }
  const split = new SplitMatters(matters, names);
  const reference = plan.reference ?? split.largest();
  if (!names.includes(reference)) {
    return refuse(
      'unknown-group',
      `There is no group "${reference}" in column "${plan.group}". The groups: ${names.join(', ')}.`,
    );
  }
  const horizonDays = plan.horizonDays ?? split.followedByAll();
  return success({
    file: plan.file,
    groupColumn: plan.group,
    asOf: plan.asOf,
    asOfToday: plan.asOfToday,
    zone: plan.zone ?? 'UTC',
    decidedLater,
    comparedWithin: [...plan.strata, ...(plan.byMonth ? ['the month of opening'] : [])],
    promisedDays: plan.promisedDays,
    horizonDays,
    reference,
    groups: names.map((name) => ({
      ...groupDelay(name, split.of(name), horizonDays, plan.promisedDays),
      ended: plan.withdrawn === undefined ? undefined : endedShares(matters, name, horizonDays),
    })),
    allGroups: logRank(split.strata),
    withdrawals:
      plan.withdrawn === undefined || names.length < 2
        ? undefined
        : grayTest(
            names.map((name) => endedIn(matters, name)),
            'withdrawn',
          ),
    comparisons: comparisons(split, names, reference, horizonDays),
  });
}

const endedIn = (matters: readonly Matter[], name: string): readonly EndedWait[] =>
  matters
    .filter(({ group }) => group === name)
    .map(({ days, answered, withdrawn }) => ({
      days,
      ending: answered ? 'answered' : withdrawn ? 'withdrawn' : 'open',
    }));

function endedShares(
  matters: readonly Matter[],
  name: string,
  horizonDays: number,
): Result<EndedShares> {
  const ended = endedIn(matters, name);
  const curves = endingCurves(ended);
  if (!curves.ok) {
    return curves;
  }
  const last = curves.value.findLast(({ day }) => day <= horizonDays);
  return success({
    withdrawals: ended.filter(({ ending }) => ending === 'withdrawn').length,
    answered: last?.answered ?? 0,
    answeredError: last?.answeredError ?? 0,
    withdrawn: last?.withdrawn ?? 0,
    withdrawnError: last?.withdrawnError ?? 0,
  });
}

class SplitMatters {
  readonly strata: readonly (readonly SortedWaits[])[];
  private readonly whole: readonly SortedWaits[];
  private readonly names: readonly string[];

  constructor(matters: readonly Matter[], names: readonly string[]) {
    const groups = new Map(names.map((name, place) => [name, place]));
    const strata = new Map<string, number>();
    const stratum = Int32Array.from(matters, ({ stratum: name }) => {
      const place = strata.get(name) ?? strata.size;
      strata.set(name, place);
      return place;
    });
    const columns = {
      days: Float64Array.from(matters, ({ days }) => days),
      answered: Uint8Array.from(matters, ({ answered }) => Number(answered)),
      group: Int32Array.from(matters, ({ group }) => groups.get(group) ?? 0),
      groups: names.length,
    };
    this.names = names;
    this.strata = splitWaits({ ...columns, stratum, strata: strata.size });
    this.whole = at(splitWaits({ ...columns, stratum: undefined, strata: 1 }), 0);
  }

  of(name: string): SortedWaits {
    return at(this.whole, this.names.indexOf(name));
  }

  /** The first of the largest groups, by name. */
  largest(): string {
    const sizes = this.whole.map(peopleIn);
    return at(this.names, sizes.indexOf(Math.max(...sizes)));
  }

  /** The last day up to which every group has been followed. */
  followedByAll(): number {
    const longest = this.whole.map(({ answeredAfter, openSince }) =>
      Math.max(answeredAfter.at(-1) ?? 0, openSince.at(-1) ?? 0),
    );
    return Math.max(1, Math.min(...longest));
  }

  /** Two groups in each stratum that holds either: the reference, then the other. */
  pair(reference: string, focal: string): readonly (readonly SortedWaits[])[] {
    const places = [reference, focal].map((name) => this.names.indexOf(name));
    return this.strata.map((stratum) => places.map((place) => at(stratum, place)));
  }
}

function groupDelay(
  group: string,
  waits: SortedWaits,
  horizonDays: number,
  promisedDays: number | undefined,
): Omit<GroupDelay, 'ended'> {
  const curve = waitingCurve(waits, 0.95, 'log-log');
  return {
    group,
    matters: peopleIn(waits),
    answered: waits.answeredAfter.length,
    open: waits.openSince.length,
    median: medianWait(curve),
    medianEnds: medianInterval(curve),
    mean: restrictedMean(waits, horizonDays),
    backlog: promisedDays === undefined ? undefined : backlog(waits, promisedDays, BANDS),
    curve,
  };
}

function comparisons(
  split: SplitMatters,
  names: readonly string[],
  reference: string,
  horizonDays: number,
): readonly DelayComparison[] {
  const other = split.of(reference);
  const tested = names
    .filter((name) => name !== reference)
    .map((focal) => {
      const enough = enoughWaits([split.of(focal), other], SMALLEST_FOR_PACE);
      return { focal, ranked: enough.ok ? logRank(split.pair(reference, focal)) : enough };
    });
  const pValues = tested.flatMap(({ ranked }) => (ranked.ok ? [ranked.value.pValue] : []));
  const raised = holm(pValues);
  let next = 0;
  return tested.map(({ focal, ranked }) => {
    const waits = split.of(focal);
    const forPace = enoughWaits([waits, other], SMALLEST_FOR_PACE);
    const cox = forPace.ok ? coxRegression(split.pair(reference, focal), groupDesign(2)) : forPace;
    const forDays = enoughWaits([waits, other], SMALLEST_FOR_DAYS);
    const difference = forDays.ok ? waitDifference(waits, other, horizonDays) : forDays;
    const raisedP = ranked.ok ? raised[next] : undefined;
    next += ranked.ok ? 1 : 0;
    return {
      focal,
      logRank: ranked,
      raisedP,
      hazard: cox.ok ? success(at(cox.value.terms, 0)) : cox,
      constant: cox.ok ? at(proportionality(cox.value), 0) : cox,
      difference,
      rate: answerRateRatio(openTime(waits), openTime(other)),
      verdict:
        raisedP === undefined || !difference.ok
          ? undefined
          : waitVerdict(
              {
                days: difference.value.days,
                error: (difference.value.high - difference.value.days) / normalQuantile(0.975),
                people: peopleIn(waits) + peopleIn(other),
              },
              raisedP,
              pValues.length,
            ),
    };
  });
}
