/**
 * Two groups compared within strata: forms, windows, years, sites. People are set only beside people of the
 * same stratum, because pooled rates can point the other way (Simpson 1951). Where the strata disagree, the
 * answer is "do not pool": the common odds ratio is then still in the data, but it describes none of them.
 *
 * Methods: stratified-odds (Cochran-Mantel-Haenszel, Robins-Breslow-Greenland), conditional-odds (exact),
 * homogeneity (Breslow-Day, Tarone, Woolf). Strata disagree where Tarone's p
 * is below .05; with few people in each stratum it often cannot see that they do.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { conditionalOdds, type ExactOdds } from '../../numerics/tables/conditional-odds.ts';
import { type Homogeneity, homogeneity } from '../../numerics/tables/homogeneity.ts';
import {
  type StratifiedComparison,
  stratifiedComparison,
} from '../../numerics/tables/stratified-odds.ts';
import {
  compareOutcomes,
  type GroupCount,
  type OutcomeComparison,
  successTable,
} from './compare-outcomes.ts';

export interface OutcomeStratum {
  readonly stratum: string;
  readonly focal: GroupCount;
  readonly reference: GroupCount;
}

export interface StratumResult {
  readonly stratum: string;
  /** Refused where a group has nobody in the stratum. */
  readonly comparison: Result<OutcomeComparison, 'no-people'>;
}

export interface StratifiedOutcomes {
  readonly common: StratifiedComparison;
  /** Refused where the counts are too many to go through. */
  readonly exact: Result<ExactOdds, 'no-comparison' | 'too-many-people'>;
  /** Refused where there is nothing to set beside one another. */
  readonly homogeneity: Result<Homogeneity, 'no-comparison' | 'one-sided' | 'one-stratum'>;
  /** "do-not-pool": the strata disagree, so only `strata` may be told. */
  readonly advice: 'pool' | 'do-not-pool';
  readonly strata: readonly StratumResult[];
}

const CONFIDENCE = 0.95;
const DISAGREE = 0.05;
const MOST_FOR_EXACT = 20_000;

/** Refused where no stratum holds both groups and both outcomes. */
export function stratifiedOutcomes(
  strata: readonly OutcomeStratum[],
): Result<StratifiedOutcomes, 'no-comparison'> {
  const tables = strata.map(({ focal, reference }) => successTable(focal, reference));
  const common = stratifiedComparison(tables, CONFIDENCE);
  if (!common.ok) {
    return common;
  }
  const alike = homogeneity(tables);
  return success({
    common: common.value,
    exact:
      common.value.people > MOST_FOR_EXACT
        ? refuse('too-many-people', 'with so many people the exact and the usual test agree')
        : conditionalOdds(tables, CONFIDENCE),
    homogeneity: alike,
    advice: alike.ok && alike.value.tarone.pValue < DISAGREE ? 'do-not-pool' : 'pool',
    strata: strata.map(({ stratum, focal, reference }) => ({
      stratum,
      comparison: compareOutcomes(focal, reference),
    })),
  });
}
