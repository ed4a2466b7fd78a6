/**
 * Which parameters of a calibration were found from the answers, and therefore cost degrees of freedom. The places of
 * the categories (difficulty, thresholds) always are.
 */
import { type CalibratedItem, categoriesOf } from '../irt/item-model.ts';

export interface FreeParameters {
  /** Each item its own slope; one slope for all; or slopes set beforehand (Rasch). */
  readonly slopes: 'own' | 'equal' | 'set';
  /** Whether right-or-wrong items have a guessing parameter that was found from the answers. */
  readonly guessing: boolean;
  /** Whether the spread of ability was found from the answers. */
  readonly latentVariance: boolean;
}

/** How many free parameters touch one item: its own, and those it shares with others. */
export function parametersOfItem(item: CalibratedItem, free: FreeParameters): number {
  return (
    categoriesOf(item) -
    1 +
    (free.slopes === 'set' ? 0 : 1) +
    (hasGuessing(item, free) ? 1 : 0) +
    (free.latentVariance ? 1 : 0)
  );
}

export const hasGuessing = (item: CalibratedItem, free: FreeParameters): boolean =>
  free.guessing && item.kind === 'binary';
