/**
 * Who counts in which group, and up to which day. Everybody is counted once on each dimension; whoever told nothing, or
 * preferred not to say, is a group of its own, because such people may fare otherwise than those who told.
 *
 * Figures stand still between the first days of two months. A table that changed with each decision would tell, from one
 * day to the next, how that one decision went.
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
import type { Measurements } from './measurements.ts';

export type MeasureWorld = Pick<World, 'clock' | 'records'> & {
  readonly measurements: Measurements;
};

export interface Asked {
  readonly dimension: string;
  /** Undefined: all programs together. */
  readonly program: string | undefined;
}

export const NOT_STATED = 'not-stated';

export interface Division {
  readonly dimension: string;
  readonly title: string;
  /** In the order of the published list; "not stated" last. */
  readonly groups: readonly NamedGroup[];
}

const dimensionOf = (id: string): Dimension | undefined =>
  DIMENSIONS.find((dimension) => dimension.id === id);

/** The groups of a dimension, whether or not it is asked now: what was told while it was may still be measured. */
export function divisionBy(dimension: string): Division {
  const found = dimensionOf(dimension);
  return {
    dimension,
    title: found?.title ?? dimension,
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
): string => groupsOf(dimension, answers ?? [], on).alone ?? NOT_STATED;

/** The dimensions whose purpose, basis and retention are on record. */
export async function dimensionsMeasured(
  world: Pick<MeasureWorld, 'records'>,
): Promise<readonly { readonly id: string; readonly title: string }[]> {
  const settings = await world.records.as({ rights: 'public', person: undefined }, (records) =>
    records.settings.dimensions(),
  );
  return askedDimensions(settings).map(({ id, title }) => ({ id, title }));
}

/** The first day that is not counted any more: the first of this month. */
export const countedBefore = (world: Pick<MeasureWorld, 'clock'>): CivilDate =>
  date(`${world.clock.today().slice(0, 7)}-01`);

/** The last day that is counted. */
export const countedUntil = (world: Pick<MeasureWorld, 'clock'>): CivilDate =>
  addDays(countedBefore(world), -1);

/** The day on which the figures change next. */
export const nextCountedFrom = (world: Pick<MeasureWorld, 'clock'>): CivilDate =>
  addMonths(countedBefore(world), 1);

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
