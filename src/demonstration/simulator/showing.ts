/**
 * What invented candidates show for the published criteria: facts that satisfy a criterion, or that fall short of it in
 * one respect, for any program, because both follow from the criterion's own tests. And which criteria they rely on,
 * where the rules leave a choice.
 */
import type { Generator } from '../../kernel/chance/generator.ts';
import { shuffled } from '../../kernel/chance/generator.ts';
import { addDays, addMonths, type CivilDate, parts } from '../../kernel/dates/civil-date.ts';
import { never } from '../../kernel/result/result.ts';
import type {
  CriterionDefinition,
  FactDefinition,
  FactTest,
} from '../../program/definition/criterion.ts';
import type { Pathway } from '../../program/definition/pathway.ts';
import type { RulesVersion } from '../../program/definition/rules.ts';
import { evaluate } from '../../program/pathway/evaluate.ts';
import { between, happens, oneOf } from '../people/draw.ts';

type Facts = ReadonlyMap<string, string>;
export type Shown = ReadonlyMap<string, Facts>;

const RELIES_ON_MORE = 0.12;

/** The criteria somebody relies on: as many as the pathway asks for, now and then one more. */
function reliedOn(chance: Generator, pathway: Pathway): readonly string[] {
  if (pathway.kind === 'criterion') {
    return [pathway.criterion];
  }
  const least =
    pathway.kind === 'all' ? pathway.of.length : pathway.kind === 'any' ? 1 : pathway.count;
  const more = least < pathway.of.length && happens(chance, RELIES_ON_MORE) ? 1 : 0;
  const chosen = new Set(shuffled(pathway.of, chance).slice(0, least + more));
  const branches = pathway.of.filter((branch) => chosen.has(branch));
  return [...new Set(branches.flatMap((branch) => reliedOn(chance, branch)))];
}

/**
 * Facts by criterion, for an application that satisfies the rules or that falls short of them: in one kind of evidence,
 * or, where that leaves another way open, in all of it.
 */
export function shownFor(
  chance: Generator,
  rules: Pick<RulesVersion, 'criteria' | 'pathway'>,
  meets: boolean,
  on: CivilDate,
): Shown {
  const criteria = reliedOn(chance, rules.pathway)
    .map((id) => rules.criteria.find((criterion) => criterion.id === id))
    .filter((criterion) => criterion !== undefined);
  const weak = criteria.filter(({ evidence }) => evidence !== undefined && evidence !== 'own-word');
  const shown = (short: ReadonlySet<CriterionDefinition>): Shown =>
    new Map(
      criteria.map((criterion) => [
        criterion.id,
        factsOf(chance, criterion, !short.has(criterion), on),
      ]),
    );
  if (meets) {
    return shown(new Set());
  }
  const { evidence } = oneOf(chance, weak);
  const one = shown(new Set(weak.filter((criterion) => criterion.evidence === evidence)));
  return evaluate(rules, one, on).met ? shown(new Set(weak)) : one;
}

function factsOf(
  chance: Generator,
  criterion: CriterionDefinition,
  meets: boolean,
  on: CivilDate,
): Facts {
  const short = meets ? undefined : oneOf(chance, criterion.tests.filter(mayFallShort));
  return new Map(
    criterion.facts.map((fact) => {
      const test = criterion.tests.find((one) => factsTested(one).includes(fact.id));
      return [fact.id, factValue(chance, fact, test, test === undefined || test !== short, on)];
    }),
  );
}

/** Nobody files an application about work that is still to come. */
const mayFallShort = ({ kind }: FactTest): boolean => kind !== 'has-come';

const factsTested = (test: FactTest): readonly string[] =>
  test.kind === 'count-yes' ? test.facts : [test.fact];

function factValue(
  chance: Generator,
  fact: FactDefinition,
  test: FactTest | undefined,
  holds: boolean,
  on: CivilDate,
): string {
  if (test === undefined) {
    return untested(chance, fact, on);
  }
  switch (test.kind) {
    case 'at-least':
      return String(
        holds
          ? test.count + between(chance, 0, test.count + 2)
          : Math.max(0, test.count - between(chance, 1, Math.ceil(test.count / 2))),
      );
    case 'one-of': {
      const others = (fact.options ?? []).filter(({ value }) => !test.values.includes(value));
      return holds || others.length === 0
        ? oneOf(chance, test.values)
        : oneOf(chance, others).value;
    }
    case 'yes':
      return holds ? 'yes' : 'no';
    case 'not-past':
      return addDays(on, holds ? between(chance, 30, 900) : -between(chance, 5, 300));
    case 'has-come':
      return dated(fact, addMonths(on, -between(chance, 18, 300)));
    case 'within-months':
      return dated(
        fact,
        addMonths(
          on,
          -(holds ? between(chance, 1, test.months - 1) : test.months + between(chance, 2, 20)),
        ),
      );
    case 'count-yes': {
      const place = test.facts.indexOf(fact.id);
      return holds && (place < test.atLeast || happens(chance, 0.3))
        ? 'yes'
        : place === 0
          ? 'yes'
          : 'no';
    }
    default:
      throw never(test);
  }
}

/** A fact that no test asks about, at a plausible value. */
function untested(chance: Generator, fact: FactDefinition, on: CivilDate): string {
  switch (fact.kind) {
    case 'number':
      return String(between(chance, 1000, 5200));
    case 'yes-no':
      return 'yes';
    case 'choice':
      return fact.options?.[0]?.value ?? '';
    default:
      return dated(fact, addMonths(on, -between(chance, 12, 200)));
  }
}

function dated({ kind }: FactDefinition, day: CivilDate): string {
  return kind === 'year' ? String(parts(day).year) : kind === 'month' ? day.slice(0, 7) : day;
}
