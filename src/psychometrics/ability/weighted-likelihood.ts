/**
 * Ability by weighted likelihood (WLE), which takes the first-order bias out of maximum likelihood and is finite for
 * every pattern of answers: l'(theta) + J / (2 I) = 0, with I the test information and J = sum of P' P'' / P.
 * Standard error 1 / sqrt of minus the derivative of the left side.
 *
 * Source: Warm (1989), Psychometrika 54, 427-450; for ordered categories Samejima (1998). Without guessing J = I' (Rasch,
 * 1PL, 2PL, partial credit, and graded, where the differences cancel), so that the estimate is also the highest point of
 * the likelihood times sqrt(I), Jeffreys' prior. With guessing the two differ (Magis 2015): `jeffreysMode` gives the
 * second, which is what the program mirt calls WLE.
 */
import type { Result } from '../../kernel/result/result.ts';
import type { CalibratedItem } from '../irt/item-model.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import type { Abilities, MismatchRefusal } from './ability.ts';
import { type EstimatingEquation, estimateAll } from './point-estimate.ts';

const halfLog = (information: number): number => Math.log(information) / 2;

const WARM: EstimatingEquation = {
  value: ({ slope, bias, information }) => slope + bias / (2 * information),
  derivative: ({ curvature, bias, biasSlope, information, informationSlope }) =>
    curvature +
    (biasSlope / information - (bias / information) * (informationSlope / information)) / 2,
  weight: halfLog,
};

const JEFFREYS: EstimatingEquation = {
  value: ({ slope, information, informationSlope }) => slope + informationSlope / (2 * information),
  derivative: ({ curvature, information, informationSlope, informationCurvature }) =>
    curvature + (informationCurvature / information - (informationSlope / information) ** 2) / 2,
  weight: halfLog,
};

/** Warm's estimate for each person, in the order of the matrix. */
export const weightedLikelihood = (
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
): Result<Abilities, MismatchRefusal> => estimateAll(items, matrix, WARM);

/** The highest point of the likelihood times the root of the information, for each person. */
export const jeffreysMode = (
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
): Result<Abilities, MismatchRefusal> => estimateAll(items, matrix, JEFFREYS);
