/**
 * What a Mantel-Haenszel result means, in a letter and in words.
 *
 * The letter is the full rule of the Educational Testing Service (Zwick 2012): A, negligible, where the
 * gap is under 1 on the delta scale or not significant at 5 %; C, large, where it is at least 1.5 and
 * significantly above 1; B otherwise. Programs that look at the size alone print C far too often.
 *
 * The letter asks people to look at the item; it decides nothing. The direction is always said in words,
 * because the sign of a number has been read the wrong way round too often.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import { SMALLEST_FOR_ITEMS, type TwoGroups } from '../groups/group.ts';
import type { MantelHaenszel } from './mantel-haenszel.ts';

export type DifClass = 'A' | 'B' | 'C';

const NEGLIGIBLE = 1;
const LARGE = 1.5;
const SIGNIFICANCE = 0.05;

export function difClass({ pValue, effect }: MantelHaenszel): Result<DifClass, 'one-sided'> {
  if (!effect.ok) {
    return effect;
  }
  const size = Math.abs(effect.value.delta);
  if (size < NEGLIGIBLE || pValue >= SIGNIFICANCE) {
    return success('A');
  }
  const beyond = (size - NEGLIGIBLE) / effect.value.deltaError;
  return success(size >= LARGE && beyond > normalQuantile(1 - SIGNIFICANCE) ? 'C' : 'B');
}

/** "harder for X than for Y at the same score". */
export function direction({ gap }: MantelHaenszel, groups: TwoGroups): string {
  if (gap === 0) {
    return `equally hard for ${groups.focal} and ${groups.reference} at the same score`;
  }
  const [harder, easier] =
    gap > 0 ? [groups.focal, groups.reference] : [groups.reference, groups.focal];
  return `harder for ${harder} than for ${easier} at the same score`;
}

/** Refuses to judge an item on too few matched people; such an item goes to a review of its content. */
export function enoughPeople(result: MantelHaenszel): Result<MantelHaenszel, 'too-few-people'> {
  const smaller = Math.min(result.focalMatched, result.people - result.focalMatched);
  return smaller >= SMALLEST_FOR_ITEMS
    ? success(result)
    : refuse(
        'too-few-people',
        `only ${smaller} people of the smaller group can be matched; at least ${SMALLEST_FOR_ITEMS} are needed`,
      );
}
