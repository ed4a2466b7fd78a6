/**
 * What becomes of every activity that was claimed, each with a reason where it does not count now, and the tally of those
 * that do. One answer for the page, the letter, and the rule that lets somebody renew.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import { type Activity, activityKey, sumOfHours } from './activity.ts';
import { creditOf, type Provider } from './approval.ts';
import { type CredentialLife, termsOf } from './credential-life.ts';
import { type CountingPeriod, openPeriod, type PlacingRefusal, placeOf } from './placing.ts';
import { type Standing, standingOn } from './standing.ts';
import { type Tally, tallyOf } from './tally.ts';

export type FateKind =
  | 'counts'
  /** Its course is being reviewed. */
  | 'waits'
  /** The same activity was claimed before, or the same course in a program where it counts once a term. */
  | 'claimed-before'
  | 'course-refused'
  | 'not-accepted'
  | 'made-good'
  | PlacingRefusal;

export interface ActivityFate {
  readonly activity: Activity;
  readonly kind: FateKind;
  /** Empty for what counts. */
  readonly because: string;
}

export interface Hours {
  readonly period: CountingPeriod;
  readonly standing: Standing;
  readonly tally: Tally;
  readonly waitingHours: number;
  /** In the order in which they were handed in. */
  readonly fates: readonly ActivityFate[];
}

export interface ClaimedHours {
  readonly activities: readonly Activity[];
  readonly providers: readonly Provider[];
}

/** `on` is the day of the act or the page; `latest` the latest date on Earth (kernel/dates/last-day). */
export function hoursOn(
  state: CredentialLife,
  rules: WorkingRules,
  claimed: ClaimedHours,
  days: { readonly on: CivilDate; readonly latest: CivilDate },
): Hours {
  const standing = standingOn(state, rules, days.on);
  const period = openPeriod(state, rules, standing);
  const before = claimed.activities.map((activity) => ({
    activity,
    ...fateOf(activity, state, period, claimed.providers, days.latest),
  }));
  const counting = before.filter(({ kind }) => kind === 'counts').map(({ activity }) => activity);
  const returns = standing.kind === 'retired' || standing.kind === 'over';
  const tally = tallyOf({
    ...{ rules, period, activities: counting },
    term: returns ? null : state.newest.term,
    carriedIn: state.newest.carriedHours,
  });
  const kept = new Set(tally.activities.map(({ id }) => id));
  return {
    ...{ period, standing, tally },
    waitingHours: sumOfHours(
      before.flatMap(({ kind, activity }) => (kind === 'waits' ? [activity.hours] : [])),
    ),
    fates: before.map((each) =>
      each.kind === 'counts' && !kept.has(each.activity.id)
        ? { activity: each.activity, ...again(each.activity, tally) }
        : each,
    ),
  };
}

type Fate = Omit<ActivityFate, 'activity'>;

function fateOf(
  activity: Activity,
  state: CredentialLife,
  period: CountingPeriod,
  providers: readonly Provider[],
  latest: CivilDate,
): Fate {
  if (state.madeGood.includes(activity.id)) {
    return { kind: 'made-good', because: 'It made good hours of the term before.' };
  }
  if (state.notAccepted.includes(activity.id)) {
    return {
      kind: 'not-accepted',
      because: `The audit did not accept it: ${auditReason(activity.id, state)}`,
    };
  }
  const place = placeOf(activity, state, period, latest);
  if (place.kind !== 'counts-now') {
    return place;
  }
  const credit = creditOf(activity, providers);
  switch (credit.kind) {
    case 'counts':
      return { kind: 'counts', because: '' };
    case 'waits':
      return credit;
    default:
      return { kind: 'course-refused', because: credit.because };
  }
}

const auditReason = (id: string, state: CredentialLife): string =>
  termsOf(state)
    .flatMap(({ audit }) => audit?.decided?.findings ?? [])
    .find(({ activity }) => activity === id)?.reason ?? '';

function again(activity: Activity, { activities }: Tally): Fate {
  const isSame = activities.some((each) => activityKey(each) === activityKey(activity));
  return {
    kind: 'claimed-before',
    because: isSame
      ? 'This activity is claimed already: same provider, same title, same day. It counts once.'
      : 'This course counts once in a term, and it is claimed for another day already.',
  };
}

/** The tally of a term that is closed, less what an audit did not accept, with what made it good. */
export function tallyOfClosed(
  state: CredentialLife,
  rules: WorkingRules,
  claimed: ClaimedHours,
  change: { readonly without: readonly string[]; readonly with: readonly string[] },
): Tally | undefined {
  const closed = state.earlier.at(-1);
  if (closed?.countedUntil === undefined) {
    return undefined;
  }
  const period = { from: closed.countsFrom, to: closed.countedUntil };
  const own = claimed.activities.filter(
    (activity) =>
      period.from <= activity.to &&
      activity.to <= period.to &&
      !change.without.includes(activity.id) &&
      creditOf(activity, claimed.providers).kind === 'counts',
  );
  const added = claimed.activities
    .filter(({ id }) => change.with.includes(id))
    // They fill the gap of the closed term, so they count as of its last day.
    .map((activity) => ({ ...activity, to: period.to }));
  return tallyOf({
    ...{ rules, period, activities: [...own, ...added] },
    term: closed.term,
    carriedIn: closed.carriedHours,
  });
}
