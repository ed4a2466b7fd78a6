/** The package's public door to fairness statistics: `evenhand/fairness`. */
export type { LogRank } from '../fairness/delay/log-rank.ts';
export { logRank } from '../fairness/delay/log-rank.ts';
export type { RestrictedMean, WaitDifference } from '../fairness/delay/restricted-mean.ts';
export { restrictedMean, waitDifference } from '../fairness/delay/restricted-mean.ts';
export type { Wait, WaitingStep } from '../fairness/delay/waiting.ts';
export { medianWait, waitingCurve } from '../fairness/delay/waiting.ts';
export type { CommonOdds, MantelHaenszel, Stratum } from '../fairness/dif/mantel-haenszel.ts';
export { mantelHaenszel } from '../fairness/dif/mantel-haenszel.ts';
export { strataByScore } from '../fairness/dif/strata.ts';
export type { DifClass } from '../fairness/dif/verdict.ts';
export { difClass, direction } from '../fairness/dif/verdict.ts';
export type {
  LinkedOutcomes,
  ProtectedOutcomes,
  ProtectedRow,
  Published,
  ShownOutcome,
  Withheld,
} from '../fairness/disclosure/published.ts';
export {
  protectLinkedOutcomes,
  protectOutcomes,
  WITHHELD,
} from '../fairness/disclosure/published.ts';
export type { TwoGroups } from '../fairness/groups/group.ts';
export { twoGroups } from '../fairness/groups/group.ts';
export type {
  Estimate,
  GroupCount,
  OutcomeComparison,
} from '../fairness/impact/compare-outcomes.ts';
export { compareOutcomes } from '../fairness/impact/compare-outcomes.ts';
export type { DeciderCount, DeciderSeverity } from '../fairness/impact/decider-severity.ts';
export { deciderSeverity } from '../fairness/impact/decider-severity.ts';
export type { GroupOutcomes, JudgedComparison } from '../fairness/impact/group-outcomes.ts';
export { groupOutcomes } from '../fairness/impact/group-outcomes.ts';
export { holm } from '../numerics/comparisons/holm.ts';
export type { Verdict } from '../fairness/impact/verdict.ts';
export { verdictWords } from '../fairness/impact/verdict.ts';
