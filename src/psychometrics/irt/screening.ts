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
  readonly people: number;
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly CalibrationNote[];
}

/** Looks the answers over; refuses what no calibration can use. */
export function screen(
  matrix: CategoryMatrix,
  plan: CalibrationPlan,
): Result<Screened, CalibrationRefusal> {
  const stray = undeclared(matrix);
  if (stray !== undefined) {
    return refuse('undeclared-code', stray);
  }
  const grouped = groupsOf(matrix, plan);
  if (!grouped.ok) {
    return grouped;
  }
  const { names, groups, notes: groupNotes } = grouped.value;
  const counts = countsOf(matrix, groups, names.length);
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
    people: groups.reduce((sum, group) => sum + (group >= 0 ? 1 : 0), 0),
    leftOut: joined.leftOut,
    notes: [
      ...groupNotes,
      ...joined.notes,
      ...identical(recoded, items, groups),
      ...fewPeople(groups, plan),
    ],
  });
}

function undeclared({ codes, items, people }: CategoryMatrix): string | undefined {
  const found: string[] = [];
  let count = 0;
  for (let person = 0; person < people; person += 1) {
    for (let item = 0; item < items.length; item += 1) {
      const code = codes[person * items.length + item] ?? NO_ANSWER;
      if (code !== NO_ANSWER && code >= (items[item]?.categories ?? 0)) {
        count += 1;
        if (found.length < 5) {
          found.push(`row ${person + 1}, ${items[item]?.name}: ${code}`);
        }
      }
    }
  }
  return count === 0
    ? undefined
    : `${count} answers have a code outside the categories declared for their item (${found.join('; ')}${count > found.length ? '; …' : ''}). Declare the code as missing or as a category.`;
}

interface Grouped {
  readonly names: readonly string[];
  readonly groups: Int32Array;
  readonly notes: readonly CalibrationNote[];
}

const ONLY_GROUP = 'everybody';

/** The reference group first, the others by name; people without an answer or a group are -1. */
function groupsOf(
  matrix: CategoryMatrix,
  { groups: plan }: CalibrationPlan,
): Result<Grouped, CalibrationRefusal> {
  const width = matrix.items.length;
  const silent = (person: number): boolean =>
    matrix.codes.subarray(person * width, (person + 1) * width).every((code) => code === NO_ANSWER);
  const others = [...new Set(plan?.of.filter((name) => name !== undefined) ?? [])]
    .filter((name) => name !== plan?.reference)
    .sort((a, b) => (a < b ? -1 : 1));
  const names = plan === undefined ? [ONLY_GROUP] : [plan.reference, ...others];
  const places = new Map(names.map((name, g) => [name, g]));
  const groups = new Int32Array(matrix.people).fill(-1);
  let noAnswer = 0;
  let noGroup = 0;
  for (let person = 0; person < matrix.people; person += 1) {
    const name = plan === undefined ? ONLY_GROUP : plan.of[person];
    if (silent(person)) {
      noAnswer += 1;
    } else if (name === undefined) {
      noGroup += 1;
    } else {
      groups[person] = places.get(name) ?? -1;
    }
  }
  if (plan !== undefined && !groups.includes(0)) {
    return refuse('unknown-group', `nobody belongs to the reference group "${plan.reference}"`);
  }
  if (plan !== undefined && others.length === 0) {
    return refuse('unknown-group', `everybody belongs to "${plan.reference}": no group to compare`);
  }
  const notes: CalibrationNote[] = [];
  if (noAnswer > 0) {
    notes.push({
      kind: 'no-answers',
      item: undefined,
      because: `${noAnswer} people answered nothing; they are not counted among the people calibrated on`,
    });
  }
  if (noGroup > 0) {
    notes.push({
      kind: 'no-group',
      item: undefined,
      because: `${noGroup} people have no group; they are left out`,
    });
  }
  return success({ names, groups, notes });
}

/** counts[group][item][category] */
function countsOf(
  { codes, items, people }: CategoryMatrix,
  groups: Int32Array,
  groupCount: number,
): readonly (readonly Int32Array[])[] {
  const counts = Array.from({ length: groupCount }, () =>
    items.map((item) => new Int32Array(item.categories)),
  );
  for (let person = 0; person < people; person += 1) {
    const own = counts[groups[person] ?? -1];
    for (let item = 0; own !== undefined && item < items.length; item += 1) {
      const code = codes[person * items.length + item] ?? NO_ANSWER;
      const count = own[item];
      if (code !== NO_ANSWER && count !== undefined) {
        count[code] = (count[code] ?? 0) + 1;
      }
    }
  }
  return counts;
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
  counts: readonly (readonly Int32Array[])[],
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
  counts: readonly (readonly Int32Array[])[],
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
  { codes, items }: CategoryMatrix,
  places: readonly number[],
  groups: Int32Array,
): readonly CalibrationNote[] {
  const width = items.length;
  const byHash = new Map<number, number[]>();
  const notes: CalibrationNote[] = [];
  const alike = (a: number, b: number): boolean =>
    groups.every((_, person) => codes[person * width + a] === codes[person * width + b]);
  for (const place of places) {
    let hash = 0;
    for (let at = place; at < codes.length; at += width) {
      hash = Math.imul(hash, 31) + (codes[at] ?? 0);
    }
    const same = (byHash.get(hash) ?? []).find((other) => alike(other, place));
    if (same !== undefined) {
      notes.push({
        kind: 'identical-items',
        item: items[place]?.name,
        because: `everybody answered it exactly as "${items[same]?.name}": probably the same column twice; the slopes of both mean nothing`,
      });
    }
    byHash.set(hash, [...(byHash.get(hash) ?? []), place]);
  }
  return notes;
}
