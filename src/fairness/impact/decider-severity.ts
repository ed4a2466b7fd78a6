/**
 * Does one decider say yes less often, or more often, than the others? Each decider's approvals are set
 * beside those of all the others together, with Holm's rule over all deciders. Cases must reach deciders
 * without regard to what is in them (the queue hands them out by promised date), or the comparison says
 * more about the cases than about the decider.
 *
 * Not here: what a decider was told or saw; severity that depends on the group of the candidate.
 */
import { at } from '../../kernel/result/at.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import { holm } from '../../numerics/comparisons/holm.ts';
import { fisherTwoSided } from '../../numerics/tables/fisher.ts';
import { SMALLEST_SHOWN } from '../groups/group.ts';
import { compareOutcomes, type OutcomeComparison, successTable } from './compare-outcomes.ts';
import { impactVerdict, type Verdict } from './verdict.ts';

export interface DeciderCount {
  readonly decider: string;
  readonly approved: number;
  readonly decided: number;
}

export interface DeciderSeverity {
  readonly decider: string;
  /** The decider as focal group, all the others together as reference. */
  readonly comparison: OutcomeComparison;
  readonly raisedP: number;
  readonly verdict: Verdict;
  /** "approves less often than the others", as seen; the verdict says whether chance explains it. */
  readonly direction: string;
}

export type Severity = Result<DeciderSeverity, 'too-few-decisions'>;

const THE_OTHERS = 'the others';

/** One answer for each decider, in the order given. */
export function deciderSeverity(rows: readonly DeciderCount[]): readonly Severity[] {
  const all = rows.reduce(
    (sum, row) => ({ approved: sum.approved + row.approved, decided: sum.decided + row.decided }),
    { approved: 0, decided: 0 },
  );
  const sides = rows.map(({ decider, approved, decided }) => ({
    focal: { group: decider, succeeded: approved, total: decided },
    reference: {
      group: THE_OTHERS,
      succeeded: all.approved - approved,
      total: all.decided - decided,
    },
  }));
  const enough = sides.filter(
    ({ focal, reference }) => focal.total >= SMALLEST_SHOWN && reference.total >= SMALLEST_SHOWN,
  );
  const raised = holm(
    enough.map(({ focal, reference }) => fisherTwoSided(successTable(focal, reference))),
  );
  return sides.map((side) => {
    const place = enough.indexOf(side);
    const { focal, reference } = side;
    const comparison = compareOutcomes(focal, reference);
    if (place < 0 || !comparison.ok) {
      return refuse(
        'too-few-decisions',
        `${focal.group} made ${focal.total} decisions and ${THE_OTHERS} ${reference.total}; at least ${SMALLEST_SHOWN} each are needed`,
      );
    }
    const raisedP = at(raised, place);
    return success({
      decider: focal.group,
      comparison: comparison.value,
      raisedP,
      verdict: impactVerdict(successTable(focal, reference), raisedP, enough.length),
      direction: directionOf(comparison.value.difference.value),
    });
  });
}

function directionOf(difference: number): string {
  if (difference === 0) {
    return `approves as often as ${THE_OTHERS}`;
  }
  return `approves ${difference < 0 ? 'less' : 'more'} often than ${THE_OTHERS}`;
}
