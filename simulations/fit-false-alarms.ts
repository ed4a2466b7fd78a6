/**
 * How often the tests of fit cry wolf: answers are drawn from a model that is true, 250 people and more, 10 and 40 items,
 * right-or-wrong and graded, and each test is asked at its nominal 5 percent: once with the true parameters, where the
 * rate speaks of the test alone (S-X2 is then judged by all its cells less its rows, M2, which takes out every direction a
 * calibration could have used, by its own degrees of freedom), and once, as in use, with parameters estimated from the
 * same answers. Person fit is asked at -1.645, with the true ability and with the estimated one.
 * Run: node --import tsx simulations/fit-false-alarms.ts [exams of each kind, 200 unless told; from 400 on,
 * 4,000 people too]
 * Ends with code 1 where a rate lies outside its band by more than twice its standard error: 3 to 8 percent, for person
 * fit at the estimated ability 0 to 6. With estimated parameters 40 items take half as many exams.
 */
import { type Generator, generatorFrom } from '../src/kernel/chance/generator.ts';
import { chiSquaredUpperTail } from '../src/numerics/distributions/chi-squared.ts';
import type { Abilities } from '../src/psychometrics/ability/ability.ts';
import { expectedAPosteriori } from '../src/psychometrics/ability/expected-a-posteriori.ts';
import { normalDensity, STANDARD_DENSITY } from '../src/psychometrics/ability/latent-density.ts';
import { type FreeParameters, parametersOfItem } from '../src/psychometrics/fit/free-parameters.ts';
import { limitedInformationFit } from '../src/psychometrics/fit/limited-information.ts';
import { personFit } from '../src/psychometrics/fit/person-fit.ts';
import { sumScoreItemFit } from '../src/psychometrics/fit/sum-score-item-fit.ts';
import { calibrate } from '../src/psychometrics/irt/calibrate.ts';
import {
  type CalibratedItem,
  categoriesOf,
  categoryProbabilities,
} from '../src/psychometrics/irt/item-model.ts';
import type { CategoryMatrix } from '../src/psychometrics/responses/categories.ts';

const NOMINAL = 0.05;
const ROUNDS = Number(process.argv[2] ?? 200);
/** The largest exams are worth their time only where the rates are to be told closely. */
const PEOPLE = ROUNDS >= 400 ? [250, 1000, 4000] : [250, 1000];
const SIGNIFICANT_LZ = -1.645;
const free: FreeParameters = { slopes: 'own', guessing: false, latentVariance: false };
const made = normalDensity({ ...STANDARD_DENSITY, points: 61 });
if (!made.ok) {
  throw new Error(made.refusal.because);
}
const density = made.value;

const normal = (chance: Generator): number =>
  Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());

function drawnItems(kind: 'binary' | 'graded', count: number, chance: Generator): CalibratedItem[] {
  return Array.from({ length: count }, () => {
    const a = Math.exp(0.3 * normal(chance));
    const middle = normal(chance);
    return kind === 'binary'
      ? { kind, a, d: -a * middle, g: 0 }
      : { kind, a, d: [-1.2, 0, 1.2].map((step) => -a * (middle / 2 + step)) };
  });
}

interface Exam {
  readonly matrix: CategoryMatrix;
  readonly truth: Abilities;
}

function drawnExam(items: readonly CalibratedItem[], people: number, chance: Generator): Exam {
  const codes = new Uint8Array(people * items.length);
  const truth = Array.from({ length: people }, (_, person) => {
    const theta = normal(chance);
    items.forEach((item, place) => {
      let draw = chance.next();
      const category = categoryProbabilities(item, theta).findIndex((p) => {
        draw -= p;
        return draw < 0;
      });
      codes[person * items.length + place] = Math.max(0, category);
    });
    return { ok: true, value: { theta, standardError: 0 } } as const;
  });
  const named = items.map((item, place) => ({
    name: `item ${place + 1}`,
    categories: categoriesOf(item),
    labels: Array.from({ length: categoriesOf(item) }, (_, category) => String(category)),
  }));
  return { matrix: { people, items: named, codes }, truth };
}

class Rate {
  private alarms = 0;
  private tests = 0;
  add(alarm: boolean): void {
    this.tests += 1;
    this.alarms += alarm ? 1 : 0;
  }
  get value(): number {
    return this.alarms / this.tests;
  }
  /** Twice the standard error of the rate, never less than at the nominal one. */
  get margin(): number {
    const rate = Math.max(this.value, NOMINAL);
    return 2 * Math.sqrt((rate * (1 - rate)) / this.tests);
  }
  get text(): string {
    return `${(100 * this.value).toFixed(1)} % of ${this.tests} (± ${(100 * this.margin).toFixed(1)})`;
  }
}

