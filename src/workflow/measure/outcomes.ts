/**
 * Outcomes counted by group, for each program and for all of them together, and passed through the disclosure gate as
 * one: otherwise a withheld number would follow by taking one program's table from the table of all.
 */
import {
  type ProtectedOutcomes,
  protectLinkedOutcomes,
  WITHHELD,
  type Withheld,
} from '../../fairness/disclosure/published.ts';
import type { GroupCount } from '../../fairness/impact/compare-outcomes.ts';
import { type Asked, type Division, NOT_STATED } from './division.ts';

export interface CountedOutcome {
  readonly program: string;
  readonly group: string;
  readonly succeeded: boolean;
}

export interface MeasuredOutcomes {
  readonly outcomes: ProtectedOutcomes;
  /** How many of all told their group. */
  readonly response: { readonly told: number; readonly all: number } | Withheld;
}

export function measuredOutcomes(
  division: Division,
  rows: readonly CountedOutcome[],
  { program }: Pick<Asked, 'program'>,
): MeasuredOutcomes {
  const found = [...new Set(rows.map((row) => row.program))].toSorted((a, b) => a.localeCompare(b));
  const programs = found.length === 0 ? [''] : found;
  const parts = programs.map((part) => ({
    part,
    rows: counted(
      division,
      rows.filter((row) => row.program === part),
    ),
  }));
  const { all, parts: published } = protectLinkedOutcomes(
    parts,
    largestStated(counted(division, rows)),
  ).value;
  const outcomes =
    program === undefined ? all : published.find(({ part }) => part === program)?.outcomes;
  return withResponse(outcomes ?? nothing(division));
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

/** A program without any outcome: every group reads as any small group would. */
const nothing = ({ groups }: Division): ProtectedOutcomes => ({
  rows: groups.map(({ id }) => ({ group: id, outcome: WITHHELD })),
  total: WITHHELD,
  reference: undefined,
  noReference: undefined,
});

function withResponse(outcomes: ProtectedOutcomes): MeasuredOutcomes {
  const { total } = outcomes;
  const silent = outcomes.rows.find(({ group }) => group === NOT_STATED)?.outcome ?? WITHHELD;
  const response =
    total === WITHHELD || silent === WITHHELD
      ? WITHHELD
      : { told: total.total - silent.total, all: total.total };
  return { outcomes, response };
}

/** The groups that the gate shows in a table, without "not stated". */
export const shownGroups = ({ outcomes }: MeasuredOutcomes): readonly string[] =>
  outcomes.rows
    .filter(({ group, outcome }) => group !== NOT_STATED && outcome !== WITHHELD)
    .map(({ group }) => group);
