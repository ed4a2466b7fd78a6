/**
 * Items compared between two groups by the methods of the catalog that calibrate: Lord, Raju and the likelihood ratio, as
 * rows of the result. Not here: how they calibrate and link (fairness/dif).
 */
import { modelMethod } from '../../fairness/dif/catalog.ts';
import {
  compareByModel,
  compareByModelPurified,
  prepareModel,
} from '../../fairness/dif/compare-by-model.ts';
import type { ModelFinding } from '../../fairness/dif/dif-method.ts';
import { at } from '../../kernel/result/at.ts';
import type { CalibratedItem } from '../../psychometrics/irt/item-model.ts';
import { categoryMatrix } from '../../psychometrics/responses/category-matrix.ts';
import { placesOf } from '../../psychometrics/responses/matrix.ts';
import type { DifRow, PurificationFacts } from '../../reporting/technical-report/report.ts';
import type { ChosenGroups } from './choose-groups.ts';
import { adjusted, directionOf, emptyRow, type RowName } from './dif-rows.ts';
import { purificationFacts } from './matching-items.ts';
import type { Exam } from './read-exam.ts';

export type ModelMethodId = 'lord' | 'raju' | 'likelihood-ratio';

const NO_STRATA = 'people are not sorted by score';

/** On which items the scale rests: the places of the anchors, if any are named. */
interface ScaleItems {
  readonly anchors: readonly number[] | undefined;
  readonly purify: boolean;
}

/** Every scored item by one method, in the order of the file, and how the items that hold the scale were purified. */
export function difByModels(
  id: ModelMethodId,
  { matrix, read }: Exam,
  chosen: ChosenGroups,
  { anchors, purify }: ScaleItems,
): { readonly rows: readonly DifRow[]; readonly purification: readonly PurificationFacts[] } {
  const { groups, column } = chosen;
  const method = modelMethod(id);
  const places = placesOf(matrix, false);
  const name = (place: number): RowName => ({
    item: at(matrix.items, place).name,
    method: id,
    group: column,
    focal: groups.focal,
    reference: groups.reference,
    effectScale: method?.effect ?? '',
  });
  const {
    matrix: answers,
    places: kept,
    leftOut,
  } = categoryMatrix(matrix, places, 'lowest', read.lowestCategory);
  const named = kept.flatMap((place, index) =>
    anchors?.includes(place) === true ? [at(answers.items, index).name] : [],
  );
  const prepared =
    method === undefined
      ? undefined
      : prepareModel(
          method,
          { matrix: answers, groups },
          anchors === undefined ? undefined : named,
        );
  if (prepared?.ok !== true) {
    const because = prepared?.refusal.because ?? `there is no method "${id}"`;
    return { rows: places.map((place) => emptyRow(name(place), because)), purification: [] };
  }
  const purified = purify ? compareByModelPurified(prepared.value) : undefined;
  const look = purified?.look ?? compareByModel(prepared.value);
  const found = new Map(look.map((item, index) => [at(kept, index), item.found]));
  const gone = new Map(leftOut.map(({ place, because }) => [place, because]));
  const rows = adjusted(
    places.map((place) => {
      const finding = found.get(place);
      if (finding?.ok !== true) {
        const because = finding?.refusal.because ?? gone.get(place) ?? 'the item was left out';
        return emptyRow(name(place), because);
      }
      return rowOf(name(place), chosen, finding.value);
    }),
  );
  const names = answers.items.map((item) => item.name);
  return {
    rows,
    purification: purified === undefined ? [] : [purificationFacts(id, purified, names)],
  };
}

function rowOf(name: RowName, { groups, column }: ChosenGroups, finding: ModelFinding): DifRow {
  const { effect, effectError, class: letter, curves } = finding;
  return {
    ...name,
    statistic: finding.statistic,
    degreesOfFreedom: finding.degreesOfFreedom,
    pValue: finding.pValue,
    pAdjusted: null,
    effect: effect ?? null,
    effectError: effectError ?? null,
    class: letter ?? null,
    direction: directionOf(finding.leaning, column, groups),
    people: finding.people,
    focalPeople: finding.focalMatched,
    strata: null,
    detail: {
      signedDifference: curves.signed,
      unsignedDifference: curves.unsigned,
      ...parameters('Reference', finding.reference),
      ...parameters('Focal', finding.focal),
    },
    reasons: {
      ...(effect === undefined ? { effect: 'the curves could not be compared' } : {}),
      ...(effectError === undefined
        ? { effectError: 'no standard error is defined for this effect' }
        : {}),
      ...(letter === undefined ? { class: 'the method has no agreed classes' } : {}),
      ...(finding.note === undefined ? {} : { note: finding.note }),
      strata: NO_STRATA,
    },
  };
}

/** Slope and, for a right-or-wrong item, difficulty, both on the scale of the reference group. */
function parameters(group: string, item: CalibratedItem): Readonly<Record<string, number>> {
  return item.kind === 'binary'
    ? { [`a${group}`]: item.a, [`b${group}`]: -item.d / item.a }
    : { [`a${group}`]: item.a };
}
