/**
 * How often each method for item fairness cries wolf: exams without any bias, groups of equal and of very unequal size, of
 * equal and of different ability, and the share of items that come out significant at 5 %. Prints the table of
 * docs/methods/dif-simulations.md. Run: node --import tsx simulations/dif-false-alarms.ts
 */

import { DIF_METHODS } from '../src/fairness/dif/catalog.ts';
import { compareItems, prepareAnswers } from '../src/fairness/dif/compare-items.ts';
import { continuousDif } from '../src/fairness/dif/continuous-covariate.ts';
import { distractorFunctioning } from '../src/fairness/dif/distractors.ts';
import { generalizedLogistic } from '../src/fairness/dif/generalized-logistic.ts';
import { generalizedMantelHaenszel } from '../src/fairness/dif/generalized-mantel-haenszel.ts';
import { mantel } from '../src/fairness/dif/mantel.ts';
import { mantelHaenszel } from '../src/fairness/dif/mantel-haenszel.ts';
import { ordinalLogisticDif } from '../src/fairness/dif/ordinal-logistic.ts';
import { groupLevels } from '../src/fairness/dif/several-groups-levels.ts';
import { strataByScore } from '../src/fairness/dif/strata.ts';
import { TWO_GROUP_METHODS } from '../src/fairness/dif/two-group-methods.ts';
import { totals } from '../src/psychometrics/responses/matrix.ts';
import { type SimulatedExam, simulatedExam } from '../tests/support/simulated-exam.ts';

const ITEMS = 40;
const RUNS = 40;
/** Without a gap in ability a method must hold its 5 %, give or take what this many items allow. */
const HIGHEST = 0.075;

function smallest(id: string): number {
  return DIF_METHODS.find((method) => method.id === id)?.smallest ?? Number.POSITIVE_INFINITY;
}

class Rates {
  readonly judged = new Map<string, number>();
  readonly hits = new Map<string, number>();
  add(name: string, hit: boolean): void {
    this.judged.set(name, (this.judged.get(name) ?? 0) + 1);
    this.hits.set(name, (this.hits.get(name) ?? 0) + (hit ? 1 : 0));
  }
  rate(name: string): number | undefined {
    const judged = this.judged.get(name) ?? 0;
    return judged < 100 ? undefined : (this.hits.get(name) ?? 0) / judged;
  }
}

const names = new Set<string>();
let failed = false;

function addTwoGroups(exam: SimulatedExam, rates: Rates): void {
  const prepared = prepareAnswers(exam.matrix, exam.groups);
  for (const method of TWO_GROUP_METHODS) {
    for (const { found } of compareItems(method, prepared)) {
      if (found.ok) {
        rates.add(method.id, found.value.pValue < 0.05);
      }
    }
  }
  const scores = totals(exam.matrix);
  for (let item = 0; item < ITEMS; item += 1) {
    const plain = mantelHaenszel(strataByScore(exam.matrix, scores, exam.groups, item));
    if (plain.ok && exam.groups.focalPeople >= smallest('mantel-haenszel')) {
      rates.add('mantel-haenszel, uncorrected', plain.value.pValueUncorrected < 0.05);
    }
  }
}

