/**
 * Whether an item became easier or harder from one exam window to another, beyond what the candidates did: an item that
 * suddenly gets easier has often been passed on.
 *
 * Each item's share right becomes delta = 13 - 4 z(p), z the normal quantile of p with half an answer added on either side
 * (so that 0 % and 100 % have a place); a high delta is a hard item. The general shift between the windows, the median
 * of the differences, is taken out: that is the candidates. What is left is set against
 *
 * - its standard error, 4 root(p q / n) / density at z for each window (delta method), and
 * - the spread of all items: robust z = left over / (0.74 times the interquartile range) (Huynh & Meyer 2010)
 *
 * An item is called drifting where at least one delta is left over (the size from which DIF counts as at least moderate) and
 * the p-value of left over / standard error (normal, two-sided) is under 5 % after Holm's correction (1979) over the items of
 * this pair of windows: the chance of even one false alarm in the pair stays at 5 %. Assumes that most items did not drift:
 * the median is blind to a shift that all share.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import {
  normalDensity,
  normalQuantile,
  normalTwoSided,
} from '../../numerics/distributions/normal.ts';
import { isAnswer, pointsOf } from '../responses/codes.ts';
import { highestOf, type Item, type ResponseMatrix } from '../responses/matrix.ts';

export interface ItemDrift {
  readonly item: Item;
  /** Shares of the item's points in the earlier and in the later window, and the people they rest on. */
  readonly before: number;
  readonly after: number;
  readonly peopleBefore: number;
  readonly peopleAfter: number;
  /** Deltas the item got harder, the general shift taken out; below zero it got easier. */
  readonly drift: number;
  readonly standardError: number;
  readonly robustZ: Result<number, 'undefined'>;
  readonly pValue: number;
  /** After Holm, over the items of this pair of windows. */
  readonly pAdjusted: number;
  readonly drifting: boolean;
}

export interface WindowDrift {
  readonly before: string;
  readonly after: string;
  /** Deltas all items together got harder: the difference between the two windows' candidates. */
  readonly generalShift: number;
  readonly items: readonly Result<ItemDrift, 'undefined'>[];
}

const FEWEST_PEOPLE = 30;
const FEWEST_ITEMS = 5;
const LARGE = 1;
const SIGNIFICANCE = 0.05;
const IQR_TO_DEVIATION = 0.74;

/**
 * Compares two windows. `windows` names each person's window. An item that fewer than 30 people answered in either
 * window has no drift; refused where a window is empty or fewer than five items can be compared.
 */
export function drift(
  matrix: ResponseMatrix,
  windows: readonly string[],
  before: string,
  after: string,
): Result<WindowDrift, 'undefined'> {
  for (const window of [before, after]) {
    if (!windows.includes(window)) {
      return refuse('undefined', `nobody sat in the window "${window}"`);
    }
  }
  const earlier = sharesOf(matrix, windows, before);
  const later = sharesOf(matrix, windows, after);
  const changes = matrix.items.map((_, place) => change(at(earlier, place), at(later, place)));
  const known = changes.flatMap((each) => (each.ok ? [each.value.harder] : []));
  if (known.length < FEWEST_ITEMS) {
    return refuse(
      'undefined',
      `fewer than ${FEWEST_ITEMS} items were answered by at least ${FEWEST_PEOPLE} people in both windows`,
    );
  }
  const sorted = Float64Array.from(known).sort();
  const generalShift = quantile(sorted, 0.5);
  const spread = IQR_TO_DEVIATION * (quantile(sorted, 0.75) - quantile(sorted, 0.25));
  const judged = matrix.items.map((item, place) => {
    const changed = at(changes, place);
    return changed.ok ? success(ofItem(item, changed.value, generalShift, spread)) : changed;
  });
  const raised = holm(judged.flatMap((each) => (each.ok ? [each.value.pValue] : [])));
  let next = 0;
  const items = judged.map((each) => {
    if (!each.ok) {
      return each;
    }
    const pAdjusted = at(raised, next);
    next += 1;
    const drifting = Math.abs(each.value.drift) >= LARGE && pAdjusted < SIGNIFICANCE;
    return success({ ...each.value, pAdjusted, drifting });
  });
  return success({ before, after, generalShift, items });
}

interface Share {
  readonly people: number;
  readonly points: number;
  readonly highest: number;
}

function sharesOf(
  { codes, items, people }: ResponseMatrix,
  windows: readonly string[],
  window: string,
): readonly Share[] {
  const width = items.length;
  const answering = new Int32Array(width);
  const points = new Float64Array(width);
  for (let person = 0; person < people; person += 1) {
    for (let item = 0; windows[person] === window && item < width; item += 1) {
      const code = codes[person * width + item] ?? 0;
      answering[item] = (answering[item] ?? 0) + (isAnswer(code) ? 1 : 0);
      points[item] = (points[item] ?? 0) + pointsOf(code);
    }
  }
  return items.map((item, place) => ({
    people: at(answering, place),
    points: at(points, place),
    highest: highestOf(item),
  }));
}

interface Change {
  readonly earlier: Share;
  readonly later: Share;
  readonly harder: number;
  readonly standardError: number;
}

function change(earlier: Share, later: Share): Result<Change, 'undefined'> {
  if (Math.min(earlier.people, later.people) < FEWEST_PEOPLE) {
    return refuse(
      'undefined',
      `fewer than ${FEWEST_PEOPLE} people answered the item in one of the windows`,
    );
  }
  const [first, second] = [deltaOf(earlier), deltaOf(later)];
  return success({
    earlier,
    later,
    harder: second.delta - first.delta,
    standardError: Math.hypot(first.error, second.error),
  });
}

function deltaOf({ people, points, highest }: Share): {
  readonly delta: number;
  readonly error: number;
} {
  const p = (points / highest + 0.5) / (people + 1);
  const z = normalQuantile(p);
  return {
    delta: 13 - 4 * z,
    error: (4 * Math.sqrt((p * (1 - p)) / people)) / normalDensity(z),
  };
}

function ofItem(
  item: Item,
  { earlier, later, harder, standardError }: Change,
  generalShift: number,
  spread: number,
): Omit<ItemDrift, 'pAdjusted' | 'drifting'> {
  const left = harder - generalShift;
  return {
    item,
    before: earlier.points / (earlier.people * earlier.highest),
    after: later.points / (later.people * later.highest),
    peopleBefore: earlier.people,
    peopleAfter: later.people,
    drift: left,
    standardError,
    robustZ:
      spread > 0
        ? success(left / spread)
        : refuse('undefined', 'the middle half of the items changed by exactly the same amount'),
    pValue: normalTwoSided(left / standardError),
  };
}

/** By linear interpolation between the ordered values (R's type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const low = at(sorted, Math.floor(place));
  const high = at(sorted, Math.ceil(place));
  return low + (high - low) * (place - Math.floor(place));
}
