/**
 * What may be shown about groups, so that no number, nor any numbers added to and taken from one another, tells about a
 * handful of people. Decided for all comparisons of a report together:
 *
 * - a group with fewer people than the smallest that may be shown is withheld, and its partner with it
 * - a comparison is withheld where the groups of it, put together with those above, leave such a handful
 * - where everybody, put together with the groups shown, leaves such a handful (three who did not state the column, say),
 *   means and spreads are rounded so far that one person's total is lost in them, and people and passing counts go in fives
 * - a count of one or two who passed, or who did not, is not shown: it reads "fewer than 3"; every group it could be taken
 *   from reads "withheld", wherever it stands. Counts of who would change result go in threes there
 * - how many stated no group, or another one, is not shown where it is such a handful
 * - people matched by a method go in fives where all but one or two of a group are
 *
 * Source of the rules: Centers for Medicare & Medicaid Services (cells under 11); National Center for Education Statistics
 * (2011-603); Statistics New Zealand (rounding to a base). A count over everybody, whatever their group, is shown as it is;
 * so is a count by exam window or form, which says nothing about who anybody is.
 */
import {
  followsFrom,
  handfulFollows,
  type Members,
} from '../../fairness/disclosure/linked-groups.ts';
import { FOCAL, REFERENCE } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { WITHHELD, withheldBecause } from '../../reporting/technical-report/known.ts';
import type { ChosenGroups } from './choose-groups.ts';
import type { Exam } from './read-exam.ts';

/** Why a side's passing count is not shown, if it is not. */
type Hidden = readonly [focal: string | undefined, reference: string | undefined];

interface Passing {
  readonly hidden: Hidden;
}

export type Shown =
  | { readonly kind: 'withheld'; readonly because: string }
  | ({ readonly kind: 'whole' } & Passing)
  | ({ readonly kind: 'rounded'; readonly because: string } & Passing);

interface Plan {
  readonly minimumGroup: number;
  readonly cut: number | undefined;
}

/** The two groups of one comparison, as sets of people. */
interface Sides {
  readonly column: string;
  readonly sets: readonly [focal: Members, reference: Members];
}

/** One answer for each comparison, in that order. */
export function shownComparisons(
  { people, totals }: Pick<Exam, 'people' | 'totals'>,
  chosen: readonly ChosenGroups[],
  { minimumGroup, cut }: Plan,
): readonly Shown[] {
  const everybody = new Uint8Array(people.length).fill(1);
  const sides = chosen.map(({ column, groups }): Sides => {
    const side = (one: number): Members => groups.member.map((own) => (own === one ? 1 : 0));
    return { column, sets: [side(FOCAL), side(REFERENCE)] };
  });
  const withheld = whyWithheld(chosen, sides, minimumGroup);
  const left = sides.filter((_, place) => withheld[place] === undefined);
  const exact = exactColumns(left, everybody, minimumGroup);
  const hidden = hiddenPasses(left, exact, everybody, { totals, cut });
  return sides.map((own, place): Shown => {
    const because = withheld[place];
    if (because !== undefined) {
      return { kind: 'withheld', because };
    }
    const passing = { hidden: hidden.get(own) ?? [undefined, undefined] };
    return exact.has(own.column)
      ? { kind: 'whole', ...passing }
      : {
          kind: 'rounded',
          because: `rounded, because exact numbers about everybody and the groups shown would tell about fewer than ${minimumGroup} people`,
          ...passing,
        };
  });
}

function whyWithheld(
  chosen: readonly ChosenGroups[],
  sides: readonly Sides[],
  minimum: number,
): readonly (string | undefined)[] {
  let shown: readonly Members[] = [];
  return chosen.map(({ groups }, place) => {
    if (Math.min(groups.focalPeople, groups.referencePeople) < minimum) {
      return withheldBecause(minimum);
    }
    const together = [...shown, ...at(sides, place).sets];
    if (handfulFollows(together, minimum)) {
      return `${WITHHELD}: put together with the groups above, these would tell about fewer than ${minimum} people`;
    }
    shown = together;
    return undefined;
  });
}

