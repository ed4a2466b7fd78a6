/**
 * A calibrated exam: the model's items, the answers they describe, and the density of ability that goes with them. What
 * scores, fit and curves are worked out from.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import {
  type LatentDensity,
  normalDensity,
  STANDARD_DENSITY,
} from '../../psychometrics/ability/latent-density.ts';
import { Calibrator } from '../../psychometrics/irt/calibrate.ts';
import type { Calibration } from '../../psychometrics/irt/calibration.ts';
import type { ModelName } from '../../psychometrics/irt/calibration-plan.ts';
import type { CalibratedItem } from '../../psychometrics/irt/item-model.ts';
import { type CategoryMatrix, NO_ANSWER } from '../../psychometrics/responses/categories.ts';
import { categoryMatrix } from '../../psychometrics/responses/category-matrix.ts';
import type { ResponseMatrix } from '../../psychometrics/responses/matrix.ts';

export interface FittedExam {
  readonly model: ModelName;
  readonly calibration: Calibration;
  readonly items: readonly CalibratedItem[];
  /** The answers to the items of the model. */
  readonly matrix: CategoryMatrix;
  readonly density: LatentDensity;
  /** Items that could not be part of the model, by name, with the reason. */
  readonly leftOut: readonly { readonly id: string; readonly because: string }[];
  readonly notes: readonly string[];
}

export interface FitRequest {
  readonly model: ModelName;
  readonly errors: boolean;
  /** The items to fit, by their places. */
  readonly places: readonly number[];
  /** What the file calls no points. */
  readonly lowest: number;
}

// 61 points, as the calibration has; twice as many change no printed digit and take twice the time.
const POINTS = 61;

/** Fits the model; refused with a reason where there are too few people or items for it. An omitted answer is wrong. */
export function fitExam(
  answers: ResponseMatrix,
  { model, errors, places, lowest }: FitRequest,
): Result<FittedExam> {
  const categorized = categoryMatrix(answers, places, 'lowest', lowest);
  const calibrator = Calibrator.over(categorized.matrix, {
    model,
    errors: errors ? 'observed' : 'none',
  });
  if (!calibrator.ok) {
    return calibrator;
  }
  const calibration = calibrator.value.fit();
  const [group] = calibration.groups;
  const density = normalDensity({
    ...STANDARD_DENSITY,
    points: POINTS,
    mean: group?.mean ?? 0,
    variance: group?.variance ?? 1,
  });
  if (!density.ok) {
    return refuse('no-density', density.refusal.because);
  }
  const { screened } = calibrator.value;
  return success({
    model,
    calibration,
    items: calibration.items.map((item) => item.model),
    matrix: columnsAt(screened.matrix, screened.items),
    density: density.value,
    leftOut: [
      ...categorized.leftOut.map(({ place, because }) => ({
        id: at(answers.items, place).name,
        because,
      })),
      ...calibration.leftOut.map(({ item, because }) => ({ id: item, because })),
    ],
    notes: [
      ...categorized.notes,
      ...calibration.notes.map(({ item, because }) =>
        item === undefined ? `${because}.` : `${item}: ${because}.`,
      ),
    ],
  });
}

/** The same people, the columns at these places only. */
function columnsAt(
  { people, items, codes }: CategoryMatrix,
  places: readonly number[],
): CategoryMatrix {
  if (places.length === items.length) {
    return { people, items, codes };
  }
  const width = items.length;
  const kept = new Uint8Array(people * places.length);
  for (let person = 0; person < people; person += 1) {
    places.forEach((place, column) => {
      kept[person * places.length + column] = codes[person * width + place] ?? NO_ANSWER;
    });
  }
  return { people, items: places.map((place) => at(items, place)), codes: kept };
}
