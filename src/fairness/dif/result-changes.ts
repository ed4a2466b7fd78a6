/**
 * What biased items did to results: how many candidates of each group would pass who failed, or fail who passed, if the
 * flagged items had not counted. The one figure about a test's fairness that needs no explanation.
 *
 * A shorter test needs a cut of its own. Two rules, and the report names the one used: the same share of everybody passes
 * (so that what moves is who, not how many), or the same share of the points is asked for.
 *
 * Not here: how strong each item's bias is (the methods of this folder).
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';

export type CutRule = 'same-share-passes' | 'same-share-of-points';

export interface Resulting {
  /** Each person's score with all items, and with the flagged items taken out. */
  readonly withAll: ArrayLike<number>;
  readonly withoutFlagged: ArrayLike<number>;
  /** The points that can be had with all items, and without the flagged ones. */
  readonly points: number;
  readonly pointsLeft: number;
  /** The least score that passes, with all items. */
  readonly cut: number;
  /** Each person's group, from 0; a negative number is nobody's group, but counts for the cut. */
  readonly member: ArrayLike<number>;
  readonly groups: number;
}

export interface ResultChanges {
  readonly rule: CutRule;
  /** The least score that passes without the flagged items. */
  readonly cut: number;
  readonly groups: readonly GroupChanges[];
}

export interface GroupChanges {
  readonly people: number;
  readonly passed: number;
  readonly passedWithout: number;
  /** Failed, and would pass without the flagged items. */
  readonly wouldPass: number;
  /** Passed, and would fail without them. */
  readonly wouldFail: number;
}

export function resultChanges(
  results: Resulting,
  rule: CutRule,
): Result<ResultChanges, 'nothing-left' | 'nobody'> {
  const { withAll, withoutFlagged, member, groups } = results;
  if (results.pointsLeft <= 0) {
    return refuse('nothing-left', 'without the flagged items there is no score');
  }
  if (withAll.length === 0) {
    return refuse('nobody', 'there is nobody whose result could change');
  }
  const cut = rule === 'same-share-passes' ? sharedCut(results) : proportionalCut(results);
  const changes = Array.from({ length: groups }, () => ({
    people: 0,
    passed: 0,
    passedWithout: 0,
    wouldPass: 0,
    wouldFail: 0,
  }));
  for (let person = 0; person < withAll.length; person += 1) {
    const group = at(member, person);
    if (group >= 0) {
      const before = at(withAll, person) >= results.cut;
      const after = at(withoutFlagged, person) >= cut;
      const own = at(changes, group);
      own.people += 1;
      own.passed += before ? 1 : 0;
      own.passedWithout += after ? 1 : 0;
      own.wouldPass += !before && after ? 1 : 0;
      own.wouldFail += before && !after ? 1 : 0;
    }
  }
  return success({ rule, cut, groups: changes });
}

/** The same share of the points, rounded up; sums of exact quarters would survive, so a hair is forgiven. */
const proportionalCut = ({ cut, points, pointsLeft }: Resulting): number =>
  Math.ceil((cut * pointsLeft) / points - 1e-9);

/** The cut that lets the number of people pass that comes nearest to before; of two as near, the lower. */
function sharedCut({ withAll, withoutFlagged, cut }: Resulting): number {
  const passed = Array.from(withAll).filter((score) => score >= cut).length;
  const scores = Array.from(withoutFlagged).sort((one, other) => other - one);
  let [best, gap] = [at(scores, 0) + 1, passed];
  scores.forEach((score, place) => {
    if (scores[place + 1] !== score && Math.abs(place + 1 - passed) <= gap) {
      [best, gap] = [score, Math.abs(place + 1 - passed)];
    }
  });
  return best;
}
