/**
 * How it went for whom: one table of outcomes by group for each kind of decision, by program and by year, and the steps
 * from an application to the credential. Everybody is counted; nothing here is protected yet.
 */
import { ALL, type OutcomePart } from '../../fairness/disclosure/outcome-cells.ts';
import type { TablesToRelease } from '../../fairness/disclosure/released-outcomes.ts';
import type { GroupCount } from '../../fairness/impact/compare-outcomes.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { type Division, dayOf, groupOf, NOT_STATED } from './division.ts';
import type { MeasuredDecision, MeasuredResult, MeasuredWay } from './measurements.ts';

export interface CountedOutcome {
  readonly program: string;
  readonly group: string;
  readonly succeeded: boolean;
  /** The day it was decided; undefined where years are not told apart. */
  readonly on: CivilDate | undefined;
}

export const programPart = (program: string | undefined): string =>
  program === undefined ? ALL : `program:${program}`;
const yearPart = (year: number): string => `year:${year}`;

/** Withdrawn and open matters are not counted here: they show in how long decisions take. */
export function decisionTables(
  kind: string,
  division: Division,
  rows: readonly MeasuredDecision[],
  before: CivilDate,
): TablesToRelease {
  const decided = rows.flatMap(({ program, groups, openedOn, closedAt, outcome }) => {
    const on = closedAt === undefined ? undefined : dayOf(program, closedAt);
    return outcome === undefined || on === undefined || on >= before
      ? []
      : [
          {
            program,
            group: groupOf(division, groups, date(openedOn)),
            succeeded: outcome === 'met',
            on,
          },
        ];
  });
  return tablesOf(kind, division, decided);
}

export const PASS = 'pass';

/** Each exam counts, also a second try. */
export function passTables(
  division: Division,
  rows: readonly MeasuredResult[],
  before: CivilDate,
): TablesToRelease {
  const counted = rows
    .map((row) => ({ ...row, on: dayOf(row.program, row.scoredAt) }))
    .filter(({ on }) => on < before)
    .map(({ program, groups, passed, on }) => ({
      program,
      group: groupOf(division, groups, on),
      succeeded: passed,
      on,
    }));
  return tablesOf(PASS, division, counted);
}

export const FUNNEL = ['step-eligible', 'step-sat', 'step-certified'] as const;

/** Each person once a program: of those who came to a step, who came through it by the day. */
export function funnelTables(
  division: Division,
  rows: readonly MeasuredWay[],
  before: CivilDate,
): readonly TablesToRelease[] {
  const counted = rows
    .filter(({ appliedOn }) => date(appliedOn) < before)
    .map(({ program, groups, appliedOn, eligibleAt, satAt, passedAt }) => {
      const by = (at: number | undefined): boolean =>
        at !== undefined && dayOf(program, at) < before;
      const eligible = by(eligibleAt);
      const sat = eligible && by(satAt);
      return {
        program,
        group: groupOf(division, groups, date(appliedOn)),
        came: { 'step-eligible': true, 'step-sat': eligible, 'step-certified': sat },
        through: {
          'step-eligible': eligible,
          'step-sat': sat,
          'step-certified': sat && by(passedAt),
        },
      };
    });
  const programs = sortedPrograms(counted);
  return FUNNEL.map((step, place) => ({
    ...tablesOf(
      step,
      division,
      counted
        .filter(({ came }) => came[step])
        .map(({ program, group, through }) => ({
          program,
          group,
          succeeded: through[step],
          on: undefined,
        })),
      { programs },
    ),
    follows: FUNNEL[place - 1],
    beside: ['eligibility', PASS],
  }));
}

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const sortedPrograms = (rows: readonly { readonly program: string }[]): readonly string[] =>
  [...new Set(rows.map(({ program }) => program))].toSorted(byName);

interface Parts {
  /** The group withheld rather than another; it is nobody's reference either. */
  readonly shield?: string;
  /** Those told apart; otherwise all that there are. */
  readonly programs?: readonly string[];
  /** Whether years are told apart; where few are counted, so many numbers would only be withheld. */
  readonly byYear?: boolean;
}

export function tablesOf(
  kind: string,
  division: Division,
  rows: readonly CountedOutcome[],
  { shield = NOT_STATED, programs = sortedPrograms(rows), byYear = true }: Parts = {},
): TablesToRelease {
  const years = new Set(
    byYear ? rows.flatMap(({ on }) => (on === undefined ? [] : [on.slice(0, 4)])) : [],
  );
  const part = (name: string, own: readonly CountedOutcome[]): OutcomePart => ({
    part: name,
    rows: counted(division, own),
  });
  const all = counted(division, rows);
  return {
    kind,
    dimension: division.dimension,
    groups: division.groups.map(({ id }) => id),
    reference: largestStated(all, shield),
    all,
    parts: [
      ...programs.map((program) =>
        part(
          programPart(program),
          rows.filter((row) => row.program === program),
        ),
      ),
      ...[...years].toSorted(byName).map((year) =>
        part(
          yearPart(Number(year)),
          rows.filter(({ on }) => on?.startsWith(year)),
        ),
      ),
    ],
    shield,
    follows: undefined,
    beside: [],
  };
}

function counted({ groups }: Division, rows: readonly CountedOutcome[]): readonly GroupCount[] {
  const counts = new Map(groups.map(({ id }) => [id, { succeeded: 0, total: 0 }]));
  for (const { group, succeeded } of rows) {
    const count = counts.get(group);
    if (count !== undefined) {
      count.total += 1;
      count.succeeded += succeeded ? 1 : 0;
    }
  }
  return [...counts].map(([group, count]) => ({ group, ...count }));
}

/**
 * The group that others are compared with: the largest of those who told. Chosen before any rate is looked at, so that
 * no comparison is spent on choosing it.
 */
function largestStated(rows: readonly GroupCount[], shield: string): string | undefined {
  const stated = rows.filter(({ group, total }) => group !== shield && total > 0);
  return stated.toSorted((a, b) => b.total - a.total)[0]?.group;
}
