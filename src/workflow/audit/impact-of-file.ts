/** `evenhand impact`, without the command line: a file of decisions becomes a report on outcomes by group. */
import { impactAnalysis } from '../../fairness/impact/impact-analysis.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { ImpactReport } from '../../reporting/impact-report/impact-report.ts';
import { type OutcomeFault, type OutcomePlan, readOutcomes } from './read-outcomes.ts';

export interface ImpactPlan extends OutcomePlan {
  readonly file: string;
  readonly reference: string | undefined;
}

/** Refused with the row and the mending where the file cannot be read as asked. */
export function impactOfFile(
  bytes: Uint8Array,
  plan: ImpactPlan,
): Result<ImpactReport, OutcomeFault | 'no-reference'> {
  const read = readOutcomes(bytes, plan);
  if (!read.ok) {
    return read;
  }
  const { counts, people, words, withoutOutcome, withoutStratum } = read.value;
  if (plan.reference !== undefined && !counts.groups.includes(plan.reference)) {
    return refuse(
      'no-reference',
      `nobody is in a group "${plan.reference}". The groups: ${counts.groups.slice(0, 12).join(', ')}.`,
    );
  }
  return success({
    file: plan.file,
    group: plan.group,
    outcome: plan.outcome,
    strata: plan.strata,
    people,
    words,
    withoutOutcome,
    withoutStratum,
    analysis: impactAnalysis(counts, plan.reference),
  });
}
