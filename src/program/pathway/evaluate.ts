/**
 * Reads what a person shows against every published criterion: which are met, which are not and why not, and whether
 * together they open the way. A criterion may be left alone; where another way is met, nothing is lost by it.
 * This is a reading, for the candidate before filing and for the reviewer's help. A named person decides.
 */
import type { CivilDate } from '../../kernel/dates/civil-date.ts';
import type { CriterionDefinition } from '../definition/criterion.ts';
import type { RulesVersion } from '../definition/rules.ts';
import { outcomeFromFindings } from './expression.ts';
import { type FactTexts, readTest } from './fact-tests.ts';

export interface CriterionReading {
  readonly id: string;
  readonly title: string;
  /** Whether any fact was given for it. */
  readonly offered: boolean;
  readonly met: boolean;
  readonly because: string;
}

export interface PathwayReading {
  readonly met: boolean;
  readonly criteria: readonly CriterionReading[];
}

/** Facts by criterion id, then by fact id. `on` is the day of applying. */
export type FactsByCriterion = ReadonlyMap<string, FactTexts>;

export function evaluate(
  rules: Pick<RulesVersion, 'criteria' | 'pathway'>,
  facts: FactsByCriterion,
  on: CivilDate,
): PathwayReading {
  const criteria = rules.criteria.map((criterion) =>
    readCriterion(criterion, facts.get(criterion.id) ?? new Map(), on),
  );
  const met = new Map(criteria.map((reading) => [reading.id, reading.met]));
  return { met: outcomeFromFindings(rules.pathway, met), criteria };
}

function readCriterion(
  criterion: CriterionDefinition,
  facts: FactTexts,
  on: CivilDate,
): CriterionReading {
  const { id, title } = criterion;
  const offered = criterion.facts.some((fact) => (facts.get(fact.id)?.trim() ?? '') !== '');
  if (!offered) {
    return { id, title, offered, met: false, because: 'No evidence was offered.' };
  }
  const readings = criterion.tests.map((test) => readTest(test, criterion, facts, on));
  const met = readings.every((reading) => reading.holds);
  const told = met ? readings : readings.filter((reading) => !reading.holds);
  return { id, title, offered, met, because: told.map((reading) => reading.because).join(' ') };
}
