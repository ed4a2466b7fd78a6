/**
 * Several groups: first one question to all of them together, do they share one rate; only then each against
 * the reference. Holm's rule confirms (the chance of even one false finding stays at 5 %); Benjamini and
 * Hochberg's rule screens (about 5 % of those kept are expected to be false). A correction may only take a
 * finding back, never grant one; a screened gap that is not confirmed is worth a look and no more.
 *
 * Sources: Pearson (1900); Freeman & Halton (1951), used where chance expects fewer than 5 in a cell (Cochran
 * 1954) and the tables can be gone through; Holm (1979); Benjamini & Hochberg (1995).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { benjaminiHochberg } from '../../numerics/comparisons/benjamini-hochberg.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import {
  chiSquaredOfRates,
  fisherFreemanHalton,
  leastExpected,
} from '../../numerics/tables/several-rates.ts';
import type { ChiSquaredTest } from '../../numerics/tables/stratified-odds.ts';
import { type GroupCount, successTable } from './compare-outcomes.ts';

export interface Omnibus {
  readonly chiSquared: ChiSquaredTest;
  /** Refused where there are too many tables to go through, or so many people that it is not needed. */
  readonly exact: Result<number, 'undefined' | 'too-many-tables'>;
  /** Which of the two the p-value is from. */
  readonly method: 'fisher-freeman-halton' | 'chi-squared';
  readonly pValue: number;
}

export interface Pair {
  readonly focal: string;
  readonly pValue: number;
  readonly holm: number;
  readonly benjaminiHochberg: number;
  readonly standing: 'confirmed' | 'worth a look' | 'not shown';
}

const SIGNIFICANCE = 0.05;
const LEAST_EXPECTED = 5;
/** Up to here the exact test is cheap enough to be given beside chi-squared even where that would do. */
const FEW_PEOPLE = 300;

/** Refused where fewer than two groups hold people, or everybody has the same outcome. */
export function omnibus(rows: readonly GroupCount[]): Result<Omnibus, 'undefined'> {
  const rates = rows.map(({ succeeded, total }) => ({ yes: succeeded, all: total }));
  const chiSquared = chiSquaredOfRates(rates);
  if (!chiSquared.ok) {
    return chiSquared;
  }
  const thin = leastExpected(rates) < LEAST_EXPECTED;
  const people = rows.reduce((sum, { total }) => sum + total, 0);
  const exact =
    thin || people <= FEW_PEOPLE
      ? fisherFreemanHalton(rates)
      : refuse('too-many-tables', 'with so many people in every group chi-squared says the same');
  return success({
    chiSquared: chiSquared.value,
    exact,
    method: thin && exact.ok ? 'fisher-freeman-halton' : 'chi-squared',
    pValue: thin && exact.ok ? exact.value : chiSquared.value.pValue,
  });
}

/**
 * Each group against the reference, in the order given; nothing is shown where the question to all shows nothing.
 * Where the reference was chosen by looking at the rates, the rules cover `every-pair`.
 */
export function pairwise(
  rows: readonly GroupCount[],
  reference: GroupCount,
  together: Omnibus,
  covered: 'every-pair' | 'the-reference' = 'the-reference',
): readonly Pair[] {
  const others = rows.filter((row) => row !== reference && row.total > 0);
  const pValue = (one: GroupCount, other: GroupCount): number =>
    fisherTwoSided(successTable(one, other));
  const pValues = others.map((row) => pValue(row, reference));
  const further =
    covered === 'every-pair'
      ? others.flatMap((row, place) => others.slice(place + 1).map((other) => pValue(row, other)))
      : [];
  const family = [...pValues, ...further];
  const [confirmed, screened] = [holm(family), benjaminiHochberg(family)];
  return others.map(({ group }, place) => ({
    focal: group,
    pValue: at(pValues, place),
    holm: at(confirmed, place),
    benjaminiHochberg: at(screened, place),
    standing: standingOf(together.pValue, at(confirmed, place), at(screened, place)),
  }));
}

function standingOf(together: number, confirmed: number, screened: number): Pair['standing'] {
  if (together >= SIGNIFICANCE) {
    return 'not shown';
  }
  if (confirmed < SIGNIFICANCE) {
    return 'confirmed';
  }
  return screened < SIGNIFICANCE ? 'worth a look' : 'not shown';
}
