/**
 * Outcomes counted by group, for each program and for all of them together, and passed through the disclosure gate as
 * one: otherwise a withheld number would follow by taking one program's table from the table of all.
 */
import { type Published, WITHHELD } from '../../fairness/disclosure/gate.ts';
import {
  type MeasuredOutcomes,
  protectLinkedOutcomes,
  tableOf,
} from '../../fairness/disclosure/published.ts';
import type { GroupCount } from '../../fairness/impact/compare-outcomes.ts';
import { type Asked, type Division, NOT_STATED } from './division.ts';

export interface CountedOutcome {
  readonly program: string;
  readonly group: string;
  readonly succeeded: boolean;
}

export function measuredOutcomes(
  division: Division,
  rows: readonly CountedOutcome[],
  { program }: Pick<Asked, 'program'>,
): Published<MeasuredOutcomes> {
  const found = [...new Set(rows.map((row) => row.program))].toSorted((a, b) => a.localeCompare(b));
  const programs = found.length === 0 ? [''] : found;
  const parts = programs.map((part) => ({
    part,
    rows: counted(
      division,
      rows.filter((row) => row.program === part),
    ),
  }));
  const linked = protectLinkedOutcomes(parts, largestStated(counted(division, rows)));
  return tableOf(linked, program, NOT_STATED);
}

const counted = ({ groups }: Division, rows: readonly CountedOutcome[]): readonly GroupCount[] =>
  groups.map(({ id }) => {
    const own = rows.filter(({ group }) => group === id);
    return {
      group: id,
      succeeded: own.filter(({ succeeded }) => succeeded).length,
      total: own.length,
    };
  });

/**
 * The group that others are compared with: the largest of those who told. Chosen before any rate is looked at, so that
 * no comparison is spent on choosing it.
 */
function largestStated(rows: readonly GroupCount[]): string | undefined {
  const stated = rows.filter(({ group, total }) => group !== NOT_STATED && total > 0);
  return stated.toSorted((a, b) => b.total - a.total)[0]?.group;
}

/** The groups that the gate shows in a table, without "not stated". */
export const shownGroups = ({
  value: { outcomes },
}: Published<MeasuredOutcomes>): readonly string[] =>
  outcomes.rows
    .filter(({ group, outcome }) => group !== NOT_STATED && outcome !== WITHHELD)
    .map(({ group }) => group);
