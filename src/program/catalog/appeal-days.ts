/**
 * How long a decision of some kind can be appealed under a set of rules: as long as the dated rules say, else as long as
 * the body says. Who set it is told with it.
 */
import type { OfferedProgram } from '../definition/offered-program.ts';
import type { DecisionKind, RulesVersion } from '../definition/rules.ts';
import { defaultsOf } from './operator-defaults.ts';

export interface AppealLimit {
  readonly days: number;
  /** As in "set by the Larkspur Board". */
  readonly setBy: string;
}

export function appealLimit(
  program: OfferedProgram,
  rules: Pick<RulesVersion, 'appealDays'>,
  kind: DecisionKind,
): AppealLimit {
  const days = rules.appealDays?.[kind]?.value ?? null;
  if (days !== null) {
    return { days, setBy: program.owner.short };
  }
  const { appealDays, setBy } = defaultsOf(program);
  return { days: appealDays, setBy };
}

/** The rules of that name, which a matter carries; where a body no longer has them, its newest. */
export function appealDaysUnder(program: OfferedProgram, rules: string, kind: DecisionKind) {
  const version = program.rules.find(({ id }) => id === rules) ?? program.rules.at(-1);
  return appealLimit(program, version ?? {}, kind).days;
}
