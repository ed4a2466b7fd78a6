/**
 * From a plan to a design: which parameters of which items are looked for, which are alike between groups, and where
 * the search starts. The scale is set by the reference group (mean 0, variance 1), by slopes of 1 (Rasch: the variance
 * is free), or by anchors (mean and variance free).
 */
import type { GroupMoments } from './ability-grid.ts';
import type { CalibrationPlan, GroupFreedom, ModelName } from './calibration-plan.ts';
import { type Curve, sizeOf } from './item-curve.ts';
import type { Cell, Design, GroupDesign } from './item-design.ts';
import type { CalibratedItem } from './item-model.ts';
import type { Point } from './maximization.ts';
import type { Screened } from './screening.ts';

const USUAL_GUESSING = { mean: -1.39, sd: 0.5 };
const STANDARD: GroupMoments = { mean: 0, variance: 1 };
/** Logits of shares of right answers shrink by about this much when ability is averaged out. */
const SPREAD_OUT = 1.15;
const PARTIAL_SLOPE = 0.7;

export interface Started {
  readonly design: Design;
  readonly start: Point;
}

/** The design of a plan over screened answers. */
export function designFor(screened: Screened, plan: CalibrationPlan): Started {
  const groupCount = screened.groupNames.length;
  const everyGroup = Array.from({ length: groupCount }, (_, g) => g);
  const cells: Cell[] = [];
  const start: number[] = [];
  const commonSlope = screened.items.some((item) => modelOf(screened, plan, item) === '1pl')
    ? 0
    : -1;
  if (commonSlope === 0) {
    start.push(1);
  }
  for (const item of screened.items) {
    const name = screened.matrix.items[item]?.name ?? '';
    const anchor = plan.anchors?.get(name);
    if (anchor !== undefined) {
      cells.push(anchored(item, anchor, everyGroup));
      continue;
    }
    const model = modelOf(screened, plan, item);
    const curve = curveOf(model, screened.matrix.items[item]?.categories ?? 2);
    const free = freedom(plan, name);
    const shared = new Map<number, number>();
    for (const groups of free === undefined ? [everyGroup] : everyGroup.map((g) => [g])) {
      const values = startOf(screened, item, curve, groups);
      if (model === '1pl' || model === 'rasch') {
        values[0] = 1;
      }
      const places = values.map((value, i) => {
        if (i === 0 && model === 'rasch') {
          return -1;
        }
        if (i === 0 && model === '1pl') {
          return commonSlope;
        }
        const alike = free === 'intercepts' && (i === 0 || (curve.kind === 'guessing' && i === 2));
        const place = (alike ? shared.get(i) : undefined) ?? start.push(value) - 1;
        shared.set(i, place);
        return place;
      });
      cells.push({
        item,
        curve,
        groups,
        places: Int32Array.from(places),
        values: Float64Array.from(values),
      });
    }
  }
  const groups = everyGroup.map((g) => groupDesign(screened, plan, g));
  return {
    design: {
      cells,
      groups,
      size: start.length,
      commonSlope,
      guessingPrior: plan.guessingPrior ?? USUAL_GUESSING,
    },
    start: { items: Float64Array.from(start), moments: groups.map((group) => group.moments) },
  };
}

/** Which parameters of the item differ between groups. */
function freedom({ groups }: CalibrationPlan, item: string): GroupFreedom | undefined {
  if (groups === undefined) {
    return undefined;
  }
  switch (groups.invariance) {
    case 'configural':
      return 'all';
    case 'metric':
      return 'intercepts';
    case 'scalar':
      return groups.freeItems?.get(item);
  }
}

function modelOf({ matrix }: Screened, plan: CalibrationPlan, item: number): ModelName {
  const { name, categories } = matrix.items[item] ?? { name: '', categories: 2 };
  const model = plan.byItem?.get(name) ?? plan.model;
  return categories > 2 && (model === '2pl' || model === '3pl') ? 'graded' : model;
}

function curveOf(model: ModelName, categories: number): Curve {
  if (categories === 2) {
    return { kind: model === '3pl' ? 'guessing' : 'binary', categories };
  }
  return { kind: model === 'graded' ? 'graded' : 'partial', categories };
}

function groupDesign(screened: Screened, plan: CalibrationPlan, g: number): GroupDesign {
  const anchors = (plan.anchors?.size ?? 0) > 0;
  const rasch = screened.items.some((item) => modelOf(screened, plan, item) === 'rasch');
  const other = g > 0;
  const invariance = plan.groups?.invariance;
  const scalar = other && invariance === 'scalar';
  const metric = other && invariance === 'metric' && plan.groups?.fixedVariances !== true;
  return {
    moments: STANDARD,
    meanFree: anchors || scalar,
    varianceFree: anchors || rasch || scalar || metric,
  };
}

function anchored(item: number, anchor: CalibratedItem, groups: readonly number[]): Cell {
  const given = parametersOf(anchor);
  return {
    item,
    curve: given.curve,
    groups,
    places: new Int32Array(given.values.length).fill(-1),
    values: given.values,
  };
}

/** An item's curve and parameters in the order the curves take them. */
export function parametersOf(item: CalibratedItem): { curve: Curve; values: Float64Array } {
  if (item.kind === 'binary') {
    return item.g > 0
      ? {
          curve: { kind: 'guessing', categories: 2 },
          values: Float64Array.of(item.a, item.d, Math.log(item.g / (1 - item.g))),
        }
      : { curve: { kind: 'binary', categories: 2 }, values: Float64Array.of(item.a, item.d) };
  }
  return {
    curve: {
      kind: item.kind === 'graded' ? 'graded' : 'partial',
      categories: item.d.length + 1,
    },
    values: Float64Array.of(item.a, ...item.d),
  };
}

/** Where the search for an item starts: from the shares of its categories. */
function startOf(
  screened: Screened,
  item: number,
  curve: Curve,
  groups: readonly number[],
): number[] {
  const shares = sharesOf(screened, item, groups, curve.categories);
  const atLeast = (k: number): number => shares.slice(k).reduce((sum, share) => sum + share, 0);
  const steps = Array.from({ length: sizeOf(curve) - 1 }, (_, i) => i + 1);
  switch (curve.kind) {
    case 'binary':
    case 'graded':
      return [1, ...steps.map((k) => SPREAD_OUT * logit(atLeast(k)))];
    case 'guessing':
      return [1, SPREAD_OUT * logit(Math.max(0.03, (atLeast(1) - 0.2) / 0.8)), USUAL_GUESSING.mean];
    case 'partial':
      return [PARTIAL_SLOPE, ...steps.map((k) => Math.log((shares[k] ?? 0) / (shares[0] ?? 1)))];
  }
}

const logit = (share: number): number => Math.log(share / (1 - share));

/** The share of each category among these groups' answers, half an answer added to each. */
function sharesOf(
  { counts }: Screened,
  item: number,
  groups: readonly number[],
  categories: number,
): readonly number[] {
  const sums = Array.from({ length: categories }, (_, k) =>
    groups.reduce((sum, g) => sum + (counts[g]?.[item]?.[k] ?? 0), 0.5),
  );
  const total = sums.reduce((sum, count) => sum + count, 0);
  return sums.map((count) => count / total);
}
