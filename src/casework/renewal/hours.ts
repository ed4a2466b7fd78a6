/**
 * What becomes of every activity that was claimed, each with a reason where it does not count now, and the tally of those
 * that do. One answer for the page, the letter, and the rule that lets somebody renew.
 */
import { type CivilDate, laterOf } from '../../kernel/dates/civil-date.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import { type Activity, activityKey, sumOfHours } from './activity.ts';
import { creditOf, type Provider } from './approval.ts';
import { auditPlace } from './audit-state.ts';
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
  const settled = settledKeys(state, claimed.activities);
  const before = claimed.activities.map((activity) => ({
    activity,
    ...(settled.get(activityKey(activity)) ??
      fateOf(activity, state, period, claimed.providers, days.latest)),
  }));
  const counting = before.filter(({ kind }) => kind === 'counts').map(({ activity }) => activity);
  const returns = standing.kind === 'retired' || standing.kind === 'over';
  const tally = tallyOf({
    ...{ rules, period, activities: counting },
    term: returns ? null : state.newest.term,
    carriedIn: state.newest.carriedHours,
  });
  const kept = new Set(tally.activities.map(({ id }) => id));
  const keys = new Set(tally.activities.map(activityKey));
  return {
    ...{ period, standing, tally },
    waitingHours: sumOfHours(
      before.flatMap(({ kind, activity }) => (kind === 'waits' ? [activity.hours] : [])),
    ),
    fates: before.map((each) =>
      each.kind === 'counts' && !kept.has(each.activity.id)
        ? { activity: each.activity, ...again(keys.has(activityKey(each.activity))) }
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

/** Activities on which an audit has spoken, whichever of several claims of one it was. */
function settledKeys(
  state: CredentialLife,
  activities: readonly Activity[],
): ReadonlyMap<string, Fate> {
  const keys = new Map(activities.map((activity) => [activity.id, activityKey(activity)]));
  const fates = new Map<string, Fate>();
  const settle = (ids: readonly string[], fate: (id: string) => Fate): void => {
    for (const id of ids) {
      const key = keys.get(id);
      if (key !== undefined) {
        fates.set(key, fate(id));
      }
    }
  };
  settle(state.madeGood, () => ({
    kind: 'made-good',
    because: 'It made good hours of the term before.',
  }));
  settle(state.notAccepted, (id) => ({
    kind: 'not-accepted',
    because: `The audit did not accept it: ${auditReason(id, state)}`,
  }));
  return fates;
}

const auditReason = (id: string, state: CredentialLife): string =>
  termsOf(state)
    .flatMap(({ audit }) => audit?.decided?.findings ?? [])
    .find(({ activity, accepted }) => activity === id && !accepted)?.reason ?? '';

const again = (isSame: boolean): Fate => ({
  kind: 'claimed-before',
  because: isSame
    ? 'This activity is claimed already: same provider, same title, same day. It counts once.'
    : 'This course counts once in a term, and it is claimed for another day already.',
});

/** The tally of a term that is closed, less what an audit did not accept, with what made it good. */
export function tallyOfClosed(
  state: CredentialLife,
  rules: WorkingRules,
  claimed: ClaimedHours,
  change: { readonly without: readonly string[]; readonly with: readonly string[] },
): Tally | undefined {
  const closed = state.earlier[auditPlace(state.earlier)];
  if (closed?.countedUntil === undefined) {
    return undefined;
  }
  const closing = { from: closed.countsFrom, to: closed.countedUntil };
  const keysOf = (ids: readonly string[]): ReadonlySet<string> =>
    new Set(claimed.activities.filter(({ id }) => ids.includes(id)).map(activityKey));
  const without = keysOf(change.without);
  const own = claimed.activities.filter(
    (activity) =>
      closing.from <= activity.to &&
      activity.to <= closing.to &&
      !without.has(activityKey(activity)) &&
      creditOf(activity, claimed.providers).kind === 'counts',
  );
  const added = claimed.activities.filter(
    (activity) =>
      change.with.includes(activity.id) && creditOf(activity, claimed.providers).kind === 'counts',
  );
  const last = added.reduce((day, { to }) => laterOf(to, day), closing.to);
  return tallyOf({
    ...{ rules, period: { ...closing, to: last }, activities: [...own, ...added] },
    term: closed.term,
    carriedIn: closed.carriedHours,
  });
}