/** The columns whose groups may be shown to the person beside everybody's numbers; those of the others are rounded. */
function exactColumns(
  left: readonly Sides[],
  everybody: Members,
  minimum: number,
): ReadonlySet<string> {
  let known: readonly Members[] = [everybody];
  const exact = new Set<string>();
  for (const column of new Set(left.map((one) => one.column))) {
    const own = left.filter((one) => one.column === column).flatMap(({ sets }) => sets);
    if (!handfulFollows([...known, ...own], minimum)) {
      known = [...known, ...own];
      exact.add(column);
    }
  }
  return exact;
}

const FOLLOWS = 'a count of one or two in another group would follow from it';

/**
 * Counts of one or two who passed, or did not, are hidden; the other group of the comparison with them; and then further
 * groups, the smallest first, as long as a hidden count is still the sum or the difference of those shown.
 */
function hiddenPasses(
  left: readonly Sides[],
  exact: ReadonlySet<string>,
  everybody: Members,
  { totals, cut }: { readonly totals: ArrayLike<number>; readonly cut: number | undefined },
): ReadonlyMap<Sides, Hidden> {
  if (cut === undefined) {
    return new Map();
  }
  const sets = distinct(left.flatMap((one) => one.sets));
  const counts = sets.map((set) => passingIn(set, totals, cut));
  const few = sets.flatMap((_, place) => {
    const { passing, people } = at(counts, place);
    return fewOf(passing, people) ? [place] : [];
  });
  const placeOf = (set: Members): number => sets.findIndex((other) => same(other, set));
  const closed = new Set(few);
  for (const { sets: both } of left) {
    const places = both.map(placeOf);
    for (const place of places.some((one) => few.includes(one)) ? places : []) {
      closed.add(place);
    }
  }
  const isExact = (place: number): boolean =>
    left.some((one) => exact.has(one.column) && one.sets.map(placeOf).includes(place));
  for (const target of few) {
    for (;;) {
      const open = sets.flatMap((_, place) =>
        closed.has(place) || !isExact(place) ? [] : [place],
      );
      const needed = followsFrom(at(sets, target), [
        everybody,
        ...open.map((one) => at(sets, one)),
      ]);
      const [smallest] = (needed ?? [])
        .flatMap((one) => (one === 0 ? [] : [at(open, one - 1)]))
        .sort((one, other) => at(counts, one).people - at(counts, other).people);
      if (smallest === undefined) {
        break;
      }
      closed.add(smallest);
    }
  }
  const words = (set: Members, rounded: boolean): string | undefined => {
    const place = placeOf(set);
    const { passing, people } = at(counts, place);
    return few.includes(place)
      ? fewWords(passing, rounded ? inFives(people) : people)
      : closed.has(place)
        ? FOLLOWS
        : undefined;
  };
  return new Map(
    left.map((one) => {
      const rounded = !exact.has(one.column);
      return [one, [words(one.sets[0], rounded), words(one.sets[1], rounded)]];
    }),
  );
}

const same = (one: Members, other: Members): boolean =>
  one.every((member, person) => member === other[person]);

const distinct = (sets: readonly Members[]): readonly Members[] =>
  sets.filter((set, place) => sets.findIndex((other) => same(other, set)) === place);

function passingIn(
  set: Members,
  totals: ArrayLike<number>,
  cut: number,
): { readonly passing: number; readonly people: number } {
  let [passing, people] = [0, 0];
  set.forEach((member, person) => {
    people += member;
    passing += member === 1 && at(totals, person) >= cut ? 1 : 0;
  });
  return { passing, people };
}

const FEW = 3;

/** Whether so few passed, or so few did not, that the count is not shown. Nobody and everybody may be. */
export const fewOf = (passing: number, people: number): boolean =>
  isFew(passing) || isFew(people - passing);

/** One or two. */
export const isFew = (count: number): boolean => count > 0 && count < FEW;

/** Every count that reads the same as this one once it is not shown. */
export const couldBe = (passing: number, people: number): readonly number[] =>
  isFew(passing) ? [1, 2] : [people - 1, people - 2];

/** "fewer than 3 of 24 (under 13 %)", the rate coded at its end. */
function fewWords(passing: number, people: number): string {
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

export const inFives = (count: number): number => 5 * Math.round(count / 5);

/** Where any of these is one or two, all of them to the nearest three. */
export const inThrees = (counts: readonly number[]): readonly number[] =>
  counts.some(isFew) ? counts.map((count) => FEW * Math.round(count / FEW)) : counts;
