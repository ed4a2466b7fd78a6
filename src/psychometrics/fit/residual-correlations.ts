/**
 * Do two items share something beside the ability (a common text, a copied stem, the same question twice)? Q3 is the
 * correlation over people of the residuals x - E(x | theta) of the two items.
 *
 * Source: Yen (1984), Applied Psychological Measurement 8, 125-145. Because each residual also went into the estimate
 * of ability, Q3 averages about -1/(J - 1) when nothing is shared; so each pair is judged by its distance from the
 * average, and 0.2 above it is the customary mark (Christensen, Makransky & Horton 2017). A Q3 near 1 means that the
 * answers to one item are the answers to the other: a duplicate.
 * Assumes one ability per person. Only people who answered both items count for a pair.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { dot } from '../../numerics/linear/orthonormal-basis.ts';
import { type Abilities, type MismatchRefusal, matched } from '../ability/ability.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import { expectationsOf } from './expected-answers.ts';

export interface ResidualCorrelation {
  /** Places of the two items, the first lower. */
  readonly first: number;
  readonly second: number;
  readonly people: number;
  readonly correlation: Result<number, 'undefined'>;
}

export interface ResidualCorrelations {
  readonly pairs: readonly ResidualCorrelation[];
  /** Over the pairs that have one. */
  readonly average: number;
  readonly largest: ResidualCorrelation;
  /** Pairs whose residuals are as good as equal: the same question twice, or answers copied from column to column. */
  readonly duplicates: readonly ResidualCorrelation[];
}

const SAME = 0.9;

/** Q3 of every pair of items at the abilities given. */
export function residualCorrelations(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
): Result<ResidualCorrelations, MismatchRefusal | 'no-pair'> {
  const match = matched(items, matrix);
  if (!match.ok) {
    return match;
  }
  const residuals = residualsOf(items, matrix, abilities).map(centeredResiduals);
  const pairs = items.flatMap((_, second) =>
    Array.from({ length: second }, (__, first) =>
      correlationOf(first, second, at(residuals, first), at(residuals, second)),
    ),
  );
  const defined = pairs.filter(({ correlation }) => correlation.ok);
  const sizeOf = ({ correlation }: ResidualCorrelation): number =>
    correlation.ok ? correlation.value : Number.NEGATIVE_INFINITY;
  if (defined.length === 0) {
    return refuse('no-pair', 'no two items have answers of the same people that differ');
  }
  return success({
    pairs,
    average: defined.reduce((sum, pair) => sum + sizeOf(pair), 0) / defined.length,
    largest: defined.reduce((best, pair) => (sizeOf(pair) > sizeOf(best) ? pair : best)),
    duplicates: defined.filter((pair) => sizeOf(pair) > SAME),
  });
}

/** For each item the residual of each person; NaN marks no answer or no ability, inside this file only. */
function residualsOf(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
): readonly Float64Array[] {
  const expectedOf = expectationsOf(items);
  return items.map((item, place) =>
    Float64Array.from(abilities, (ability, person) => {
      const code = matrix.codes[person * items.length + place] ?? NO_ANSWER;
      return ability.ok && code !== NO_ANSWER
        ? code - expectedOf(item, ability.value.theta).mean
        : Number.NaN;
    }),
  );
}

interface Residuals {
  readonly values: Float64Array;
  /** Without gaps: the residuals less their mean, so that a pair costs one product a person. */
  readonly centered: Float64Array | undefined;
  readonly length: number;
}

function centeredResiduals(values: Float64Array): Residuals {
  if (values.includes(Number.NaN)) {
    return { values, centered: undefined, length: 0 };
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centered = values.map((value) => value - mean);
  return { values, centered, length: Math.sqrt(dot(centered, centered)) };
}

function correlationOf(
  first: number,
  second: number,
  x: Residuals,
  y: Residuals,
): ResidualCorrelation {
  const bothComplete = x.centered !== undefined && y.centered !== undefined;
  const { people, product, scale } = bothComplete
    ? {
        people: x.values.length,
        product: dot(x.centered, y.centered),
        scale: x.length * y.length,
      }
    : amongBoth(x.values, y.values);
  return {
    first,
    second,
    people,
    correlation:
      scale > 0
        ? success(product / scale)
        : refuse('undefined', 'fewer than two people answered both items in different ways'),
  };
}

/** Over the people who answered both. */
function amongBoth(
  x: Float64Array,
  y: Float64Array,
): { readonly people: number; readonly product: number; readonly scale: number } {
  const both = Array.from(x.keys()).filter(
    (person) => !Number.isNaN((x[person] ?? 0) + (y[person] ?? 0)),
  );
  const one = centeredResiduals(Float64Array.from(both, (person) => at(x, person)));
  const other = centeredResiduals(Float64Array.from(both, (person) => at(y, person)));
  return {
    people: both.length,
    product: dot(one.centered ?? one.values, other.centered ?? other.values),
    scale: one.length * other.length,
  };
}
