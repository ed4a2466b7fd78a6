/**
 * Exam questions by group: is a question harder for one group than for another among people of equal score? Groups that
 * the gate withholds in the table of results, and groups too small to say anything about a question, are left out.
 */
import { type MantelHaenszel, mantelHaenszel } from '../../fairness/dif/mantel-haenszel.ts';
import { purify } from '../../fairness/dif/purify.ts';
import { strataByScore } from '../../fairness/dif/strata.ts';
import { type DifClass, difClass, enoughPeople } from '../../fairness/dif/verdict.ts';
import { SMALLEST_FOR_ITEMS, type TwoGroups, twoGroups } from '../../fairness/groups/group.ts';
import { at } from '../../kernel/result/at.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { RIGHT, WRONG } from '../../psychometrics/responses/codes.ts';
import { type ResponseMatrix, totals } from '../../psychometrics/responses/matrix.ts';
import {
  type Asked,
  countedBefore,
  dayOf,
  divisionBy,
  groupOf,
  type MeasureWorld,
  type NamedGroup,
  NOT_STATED,
} from './division.ts';
import { measurePasses } from './measure-passes.ts';
import type { MeasuredResponses } from './measurements.ts';
import { shownGroups } from './outcomes.ts';

export interface MeasuredItem {
  readonly item: string;
  /** Undefined where the method gives no bound. */
  readonly delta: number | undefined;
  readonly deltaError: number | undefined;
  readonly letter: DifClass | undefined;
  /** The group for which it is harder at the same score. */
  readonly harderFor: string | undefined;
  /** Class C, and more than chance explains with so many questions looked at (Holm's rule over the form). */
  readonly standsOut: boolean;
}

export interface ComparedItems {
  readonly focal: NamedGroup;
  readonly items: readonly MeasuredItem[];
  /** False where the questions that stand out keep changing: then only those that always do are marked. */
  readonly settled: boolean;
}

export interface MeasuredItems {
  readonly program: string;
  readonly form: string;
  /** The largest group, which the others are compared with; undefined where no group may be shown. */
  readonly reference: NamedGroup | undefined;
  readonly compared: readonly ComparedItems[];
  /** Groups with too few people for this: their questions need readers, not numbers. */
  readonly tooFew: readonly NamedGroup[];
}

const SIGNIFICANCE = 0.05;

/** One answer for each form of a program. */
export async function measureItems(
  world: MeasureWorld,
  asked: { readonly dimension: string; readonly program: string },
): Promise<readonly MeasuredItems[]> {
  const results = await world.measurements.results(asked.dimension);
  const forms = [
    ...new Set(results.filter(({ program }) => program === asked.program).map(({ form }) => form)),
  ];
  const shown = new Set(shownGroups(await measurePasses(world, asked)));
  const measured: MeasuredItems[] = [];
  for (const form of forms.toSorted((a, b) => a.localeCompare(b))) {
    const rows = await world.measurements.responses(asked.dimension, form);
    measured.push(itemsOf(world, { ...asked, form }, rows, shown));
  }
  return measured;
}

function itemsOf(
  world: MeasureWorld,
  asked: Asked & { readonly program: string; readonly form: string },
  rows: readonly MeasuredResponses[],
  shown: ReadonlySet<string>,
): MeasuredItems {
  const { program, form } = asked;
  const division = divisionBy(asked.dimension);
  const before = countedBefore(world);
  const counted = rows
    .map((row) => ({ ...row, on: dayOf(program, row.scoredAt) }))
    .filter(({ on }) => on < before);
  const labels = counted.map(({ groups, on }) => groupOf(division, groups, on));
  const size = (group: string): number => labels.filter((label) => label === group).length;
  const named = division.groups.filter(({ id }) => id !== NOT_STATED && shown.has(id));
  const [reference, ...others] = named.toSorted((a, b) => size(b.id) - size(a.id));
  if (reference === undefined) {
    return { program, form, reference, compared: [], tooFew: [] };
  }
  const large = others.filter(({ id }) => size(id) >= SMALLEST_FOR_ITEMS);
  const enough = size(reference.id) >= SMALLEST_FOR_ITEMS ? large : [];
  const matrix = matrixOf(counted);
  return {
    program,
    form,
    reference,
    compared: enough.map((focal) => ({
      focal,
      ...comparedItems(matrix, twoOf(labels, reference, focal)),
    })),
    tooFew: others.filter((group) => !enough.includes(group)),
  };
}