let outside = 0;
function report(what: string, rate: Rate, low: number, high: number): void {
  const inside = rate.value + rate.margin >= low && rate.value - rate.margin <= high;
  outside += inside ? 0 : 1;
  console.log(`${inside ? '  ' : '! '}${what}: ${rate.text}`);
}

class Rates {
  readonly whole = new Rate();
  readonly item = new Rate();
  readonly known = new Rate();
  readonly estimated = new Rate();
  /** The same with estimated parameters. */
  readonly wholeFitted = new Rate();
  readonly itemFitted = new Rate();
  readonly personFitted = new Rate();
}

/** One exam drawn from a true model, and every test asked once. */
function ask(items: readonly CalibratedItem[], { matrix, truth }: Exam, rates: Rates): void {
  const whole = limitedInformationFit(items, matrix, density, free);
  if (whole.ok) {
    rates.whole.add(whole.value.pValue < NOMINAL);
  }
  const fits = sumScoreItemFit(items, matrix, density, free);
  for (const [place, item] of items.entries()) {
    const fit = fits.ok ? fits.value.items[place] : undefined;
    if (fit?.ok) {
      const degrees = fit.value.degreesOfFreedom + parametersOfItem(item, free);
      rates.item.add(chiSquaredUpperTail(fit.value.statistic, degrees) < NOMINAL);
    }
  }
  const scores = expectedAPosteriori(items, matrix, density);
  askPeople(items, matrix, truth, rates.known);
  askPeople(items, matrix, scores.ok ? scores.value : [], rates.estimated);
}

/** The same with parameters estimated from the answers; an exam with a category that nobody used is passed over. */
function askFitted(kind: 'binary' | 'graded', { matrix }: Exam, rates: Rates): void {
  const fit = calibrate(matrix, { model: kind === 'binary' ? '2pl' : 'graded', errors: 'none' });
  if (!fit.ok || fit.value.notes.some((note) => note.kind === 'collapsed')) {
    return;
  }
  const items = fit.value.items.map(({ model }) => model);
  const whole = limitedInformationFit(items, matrix, density, free);
  if (whole.ok) {
    rates.wholeFitted.add(whole.value.pValue < NOMINAL);
  }
  const fits = sumScoreItemFit(items, matrix, density, free);
  for (const fitted of fits.ok ? fits.value.items : []) {
    if (fitted.ok) {
      rates.itemFitted.add(fitted.value.pValue < NOMINAL);
    }
  }
  const scores = expectedAPosteriori(items, matrix, density);
  askPeople(items, matrix, scores.ok ? scores.value : [], rates.personFitted);
}

function askPeople(
  items: readonly CalibratedItem[],
  matrix: CategoryMatrix,
  abilities: Abilities,
  rate: Rate,
): void {
  const fits = personFit(items, matrix, abilities);
  for (const fit of fits.ok ? fits.value : []) {
    if (fit.ok) {
      rate.add(fit.value < SIGNIFICANT_LZ);
    }
  }
}

const CASES = (['binary', 'graded'] as const).flatMap((kind) =>
  [10, 40].flatMap((count) => PEOPLE.map((people) => ({ kind, count, people }))),
);
for (const { kind, count, people } of CASES) {
  const chance = generatorFrom(`fit ${kind} ${count} ${people}`);
  const rates = new Rates();
  const rounds = people === 4000 && count === 40 ? ROUNDS / 4 : ROUNDS;
  for (let round = 0; round < rounds; round += 1) {
    const items = drawnItems(kind, count, chance);
    const exam = drawnExam(items, people, chance);
    ask(items, exam, rates);
    if (count === 10 || round % 2 === 0) {
      askFitted(kind, exam, rates);
    }
  }
  console.log(`${kind}, ${count} items, ${people} people, ${rounds} exams`);
  report(kind === 'binary' ? 'M2' : 'C2', rates.whole, 0.03, 0.08);
  report('S-X2', rates.item, 0.03, 0.08);
  report('lz, true ability', rates.known, 0.03, 0.08);
  report('lz, estimated ability', rates.estimated, 0, 0.06);
  report(`${kind === 'binary' ? 'M2' : 'C2'}, estimated parameters`, rates.wholeFitted, 0.03, 0.08);
  report('S-X2, estimated parameters', rates.itemFitted, 0.03, 0.08);
  report('lz, estimated parameters and ability', rates.personFitted, 0, 0.06);
}
process.exitCode = outside === 0 ? 0 : 1;
