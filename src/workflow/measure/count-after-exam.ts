/**
 * How it went after the exam, for whom: terms of credentials renewed in time, late or run out; who was drawn for an audit
 * or for a panel among those who could be; how far certificants come with serving the body; and whose ideas are adopted.
 * Everybody is counted; nothing here is protected yet.
 */
import { RULES } from '../../fairness/disclosure/linked-tables.ts';
import type { TablesToRelease } from '../../fairness/disclosure/released-outcomes.ts';
import { type CivilDate, date } from '../../kernel/dates/civil-date.ts';
import { type CountedOutcome, sortedPrograms, tablesOf } from './count-outcomes.ts';
import { type Division, dayOf, groupOf } from './division.ts';
import type { Waited } from './measure-waiting.ts';
import type {
  MeasuredAuditChance,
  MeasuredChoice,
  MeasuredIdea,
  MeasuredSeatChance,
  MeasuredService,
  MeasuredTerm,
} from './measurements.ts';

/** Of terms that ended, those renewed; and of those, in time rather than late. */
export const TERM_STEPS = ['term-renewed', 'term-in-time'] as const;
/** Of those in the pool of a lottery, those drawn for an audit. */
export const AUDIT_DRAWN = 'audit-drawn';
/** Of those in the pool of a public draw, those drawn for a seat. */
export const SEAT_DRAWN = 'seat-drawn';
/** Of ideas answered, those adopted in whole or in part. */
export const IDEA = 'idea';

/** Of those whose statements were read, those whom a director chose. */
const SEAT_CHOSEN = 'seat-chosen';
/** Of those nominated for a recognition and read, those who are recognized. */
const RECOGNIZED = 'recognized';

/** From the credential to serving once more, each among those who came to it. */
export const SERVICE = ['seat-forward', 'seat-served', 'seat-again'] as const;
/** Steps beside the way, each among those of another: named by somebody else; sat in the chair. */
export const BESIDE_SERVICE = {
  'seat-named': 'seat-forward',
  'seat-chaired': 'seat-served',
} as const;
type ServiceStep = (typeof SERVICE)[number] | keyof typeof BESIDE_SERVICE;

export const AFTER_EXAM_KINDS: readonly string[] = [
  ...TERM_STEPS,
  AUDIT_DRAWN,
  ...SERVICE,
  ...Object.keys(BESIDE_SERVICE),
  SEAT_CHOSEN,
  RECOGNIZED,
  SEAT_DRAWN,
  IDEA,
];

/** So few that neither programs nor years can be told apart: their numbers would only be withheld, and others with them. */
const FEW = { programs: [], byYear: false } as const;

/** A term counts on the day it ran out, or was renewed; one that ran out may still be renewed late. */
export function termTables(
  division: Division,
  rows: readonly MeasuredTerm[],
  before: CivilDate,
): readonly TablesToRelease[] {
  const by = (day: string | undefined): boolean => day !== undefined && day < before;
  const ended = rows.flatMap(({ program, groups, inTimeOn, lateOn, ranOutOn }) => {
    const end = ranOutOn ?? inTimeOn ?? lateOn;
    const on = end !== undefined && by(end) ? date(end) : undefined;
    return on === undefined
      ? []
      : [
          {
            ...{ program, group: groupOf(division, groups, on), on },
            ...{ inTime: by(inTimeOn), renewed: by(inTimeOn) || by(lateOn) },
          },
        ];
  });
  const programs = sortedPrograms(ended);
  const [renewed, inTime] = TERM_STEPS;
  return toldApart([
    tablesOf(
      renewed,
      division,
      ended.map((row) => ({ ...row, succeeded: row.renewed })),
      { programs },
    ),
    {
      ...tablesOf(
        inTime,
        division,
        ended.filter((row) => row.renewed).map((row) => ({ ...row, succeeded: row.inTime })),
        { programs },
      ),
      follows: renewed,
      // What is late stays late.
      mayStillSucceed: false,
    },
  ]);
}

export const auditTables = (
  division: Division,
  rows: readonly MeasuredAuditChance[],
  before: CivilDate,
): readonly TablesToRelease[] => [
  tablesOf(
    AUDIT_DRAWN,
    division,
    auditsBefore(rows, before).map(({ program, groups, on, drawn }) => ({
      ...{ program, group: groupOf(division, groups, on), on, succeeded: drawn },
    })),
    FEW,
  ),
];

export const auditsBefore = (rows: readonly MeasuredAuditChance[], before: CivilDate) =>
  rows
    .map((row) => ({ ...row, on: dayOf(row.program, row.drawnAt) }))
    .filter(({ on }) => on < before);

export const seatTables = (
  division: Division,
  rows: readonly MeasuredSeatChance[],
  before: CivilDate,
): readonly TablesToRelease[] => [
  tablesOf(
    SEAT_DRAWN,
    division,
    seatsBefore(rows, before).map(({ program, groups, on, drawn }) => ({
      ...{ program, group: groupOf(division, groups, on), on, succeeded: drawn },
    })),
    FEW,
  ),
];

