/**
 * How complaints about people went, from the first look to the appeal, by the group of whoever was complained about; the first
 * look and what complainants hoped for by the group of whoever complained; and the first look by ground and setting. Everybody
 * is counted; nothing here is protected yet.
 */
import type { TablesToRelease } from '../../fairness/disclosure/released-outcomes.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { type CountedOutcome, tablesOf } from './count-outcomes.ts';
import { type Division, dayOf, divisionBy, groupOf, ofComplainants } from './division.ts';
import type { MeasuredConduct } from './measured-conduct.ts';
import { NONE_NAMED, PATTERNS, patternOf } from './pattern-division.ts';

/** Of those looked at, those that were taken up. */
export const SCREENING = 'conduct-screening';
/** Of those concluded, those in which a breach was found. */
export const FINDING = 'conduct-finding';
/** Of appeals decided, those that reversed or lessened. */
export const APPEAL = 'conduct-appeal';
/** Of complainants told what came of it, those who got what they hoped for, or part of it. */
const HOPE = 'conduct-hope';
/** How hard the sanction was, among like cases; no table of its own (see measure-sanctions). */
export const SANCTION = 'conduct-sanction';

export const CONDUCT_KINDS: readonly string[] = [SCREENING, FINDING, APPEAL, HOPE, SANCTION];

type Apart = Parameters<typeof tablesOf>[3];
/** So few that neither programs nor years can be told apart: their numbers would only be withheld, and others with them. */
const FEW: Apart = { programs: [], byYear: false };

type Grouped = (row: MeasuredConduct, on: CivilDate) => string;
type Settled = Omit<CountedOutcome, 'program' | 'group'> & { readonly on: CivilDate };

/** By the group of whoever is complained about. */
export function respondentTables(
  division: Division,
  rows: readonly MeasuredConduct[],
  before: CivilDate,
): readonly TablesToRelease[] {
  const own = rows.filter(({ about }) => about === 'person');
  const by: Grouped = ({ groups }, on) => groupOf(division, groups, on);
  const table = (
    kind: string,
    settled: (row: MeasuredConduct) => Settled | undefined,
    apart?: Apart,
  ) => tablesOf(kind, division, counted(own, by, before, settled), apart);
  return [
    { ...table(SCREENING, looked, { programs: [] }), mayStillSucceed: true },
    table(FINDING, concluded, FEW),
    table(APPEAL, appealed, FEW),
  ];
}

/** By the group of whoever complained. */
export function complainantTables(
  question: string,
  rows: readonly MeasuredConduct[],
  before: CivilDate,
): readonly TablesToRelease[] {
  const division = divisionBy(ofComplainants(question));
  const by: Grouped = ({ groups }, on) => groupOf(division, groups, on);
  const own = rows.filter(({ about }) => about === 'person');
  return [
    {
      ...tablesOf(SCREENING, division, counted(own, by, before, looked), FEW),
      mayStillSucceed: true,
    },
    tablesOf(HOPE, division, counted(rows, by, before, told), FEW),
  ];
}

/** By what is complained about. */
export const patternTables = (
  rows: readonly MeasuredConduct[],
  before: CivilDate,
): readonly TablesToRelease[] =>
  PATTERNS.map((pattern) => {
    const own = rows.filter(({ about }) => about === 'person');
    const by: Grouped = (row) => patternOf(pattern, row);
    return {
      ...tablesOf(SCREENING, divisionBy(pattern), counted(own, by, before, looked), {
        ...{ shield: NONE_NAMED, programs: [] },
      }),
      mayStillSucceed: true,
    };
  });

function counted(
  rows: readonly MeasuredConduct[],
  group: Grouped,
  before: CivilDate,
  settled: (row: MeasuredConduct) => Settled | undefined,
): readonly CountedOutcome[] {
  return rows.flatMap((row) => {
    const one = settled(row);
    return one === undefined || one.on >= before
      ? []
      : [{ program: row.program, group: group(row, one.on), ...one }];
  });
}

const settledOn = (program: string, instant: number | undefined, succeeded: boolean) =>
  instant === undefined ? undefined : { on: dayOf(program, instant), succeeded };

const looked = ({ program, screenedAt, takenUp }: MeasuredConduct): Settled | undefined =>
  settledOn(program, screenedAt, takenUp === true);

const concluded = ({ program, concludedAt, breach }: MeasuredConduct): Settled | undefined =>
  settledOn(program, concludedAt, breach === true);

const appealed = ({ program, appealDecidedAt, appealEffect }: MeasuredConduct) =>
  settledOn(program, appealDecidedAt, appealEffect !== undefined && appealEffect !== 'stands');

const told = ({ program, toldAt, achieved }: MeasuredConduct): Settled | undefined =>
  settledOn(program, toldAt, achieved === 'yes' || achieved === 'partly');

/** Complaints about the body, step by step; each counts some of the step before. */
export function bodySteps(rows: readonly MeasuredConduct[], before: CivilDate) {
  const own = rows.filter(({ about }) => about === 'body');
  const by = (program: string, at: number | undefined): boolean =>
    at !== undefined && dayOf(program, at) < before;
  const looks = own.filter(({ program, screenedAt }) => by(program, screenedAt));
  const taken = looks.filter(({ takenUp }) => takenUp === true);
  const ended = taken.filter(({ program, concludedAt }) => by(program, concludedAt));
  const wrong = ended.filter(({ breach }) => breach === true);
  return [
    { step: 'looked-at', people: looks.length },
    { step: 'taken-up', people: taken.length },
    { step: 'concluded', people: ended.length },
    { step: 'put-right', people: wrong.length },
  ] as const;
}
