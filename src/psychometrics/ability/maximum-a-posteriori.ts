/**
 * Ability as the highest point of what the answers leave possible (MAP): l'(theta) - (theta - mean) / variance = 0;
 * standard error 1 / sqrt(1 / variance - l'').
 *
 * Source: Samejima (1969); Bock & Aitkin (1981). Assumes a normal density, one for everybody who is compared. Finite
 * for every pattern of answers; drawn towards the mean as the posterior mean is.
 */
import type { Result } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import type { Abilities, MismatchRefusal } from './ability.ts';
import type { LatentDensity } from './latent-density.ts';
import { estimateAll } from './point-estimate.ts';

/** The mode of each person's posterior, in the order of the matrix. */
export const maximumAPosteriori = (
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  { mean, variance }: LatentDensity,
): Result<Abilities, MismatchRefusal> =>
  estimateAll(items, matrix, {
    value: ({ slope }, theta) => slope - (theta - mean) / variance,
    derivative: ({ curvature }) => curvature - 1 / variance,
    weight: (_, theta) => -((theta - mean) ** 2) / (2 * variance),
  });
