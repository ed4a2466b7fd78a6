/**
 * What a result means, in a letter and in words.
 *
 * The letter of Mantel-Haenszel is the full rule of the Educational Testing Service (Zwick 2012): A, negligible, where the
 * gap is under 1 on the delta scale or not significant at 5 %; C, large, where it is at least 1.5 and
 * significantly above 1; B otherwise. Programs that look at the size alone print C far too often.
 *
 * The letter asks people to look at the item; it decides nothing. The direction is always said in words,
 * because the sign of a number has been read the wrong way round too often.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import { nextTen, SMALLEST_FOR_ITEMS, type TwoGroups } from '../groups/group.ts';
import type { MantelHaenszel } from './mantel-haenszel.ts';

export type DifClass = 'A' | 'B' | 'C';

/** Which way an item leans among people of equal score. */
export type Leaning =
  | 'harder-for-focal'
  | 'easier-for-focal'
  | 'equal'
  | 'harder-for-focal-at-high-scores'
  | 'harder-for-focal-at-low-scores';

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
export function direction({ gap }: Pick<MantelHaenszel, 'gap'>, groups: TwoGroups): string {
  return inWords(leaningOf(gap), groups);
}

/** `gap` above zero: the reference group does better at the same score. */
export function leaningOf(gap: number): Leaning {
  return gap === 0 ? 'equal' : gap > 0 ? 'harder-for-focal' : 'easier-for-focal';
}

/** The same for any method, with the crossing where the item turns with the score. */
export function inWords(leaning: Leaning, { focal, reference }: TwoGroups): string {
  switch (leaning) {
    case 'equal':
      return `equally hard for ${focal} and ${reference} at the same score`;
    case 'harder-for-focal':
      return `harder for ${focal} than for ${reference} at the same score`;
    case 'easier-for-focal':
      return `harder for ${reference} than for ${focal} at the same score`;
    case 'harder-for-focal-at-high-scores':
      return `harder for ${focal} than for ${reference} at high scores, and the other way round at low scores`;
    case 'harder-for-focal-at-low-scores':
      return `harder for ${focal} than for ${reference} at low scores, and the other way round at high scores`;
  }
}

/** Refuses to judge an item on too few matched people; such an item goes to a review of its content. */
export function enoughPeople<Counted extends { people: number; focalMatched: number }>(
  result: Counted,
  smallest = SMALLEST_FOR_ITEMS,
): Result<Counted, 'too-few-people'> {
  const smaller = Math.min(result.focalMatched, result.people - result.focalMatched);
  return smaller >= smallest
    ? success(result)
    : refuse(
        'too-few-people',
        `fewer than ${nextTen(smaller)} people of the smaller group can be matched; at least ${smallest} are needed`,
      );
}

/** Refuses a form before anything is worked out, where one of the groups is too small for the method. */
export function enoughGroups(
  { focalPeople, referencePeople, focal, reference }: TwoGroups,
  smallest: number,
): Result<undefined, 'too-few-people'> {
  const [people, name] =
    focalPeople < referencePeople ? [focalPeople, focal] : [referencePeople, reference];
  return people >= smallest
    ? success(undefined)
    : refuse(
        'too-few-people',
        `fewer than ${nextTen(people)} people in ${name}; at least ${smallest} are needed in each group`,
      );
}
