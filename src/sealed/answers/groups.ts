/**
 * From answers to the groups that are published. Somebody with two races is counted once, as multiracial, where groups
 * must not overlap; and in each of their groups where a group is counted "alone or in combination".
 * Whoever preferred not to say is in no group.
 */
import { type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { AGE_BANDS, DIMENSIONS, type Dimension, type Group } from './dimensions.ts';

export interface PublishedGroups {
  /** The one group of a division in which everybody is counted once; undefined where the person is in none. */
  readonly alone: string | undefined;
  /** Every group the person belongs to, alone or in combination. */
  readonly inCombination: readonly string[];
}

const nowhere: PublishedGroups = { alone: undefined, inCombination: [] };

/** The published groups of one person's answers on one dimension. Age is the age reached in the year of `on`. */
export function groupsOf(
  dimension: string,
  answers: readonly string[],
  on: CivilDate,
): PublishedGroups {
  const asked = DIMENSIONS.find(({ id }) => id === dimension);
  if (asked === undefined) {
    return nowhere;
  }
  const groups =
    asked.kind === 'year'
      ? ageBands(answers, on)
      : asked.groups.filter(({ of }) => of.some((option) => answers.includes(option)));
  const inCombination = groups.map(({ id }) => id);
  return {
    alone: inCombination.length > 1 ? asked.several?.id : inCombination[0],
    inCombination,
  };
}

/** Every group in which everybody is counted once, with the one for whoever belongs to several. */
export function groupsPublished(
  dimension: Dimension,
): readonly { readonly id: string; readonly label: string }[] {
  const groups = dimension.groups.map(({ id, label }) => ({ id, label }));
  return dimension.several === undefined ? groups : [...groups, dimension.several];
}

function ageBands(answers: readonly string[], on: CivilDate): readonly Group[] {
  const [year = ''] = answers;
  if (!/^\d{4}$/.test(year)) {
    return [];
  }
  const age = parts(on).year - Number(year);
  return AGE_BANDS.filter(({ from, to }) => age >= from && age <= to);
}
