/**
 * Windows to apply in, worked out from yearly rules for whatever year it is: when a cycle opens and closes, by when it
 * is answered, when its exam is. A cycle may run over New Year; each day is found from the day it closes.
 */
import { addDays, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { counted, onOrAfter, onOrBefore, type YearlyRule } from '../../kernel/dates/date-rule.ts';
import type { ApplicationCycle, RulesVersion } from '../definition/rules.ts';

/** One cycle of one year. */
export interface CycleDates {
  readonly id: string;
  /** Named after its exam: "April 2026". */
  readonly name: string;
  readonly opens: CivilDate;
  readonly closes: CivilDate;
  /** Null where nobody set one. */
  readonly decideBy: CivilDate | null;
  readonly exam: { readonly from: CivilDate; readonly to: CivilDate } | null;
}

export type CycleAnswer =
  | { readonly kind: 'open'; readonly cycle: CycleDates }
  /** No window is open; a draft may be kept, and what is filed counts for this cycle. */
  | { readonly kind: 'coming'; readonly cycle: CycleDates }
  | { readonly kind: 'always-open' }
  /** The rules do not say when to apply. */
  | { readonly kind: 'not-set' };

/** The open window on a day, else the next to open. Of two that are open, the one that closes first. */
export function cycleFor(rules: Pick<RulesVersion, 'intake'>, on: CivilDate): CycleAnswer {
  if (rules.intake.kind === 'always-open') {
    return { kind: 'always-open' };
  }
  const [first] = cyclesFrom(rules, on);
  if (first === undefined) {
    return { kind: 'not-set' };
  }
  return { kind: first.opens <= on ? 'open' : 'coming', cycle: first };
}

/** The cycles that have not closed by a day, one year of each, soonest first; empty for a program open all year. */
export function cyclesFrom(
  rules: Pick<RulesVersion, 'intake'>,
  on: CivilDate,
): readonly CycleDates[] {
  if (rules.intake.kind === 'always-open') {
    return [];
  }
  return rules.intake.cycles
    .flatMap((cycle) => datesFrom(cycle, on))
    .toSorted((a, b) => order(a.closes, b.closes) || order(a.opens, b.opens));
}

const order = (a: string, b: string): number => Number(a > b) - Number(a < b);

function datesFrom(cycle: ApplicationCycle, on: CivilDate): readonly CycleDates[] {
  const [opensRule, closesRule] = [cycle.opens.value, cycle.closes.value];
  if (opensRule === null || closesRule === null) {
    return [];
  }
  const closes = onOrAfter(closesRule, on);
  const decideBy = dayFrom(cycle.decideBy.value, addDays(closes, 1));
  const from = dayFrom(cycle.exam.from.value, addDays(decideBy ?? closes, 1));
  const lasts = cycle.exam.lasts.value;
  const exam = from === null || lasts === null ? null : { from, to: counted(lasts, from) };
  const year = parts(exam?.from ?? closes).year;
  return [
    {
      id: cycle.id,
      name: `${cycle.name} ${year}`,
      opens: onOrBefore(opensRule, closes),
      closes,
      decideBy,
      exam,
    },
  ];
}

const dayFrom = (rule: YearlyRule | null, from: CivilDate): CivilDate | null =>
  rule === null ? null : onOrAfter(rule, from);
