/**
 * A release of everything that is measured by group: outcomes of every kind of decision and the steps of the way to the
 * credential, protected together and against the earlier releases; then waiting times, questions and deciders for the
 * groups that are shown. The one place where outcomes meet what people told about themselves.
 */
import type { MatterKind } from '../../casework/matter/matter.ts';
import type { CannotConceal } from '../../fairness/disclosure/conceal.ts';
import type { Published } from '../../fairness/disclosure/gate.ts';
import { ALL } from '../../fairness/disclosure/outcome-cells.ts';
import type { MeasuredOutcomes } from '../../fairness/disclosure/published.ts';
import { protectFunnel } from '../../fairness/disclosure/published-funnel.ts';
import { assembledRelease, type Release } from '../../fairness/disclosure/release.ts';
import {
  protectRelease,
  type ReleasedOutcomes,
  type TablesToRelease,
  tableOfRelease,
} from '../../fairness/disclosure/released-outcomes.ts';
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import { addDays } from '../../kernel/dates/civil-date.ts';
import { type Result, success } from '../../kernel/result/result.ts';
import type { Solver } from '../../numerics/linear/linear-program.ts';
import { CONDUCT_HORIZONS, conductWaits } from './conduct-waits.ts';
import {
  AUDIT_DRAWN,
  auditTables,
  choiceTables,
  IDEA,
  ideaTables,
  ideaWaits,
  SEAT_DRAWN,
  seatTables,
  serviceTables,
  termTables,
} from './count-after-exam.ts';
import {
  bodySteps,
  complainantTables,
  FINDING,
  patternTables,
  respondentTables,
} from './count-conduct.ts';
import { decisionTables, funnelTables, PASS, passTables, programPart } from './count-outcomes.ts';
import { type Division, divisionBy, NOT_STATED } from './division.ts';
import { measureDeciders } from './measure-deciders.ts';
import { measureAuditDraws, measureSeatDraws } from './measure-draws.ts';
import { type FormTaken, measureItems } from './measure-items.ts';
import { measureSanctions } from './measure-sanctions.ts';
import { measureWaiting, type Waited } from './measure-waiting.ts';
import type { MeasuredConduct } from './measured-conduct.ts';
import type {
  MeasuredAuditChance,
  MeasuredDecision,
  MeasuredIdea,
  MeasuredSeatChance,
  Measurements,
} from './measurements.ts';

/** Kinds of matter that are decided about people and waited for. */
export const DECIDED: readonly MatterKind[] = [
  'eligibility',
  'accommodation',
  'appeal',
  'renewal',
  'more-time',
  'audit',
  'term-end',
  'name-change',
];

export interface ReleaseAsked {
  readonly number: number;
  /** The first day that is not counted any more. */
  readonly before: CivilDate;
  readonly dimensions: readonly string[];
  /** From the oldest to the newest. */
  readonly earlier: readonly Release[];
}

/** What one dimension is measured on. */
interface Read {
  readonly division: Division;
  readonly decisions: ReadonlyMap<MatterKind, readonly MeasuredDecision[]>;
  readonly forms: ReadonlyMap<string, readonly FormTaken[]>;
  /** Complaints about conduct, by the group of whoever is complained about. */
  readonly complaints: readonly MeasuredConduct[];
  readonly audits: readonly MeasuredAuditChance[];
  readonly seats: readonly MeasuredSeatChance[];
  readonly ideas: readonly MeasuredIdea[];
  readonly tables: readonly TablesToRelease[];
}

export async function drawRelease(
  measurements: Measurements,
  solver: Solver,
  asked: ReleaseAsked,
): Promise<Result<Published<Release>, CannotConceal>> {
  const { number, before, dimensions, earlier } = asked;
  const reads: Read[] = [];
  for (const dimension of dimensions) {
    reads.push(await readDimension(measurements, divisionBy(dimension), before));
  }
  const protectedTables = protectRelease(
    solver,
    { number, countedUntil: addDays(before, -1) },
    [...reads.flatMap(({ tables }) => tables), ...patternsOf(reads, before)],
    earlier.map(({ outcomes }) => outcomes),
  );
  if (!protectedTables.ok) {
    return protectedTables;
  }
  const outcomes = protectedTables.value;
  const first = reads[0];
  return success(
    assembledRelease({
      outcomes,
      waiting: reads.flatMap((read) => waitingOf(read, outcomes, before)),
      items: reads.flatMap((read) => itemsOf(read, outcomes, before)),
      deciders: first === undefined ? [] : decidersOf(first, before),
      sanctions: reads.flatMap((read) => sanctionsOf(read, outcomes, before)),
      draws: reads.flatMap((read) => drawsOf(read, outcomes, before)),
      aboutBody: protectFunnel(bodySteps(first?.complaints ?? [], before)),
    }),
  );
}

