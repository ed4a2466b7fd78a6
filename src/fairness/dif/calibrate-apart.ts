/**
 * Each of two groups calibrated apart: the slopes and difficulties with their errors that Lord and Raju compare. What an
 * item cannot give in one group (everybody right, more than two categories, no errors) is a reason of its own, and the
 * others go on.
 *
 * Each calibration has its own zero and, with free slopes, its own unit; see the files on linking.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { calibrate } from '../../psychometrics/irt/calibrate.ts';
import type {
  ItemEstimate as CalibratedEstimate,
  Calibration,
} from '../../psychometrics/irt/calibration.ts';
import type { CategoryMatrix } from '../../psychometrics/responses/categories.ts';
import { FOCAL, REFERENCE, type TwoGroups } from '../groups/group.ts';
import type { DifFault, ModelForm } from './dif-method.ts';
import { fromSlopeIntercept, type ItemEstimate } from './item-estimates.ts';

export interface GroupCalibration {
  /** In the order of the form; or why the item has none in this group. */
  readonly items: readonly Result<ItemEstimate, DifFault>[];
  /** Of ability, on the group's own scale; its mean is zero. */
  readonly variance: number;
}

export interface Apart {
  readonly reference: GroupCalibration;
  readonly focal: GroupCalibration;
}

/** Both groups calibrated with standard errors. Refused where a group cannot be, or where its search did not settle. */
export function calibrateApart({ matrix, groups, model = '2pl' }: ModelForm): Result<Apart> {
  const of = (side: number, name: string): Result<GroupCalibration> => {
    const own = onlyGroup(matrix, groups, side);
    const fit = calibrate(own, { model });
    if (!fit.ok) {
      return refuse(fit.refusal.kind, `${name}: ${fit.refusal.because}`);
    }
    return fit.value.converged
      ? success(groupFrom(matrix, fit.value, name))
      : refuse('not-settled', `the calibration of ${name} did not settle; see its notes`);
  };
  const reference = of(REFERENCE, groups.reference);
  if (!reference.ok) {
    return reference;
  }
  const focal = of(FOCAL, groups.focal);
  return focal.ok ? success({ reference: reference.value, focal: focal.value }) : focal;
}

function onlyGroup(matrix: CategoryMatrix, { member }: TwoGroups, side: number): CategoryMatrix {
  const width = matrix.items.length;
  const people = Array.from(member.keys()).filter((person) => member[person] === side);
  const codes = new Uint8Array(people.length * width);
  people.forEach((person, row) => {
    codes.set(matrix.codes.subarray(person * width, (person + 1) * width), row * width);
  });
  return { people: people.length, items: matrix.items, codes };
}

function groupFrom(matrix: CategoryMatrix, fit: Calibration, name: string): GroupCalibration {
  const known = new Map(fit.items.map((item) => [item.item, item]));
  const reasons = new Map(fit.leftOut.map(({ item, because }) => [item, because]));
  return {
    variance: at(fit.groups, 0).variance,
    items: matrix.items.map((item) => {
      const own = known.get(item.name);
      return own === undefined
        ? refuse('not-calibrated', `${name}: ${reasons.get(item.name) ?? 'not calibrated'}`)
        : estimateOf(own, name);
    }),
  };
}

function estimateOf(
  { model, covariance }: CalibratedEstimate,
  name: string,
): Result<ItemEstimate, DifFault> {
  if (model.kind !== 'binary') {
    return refuse(
      'more-points',
      'this item gives more than one point: ask for the likelihood ratio',
    );
  }
  if (covariance === undefined) {
    return refuse(
      'no-errors',
      `${name}: the standard errors of the calibration could not be found`,
    );
  }
  const width = Math.round(Math.sqrt(covariance.length));
  const estimate = fromSlopeIntercept(model.a, model.d, {
    varianceA: at(covariance, 0),
    covariance: at(covariance, 1),
    varianceD: at(covariance, width + 1),
  });
  return estimate.ok ? estimate : refuse('undefined', estimate.refusal.because);
}
