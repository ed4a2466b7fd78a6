/**
 * What is looked at in a plan before the answers: names that exist, anchors that fit their items, models that can be
 * asked of groups, weights that can be used.
 */
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { CategoryMatrix } from '../responses/categories.ts';
import type { CalibrationNote, CalibrationPlan, CalibrationRefusal } from './calibration-plan.ts';
import { parametersOf } from './design-for.ts';
import { answeredApart } from './joined-categories.ts';
import type { Screened } from './screening.ts';

export interface Weighting {
  readonly weights: Float64Array | undefined;
  readonly unequal: boolean;
  readonly notes: readonly CalibrationNote[];
}

/** Weights scaled to sum to the number of people: doubling every weight changes nothing. */
export function weightingOf(
  screened: Screened,
  weights: Float64Array | undefined,
): Result<Weighting, CalibrationRefusal> {
  if (weights === undefined) {
    return success({ weights, unequal: false, notes: [] });
  }
  const used = weights.filter((_, person) => (screened.groups[person] ?? -1) >= 0);
  if (
    weights.length !== screened.groups.length ||
    used.some((weight) => !(weight > 0 && Number.isFinite(weight)))
  ) {
    return refuse(
      'unusable-weights',
      'every person needs one weight, a number above zero; leave people out of the file instead of weighting them zero',
    );
  }
  const factor = screened.people / used.reduce((sum, weight) => sum + weight, 0);
  return success({
    weights: weights.map((weight) => weight * factor),
    unequal: used.some((weight) => weight !== used[0]),
    notes: [
      {
        kind: 'scaled-weights',
        item: undefined,
        because:
          'weights were scaled to sum to the number of people; with unequal weights the standard errors are robust (sandwich)',
      },
    ],
  });
}

/** Why the plan cannot be carried out on these items; undefined where it can. */
export function unsuitable(
  { items }: CategoryMatrix,
  plan: CalibrationPlan,
): ReturnType<typeof refuse<CalibrationRefusal>> | undefined {
  const names = new Set(items.map(({ name }) => name));
  const asked = [
    ...(plan.byItem?.keys() ?? []),
    ...(plan.anchors?.keys() ?? []),
    ...(plan.groups?.freeItems?.keys() ?? []),
  ];
  const unknown = asked.find((name) => !names.has(name));
  if (unknown !== undefined) {
    return refuse(
      'unknown-item',
      `the plan names an item "${unknown}" that is not among the items`,
    );
  }
  for (const { name, categories } of items) {
    const anchor = plan.anchors?.get(name);
    if (anchor !== undefined && parametersOf(anchor).curve.categories !== categories) {
      return refuse(
        'unsuitable-model',
        `the anchor "${name}" has another number of categories than its answers (${categories})`,
      );
    }
    if (anchor !== undefined && answeredApart(plan, name)) {
      return refuse('unsuitable-model', `the anchor "${name}" cannot differ between groups`);
    }
  }
  const oneSlope = [plan.model, ...(plan.byItem?.values() ?? [])].includes('1pl');
  if (oneSlope && plan.groups !== undefined && plan.groups.invariance === 'configural') {
    return refuse(
      'unsuitable-model',
      'one slope common to all items and groups is not configural: ask for rasch, which leaves each group its own spread',
    );
  }
  return undefined;
}
