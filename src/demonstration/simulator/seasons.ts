/**
 * When invented people file and sit: the programs' own windows, worked out from their rules for each of the three years.
 * Most people file in the last weeks of a window; some file between windows, and count for the next.
 */
import type { Generator } from '../../kernel/chance/generator.ts';
import { addDays, type CivilDate, daysBetween, weekday } from '../../kernel/dates/civil-date.ts';
import { type CycleDates, cyclesFrom } from '../../program/calendar/cycle.ts';
import { type OfferedProgram, rulesInForce } from '../../program/definition/offered-program.ts';
import { between, happens, oneOf } from '../people/draw.ts';

const FILED_BETWEEN_WINDOWS = 0.08;
/** Above 1, filing crowds toward the end of a window. */
const CROWDING = 1.6;
const MOST_DRAWS = 50;

/** The windows of a program that touch the days from `from` to `until`; empty where it is open all year. */
export function windowsBetween(
  program: OfferedProgram,
  from: CivilDate,
  until: CivilDate,
): readonly CycleDates[] {
  const found = new Map<string, CycleDates>();
  let day = from;
  while (day <= until) {
    const cycles = cyclesFrom(rulesInForce(program, day), day);
    const [next] = cycles;
    if (next === undefined) {
      return [];
    }
    for (const cycle of cycles.filter(({ opens }) => opens <= until)) {
      found.set(`${cycle.id} ${cycle.closes}`, cycle);
    }
    day = addDays(next.closes, 1);
  }
  return [...found.values()];
}

/** A day on which somebody files, from `from` to `until`. */
export function filingDay(
  chance: Generator,
  windows: readonly CycleDates[],
  from: CivilDate,
  until: CivilDate,
): CivilDate {
  const anyDay = addDays(from, between(chance, 0, daysBetween(from, until)));
  if (windows.length === 0 || happens(chance, FILED_BETWEEN_WINDOWS)) {
    return anyDay;
  }
  for (let draw = 0; draw < MOST_DRAWS; draw += 1) {
    const { opens, closes } = oneOf(chance, windows);
    const share = 1 - (1 - chance.next()) ** CROWDING;
    const day = addDays(opens, Math.round(share * daysBetween(opens, closes)));
    // A window that is open now has had only its first days yet.
    if (day >= from && day <= until) {
      return day;
    }
  }
  return anyDay;
}

const LONGEST_UNTIL_EXAM = 150;

/** A day of the first exam after the decision; undefined where the rules give none. */
export function examDay(
  chance: Generator,
  program: OfferedProgram,
  filedOn: CivilDate,
  decidedOn: CivilDate,
): CivilDate | undefined {
  const rules = rulesInForce(program, filedOn);
  if (rules.intake.kind === 'always-open') {
    return addDays(decidedOn, between(chance, 7, LONGEST_UNTIL_EXAM));
  }
  const exams = cyclesFrom(rules, addDays(filedOn, -1))
    .flatMap(({ exam }) => (exam === null ? [] : [exam]))
    .filter(({ to }) => to > addDays(decidedOn, 7))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const [exam] = exams;
  if (exam === undefined) {
    return undefined;
  }
  const first = exam.from > decidedOn ? exam.from : addDays(decidedOn, 7);
  return addDays(first, between(chance, 0, Math.max(0, daysBetween(first, exam.to))));
}

/** The same day, or the Monday after a weekend: nobody decides on a Sunday. */
export function workday(day: CivilDate): CivilDate {
  const name = weekday(day);
  return name === 6 ? addDays(day, 2) : name === 0 ? addDays(day, 1) : day;
}