/** Three groups, an age, wrong options by lot, and pairs of items as items of two points. */
function addOthers({ matrix, groups, chance }: SimulatedExam, rates: Rates): void {
  const focal = groups.focalPeople;
  const scores = totals(matrix);
  const right = (person: number, item: number): number => matrix.codes[person * ITEMS + item] ?? 0;
  const persons = Array.from({ length: matrix.people }, (_, person) => person);
  const three = persons.map((person) => (groups.member[person] === 1 ? 2 : chance.below(2)));
  // Older where the focal group is, so that age goes with ability too.
  const ages = persons.map((person) => 20 + chance.below(30) + 10 * (groups.member[person] ?? 0));
  for (let item = 0; item < ITEMS; item += 2) {
    const answers = persons.map((person) => right(person, item));
    const levels = groupLevels({ scores, member: three, groups: 3, answers, kinds: 2 });
    const general = generalizedMantelHaenszel(levels);
    const logistic = generalizedLogistic(levels);
    const options = persons.map((person) => (right(person, item) === 1 ? -1 : chance.below(3)));
    const chosen = groupLevels({
      scores,
      member: groups.member,
      groups: 2,
      answers: options,
      kinds: 3,
    });
    const wrong = distractorFunctioning(chosen);
    const points = persons.map((person) => right(person, item) + right(person, item + 1));
    const two = groupLevels({
      scores,
      member: groups.member,
      groups: 2,
      answers: points,
      kinds: 3,
    });
    const polytomous = mantel(two, [0, 1, 2]);
    const ordinal = ordinalLogisticDif(two);
    const continuous = continuousDif(
      ages.map((number, person) => ({
        number,
        score: scores[person] ?? 0,
        right: right(person, item) === 1,
      })),
    );
    if (general.ok && logistic.ok && focal >= smallest('generalized-mantel-haenszel')) {
      rates.add('generalized-mantel-haenszel', general.value.pValue < 0.05);
      if (focal >= smallest('generalized-logistic')) {
        rates.add('generalized-logistic', logistic.value.both.pValue < 0.05);
      }
    }
    const smaller = wrong.ok ? Math.min(wrong.value.focalPeople, wrong.value.referencePeople) : 0;
    if (wrong.ok && smaller >= smallest('distractor')) {
      rates.add('distractor', wrong.value.both.pValue < 0.05);
    }
    if (polytomous.ok && focal >= smallest('mantel')) {
      rates.add('mantel', polytomous.value.pValue < 0.05);
    }
    if (ordinal.ok && focal >= smallest('ordinal-logistic')) {
      rates.add('ordinal-logistic', ordinal.value.both.pValue < 0.05);
    }
    if (continuous.ok) {
      rates.add('continuous, regression', continuous.value.both.pValue < 0.05);
      rates.add('continuous, score test', continuous.value.score.pValue < 0.05);
      rates.add('continuous, fluctuation', continuous.value.fluctuation.pValue < 0.05);
    }
  }
}

const columns: {
  readonly model: string;
  readonly title: string;
  readonly impact: number;
  readonly rates: Rates;
}[] = [];
for (const model of ['rasch', '2pl'] as const) {
  for (const [reference, focal] of [
    [500, 500],
    [2000, 200],
    [3000, 120],
    [1000, 60],
  ] as const) {
    for (const impact of [0, 0.5, 1]) {
      const rates = new Rates();
      for (let run = 0; run < RUNS; run += 1) {
        const seed = `false alarms ${model} ${reference} ${focal} ${impact} ${run}`;
        const exam = simulatedExam({ reference, focal, impact, model, items: ITEMS, seed });
        addTwoGroups(exam, rates);
        if (run % 2 === 0) {
          addOthers(exam, rates);
        }
      }
      for (const name of rates.judged.keys()) {
        names.add(name);
      }
      columns.push({ model, title: `${reference}/${focal}, gap ${impact}`, impact, rates });
      console.error(`${model} ${reference}/${focal} gap ${impact} done`);
    }
  }
}
for (const model of ['rasch', '2pl'] as const) {
  const own = columns.filter((column) => column.model === model);
  console.log(`\n| ${model} | ${own.map(({ title }) => title).join(' | ')} |`);
  console.log(`|---|${own.map(() => '---').join('|')}|`);
  for (const name of names) {
    const cells = own.map(({ impact, rates }) => {
      const rate = rates.rate(name);
      failed ||= impact === 0 && rate !== undefined && rate > HIGHEST;
      return rate === undefined ? '–' : (100 * rate).toFixed(1);
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
process.exitCode = failed ? 1 : 0;
