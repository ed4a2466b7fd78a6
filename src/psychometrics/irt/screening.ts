/**
 * What is looked at before any model is fitted: codes outside the declared ones (refused, with rows), items that say
 * nothing because everybody gave the same answer (left out, with the reason), categories nobody used (joined to a
 * neighbor, told), identical items (told), people without a single answer or without a group (counted, not used).
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { type CategoryItem, type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import {
  type CalibrationNote,
  type CalibrationPlan,
  type CalibrationRefusal,
  ITEMS_NEEDED,
  type ModelName,
  PEOPLE_NEEDED,
} from './calibration-plan.ts';

export interface LeftOut {
  readonly item: string;
  readonly because: string;
}

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

type Counts = readonly (readonly Int32Array[])[];

/** What one look at every answer finds. */
interface Survey {
  readonly counts: Counts;
  /** Places of answers outside the declared categories. */
  readonly strays: readonly number[];
  /** People who answered nothing. */
  readonly silent: readonly number[];
  /** A number that two items answered alike by everybody share. */
  readonly hashes: Int32Array;
}

function surveyOf(
  { codes, items, people }: CategoryMatrix,
  groups: Int32Array,
  groupCount: number,
): Survey {
  const width = items.length;
  const categories = Int32Array.from(items, (item) => item.categories);
  const most = categories.reduce((max, count) => Math.max(max, count), 0);
  const flat = new Int32Array((groupCount + 1) * width * most);
  const hashes = new Int32Array(width);
  const strays: number[] = [];
  const silent: number[] = [];
  for (let person = 0, at = 0; person < people; person += 1) {
    const own = groups[person] ?? -1;
    let count = (own < 0 ? groupCount : own) * width * most;
    let answers = 0;
    for (let item = 0; item < width; item += 1, at += 1, count += most) {
      const code = codes[at] ?? NO_ANSWER;
      hashes[item] = Math.imul(hashes[item] ?? 0, 31) + code;
      if (code === NO_ANSWER) {
        continue;
      }
      answers += 1;
      if (code < (categories[item] ?? 0)) {
        flat[count + code] = (flat[count + code] ?? 0) + 1;
      } else {
        strays.push(at);
      }
    }
    if (answers === 0) {
      silent.push(person);
    }
  }
  const counts = Array.from({ length: groupCount }, (_, g) =>
    items.map((item, i) => {
      const from = (g * width + i) * most;
      return flat.slice(from, from + item.categories);
    }),
  );
  return { counts, strays, silent, hashes };
}

function sayStray({ strays }: Survey, { codes, items }: CategoryMatrix): string {
  const shown = strays.slice(0, 5).map((at) => {
    const item = items[at % items.length]?.name;
    return `row ${Math.floor(at / items.length) + 1}, ${item}: ${codes[at]}`;
  });
  return `${strays.length} answers have a code outside the categories declared for their item (${shown.join('; ')}${strays.length > shown.length ? '; …' : ''}). Declare the code as missing or as a category.`;
}

/** The counts of the categories as they go on. */
function joinedCounts(counts: Counts, { codes, items }: Joined): Counts {
  return counts.map((group) =>
    group.map((own, place) => {
      const merged = new Int32Array(items[place]?.categories ?? own.length);
      own.forEach((count, old) => {
        const code = codes[place]?.[old] ?? old;
        merged[code] = (merged[code] ?? 0) + count;
      });
      return merged;
    }),
  );
}

interface Joined {
  /** The item as it goes on, undefined where it is left out. */
  readonly items: readonly (CategoryItem | undefined)[];
  /** The new category of each old one. */
  readonly codes: readonly (readonly number[])[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly CalibrationNote[];
}

/** Joins each category that somebody must have used but nobody did to the next lower one that is used. */
function join(
  matrix: CategoryMatrix,
  plan: CalibrationPlan,
  counts: Counts,
  names: readonly string[],
): Joined {
  const leftOut: LeftOut[] = [];
  const notes: CalibrationNote[] = [];
  const codes: number[][] = [];
  const items = matrix.items.map((item, place) => {
    const apart = answeredApart(plan, item.name);
    const used = item.labels.map((_, k) => {
      const inGroup = counts.map((group) => (group[place]?.[k] ?? 0) > 0);
      return apart ? inGroup.every(Boolean) : inGroup.some(Boolean);
    });
    const kept = used.flatMap((is, k) => (is ? [k] : []));
    const map = used.map((_, k) => Math.max(0, kept.filter((other) => other <= k).length - 1));
    codes.push(map);
    if (plan.anchors?.has(item.name)) {
      codes[place] = used.map((_, k) => k);
      return item;
    }
    if (kept.length < 2) {
      leftOut.push({ item: item.name, because: sayConstant(counts, place, names, apart) });
      return undefined;
    }
    if (kept.length === used.length) {
      return item;
    }
    const labels = kept.map((_, k) =>
      item.labels
        .filter(
          (__, old) => map[old] === k && counts.some((group) => (group[place]?.[old] ?? 0) > 0),
        )
        .join(' or '),
    );
    const empty = item.labels.filter((_, k) => used[k] === false);
    notes.push({
      kind: 'collapsed',
      item: item.name,
      because: `nobody${apart && names.length > 1 ? ' in at least one group' : ''} is in category ${empty.map((label) => `"${label}"`).join(', ')}; the item is calibrated with the categories ${labels.map((label) => `"${label}"`).join(', ')}`,
    });
    return { name: item.name, categories: kept.length, labels };
  });
  return { items, codes, leftOut, notes };
}

/** Whether each group has intercepts of its own for this item. */
export function answeredApart({ groups }: CalibrationPlan, item: string): boolean {
  return (
    groups !== undefined && (groups.invariance !== 'scalar' || groups.freeItems?.has(item) === true)
  );
}

function sayConstant(
  counts: Counts,
  place: number,
  names: readonly string[],
  apart: boolean,
): string {
  const answered = counts.some((group) => group[place]?.some((count) => count > 0));
  if (!answered) {
    return 'nobody answered it';
  }
  const constant = names.filter(
    (_, g) => (counts[g]?.[place]?.filter((count) => count > 0).length ?? 0) < 2,
  );
  return apart && constant.length < names.length
    ? `in ${constant.join(', ')} everybody gave the same answer, so that its own parameters cannot be found there`
    : 'everybody gave the same answer: it says nothing about ability';
}

function recode(matrix: CategoryMatrix, { items, codes }: Joined): CategoryMatrix {
  const changed = codes.some((map) => map.some((code, old) => code !== old));
  if (!changed) {
    return matrix;
  }
  const width = matrix.items.length;
  return {
    people: matrix.people,
    items: matrix.items.map((item, place) => items[place] ?? item),
    codes: matrix.codes.map((code, at) =>
      code === NO_ANSWER ? code : (codes[at % width]?.[code] ?? code),
    ),
  };
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
