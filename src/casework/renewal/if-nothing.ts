/**
 * "What happens if I do nothing", said in advance: each step with its day, in order, by the rules in force. A step whose
 * day nobody has set stands last, without one.
 */
import { addDays, type CivilDate } from '../../kernel/dates/civil-date.ts';
import type { WorkingRules } from '../../program/maintenance/working-rules.ts';
import type { CredentialLife } from './credential-life.ts';
import { daysOf, standingOn } from './standing.ts';

export type Step =
  /** Renewing opens. */
  | 'opens'
  /** The last day to earn hours, attest and pay, and to ask for more time. */
  | 'last-day'
  /** From this day it is no longer held, and its letters are no longer used. */
  | 'not-held'
  | 'late-until'
  /** From this day a renewal is refused without review. */
  | 'renewal-closed'
  | 'retire-until'
  | 'reinstate-until'
  /** What is left is a new application, exam included. */
  | 'new-application'
  | 'return-until';

export interface DatedStep {
  readonly step: Step;
  /** Null where nobody has set the day. */
  readonly on: CivilDate | null;
  readonly isPast: boolean;
}

export function ifNothingIsDone(
  state: CredentialLife,
  rules: WorkingRules,
  today: CivilDate,
): readonly DatedStep[] {
  const standing = standingOn(state, rules, today);
  const steps: readonly (readonly [Step, CivilDate | null])[] =
    standing.kind === 'retired'
      ? [
          ['return-until', standing.returnUntil],
          ['new-application', after(standing.returnUntil)],
        ]
      : stepsOfTerm(state, rules);
  return steps
    .map(([step, on]) => ({ step, on, isPast: on !== null && on < today }))
    .toSorted((one, other) => order(one.on, other.on));
}

function stepsOfTerm(
  { newest }: CredentialLife,
  rules: WorkingRules,
): readonly (readonly [Step, CivilDate | null])[] {
  const days = daysOf(rules, newest);
  const { opensOn, lastDay, notHeldFrom, lateUntil, retireUntil, reinstateUntil } = days;
  return [
    ...(opensOn === null ? [] : [['opens', opensOn] as const]),
    ['last-day', lastDay],
    ['not-held', notHeldFrom],
    ['late-until', lateUntil],
    ['renewal-closed', after(lateUntil)],
    ...(rules.retired === null ? [] : [['retire-until', retireUntil] as const]),
    ['reinstate-until', reinstateUntil],
    ['new-application', after(reinstateUntil ?? lateUntil)],
  ];
}

const after = (day: CivilDate | null): CivilDate | null => (day === null ? null : addDays(day, 1));

const order = (one: CivilDate | null, other: CivilDate | null): number => {
  if (one === other) {
    return 0;
  }
  return one === null ? 1 : other === null ? -1 : one < other ? -1 : 1;
};
