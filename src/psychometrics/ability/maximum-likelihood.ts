/**
 * Ability as the place where the answers are likeliest (ML): l'(theta) = 0; standard error 1 / sqrt(-l'').
 *
 * Source: Birnbaum (1968); Lord (1980), chapter 4. Needs no assumption on how ability is spread, and is not drawn
 * towards any mean. Refused, with the reason, for somebody whose answers are all the highest or all the lowest: the
 * likelihood then rises without end and there is no finite estimate.
 */
import type { Result } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import type { Abilities, MismatchRefusal } from './ability.ts';
import { type EstimatingEquation, estimateAll } from './point-estimate.ts';

const EQUATION: EstimatingEquation = {
  value: ({ slope }) => slope,
  derivative: ({ curvature }) => curvature,
  weight: () => 0,
};

/** The ability that makes each person's answers likeliest, in the order of the matrix. */
export const maximumLikelihood = (
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
): Result<Abilities, MismatchRefusal> => estimateAll(items, matrix, EQUATION);
