/**
 * Who counts in which group, and up to which day. Everybody is counted once on each dimension; whoever told nothing, or
 * preferred not to say, is a group of its own, because such people may fare otherwise than those who told.
 *
 * Figures stand still between the first days of two quarters. A table that changed with each decision would tell, from
 * one day to the next, how that one decision went; and in a month too few come to most groups for a new number.
 */
import type { NamedGroup } from '../../fairness/disclosure/published-items.ts';
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDateAt,
  date,
} from '../../kernel/dates/civil-date.ts';
import { programOf } from '../../program/catalog/catalog.ts';
import { defaultsOf } from '../../program/catalog/operator-defaults.ts';
import { DIMENSIONS, type Dimension } from '../../sealed/answers/dimensions.ts';
import { groupsOf, groupsPublished } from '../../sealed/answers/groups.ts';
import { askedDimensions } from '../../sealed/answers/self-identification.ts';
import type { World } from '../ports/ports.ts';
import { patternBy } from './pattern-division.ts';

export const NOT_STATED = 'not-stated';

export interface Division {
  readonly dimension: string;
  readonly title: string;
  /** In the order of the published list; "not stated" last. */
  readonly groups: readonly NamedGroup[];
}

const dimensionOf = (id: string): Dimension | undefined =>
  DIMENSIONS.find((dimension) => dimension.id === id);

const COMPLAINANT = 'complainant:';
/** The same question, asked about whoever complained rather than about whoever is complained about. */
export const ofComplainants = (dimension: string): string => `${COMPLAINANT}${dimension}`;
export const isOfComplainants = (dimension: string): boolean => dimension.startsWith(COMPLAINANT);
/** The question that people are asked, whoever they are. */
export const questionOf = (dimension: string): string =>
  isOfComplainants(dimension) ? dimension.slice(COMPLAINANT.length) : dimension;

/** The groups of a dimension, whether or not it is asked now: what was told while it was may still be measured. */
export function divisionBy(dimension: string): Division {
  const pattern = patternBy(dimension);
  if (pattern !== undefined) {
    return pattern;
  }
  const found = dimensionOf(questionOf(dimension));
  const title = found?.title ?? dimension;
  return {
    dimension,
    title: isOfComplainants(dimension) ? `Complainants: ${title}` : title,
    groups: [
      ...(found === undefined ? [] : groupsPublished(found)),
      { id: NOT_STATED, label: 'Not stated' },
    ],
  };
}

export const groupOf = (
  { dimension }: Division,
  answers: readonly string[] | undefined,
  on: CivilDate,
): string => groupsOf(questionOf(dimension), answers ?? [], on).alone ?? NOT_STATED;

/** The dimensions whose purpose, basis and retention are on record. */
export async function dimensionsMeasured(
  world: Pick<World, 'records'>,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const settings = await world.records.as({ rights: 'public', person: undefined }, (records) =>
    records.settings.dimensions(),
  );
  return askedDimensions(settings).map(({ id, title }) => ({ id, title }));
}

/** The first day that a release drawn on a day does not count any more: the first of its quarter. */
export function releasedBefore(today: CivilDate): CivilDate {
  const month = Number(today.slice(5, 7));
  return date(`${today.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`);
}

/** The day on which the next release is due. */
export const nextReleaseOn = (today: CivilDate): CivilDate => addMonths(releasedBefore(today), 3);

/** The first day that is not counted in figures that change monthly: the first of this month. */
export const countedBefore = (world: Pick<World, 'clock'>): CivilDate =>
  date(`${world.clock.today().slice(0, 7)}-01`);

export const countedUntil = (world: Pick<World, 'clock'>): CivilDate =>
  addDays(countedBefore(world), -1);

/** The calendar day of an instant where the program's body lives. */
export function dayOf(program: string, instant: number): CivilDate {
  const offered = programOf(program);
  const zone = offered === undefined ? 'UTC' : defaultsOf(offered).zone;
  const key = `${zone} ${Math.floor(instant / QUARTER_HOUR)}`;
  const known = days.get(key) ?? civilDateAt(instant, zone);
  if (days.size > MOST_DAYS) {
    days.clear();
  }
  days.set(key, known);
  return known;
}

// Every zone's midnight falls on a quarter of an hour, so a quarter has one day. Working it out anew for each of
// thousands of rows would be most of the work of a page.
const QUARTER_HOUR = 900_000;
const MOST_DAYS = 100_000;
const days = new Map<string, CivilDate>();
