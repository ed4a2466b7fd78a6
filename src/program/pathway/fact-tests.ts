/**
 * Holds facts against the tests of a criterion, each with a sentence that gives the numbers: "11 of 12 months shown."
 * Nothing here decides: a reading helps the candidate before filing and the reviewer after; the finding is a person's.
 */
import { addMonths, type CivilDate, date, inWordsShort } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type { CriterionDefinition, FactDefinition, FactTest } from '../definition/criterion.ts';
import { type FactValue, readFact } from './fact-values.ts';

/** How one test came out, and why, in a sentence. */
export interface TestReading {
  readonly holds: boolean;
  readonly because: string;
}

/** The facts of one criterion: fact id to what was written down. */
export type FactTexts = ReadonlyMap<string, string>;

export function readTest(
  test: FactTest,
  criterion: CriterionDefinition,
  facts: FactTexts,
  on: CivilDate,
): TestReading {
  return test.kind === 'count-yes'
    ? countYes(test, criterion, facts)
    : readOne(test, criterion, facts, on);
}

function readOne(
  test: Exclude<FactTest, { kind: 'count-yes' }>,
  criterion: CriterionDefinition,
  facts: FactTexts,
  on: CivilDate,
): TestReading {
  const definition = definitionOf(criterion, test.fact);
  const value = valueShown(definition, facts);
  if (typeof value === 'string') {
    return withOtherReading({ holds: false, because: value }, test, criterion, facts);
  }
  switch (test.kind) {
    case 'at-least':
      return value.kind === 'number'
        ? withOtherReading(atLeast(test, value.number), test, criterion, facts)
        : mismatch(criterion, test.fact);
    case 'one-of':
      return value.kind === 'choice'
        ? oneOf(test, definition, value)
        : mismatch(criterion, test.fact);
    case 'yes':
      return value.kind === 'yes-no'
        ? { holds: value.yes, because: `${definition.label}: ${value.yes ? 'yes' : 'no'}.` }
        : mismatch(criterion, test.fact);
    case 'not-past':
    case 'has-come':
    case 'within-months':
      return value.kind === 'day'
        ? readDay(test, definition, value, on)
        : mismatch(criterion, test.fact);
    default:
      throw never(test);
  }
}

function atLeast(test: Extract<FactTest, { kind: 'at-least' }>, number: number): TestReading {
  const holds = number >= test.count;
  const [shown, asked] = [number, test.count].map((count) => count.toLocaleString('en-US'));
  return {
    holds,
    because: holds
      ? `${test.unit.slice(0, 1).toUpperCase()}${test.unit.slice(1)}: ${shown} shown, ${asked} asked.`
      : `${shown} of ${asked} ${test.unit} shown.`,
  };
}

/** Where the owner's pages conflict, a person is told so before the stricter reading costs anybody anything. */
function withOtherReading(
  reading: TestReading,
  test: FactTest,
  criterion: CriterionDefinition,
  facts: FactTexts,
): TestReading {
  if (reading.holds || test.kind !== 'at-least' || test.otherwise === undefined) {
    return reading;
  }
  const other = valueShown(definitionOf(criterion, test.otherwise.fact), facts);
  const metThere =
    typeof other !== 'string' && other.kind === 'number' && other.number >= test.count;
  return metThere
    ? { holds: false, because: `${reading.because} ${test.otherwise.sentence}` }
    : reading;
}

function oneOf(
  test: Extract<FactTest, { kind: 'one-of' }>,
  definition: FactDefinition,
  value: Extract<FactValue, { kind: 'choice' }>,
): TestReading {
  const holds = test.values.includes(value.choice);
  const said = `${definition.label}: ${value.label}`;
  return { holds, because: holds ? `${said}.` : `${said}, which this rule does not accept.` };
}

function readDay(
  test: Extract<FactTest, { kind: 'not-past' | 'has-come' | 'within-months' }>,
  definition: FactDefinition,
  { day, words }: Extract<FactValue, { kind: 'day' }>,
  on: CivilDate,
): TestReading {
  const said = `${definition.label}: ${words}`;
  if (test.kind === 'not-past') {
    return day >= on
      ? { holds: true, because: `${said}.` }
      : { holds: false, because: `${said}, which is before ${inWordsShort(on)}.` };
  }
  // A month or year that is under way has come, though its last day has not.
  const start = firstDayNamed(definition, day);
  if (start > on) {
    return { holds: false, because: `${said}, which is still to come on ${inWordsShort(on)}.` };
  }
  const earliest = test.kind === 'has-come' ? start : addMonths(on, -test.months);
  return day >= earliest
    ? { holds: true, because: `${said}.` }
    : {
        holds: false,
        because: `${said}, which is before ${inWordsShort(earliest)}.`,
      };
}

function firstDayNamed(definition: FactDefinition, day: CivilDate): CivilDate {
  switch (definition.kind) {
    case 'year':
      return date(`${day.slice(0, 4)}-01-01`);
    case 'month':
      return date(`${day.slice(0, 7)}-01`);
    default:
      return day;
  }
}

function countYes(
  test: Extract<FactTest, { kind: 'count-yes' }>,
  criterion: CriterionDefinition,
  facts: FactTexts,
): TestReading {
  const count = test.facts.filter((id) => {
    const value = valueShown(definitionOf(criterion, id), facts);
    return typeof value !== 'string' && value.kind === 'yes-no' && value.yes;
  }).length;
  return atLeast({ kind: 'at-least', fact: '', count: test.atLeast, unit: test.unit }, count);
}

/** The value, or a sentence that says why there is none. */
function valueShown(definition: FactDefinition, facts: FactTexts): FactValue | string {
  const text = facts.get(definition.id)?.trim() ?? '';
  if (text === '') {
    return `Not shown: ${definition.label}.`;
  }
  const read = readFact(definition, text);
  return read.ok ? read.value : read.refusal.because;
}

function definitionOf(criterion: CriterionDefinition, id: string): FactDefinition {
  const definition = criterion.facts.find((fact) => fact.id === id);
  return definition ?? mismatch(criterion, id);
}

/** A program file that tests a fact it does not define, or of another kind, is our own mistake. */
function mismatch(criterion: CriterionDefinition, id: string): never {
  throw new Error(`criterion "${criterion.id}" has no fact "${id}" that fits its test`);
}
