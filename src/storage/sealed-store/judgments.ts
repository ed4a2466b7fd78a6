/** What was found on each criterion of past decisions, for trying a proposed rule on them: no reason, no fact, no name. */
import type { Pathway } from '../../program/definition/pathway.ts';
import type { MeasuredJudgment } from '../../workflow/measure/measurements.ts';
import type { Sql } from '../database/connect.ts';

interface JudgedRow {
  program: string;
  openedOn: string;
  closedAt: Date;
  outcome: string;
  expression: Pathway;
  findings: Record<string, boolean>;
}

export const judgedRows = async (
  measure: Sql,
): Promise<readonly (JudgedRow & { person: string })[]> =>
  await measure<(JudgedRow & { person: string })[]>`
    select person, program, opened_on as "openedOn", closed_at as "closedAt", outcome, expression, findings
    from casework.judged`;

export const judgmentsFrom = (
  rows: readonly (JudgedRow & { groups: readonly string[] | undefined })[],
): readonly MeasuredJudgment[] =>
  rows.map(({ program, groups, openedOn, closedAt, outcome, expression, findings }) => ({
    ...{ program, groups, openedOn, expression },
    closedAt: closedAt.getTime(),
    withdrawn: false,
    outcome: outcome === 'met' ? 'met' : 'not-met',
    decider: undefined,
    findings: new Map(Object.entries(findings)),
  }));
