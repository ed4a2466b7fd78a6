/**
 * The day by which an application filed on a given day is answered. The rules' own day where they have one; else the
 * body's, marked as the body's; else there is nothing to promise, and that is said.
 */
import { type CivilDate, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { type Result, refuse, success } from '../../kernel/result/result.ts';
import type { OfferedProgram } from '../definition/offered-program.ts';
import type { RulesVersion } from '../definition/rules.ts';
import { answerDay } from './answer-day.ts';
import { type CycleDates, cycleFor } from './cycle.ts';

export interface DecisionPromise {
  readonly by: CivilDate;
  readonly setBy: 'rules' | 'body';
  /** How the day came about. */
  readonly because: string;
  /** The cycle the application counts for; null in a program that is open all year. */
  readonly cycle: CycleDates | null;
}

export function promisedDate(
  program: Pick<OfferedProgram, 'defaults' | 'owner'>,
  rules: Pick<RulesVersion, 'intake'>,
  filedOn: CivilDate,
): Result<DecisionPromise, 'no-day-to-promise'> {
  const answer = cycleFor(rules, filedOn);
  if (answer.kind === 'open' || answer.kind === 'coming') {
    const { cycle } = answer;
    if (cycle.decideBy !== null) {
      const window = `${inWordsShort(cycle.opens)} to ${inWordsShort(cycle.closes)}`;
      const because =
        answer.kind === 'open'
          ? `Filed in the window of the ${cycle.name} exam, ${window}.`
          : `Filed between windows, so it counts for the ${cycle.name} exam, whose window is ${window}.`;
      return success({ by: cycle.decideBy, setBy: 'rules', because, cycle });
    }
  }
  const within = rules.intake.kind === 'always-open' ? rules.intake.decideWithin.value : null;
  if (within !== null) {
    const holidays = program.defaults?.holidays ?? [];
    const because = `Counted from the day of filing, ${inWordsShort(filedOn)}.`;
    return success({
      by: answerDay(within, filedOn, holidays),
      setBy: 'rules',
      because,
      cycle: null,
    });
  }
  return byTheBody(program, 'cycle' in answer ? answer.cycle : null, filedOn);
}

function byTheBody(
  program: Pick<OfferedProgram, 'defaults' | 'owner'>,
  cycle: CycleDates | null,
  filedOn: CivilDate,
): Result<DecisionPromise, 'no-day-to-promise'> {
  if (program.defaults === null) {
    return refuse(
      'no-day-to-promise',
      `The day of decision is not set by ${program.owner.short}, so none can be promised.`,
    );
  }
  const start = cycle !== null && cycle.opens > filedOn ? cycle.opens : filedOn;
  return success({
    by: answerDay(program.defaults.decideWithin, start, program.defaults.holidays),
    setBy: 'body',
    because: `Set by ${program.defaults.setBy}, counted from ${inWordsShort(start)}.`,
    cycle,
  });
}
