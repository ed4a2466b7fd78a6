/**
 * Exam questions by group: is a question harder for one group than for another among people of equal score? Groups that
 * the gate withholds in the table of results, and groups too small to say anything about a question, are left out.
 */
import { type MantelHaenszel, mantelHaenszel } from '../../fairness/dif/mantel-haenszel.ts';
import { purify } from '../../fairness/dif/purify.ts';
import { strataByScore } from '../../fairness/dif/strata.ts';
import { difClass, enoughPeople } from '../../fairness/dif/verdict.ts';
import { type Published, WITHHELD } from '../../fairness/disclosure/gate.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import {
  type ItemFigures,
  type ItemsToProtect,
  type ItemToProtect,
  type MeasuredItems,
  type NamedGroup,
  protectItems,
} from '../../fairness/disclosure/published-items.ts';
import {
  FOCAL,
  REFERENCE,
  SMALLEST_FOR_ITEMS,
  type TwoGroups,
  twoGroups,
} from '../../fairness/groups/group.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { at } from '../../kernel/result/at.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { RIGHT, WRONG } from '../../psychometrics/responses/codes.ts';
import { type ResponseMatrix, totals } from '../../psychometrics/responses/matrix.ts';
import { type Division, dayOf, groupOf, NOT_STATED } from './division.ts';
import type { MeasuredResponses } from './measurements.ts';

const SIGNIFICANCE = 0.05;

export interface FormTaken {
  readonly form: string;
  readonly rows: readonly MeasuredResponses[];
}

/** One answer for each form of a program. `table` is of its results, by the same division, before the same day. */
export const measureItems = (
  table: Published<MeasuredOutcomes>,
  division: Division,
  program: string,
  forms: readonly FormTaken[],
  before: CivilDate,
): Published<readonly MeasuredItems[]> =>
  protectItems(
    forms
      .toSorted((a, b) => a.form.localeCompare(b.form))
      .map(({ form, rows }) =>
        itemsOf({ division, program, form, before, shown: shownGroups(table) }, rows),
      ),
  );

interface FormAsked {
  readonly division: Division;
  readonly program: string;
  readonly form: string;
  readonly before: CivilDate;
  readonly shown: ReadonlySet<string>;
}

/** The groups that the gate shows in a table, without "not stated". */
const shownGroups = ({ value: { outcomes } }: Published<MeasuredOutcomes>): ReadonlySet<string> =>
  new Set(
    outcomes.rows
      .filter(({ group, outcome }) => group !== NOT_STATED && outcome !== WITHHELD)
      .map(({ group }) => group),
  );

function itemsOf(
  { division, program, form, before, shown }: FormAsked,
  rows: readonly MeasuredResponses[],
): ItemsToProtect {
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
): { readonly items: readonly ItemToProtect[]; readonly settled: boolean } {
  const everything = new Uint8Array(matrix.items.length).fill(1);
  const { end, look, flaggedSets } = purify(
    everything,
    (anchor) => itemsMatchedOn(matrix, anchor, groups),
    (items) => items.flatMap(({ figures }, place) => (figures?.standsOut === true ? [place] : [])),
  );
  return {
    settled: end === 'settled',
    items: look.map((item, place) => ({
      ...item,
      figures:
        item.figures === undefined
          ? undefined
          : {
              ...item.figures,
              standsOut: flaggedSets.every((set) => set.includes(place)),
            },
    })),
  };
}

/** An unfair question is treated as one that is tried out: it counts in no total but, in its own comparison, its own. */
function itemsMatchedOn(
  { people, items, codes }: ResponseMatrix,
  anchor: Uint8Array,
  groups: TwoGroups,
): readonly ItemToProtect[] {
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
  return results.map((result, place) => ({
    item: at(matrix.items, place).name,
    counts: countsOf(matrix, place, groups),
    figures: result.ok
      ? figuresOf(result.value, at(raised, judged.indexOf(result)), groups)
      : undefined,
  }));
}

function countsOf({ people, items, codes }: ResponseMatrix, item: number, { member }: TwoGroups) {
  const counts = [0, 0, 0, 0];
  for (let person = 0; person < people; person += 1) {
    const group = at(member, person);
    if (group === REFERENCE || group === FOCAL) {
      const right = at(codes, person * items.length + item) === RIGHT;
      const place = (group === FOCAL ? 2 : 0) + (right ? 1 : 0);
      counts[place] = at(counts, place) + 1;
    }
  }
  return counts;
}

function figuresOf(
  result: MantelHaenszel,
  raisedP: number,
  groups: TwoGroups,
): ItemFigures | undefined {
  const { effect, gap } = result;
  const letter = difClass(result);
  return effect.ok && letter.ok
    ? {
        delta: effect.value.delta,
        deltaError: effect.value.deltaError,
        letter: letter.value,
        harderFor: gap === 0 ? undefined : gap > 0 ? groups.focal : groups.reference,
        standsOut: letter.value === 'C' && raisedP < SIGNIFICANCE,
      }
    : undefined;
}
