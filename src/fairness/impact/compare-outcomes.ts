/**
 * One group's outcomes beside another's: rates, their ratio and difference with intervals, the odds ratio,
 * exact tests, and four fifths. The ratio of FAILURE rates stands beside the ratio of success rates,
 * because where nearly everybody succeeds only the first can show a gap.
 *
 * Not here: which groups to compare (group-outcomes), what it all means (verdict).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import { type Interval, katz, newcombe, woolf } from '../../numerics/tables/intervals.ts';
import { type MidP, midP } from '../../numerics/tables/mid-p.ts';
import { oddsRatio, ratioOfRates, type TwoByTwo } from '../../numerics/tables/two-by-two.ts';
import { type EffectSizes, effectSizes } from './effect-sizes.ts';
import { belowFourFifths } from './four-fifths.ts';

/** What came of a decision in one group. */
export interface GroupCount {
  readonly group: string;
  readonly succeeded: number;
  readonly total: number;
}

export interface Estimate {
  readonly value: number;
  /** 95 %; refused where a count of zero leaves it without bound. */
  readonly interval: Result<Interval, 'undefined'>;
}

export interface OutcomeComparison {
  readonly focal: GroupCount;
  readonly reference: GroupCount;
  readonly successRatio: Result<Estimate, 'undefined'>;
  readonly failureRatio: Result<Estimate, 'undefined'>;
  readonly difference: Estimate;
  readonly oddsRatio: Result<Estimate, 'undefined'>;
  /** Z, h and phi. */
  readonly effects: EffectSizes;
  readonly fisherP: number;
  readonly midP: MidP;
  readonly belowFourFifths: boolean | undefined;
}

const CONFIDENCE = 0.95;

export function compareOutcomes(
  focal: GroupCount,
  reference: GroupCount,
): Result<OutcomeComparison, 'no-people'> {
  const empty = [focal, reference].find(({ total }) => total === 0);
  if (empty !== undefined) {
    return refuse('no-people', `nobody in "${empty.group}" has an outcome yet`);
  }
  const table = successTable(focal, reference);
  const failures = failureTable(table);
  return success({
    focal,
    reference,
    successRatio: estimate(ratioOfRates(table), katz(table, CONFIDENCE)),
    failureRatio: estimate(ratioOfRates(failures), katz(failures, CONFIDENCE)),
    difference: {
      value: focal.succeeded / focal.total - reference.succeeded / reference.total,
      interval: success(newcombe(table, CONFIDENCE)),
    },
    oddsRatio: estimate(oddsRatio(table), woolf(table, CONFIDENCE)),
    effects: effectSizes(table),
    fisherP: fisherTwoSided(table),
    midP: midP(table),
    belowFourFifths: belowFourFifths(table),
  });
}

export const successTable = (focal: GroupCount, reference: GroupCount): TwoByTwo => ({
  firstYes: focal.succeeded,
  firstAll: focal.total,
  secondYes: reference.succeeded,
  secondAll: reference.total,
});

/** The same people, asked who did not succeed. */
export const failureTable = (table: TwoByTwo): TwoByTwo => ({
  ...table,
  firstYes: table.firstAll - table.firstYes,
  secondYes: table.secondAll - table.secondYes,
});

function estimate(
  value: Result<number, 'undefined'>,
  interval: Result<Interval, 'undefined'>,
): Result<Estimate, 'undefined'> {
  return value.ok ? success({ value: value.value, interval }) : value;
}
