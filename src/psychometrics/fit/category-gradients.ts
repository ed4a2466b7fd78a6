/**
 * How the probability of each category at one ability changes with each free parameter of its item: the first derivatives
 * of the formulas in item-model. Columns in the order places (d, or the d of each step), slope (a), guessing (g).
 */
import { at } from '../../kernel/result/at.ts';
import { logistic } from '../ability/category-curves.ts';
import type { CalibratedItem } from '../irt/item-model.ts';

export interface CategoryGradients {
  /** For each place parameter, the change of each category. */
  readonly places: readonly (readonly number[])[];
  readonly slope: readonly number[];
  /** Only for a right-or-wrong item. */
  readonly guessing: readonly number[];
}

/** `probabilities` are those of the item's categories at `theta`. */
export function categoryGradients(
  item: CalibratedItem,
  theta: number,
  probabilities: readonly number[],
): CategoryGradients {
  if (item.kind === 'binary') {
    const z = item.a * theta + item.d;
    const spread = (1 - item.g) * logistic(z) * logistic(-z);
    return {
      places: [[-spread, spread]],
      slope: [-theta * spread, theta * spread],
      guessing: [-logistic(-z), logistic(-z)],
    };
  }
  if (item.kind === 'graded') {
    const spreads = item.d.map((d) => logistic(item.a * theta + d) * logistic(-item.a * theta - d));
    const perCategory = probabilities.map((_, k) => (spreads[k - 1] ?? 0) - (spreads[k] ?? 0));
    return {
      places: spreads.map((spread, step) =>
        probabilities.map((_, k) => (k === step + 1 ? spread : k === step ? -spread : 0)),
      ),
      slope: perCategory.map((change) => theta * change),
      guessing: [],
    };
  }
  const mean = probabilities.reduce((sum, p, k) => sum + k * p, 0);
  return {
    places: item.d.map((_, step) =>
      probabilities.map((p, k) => p * ((k === step + 1 ? 1 : 0) - at(probabilities, step + 1))),
    ),
    slope: probabilities.map((p, k) => theta * p * (k - mean)),
    guessing: [],
  };
}
