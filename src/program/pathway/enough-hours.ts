/**
 * Whether hours of education are enough, as an expression: every condition asks for at least so many hours, in activities
 * that are shown, and of some of them no more than a most is counted. What an audit comes to follows from it.
 */

/** The hours of one activity, where it is shown; or those of several, and no more than a most. */
export type HoursPart =
  | { readonly criterion: string; readonly hours: number }
  | { readonly atMost: number; readonly of: readonly HoursPart[] };

export interface HoursCondition {
  /** As in "80 hours" or "8 hours of ethics". */
  readonly title: string;
  readonly atLeast: number;
  readonly of: readonly HoursPart[];
}

/** Every one of these conditions holds. */
export interface EnoughHours {
  readonly kind: 'hours';
  readonly of: readonly HoursCondition[];
}

export const hoursHold = ({ of }: EnoughHours, shown: ReadonlyMap<string, boolean>): boolean =>
  of.every((condition) => hundredthsIn(condition.of, shown) >= Math.round(condition.atLeast * 100));

/** In whole hundredths, so that three times 0.1 is 0.3. */
const hundredthsIn = (parts: readonly HoursPart[], shown: ReadonlyMap<string, boolean>): number =>
  parts.reduce((sum, part) => sum + hundredthsOf(part, shown), 0);

function hundredthsOf(part: HoursPart, shown: ReadonlyMap<string, boolean>): number {
  if ('atMost' in part) {
    return Math.min(Math.round(part.atMost * 100), hundredthsIn(part.of, shown));
  }
  return shown.get(part.criterion) === true ? Math.round(part.hours * 100) : 0;
}