async function readDimension(
  measurements: Measurements,
  division: Division,
  before: CivilDate,
): Promise<Read> {
  const { dimension } = division;
  const decisions = new Map<MatterKind, readonly MeasuredDecision[]>();
  for (const kind of DECIDED) {
    decisions.set(kind, await measurements.decisions(dimension, kind));
  }
  const results = await measurements.results(dimension);
  const forms = new Map<string, FormTaken[]>();
  for (const { program, form } of results) {
    const own = forms.get(program) ?? [];
    forms.set(program, own);
    if (!own.some((one) => one.form === form)) {
      own.push({ form, rows: await measurements.responses(dimension, form) });
    }
  }
  const complaints = await measurements.complaints(dimension, 'respondent');
  const complained = await measurements.complaints(dimension, 'complainant');
  const audits = await measurements.auditChances(dimension);
  const seats = await measurements.seatChances(dimension);
  const ideas = await measurements.ideas(dimension);
  return {
    division,
    decisions,
    forms,
    complaints,
    audits,
    seats,
    ideas,
    tables: [
      ...[...decisions].map(([kind, rows]) => decisionTables(kind, division, rows, before)),
      passTables(division, results, before),
      ...funnelTables(division, await measurements.ways(dimension), before),
      ...termTables(division, await measurements.terms(dimension), before),
      ...auditTables(division, audits, before),
      ...serviceTables(division, await measurements.service(dimension), before),
      ...choiceTables(division, await measurements.choices(dimension), before),
      ...seatTables(division, seats, before),
      ...ideaTables(division, ideas, before),
      ...respondentTables(division, complaints, before),
      ...complainantTables(dimension, complained, before),
    ].filter(countsAnybody),
  };
}

const countsAnybody = ({ all }: TablesToRelease): boolean => all.some(({ total }) => total > 0);

/** Complaints are the same whatever the question that people are grouped by. */
const patternsOf = ([first]: readonly Read[], before: CivilDate): readonly TablesToRelease[] =>
  patternTables(first?.complaints ?? [], before).filter(countsAnybody);

const tableOf = (
  outcomes: Published<ReleasedOutcomes>,
  { dimension }: Division,
  kind: string,
  part: string,
): Published<MeasuredOutcomes> | undefined =>
  tableOfRelease(outcomes, { kind, dimension, part, unstated: NOT_STATED });

function waitingOf(
  { division, decisions, complaints, ideas }: Read,
  outcomes: Published<ReleasedOutcomes>,
  before: CivilDate,
) {
  const conduct = Object.keys(CONDUCT_HORIZONS).map(
    (kind): readonly [string, readonly Waited[]] => [kind, conductWaits(kind, complaints)],
  );
  const proposed: readonly [string, readonly Waited[]] = [IDEA, ideaWaits(ideas)];
  return [...decisions, ...conduct, proposed].flatMap(([kind, rows]) =>
    byProgram<Waited>(rows).flatMap(({ part, own }) => {
      const table = tableOf(outcomes, division, kind, part);
      return table === undefined
        ? []
        : [
            {
              kind,
              dimension: division.dimension,
              part,
              figures: measureWaiting(table, division, own, before, CONDUCT_HORIZONS[kind]),
            },
          ];
    }),
  );
}

const sanctionsOf = (
  { division, complaints }: Read,
  outcomes: Published<ReleasedOutcomes>,
  before: CivilDate,
) =>
  byProgram(complaints).flatMap(({ part, own }) => {
    const table = tableOf(outcomes, division, FINDING, part);
    return table === undefined
      ? []
      : [
          {
            dimension: division.dimension,
            part,
            figures: measureSanctions(table, division, own, before),
          },
        ];
  });

function drawsOf(
  { division, audits, seats }: Read,
  outcomes: Published<ReleasedOutcomes>,
  before: CivilDate,
) {
  const { dimension } = division;
  const ofAudits = tableOf(outcomes, division, AUDIT_DRAWN, ALL);
  const ofSeats = tableOf(outcomes, division, SEAT_DRAWN, ALL);
  return [
    ...(ofAudits === undefined
      ? []
      : [
          {
            ...{ kind: AUDIT_DRAWN, dimension },
            figures: measureAuditDraws(ofAudits, division, audits, before),
          },
        ]),
    ...(ofSeats === undefined
      ? []
      : [
          {
            ...{ kind: SEAT_DRAWN, dimension },
            figures: measureSeatDraws(ofSeats, division, seats, before),
          },
        ]),
  ];
}

const itemsOf = (
  { division, forms }: Read,
  outcomes: Published<ReleasedOutcomes>,
  before: CivilDate,
) =>
  [...forms].flatMap(([program, taken]) => {
    const table = tableOf(outcomes, division, PASS, programPart(program));
    return table === undefined
      ? []
      : [
          {
            dimension: division.dimension,
            program,
            forms: measureItems(table, division, program, taken, before),
          },
        ];
  });

/** Deciders are compared whatever the groups of those they decided about. */
const decidersOf = ({ decisions }: Read, before: CivilDate) =>
  [...decisions].flatMap(([kind, rows]) =>
    byProgram(rows).map(({ part, own }) => ({
      kind,
      part,
      deciders: measureDeciders(own, before),
    })),
  );

function byProgram<Row extends { readonly program: string }>(rows: readonly Row[]) {
  const programs = [...new Set(rows.map(({ program }) => program))];
  return [
    { part: ALL, own: rows },
    ...programs.map((program) => ({
      part: programPart(program),
      own: rows.filter((row) => row.program === program),
    })),
  ];
}
