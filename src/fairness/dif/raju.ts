/**
 * Raju's areas: how far apart are the item's curves in the two groups, over all abilities?
 *
 *     signed: (1 - c)(b(focal) - b(reference))
 *     unsigned: (1 - c) |2 (aF - aR) / (aF aR) log(1 + exp(Y)) - (bF - bR)|,  Y = aF aR (bF - bR) / (aF - aR);  |bF - bR| where aF = aR
 *
 * Sources: Raju (1988) for the areas, Raju (1990) for their standard errors. Assumes one scale and the same c in both groups; where c is above zero and the
 * curves differ in c, the area has no bound. Two-sided p-values: one program prints some above 1.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalTwoSided } from '../../numerics/distributions/normal.ts';
import type { ItemEstimate } from './item-estimates.ts';

export interface Area {
  readonly area: number;
  readonly error: number;
  readonly z: number;
  readonly pValue: number;
}

export interface Raju {
  /** Above zero, harder for the focal group on the whole. */
  readonly signed: Area;
  /** Never below zero. Its z keeps the sign of Raju's H, so that it can be compared with other programs. */
  readonly unsigned: Area;
}

/** Both on one scale, with `guessing` the same in both. Refused where a standard error is missing. */
export function raju(
  reference: ItemEstimate,
  focal: ItemEstimate,
  guessing = 0,
): Result<Raju, 'no-errors'> {
  const gap = focal.b - reference.b;
  const signedError = Math.sqrt(reference.varianceB + focal.varianceB);
  const { height, variance } = unsignedOf(reference, focal);
  if (!(signedError > 0 && variance > 0)) {
    return refuse('no-errors', 'the standard errors of this item are not all there');
  }
  return success({
    signed: areaOf(gap, signedError, guessing, gap),
    unsigned: areaOf(Math.abs(height), Math.sqrt(variance), guessing, height),
  });
}

function areaOf(area: number, error: number, guessing: number, height: number): Area {
  const z = height / error;
  return {
    area: (1 - guessing) * area,
    error: (1 - guessing) * error,
    z,
    pValue: normalTwoSided(z),
  };
}

interface Unsigned {
  readonly height: number;
  readonly variance: number;
}

function unsignedOf(reference: ItemEstimate, focal: ItemEstimate): Unsigned {
  const gap = focal.b - reference.b;
  const run = focal.a - reference.a;
  if (run === 0) {
    return { height: gap, variance: reference.varianceB + focal.varianceB };
  }
  const product = focal.a * reference.a;
  const y = (product * gap) / run;
  // log(1 + exp(y)) and its slope, without overflow: one program breaks off here and loses the sign.
  const soft = Math.max(0, y) + Math.log1p(Math.exp(-Math.abs(y)));
  const slope = y >= 0 ? 1 / (1 + Math.exp(-y)) : Math.exp(y) / (1 + Math.exp(y));
  const byB = 2 * slope - 1;
  const byFocalA = (2 * (soft - y * slope)) / focal.a ** 2;
  const byReferenceA = (2 * (y * slope - soft)) / reference.a ** 2;
  const variance =
    byB ** 2 * (focal.varianceB + reference.varianceB) +
    byFocalA ** 2 * focal.varianceA +
    byReferenceA ** 2 * reference.varianceA +
    2 * byB * byFocalA * focal.covariance -
    2 * byB * byReferenceA * reference.covariance;
  return { height: ((2 * run) / product) * soft - gap, variance };
}