/** An empty label stands for nobody's group, so that whoever did not state one is in neither. */
function twoOf(labels: readonly string[], reference: NamedGroup, focal: NamedGroup): TwoGroups {
  const stated = labels.map((label) => (label === NOT_STATED ? '' : label));
  const groups = twoGroups(stated, reference.id, focal.id);
  if (!groups.ok) {
    throw new Error(groups.refusal.because);
  }
  return groups.value;
}

/** Everybody who sat a form was shown all of it: what is not right is wrong. */
function matrixOf(rows: readonly MeasuredResponses[]): ResponseMatrix {
  const items = rows[0]?.items ?? [];
  const codes = new Uint8Array(rows.length * items.length);
  rows.forEach(({ items: own, rights }, person) => {
    items.forEach((item, place) => {
      const right = own[place] === item ? rights[place] : rights[own.indexOf(item)];
      codes[person * items.length + place] = right === true ? RIGHT : WRONG;
    });
  });
  return {
    people: rows.length,
    items: items.map((name) => ({ name, pilot: false })),
    codes,
  };
}

/**
 * Questions that stand out are taken out of the score on which people are matched, and all are looked at anew, until the
 * same ones stand out: a score that holds unfair questions makes fair ones look as if they favored the other group.
 */
function comparedItems(
  matrix: ResponseMatrix,
  groups: TwoGroups,
): Pick<ComparedItems, 'items' | 'settled'> {
  const everything = new Uint8Array(matrix.items.length).fill(1);
  const { end, look, flaggedSets } = purify(
    everything,
    (anchor) => itemsMatchedOn(matrix, anchor, groups),
    (items) => items.flatMap(({ standsOut }, place) => (standsOut ? [place] : [])),
  );
  return {
    settled: end === 'settled',
    items: look.map((item, place) => ({
      ...item,
      standsOut: flaggedSets.every((set) => set.includes(place)),
    })),
  };
}

/** An unfair question is treated as one that is tried out: it counts in no total but, in its own comparison, its own. */
function itemsMatchedOn(
  { people, items, codes }: ResponseMatrix,
  anchor: Uint8Array,
  groups: TwoGroups,
): readonly MeasuredItem[] {
  const matrix: ResponseMatrix = {
    people,
    items: items.map(({ name }, place) => ({ name, pilot: anchor[place] === 0 })),
    codes,
  };
  const scores = totals(matrix);
  const results = matrix.items.map((_, place) => {
    const compared = mantelHaenszel(strataByScore(matrix, scores, groups, place));
    return compared.ok ? enoughPeople(compared.value) : compared;
  });
  const judged = results.filter((result) => result.ok);
  const raised = holm(judged.map(({ value }) => value.pValue));
  return results.map((result, place) => {
    const { name } = at(matrix.items, place);
    return result.ok
      ? measuredItem(name, result.value, at(raised, judged.indexOf(result)), groups)
      : { ...NOT_JUDGED, item: name };
  });
}

const NOT_JUDGED = {
  delta: undefined,
  deltaError: undefined,
  letter: undefined,
  harderFor: undefined,
  standsOut: false,
};

function measuredItem(
  item: string,
  result: MantelHaenszel,
  raisedP: number,
  groups: TwoGroups,
): MeasuredItem {
  const { effect, gap } = result;
  const letter = difClass(result);
  return {
    item,
    delta: effect.ok ? effect.value.delta : undefined,
    deltaError: effect.ok ? effect.value.deltaError : undefined,
    letter: letter.ok ? letter.value : undefined,
    harderFor: gap === 0 ? undefined : gap > 0 ? groups.focal : groups.reference,
    standsOut: letter.ok && letter.value === 'C' && raisedP < SIGNIFICANCE,
  };
}
