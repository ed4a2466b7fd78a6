/** A published value in words, with its remark, and whether anybody set it at all. */
import { type Shown, type Sourced, shown } from '../../../program/definition/sourced.ts';

export interface Published extends Shown {
  /** True for "not set by ...", which is set apart from real values. */
  readonly unset: boolean;
}

export const published = <Value>(
  sourced: Sourced<Value>,
  write: (value: Value) => string,
  owner: string,
): Published => ({
  ...shown(sourced, write, owner),
  unset: sourced.value === null || sourced.standing === 'not-set',
});

/** Words of this site's own, which need no source. */
export const ours = (text: string): Published => ({ text, unset: false });
