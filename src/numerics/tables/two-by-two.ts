/**
 * Two groups, one question with a yes or a no: the four counts that most comparisons come down to,
 * and the plain numbers read off them. A number that the counts do not settle (a ratio to a rate of zero)
 * is refused with the reason; it is never infinity or NaN.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';

/** How many of the first and of the second group said yes. */
export interface TwoByTwo {
  readonly firstYes: number;
  readonly firstAll: number;
  readonly secondYes: number;
  readonly secondAll: number;
}

/** Throws where the counts cannot be counts: that is a mistake of the caller, not a finding. */
export function checked(table: TwoByTwo): TwoByTwo {
  const { firstYes, firstAll, secondYes, secondAll } = table;
  const whole = [firstYes, firstAll, secondYes, secondAll].every((n) => Number.isSafeInteger(n));
  if (!whole || firstYes < 0 || secondYes < 0 || firstYes > firstAll || secondYes > secondAll) {
    throw new RangeError(`not a table of counts: ${JSON.stringify(table)}`);
  }
  return table;
}

/** First rate divided by second rate. */
export function ratioOfRates(table: TwoByTwo): Result<number, 'undefined'> {
  const { firstYes, firstAll, secondYes, secondAll } = checked(table);
  if (firstAll === 0 || secondAll === 0) {
    return refuse('undefined', 'a group without people has no rate');
  }
  if (secondYes === 0) {
    return refuse('undefined', 'nobody in the second group said yes: no ratio to a rate of zero');
  }
  return success((firstYes * secondAll) / (secondYes * firstAll));
}

/** First odds divided by second odds. */
export function oddsRatio(table: TwoByTwo): Result<number, 'undefined'> {
  const { firstYes, firstAll, secondYes, secondAll } = checked(table);
  const below = (firstAll - firstYes) * secondYes;
  if (below === 0) {
    return refuse('undefined', 'one of the four counts is zero: the odds ratio has no bound');
  }
  return success((firstYes * (secondAll - secondYes)) / below);
}

/** The gap between the rates in standard errors, both groups pooled; its square is Pearson's chi-squared. */
export function pooledZ(table: TwoByTwo): Result<number, 'undefined'> {
  const { firstYes, firstAll, secondYes, secondAll } = checked(table);
  const yes = firstYes + secondYes;
  const all = firstAll + secondAll;
  if (firstAll === 0 || secondAll === 0 || yes === 0 || yes === all) {
    return refuse('undefined', 'everybody answered alike: there is no spread to measure a gap by');
  }
  const pooled = yes / all;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / firstAll + 1 / secondAll));
  return success((firstYes / firstAll - secondYes / secondAll) / spread);
}
