/**
 * Hours counted against what a term asks. The total, every minimum and every maximum are checked each on its own:
 *
 *   a maximum limits what hours of one kind add to the total; a minimum looks at the hours of its subject, whether or not
 *   a maximum left some of them out of the total;
 *   inside a term with periods each period counts what was completed in it; what one lacked is added to the next;
 *   the same activities give the same answer in whatever order they were claimed.
 */
import { type CivilDate, earlierOf } from '../../kernel/dates/civil-date.ts';
import { counted as countedFrom } from '../../kernel/dates/date-rule.ts';
import { blocksOf } from '../../program/maintenance/blocks.ts';
import type { Term } from '../../program/maintenance/term.ts';
import type {
  Minimum,
  Requirement,
  WorkingRules,
} from '../../program/maintenance/working-rules.ts';
import { type Activity, oncePerActivity, oncePerCourse, sumOfHours } from './activity.ts';
import type { CountingPeriod } from './placing.ts';

export interface SubjectTally {
  readonly subject: string;
  readonly title: string;
  readonly needed: number;
  readonly counted: number;
  readonly missing: number;
  /** The last day on which its hours can be earned. */
  readonly by: CivilDate;
}

/** Hours of one kind: how many there are, how many may count, how many were left out. */
export interface KindTally {
  readonly delivery: string;
  readonly title: string;
  readonly most: number;
  readonly earned: number;
  readonly leftOut: number;
}

export interface PeriodTally {
  readonly period: CountingPeriod;
  /** With what the period before lacked. */
  readonly needed: number;
  readonly counted: number;
  readonly missing: number;
  readonly subjects: readonly SubjectTally[];
  readonly kinds: readonly KindTally[];
}

export interface Tally extends PeriodTally {
  readonly blocks: readonly PeriodTally[];
  /** Hours of the term before that were taken along; they are part of `counted`. */
  readonly carriedIn: number;
  /** Hours beyond what is needed, and how many of them the next term takes. */
  readonly beyond: number;
  readonly carriedOut: number;
  readonly isComplete: boolean;
  /** What counts, each once, in order of days. */
  readonly activities: readonly Activity[];
}

/** `activities` are those whose course counts; days outside the period are left out here. */
export function tallyOf(asked: {
  readonly rules: WorkingRules;
  /** Null for a return or a reinstatement, which asks for the whole total and knows no periods. */
  readonly term: Term | null;
  readonly period: CountingPeriod;
  readonly activities: readonly Activity[];
  readonly carriedIn: number;
}): Tally {
  const { rules, term, period, carriedIn } = asked;
  const inside = asked.activities.filter(({ to }) => period.from <= to && to <= period.to);
  const activities =
    rules.repeatedCourse === 'once-a-term' ? oncePerCourse(inside) : oncePerActivity(inside);
  const from = term?.from ?? period.from;
  const blocks = blockTallies(rules, term, period, activities);
  const caps = blocks.length === 0 ? activities : blocks.flatMap((block) => block.within);
  const whole = periodTally(rules.requirement, period, from, caps, activities);
  const counted = sumOfHours([whole.counted, carriedIn]);
  const missing = Math.max(short(whole.needed, counted), blocks.at(-1)?.tally.missing ?? 0);
  const beyond = missing > 0 ? 0 : Math.max(0, sumOfHours([counted, -whole.needed]));
  const subjectsMissing = [whole, ...blocks.slice(-1).map(({ tally }) => tally)].some(
    ({ subjects }) => subjects.some((subject) => subject.missing > 0),
  );
  return {
    ...whole,
    ...{ counted, missing, carriedIn, beyond, activities },
    blocks: blocks.map(({ tally }) => tally),
    carriedOut: Math.min(beyond, rules.carryOverHours),
    isComplete: missing === 0 && !subjectsMissing,
  };
}

/** A part of an activity's hours that a period lets through. */
type Part = Pick<Activity, 'hours' | 'delivery' | 'to'>;