export const choiceTables = (
  division: Division,
  rows: readonly MeasuredChoice[],
  before: CivilDate,
): readonly TablesToRelease[] =>
  [SEAT_CHOSEN, RECOGNIZED].map((kind) => ({
    ...tablesOf(
      kind,
      division,
      rows
        .filter((row) => row.decidedOn < before && row.forRecognition === (kind === RECOGNIZED))
        .map(({ program, groups, decidedOn, chosen, upheldOn }) => ({
          ...{ program, group: groupOf(division, groups, date(decidedOn)) },
          succeeded: chosen || (upheldOn !== undefined && upheldOn < before),
          on: date(decidedOn),
        })),
      FEW,
    ),
    // The board looks again at who was not chosen.
    mayStillSucceed: true,
  }));

export const seatsBefore = (rows: readonly MeasuredSeatChance[], before: CivilDate) =>
  rows.filter(({ drawnOn }) => drawnOn < before).map((row) => ({ ...row, on: date(row.drawnOn) }));

/** Each certificant once a program: of those who came to a step, who came through it by the day. */
export function serviceTables(
  division: Division,
  rows: readonly MeasuredService[],
  before: CivilDate,
): readonly TablesToRelease[] {
  const counted = rows.flatMap((row) => {
    const { program, groups, certifiedAt } = row;
    const on = dayOf(program, certifiedAt);
    return on < before
      ? [{ program, group: groupOf(division, groups, on), through: stepsOf(row, before) }]
      : [];
  });
  const table = (step: ServiceStep, follows: ServiceStep | undefined): TablesToRelease => ({
    ...tablesOf(
      step,
      division,
      counted
        .filter(({ through }) => follows === undefined || through[follows])
        .map(
          ({ program, group, through }): CountedOutcome => ({
            ...{ program, group, succeeded: through[step], on: undefined },
          }),
        ),
      FEW,
    ),
    follows,
  });
  return toldApart([
    ...SERVICE.map((step, place) => table(step, SERVICE[place - 1])),
    ...Object.entries(BESIDE_SERVICE).map(([step, follows]) =>
      table(step as keyof typeof BESIDE_SERVICE, follows),
    ),
  ]);
}

function stepsOf(row: MeasuredService, before: CivilDate): Readonly<Record<ServiceStep, boolean>> {
  const by = (day: string | undefined): boolean => day !== undefined && day < before;
  const forward = by(row.forwardOn);
  const served = forward && by(row.servedOn);
  return {
    'seat-forward': forward,
    'seat-served': served,
    'seat-again': served && by(row.againOn),
    'seat-named': forward && by(row.suggestedOn),
    'seat-chaired': served && by(row.chairedOn),
  };
}

/**
 * A later step that nearly nobody took, or nearly everybody, is left out with what follows it: it would be withheld, and
 * the step before it with it, since the two count the same people.
 */
function toldApart(tables: readonly TablesToRelease[]): readonly TablesToRelease[] {
  const kept: TablesToRelease[] = [];
  for (const table of tables) {
    const succeeded = table.all.reduce((sum, row) => sum + row.succeeded, 0);
    const all = table.all.reduce((sum, row) => sum + row.total, 0);
    const isFirst = table.follows === undefined;
    const hasBoth = Math.min(succeeded, all - succeeded) >= ENOUGH_OF_BOTH;
    if (isFirst || (hasBoth && kept.some(({ kind }) => kind === table.follows))) {
      kept.push(table);
    }
  }
  return kept;
}

/** Two groups that are shown have as many between them. */
const ENOUGH_OF_BOTH = 2 * RULES.smallest;

/** Most ideas are about no program alone: they count under no program. */
const ANY_PROGRAM = '';

export function ideaTables(
  division: Division,
  rows: readonly MeasuredIdea[],
  before: CivilDate,
): readonly TablesToRelease[] {
  const answered = rows.flatMap(({ groups, answeredOn, adopted, againOn, adoptedAgain }) =>
    answeredOn === undefined || answeredOn >= before
      ? []
      : [
          {
            program: ANY_PROGRAM,
            group: groupOf(division, groups, date(answeredOn)),
            succeeded:
              adopted === true ||
              (againOn !== undefined && againOn < before && adoptedAgain === true),
            on: date(answeredOn),
          },
        ],
  );
  // The board looks again at what was not adopted.
  return [{ ...tablesOf(IDEA, division, answered, FEW), mayStillSucceed: true }];
}

const NOON_HOURS = 12;
const HOUR = 3_600_000;

/** From the day it was proposed to the first answer. */
export const ideaWaits = (rows: readonly MeasuredIdea[]): readonly Waited[] =>
  rows.map(({ groups, proposedOn, answeredOn }) => ({
    program: ANY_PROGRAM,
    groups,
    openedOn: proposedOn,
    closedAt:
      answeredOn === undefined
        ? undefined
        : Date.parse(`${answeredOn}T00:00:00Z`) + NOON_HOURS * HOUR,
    withdrawn: false,
  }));
