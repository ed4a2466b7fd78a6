/**
 * What is looked at before any model is fitted: codes outside the declared ones (refused, with rows), items that say
 * nothing because everybody gave the same answer (left out, with the reason), categories nobody used (joined to a
 * neighbor, told), identical items (told), people without a single answer or without a group (counted, not used).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import { type Counts, sayStray, surveyOf } from './answer-survey.ts';
import {
  type CalibrationNote,
  type CalibrationPlan,
  type CalibrationRefusal,
  ITEMS_NEEDED,
  type ModelName,
  PEOPLE_NEEDED,
} from './calibration-plan.ts';
import { join, joinedCounts, type LeftOut, recode } from './joined-categories.ts';

export interface Screened {
  /** The answers with categories nobody used joined to a neighbor. */
  readonly matrix: CategoryMatrix;
  /** Places of the items that stay. */
  readonly items: readonly number[];
  readonly groupNames: readonly string[];
  /** Each person's group, or -1 where the person is not used. */
  readonly groups: Int32Array;
  /** counts[group][item][category]: how many answered so. */
  readonly counts: Counts;
  readonly people: number;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly CalibrationNote[];
}

/** Looks the answers over; refuses what no calibration can use. */
export function screen(
  matrix: CategoryMatrix,
  plan: CalibrationPlan,
): Result<Screened, CalibrationRefusal> {
  const names = groupNames(plan);
  const groups = groupsOf(matrix, plan, names);
  const survey = surveyOf(matrix, groups, names.length);
  if (survey.strays.length > 0) {
    return refuse('undeclared-code', sayStray(survey, matrix));
  }
  const groupNotes = leaveOut(groups, survey.silent);
  const unknown = unknownGroup(groups, names, plan);
  if (unknown !== undefined) {
    return unknown;
  }
  const { counts } = survey;
  const joined = join(matrix, plan, counts, names);
  const items = joined.items.flatMap((item, place) => (item === undefined ? [] : [place]));
  const refusal = tooFew(items.length, groups, names, plan);
  if (refusal !== undefined) {
    return refusal;
  }
  const recoded = recode(matrix, joined);
  return success({
    matrix: recoded,
    items,
    groupNames: names,
    groups,
    counts: joinedCounts(counts, joined),
    people: groups.reduce((sum, group) => sum + (group >= 0 ? 1 : 0), 0),
    leftOut: joined.leftOut,
    notes: [
      ...groupNotes,
      ...joined.notes,
      ...identical(recoded, items, survey.hashes),
      ...fewPeople(groups, plan),
    ],
  });
}

const ONLY_GROUP = 'everybody';

/** The reference group first, the others by name. */
function groupNames({ groups }: CalibrationPlan): readonly string[] {
  if (groups === undefined) {
    return [ONLY_GROUP];
  }
  const others = [...new Set(groups.of.filter((name) => name !== undefined))]
    .filter((name) => name !== groups.reference)
    .sort((a, b) => (a < b ? -1 : 1));
  return [groups.reference, ...others];
}

/** Each person's group, or -1. */
function groupsOf(
  { people }: CategoryMatrix,
  { groups }: CalibrationPlan,
  names: readonly string[],
): Int32Array {
  const places = new Map(names.map((name, g) => [name, g]));
  return groups === undefined
    ? new Int32Array(people)
    : Int32Array.from({ length: people }, (_, p) => places.get(groups.of[p] ?? '') ?? -1);
}

/** People without an answer leave their group; says how many those are and how many had none. */
function leaveOut(groups: Int32Array, silent: readonly number[]): readonly CalibrationNote[] {
  for (const person of silent) {
    groups[person] = -1;
  }
  const noGroup = groups.filter((group) => group < 0).length - silent.length;
  const notes: CalibrationNote[] = [];
  if (silent.length > 0) {
    notes.push({
      kind: 'no-answers',
      item: undefined,
      because: `${silent.length} people answered nothing; they are not counted among the people calibrated on`,
    });
  }
  if (noGroup > 0) {
    notes.push({
      kind: 'no-group',
      item: undefined,
      because: `${noGroup} people have no group; they are left out`,
    });
  }
  return notes;
}

function unknownGroup(
  groups: Int32Array,
  names: readonly string[],
  { groups: plan }: CalibrationPlan,
): ReturnType<typeof refuse<CalibrationRefusal>> | undefined {
  if (plan !== undefined && !groups.includes(0)) {
    return refuse('unknown-group', `nobody belongs to the reference group "${plan.reference}"`);
  }
  if (plan !== undefined && names.length < 2) {
    return refuse('unknown-group', `everybody belongs to "${plan.reference}": no group to compare`);
  }
  return undefined;
}

function tooFew(
  items: number,
  groups: Int32Array,
  names: readonly string[],
  plan: CalibrationPlan,
): ReturnType<typeof refuse<CalibrationRefusal>> | undefined {
  if (items < ITEMS_NEEDED) {
    return refuse(
      'too-few-items',
      `${items} items are left; an item response model needs at least ${ITEMS_NEEDED}. Classical statistics remain possible.`,
    );
  }
  const apart = plan.groups !== undefined && plan.groups.invariance !== 'scalar';
  const least = leastPeople(plan);
  const sizes = names.map((_, g) => groups.filter((group) => group === g).length);
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const small = names.flatMap((name, g) =>
    (sizes[g] ?? 0) < least ? [`${name}: ${sizes[g]}`] : [],
  );
  if (all < least || (apart && small.length > 0)) {
    return refuse(
      'too-few-people',
      `${apart ? small.join(', ') : `${all} people with answers`}; this model needs at least ${least}${apart ? ' in each group' : ''}. Classical statistics remain possible.`,
    );
  }
  return undefined;
}

const modelsOf = (plan: CalibrationPlan): readonly ModelName[] => [
  plan.model,
  ...(plan.byItem?.values() ?? []),
];

const leastPeople = (plan: CalibrationPlan): number =>
  Math.max(...modelsOf(plan).map((model) => PEOPLE_NEEDED[model].least));

function fewPeople(groups: Int32Array, plan: CalibrationPlan): readonly CalibrationNote[] {
  const people = groups.filter((group) => group >= 0).length;
  const enough = Math.max(...modelsOf(plan).map((model) => PEOPLE_NEEDED[model].enough));
  return people >= enough
    ? []
    : [
        {
          kind: 'few-people',
          item: undefined,
          because: `${people} people; with fewer than ${enough} the parameters of this model are unsteady`,
        },
      ];
}

/** Items that everybody answered alike: the model would take one for a perfect measure of the other. */
function identical(
  { codes, items, people }: CategoryMatrix,
  places: readonly number[],
  hashes: Int32Array,
): readonly CalibrationNote[] {
  const width = items.length;
  const byHash = new Map<number, number[]>();
  const notes: CalibrationNote[] = [];
  const alike = (a: number, b: number): boolean => {
    for (let row = 0; row < people * width; row += width) {
      if (codes[row + a] !== codes[row + b]) {
        return false;
      }
    }
    return true;
  };
  for (const place of places) {
    const hash = hashes[place] ?? 0;
    const others = byHash.get(hash) ?? [];
    const same = others.find((other) => alike(other, place));
    if (same !== undefined) {
      notes.push({
        kind: 'identical-items',
        item: items[place]?.name,
        because: `everybody answered it exactly as "${items[same]?.name}": probably the same column twice; the slopes of both mean nothing`,
      });
    }
    byHash.set(hash, [...others, place]);
  }
  return notes;
}
