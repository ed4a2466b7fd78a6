/**
 * Categories that nobody used, joined to a neighbor that somebody did, with the labels of the others kept; items that are
 * left with one category, left out with the reason. Where groups have thresholds of their own, a category must be
 * used in every group; else it is joined for all.
 */
import { type CategoryItem, type CategoryMatrix, NO_ANSWER } from '../responses/categories.ts';
import type { Counts } from './answer-survey.ts';
import type { CalibrationNote, CalibrationPlan } from './calibration-plan.ts';

/** An item that is not calibrated, and why. */
export interface LeftOut {
  readonly item: string;
  readonly because: string;
}

export interface Joined {
  /** The item as it goes on, undefined where it is left out. */
  readonly items: readonly (CategoryItem | undefined)[];
  /** The new category of each old one. */
  readonly codes: readonly (readonly number[])[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly CalibrationNote[];
}

/** Joins each category that somebody must have used but nobody did to the next lower one that is used. */
export function join(
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

/** The answers in the new categories. */
export function recode(matrix: CategoryMatrix, { items, codes }: Joined): CategoryMatrix {
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

/** The counts of the categories as they go on. */
export function joinedCounts(counts: Counts, { codes, items }: Joined): Counts {
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
