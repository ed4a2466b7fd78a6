/**
 * An audit as a matter: one criterion for each activity that counted, and an expression that says what follows from which
 * of them are shown. A decider sees hours, subject, kind and day of an activity, and not its title: titles can point at
 * a place or a person. Whoever is audited passes where what is shown is enough, although not everything was shown.
 */
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import type {
  Maximum,
  Requirement,
  WorkingRules,
} from '../../program/maintenance/working-rules.ts';
import type { EnoughHours, HoursCondition, HoursPart } from '../../program/pathway/enough-hours.ts';
import type { JudgedCriterion } from '../matter/matter.ts';
import { type Activity, sumOfHours } from './activity.ts';
import type { CredentialLife } from './credential-life.ts';
import { type ClaimedHours, tallyOfClosed } from './hours.ts';
import { deliveriesOf, subjectsOf } from './read-activity.ts';
import type { PeriodTally, SubjectTally, Tally } from './tally.ts';

export interface AuditMatter {
  readonly criteria: readonly JudgedCriterion[];
  readonly expression: EnoughHours;
  /** In the order of the criteria; each criterion has the id of its activity. */
  readonly activities: readonly Activity[];
}

/** Undefined where no term is closed, or none of its hours counted. */
export function auditMatter(
  state: CredentialLife,
  /** Of the term that is audited. */
  rules: WorkingRules,
  claimed: ClaimedHours,
): AuditMatter | undefined {
  const tally = tallyOfClosed(state, rules, claimed, { without: [], with: [] });
  if (tally === undefined || tally.activities.length === 0) {
    return undefined;
  }
  const { activities } = tally;
  return {
    activities,
    criteria: activities.map((activity, place) => ({
      id: activity.id,
      title: `Activity ${place + 1}`,
      rule: `${inHours(activity, rules)}, completed on ${inWordsShort(activity.to)}. Any one proof of several kinds shows that it took place.`,
    })),
    expression: { kind: 'hours', of: conditionsOf(tally, rules) },
  };
}

function inHours({ hours, subjects, delivery }: Activity, rules: WorkingRules): string {
  const titleIn = (choices: readonly (readonly [string, string])[], id: string): string =>
    choices.find(([known]) => known === id)?.[1] ?? id;
  const of = subjects.map((subject) => titleIn(subjectsOf(rules), subject)).join(' and ');
  const kind = titleIn(deliveriesOf(rules), delivery);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}${of === '' ? '' : ` of ${of}`}, ${kind}`;
}

function conditionsOf(tally: Tally, rules: WorkingRules): readonly HoursCondition[] {
  const { requirement, blocks } = rules;
  const inBlocks = blocks?.requirement;
  const { activities, carriedIn } = tally;
  const parts =
    inBlocks === undefined || tally.blocks.length === 0
      ? partsOf(requirement, [activities])
      : partsOf(
          requirement,
          tally.blocks.map((block) => within(activities, block)),
          inBlocks,
        );
  return [
    {
      title: `${requirement.hours} hours`,
      atLeast: Math.max(0, sumOfHours([requirement.hours, -carriedIn])),
      of: parts,
    },
    ...tally.subjects.map((subject) => subjectCondition(subject, subject.needed, activities)),
    ...(inBlocks === undefined ? [] : blockConditions(tally.blocks, inBlocks, activities)),
  ];
}

/** What each activity adds to a total: parts of one kind under its most, in each period and in all. */
function partsOf(
  { maximums }: Requirement,
  periods: readonly (readonly Activity[])[],
  inPeriod?: Requirement,
): readonly HoursPart[] {
  const limitedIn = (most: readonly Maximum[], own: readonly Activity[], kind: string) => {
    const maximum = most.find(({ delivery }) => delivery === kind);
    const counted = own.filter(({ delivery, to }) => delivery === kind && isUntil(maximum, to));
    return limited(maximum, counted.map(partOf));
  };
  const kinds = [...new Set(periods.flat().map(({ delivery }) => delivery))];
  return kinds.flatMap((kind) =>
    limited(
      maximums.find(({ delivery }) => delivery === kind),
      periods.flatMap((own) =>
        limitedIn(
          inPeriod?.maximums ?? [],
          own.filter(({ to }) =>
            isUntil(
              maximums.find(({ delivery }) => delivery === kind),
              to,
            ),
          ),
          kind,
        ),
      ),
    ),
  );
}

const partOf = ({ id, hours }: Activity): HoursPart => ({ criterion: id, hours });

const limited = (maximum: Maximum | undefined, of: readonly HoursPart[]): readonly HoursPart[] =>
  maximum === undefined || of.length === 0 ? of : [{ atMost: maximum.hours, of }];

const isUntil = (maximum: Maximum | undefined, day: CivilDate): boolean =>
  maximum === undefined || maximum.until === null || day <= maximum.until;

const within = (activities: readonly Activity[], { period }: PeriodTally): readonly Activity[] =>
  activities.filter(({ to }) => period.from <= to && to <= period.to);

const ofSubject = ({ subject, by }: SubjectTally, activities: readonly Activity[]) =>
  activities.filter(({ subjects, to }) => subjects.includes(subject) && to <= by).map(partOf);

const subjectCondition = (
  subject: SubjectTally,
  atLeast: number,
  activities: readonly Activity[],
): HoursCondition => ({
  title: `${atLeast} ${atLeast === 1 ? 'hour' : 'hours'} of ${subject.title}`,
  atLeast,
  of: ofSubject(subject, activities),
});

/**
 * What a period lacks is added to the next and what it has beyond is not, so nothing is missing at the end if and only if
 * every row of periods up to the last has as many hours as those periods ask for together.
 */
function blockConditions(
  blocks: readonly PeriodTally[],
  asked: Requirement,
  activities: readonly Activity[],
): readonly HoursCondition[] {
  return blocks.flatMap((_, first) => {
    const last = blocks.slice(first);
    const since = `${last.length === 1 ? 'the last period' : `the last ${last.length} periods`}`;
    return [
      {
        title: `${sumOfHours(last.map(() => asked.hours))} hours in ${since}`,
        atLeast: sumOfHours(last.map(() => asked.hours)),
        of: last.flatMap((block) =>
          partsOf({ ...asked, maximums: [] }, [within(activities, block)], asked),
        ),
      },
      ...asked.minimums.map(({ subject, title, hours }) => ({
        title: `${sumOfHours(last.map(() => hours))} hours of ${title} in ${since}`,
        atLeast: sumOfHours(last.map(() => hours)),
        of: last.flatMap((block) =>
          block.subjects
            .filter((each) => each.subject === subject)
            .flatMap((each) => ofSubject(each, within(activities, block))),
        ),
      })),
    ];
  });
}
