/**
 * What ratio of selection rates a selection from the top would give, if two groups differ in their mean
 * score by d standard deviations and nothing else. Planned before a test is used, not computed from outcomes.
 *
 *     share Q(u + d) + (1 - share) Q(u) = selected,   ratio = Q(u + d) / Q(u),   Q the upper normal tail
 *
 * Source: De Corte & Lievens (2003). Assumes normal scores of equal spread in both groups.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { normalUpperTail } from '../../numerics/distributions/normal.ts';
import { increasingRoot } from '../../numerics/distributions/root.ts';

export interface TopDownPlan {
  /** How far the focal group's mean lies below, in standard deviations. */
  readonly gap: number;
  /** The share of all applicants who are selected. */
  readonly selected: number;
  /** The share of applicants in the focal group. */
  readonly focalShare: number;
}

export interface TopDownOutcome {
  readonly ratio: number;
  readonly focalRate: number;
  readonly referenceRate: number;
  /** The cut, in standard deviations above the reference group's mean. */
  readonly cut: number;
}

const FARTHEST = 37;

/** Refused where a share is not between 0 and 1. */
export function topDownRatio({
  gap,
  selected,
  focalShare,
}: TopDownPlan): Result<TopDownOutcome, 'bad-plan'> {
  const between = (share: number): boolean => share > 0 && share < 1;
  if (!(between(selected) && between(focalShare) && Number.isFinite(gap))) {
    return refuse('bad-plan', 'the selected share and the focal share lie between 0 and 1');
  }
  const rate = (cut: number): number =>
    focalShare * normalUpperTail(cut + gap) + (1 - focalShare) * normalUpperTail(cut);
  const reach = FARTHEST + Math.abs(gap);
  const cut = increasingRoot((x) => selected - rate(x), -reach, reach);
  const [focalRate, referenceRate] = [normalUpperTail(cut + gap), normalUpperTail(cut)];
  return referenceRate > 0
    ? success({ ratio: focalRate / referenceRate, focalRate, referenceRate, cut })
    : refuse('bad-plan', 'nobody of the reference group would be selected: no ratio');
}