interface Block {
  readonly tally: PeriodTally;
  readonly within: readonly Part[];
}

function blockTallies(
  rules: WorkingRules,
  term: Term | null,
  { from, to }: CountingPeriod,
  activities: readonly Activity[],
): readonly Block[] {
  if (rules.blocks === null || term === null) {
    return [];
  }
  const { years: blockYears, requirement } = rules.blocks;
  const periods = blocksOf({ term, termYears: rules.everyYears, blockYears, from, lastDay: to });
  const done: Block[] = [];
  for (const period of periods) {
    const own = activities.filter((each) => period.from <= each.to && each.to <= period.to);
    const raised = withShortfall(requirement, done.at(-1)?.tally);
    const tally = periodTally(raised, period, period.from, own, own);
    done.push({ tally, within: withinMaximums(requirement, own) });
  }
  return done;
}

function withShortfall(requirement: Requirement, before: PeriodTally | undefined): Requirement {
  const lacked = (subject: string): number =>
    before?.subjects.find((each) => each.subject === subject)?.missing ?? 0;
  return {
    ...requirement,
    hours: sumOfHours([requirement.hours, before?.missing ?? 0]),
    minimums: requirement.minimums.map((minimum) => ({
      ...minimum,
      hours: sumOfHours([minimum.hours, lacked(minimum.subject)]),
    })),
  };
}

function periodTally(
  requirement: Requirement,
  period: CountingPeriod,
  began: CivilDate,
  parts: readonly Part[],
  activities: readonly Activity[],
): PeriodTally {
  const counted = sumOfHours(withinMaximums(requirement, parts).map(({ hours }) => hours));
  return {
    period,
    needed: requirement.hours,
    counted,
    missing: short(requirement.hours, counted),
    subjects: requirement.minimums.map((minimum) =>
      subjectTally(minimum, period, began, activities),
    ),
    kinds: requirement.maximums.map(({ delivery, title, hours: most, until }) => {
      const own = activities.filter((each) => each.delivery === delivery);
      const earned = sumOfHours(own.map(({ hours }) => hours));
      const inTime = sumOfHours(own.filter(isUntil(until)).map(({ hours }) => hours));
      return { delivery, title, most, earned, leftOut: short(earned, Math.min(most, inTime)) };
    }),
  };
}

/** The hours that the maximums let through, one part for each kind that has a maximum. */
function withinMaximums({ maximums }: Requirement, parts: readonly Part[]): readonly Part[] {
  const free = parts.filter(
    ({ delivery }) => !maximums.some((maximum) => maximum.delivery === delivery),
  );
  const limited = maximums.flatMap(({ delivery, hours: most, until }) => {
    const own = parts.filter((part) => part.delivery === delivery && isUntil(until)(part));
    const last = own.at(-1);
    const hours = Math.min(most, sumOfHours(own.map((part) => part.hours)));
    return last === undefined ? [] : [{ delivery, hours, to: last.to }];
  });
  return [...free, ...limited];
}

const isUntil =
  (until: CivilDate | null) =>
  ({ to }: Pick<Part, 'to'>): boolean =>
    until === null || to <= until;

function subjectTally(
  { subject, title, hours: needed, until }: Minimum,
  period: CountingPeriod,
  began: CivilDate,
  activities: readonly Activity[],
): SubjectTally {
  const limit =
    until === null
      ? period.to
      : until.kind === 'day'
        ? until.day
        : countedFrom(until.within, began);
  const by = earlierOf(limit, period.to);
  const counted = sumOfHours(
    activities
      .filter((each) => each.subjects.includes(subject) && each.to <= by)
      .map(({ hours }) => hours),
  );
  return { subject, title, needed, counted, missing: short(needed, counted), by };
}

/** What is missing, never less than nothing, in whole hundredths. */
const short = (needed: number, counted: number): number =>
  Math.max(0, sumOfHours([needed, -counted]));
