/**
 * An activity of education, as its holder claims it. It carries no name: whose it is follows from who claimed it, and a
 * change of name between course and claim breaks nothing.
 *
 * One activity counts once: the same provider, the same title, completed on the same day. How it was typed makes no
 * difference (capitals, spaces, punctuation). A course that recurs on another day is another activity; whether it counts
 * again in the same term is a rule of the program.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';

/** Whether anybody has to look at the course itself. */
export type Approval =
  /** The provider is on the program's list; the hours count if it was approved on the day the activity began. */
  | { readonly kind: 'provider'; readonly provider: string }
  /** Reviewed afterward, by a person. */
  | { readonly kind: 'review'; readonly outcome: 'waiting' }
  | { readonly kind: 'review'; readonly outcome: 'accepted'; readonly on: CivilDate }
  | {
      readonly kind: 'review';
      readonly outcome: 'refused';
      readonly on: CivilDate;
      readonly reason: string;
    };

export interface Activity {
  readonly id: string;
  readonly provider: string;
  readonly title: string;
  readonly from: CivilDate;
  /** The day it was completed: the day on which its hours count. */
  readonly to: CivilDate;
  /** At most two decimals. */
  readonly hours: number;
  /** Such as "ethics"; several, one or none. */
  readonly subjects: readonly string[];
  /** One kind: "live", "self-paced", "teaching". */
  readonly delivery: string;
  /** A file, or a record that a provider signed; null while there is none. */
  readonly evidence: string | null;
  readonly approval: Approval;
}

/** The same for two claims of one activity, however they were typed. */
export const activityKey = ({
  provider,
  title,
  to,
}: Pick<Activity, 'provider' | 'title' | 'to'>): string =>
  `${courseKey({ provider, title })}|${to}`;

/** The same for a course on whatever day. */
export const courseKey = ({ provider, title }: Pick<Activity, 'provider' | 'title'>): string =>
  `${folded(provider)}|${folded(title)}`;

/** Letters and digits of every script, without case; a title of signs alone stays as it is. */
function folded(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length === 0 ? plain.trim() : words.join(' ');
}

/** A sum of hours in whole hundredths, so that three times 0.1 is 0.3. */
export const sumOfHours = (hours: readonly number[]): number =>
  hours.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100;

/** Of several claims of one activity the one that counts: with proof before without, more hours before fewer. */
export const oncePerActivity = (activities: readonly Activity[]): readonly Activity[] =>
  bestOf(activities).map(([, activity]) => activity);

/** With the key of each, by day and then by what it is, so that the order in which they were claimed decides nothing. */
function bestOf(activities: readonly Activity[]): readonly (readonly [string, Activity])[] {
  const best = new Map<string, Activity>();
  for (const activity of activities) {
    const key = `${activity.to} ${activityKey(activity)}`;
    const known = best.get(key);
    if (known === undefined || isBetter(activity, known)) {
      best.set(key, activity);
    }
  }
  return [...best].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function isBetter(one: Activity, other: Activity): boolean {
  if ((one.evidence === null) !== (other.evidence === null)) {
    return one.evidence !== null;
  }
  return one.hours === other.hours ? one.id < other.id : one.hours > other.hours;
}

/** In programs where a course counts once a term: the first time in it. */
export function oncePerCourse(activities: readonly Activity[]): readonly Activity[] {
  const seen = new Set<string>();
  return oncePerActivity(activities).filter((activity) => {
    const key = courseKey(activity);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}
