/**
 * What may be shown about groups, so that no number, nor any two numbers taken from one another, tells about a handful of
 * people. Decided for all comparisons of a report together:
 *
 * - a group with fewer people than the smallest that may be shown is withheld, and its partner with it
 * - a comparison is withheld where a group of it less a group of an earlier one leaves such a handful
 * - where everybody less the groups shown leaves such a handful (three who did not state the column, say), means and spreads
 *   are rounded so far that one person's total is lost in them, and passing counts go in fives
 * - a count of one or two who passed, or who did not, is not shown: it reads "fewer than 3"; the group it could be taken
 *   from reads "withheld" in every comparison of the column. Counts of who would change result go in threes there
 *
 * Source of the rules: Centers for Medicare & Medicaid Services (cells under 11); National Center for Education Statistics
 * (2011-603); Statistics New Zealand (rounding to a base). Not here: links over three or more comparisons.
 */
import { FOCAL, REFERENCE } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { WITHHELD, withheldBecause } from '../../reporting/technical-report/known.ts';
import type { ChosenGroups } from './choose-groups.ts';
import type { Exam } from './read-exam.ts';

export type Shown =
  | { readonly kind: 'withheld'; readonly because: string }
  | { readonly kind: 'whole' }
  | { readonly kind: 'rounded'; readonly because: string };

/** One answer for each comparison, in that order. */
export function shownComparisons(
  { people }: Exam,
  chosen: readonly ChosenGroups[],
  minimum: number,
): readonly Shown[] {
  const sides: Uint8Array[] = [];
  const withheld = chosen.map(({ groups }) => {
    if (Math.min(groups.focalPeople, groups.referencePeople) < minimum) {
      return withheldBecause(minimum);
    }
    const own = [FOCAL, REFERENCE].map((side) =>
      groups.member.map((one) => (one === side ? 1 : 0)),
    );
    if (own.some((one) => sides.some((other) => handfulBetween(one, other, minimum)))) {
      return `${WITHHELD}: a group here less a group above would leave fewer than ${minimum} people`;
    }
    sides.push(...own);
    return undefined;
  });
  return chosen.map(({ column }, place) => {
    const because = withheld[place];
    if (because !== undefined) {
      return { kind: 'withheld', because };
    }
    const inGroups = new Set<number>();
    chosen.forEach((other, there) => {
      if (other.column === column && withheld[there] === undefined) {
        other.groups.member.forEach((side, person) => {
          if (side === FOCAL || side === REFERENCE) {
            inGroups.add(person);
          }
        });
      }
    });
    const left = people.length - inGroups.size;
    return left > 0 && left < minimum
      ? {
          kind: 'rounded',
          because: `rounded, because fewer than ${minimum} people are in neither group and their results would follow from exact numbers`,
        }
      : { kind: 'whole' };
  });
}

/** Whether one set lies in the other and leaves from one person to one fewer than the minimum. */
function handfulBetween(one: Uint8Array, other: Uint8Array, minimum: number): boolean {
  let [onlyOne, onlyOther] = [0, 0];
  one.forEach((member, person) => {
    const beside = at(other, person);
    onlyOne += member > beside ? 1 : 0;
    onlyOther += beside > member ? 1 : 0;
  });
  const [less, more] = [Math.min(onlyOne, onlyOther), Math.max(onlyOne, onlyOther)];
  return less === 0 && more > 0 && more < minimum;
}

const FEW = 3;

/** Whether so few passed, or so few did not, that the count is not shown. Nobody and everybody may be. */
export const fewOf = (passing: number, people: number): boolean =>
  isFew(passing) || isFew(people - passing);

const isFew = (count: number): boolean => count > 0 && count < FEW;

/** Every count that reads the same as this one once it is not shown. */
export const couldBe = (passing: number, people: number): readonly number[] =>
  isFew(passing) ? [1, 2] : [people - 1, people - 2];

/** "fewer than 3 of 24 (under 13 %)", the rate coded at its end. */
export function fewWords(passing: number, people: number): string {
  const share = Math.ceil((100 * FEW) / people);
  return isFew(passing)
    ? `fewer than ${FEW} of ${people} (under ${share} %)`
    : `all but fewer than ${FEW} of ${people} (over ${100 - share} %)`;
}

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100];

/** To a step so wide that, over this many people, it hides a whole exam's points. */
export function roundedMean(value: number, people: number, points: number): number {
  const step = STEPS.find((one) => one * people >= points) ?? 100;
  return Number((Math.round(value / step) * step).toFixed(1));
}

export const inFives = (count: number, most: number): number =>
  Math.min(most, 5 * Math.round(count / 5));

/** Where any of these is one or two, all of them to the nearest three. */
export const inThrees = (counts: readonly number[]): readonly number[] =>
  counts.some(isFew) ? counts.map((count) => FEW * Math.round(count / FEW)) : counts;
