/**
 * How far people got who came one way, through the gate: how many applied, were eligible, sat, passed, hold a credential.
 * Such counts are small, of people who may know one another, and looked at again and again while they grow. So no exact
 * count leaves here, only "at least", in steps of eleven; fewer than eleven are withheld.
 *
 * Formula: shown = 11 * floor(people / 11). Whoever reads two steps, or one step in two months, cannot tell that one of
 * the people did not get further, or that one came: between two shown numbers lie always eleven possible ones.
 *
 * Assumes that each step counts some of the people of the step before.
 */
import { SMALLEST_SHOWN } from '../groups/group.ts';
import { letThrough, type Published, WITHHELD, type Withheld } from './gate.ts';

export interface FunnelStep<Step extends string = string> {
  readonly step: Step;
  readonly people: number;
}

export interface ShownStep<Step extends string = string> {
  readonly step: Step;
  readonly atLeast: number | Withheld;
}

/** Throws where a step counts more than the one before: our own mistake. */
export function protectFunnel<Step extends string>(
  steps: readonly FunnelStep<Step>[],
): Published<readonly ShownStep<Step>[]> {
  let before = Number.MAX_SAFE_INTEGER;
  for (const { step, people } of steps) {
    if (!Number.isSafeInteger(people) || people < 0 || people > before) {
      throw new RangeError(`step "${step}" counts ${people} people after ${before}`);
    }
    before = people;
  }
  return letThrough(
    steps.map(({ step, people }) => ({
      step,
      atLeast:
        people < SMALLEST_SHOWN ? WITHHELD : SMALLEST_SHOWN * Math.floor(people / SMALLEST_SHOWN),
    })),
  );
}
