/**
 * What the methods that calibrate (Lord, Raju, likelihood ratio) find and flag in vain, with parameters estimated from the
 * answers as in use: false alarms without any bias, power by size of bias and sizes of groups, and fifty exams with planted
 * bias. Prints the tables of docs/methods/dif-model-simulations.md; fails where a rate without bias passes its bound, where
 * a large bias is missed, or where more than 5 % of clean items are flagged.
 * Run: node --import tsx simulations/dif-by-models.ts [alarms|power|planted]
 */
import { MODEL_METHODS } from '../src/fairness/dif/catalog.ts';
import {
  compareByModel,
  compareByModelPurified,
  type PreparedModel,
  prepareModel,
} from '../src/fairness/dif/compare-by-model.ts';
import type { ModelForm, ModelLook, ModelMethod } from '../src/fairness/dif/dif-method.ts';
import type { TwoGroups } from '../src/fairness/groups/group.ts';
import type { ResponseMatrix } from '../src/psychometrics/responses/matrix.ts';
import { type ExamPlan, plantedExam } from '../tests/support/planted-exam.ts';
import { simulatedExam } from '../tests/support/simulated-exam.ts';

const [, , part] = process.argv;
/** Without a gap in ability a method must hold its 5 %, give or take what this many items allow. */
const HIGHEST = 0.075;
const ITEMS = 20;
let failed = false;

const percent = (hits: number, all: number, digits = 1): string =>
  all < 50 ? '–' : ((100 * hits) / all).toFixed(digits);

function formOf(matrix: ResponseMatrix, groups: TwoGroups, model: 'rasch' | '2pl'): ModelForm {
  const items = matrix.items.map(({ name }) => ({ name, categories: 2, labels: ['0', '1'] }));
  return { matrix: { people: matrix.people, items, codes: matrix.codes }, groups, model };
}

/** A form ready for looks, each worked out once however often it is asked for; undefined where the method refuses. */
function prepared(method: ModelMethod, form: ModelForm): PreparedModel | undefined {
  const ready = prepareModel(method, form);
  if (!ready.ok) {
    return undefined;
  }
  const seen = new Map<string, ReturnType<ModelLook>>();
  const look: ModelLook = (anchor) => {
    const key = anchor.join('');
    const found = seen.get(key) ?? ready.value.look(anchor);
    seen.set(key, found);
    return found;
  };
  return { ...ready.value, look };
}

interface Count {
  hits: number;
  all: number;
}
const none = (): Count => ({ hits: 0, all: 0 });

/** How many of the first `items` items are significant at 5 %, and how many could be judged. */
function countSignificant(method: ModelMethod, form: ModelForm, items: number, count: Count): void {
  const ready = prepared(method, form);
  for (const { found } of ready === undefined ? [] : compareByModel(ready).slice(0, items)) {
    if (found.ok) {
      count.all += 1;
      count.hits += found.value.pValue < 0.05 ? 1 : 0;
    }
  }
}

function falseAlarms(): void {
  const columns = (['rasch', '2pl'] as const).flatMap((model) =>
    (
      [
        [120, 120],
        [200, 200],
        [500, 500],
        [2000, 200],
        [3000, 120],
      ] as const
    ).flatMap(([reference, focal]) =>
      (model === 'rasch' ? [1] : focal === 120 ? [0, 1] : [0, 0.5, 1]).map((impact) => ({
        model,
        reference,
        focal,
        impact,
      })),
    ),
  );
  console.log(`| exam | ${MODEL_METHODS.map(({ id }) => id).join(' | ')} |`);
  console.log(`|---|${MODEL_METHODS.map(() => '---').join('|')}|`);
  for (const { model, reference, focal, impact } of columns) {
    const counts = MODEL_METHODS.map(none);
    for (let run = 0; run < 40; run += 1) {
      const seed = `alarms by models ${model} ${reference} ${focal} ${impact} ${run}`;
      const exam = simulatedExam({ reference, focal, impact, model, items: ITEMS, seed });
      const form = formOf(exam.matrix, exam.groups, model);
      MODEL_METHODS.forEach((method, place) => {
        countSignificant(method, form, ITEMS, counts[place] ?? none());
      });
    }
    failed ||= counts.some(({ hits, all }) => all >= 50 && hits / all > HIGHEST);
    const cells = counts.map(({ hits, all }) => percent(hits, all));
    console.error(`${model} ${reference}/${focal} gap ${impact} done`);
    console.log(`| ${model} ${reference}/${focal}, gap ${impact} | ${cells.join(' | ')} |`);
  }
}

const BIASES = [
  { title: 'harder by 0.3', harder: 0.3, flatter: 1 },
  { title: 'harder by 0.6', harder: 0.6, flatter: 1 },
  { title: 'harder by 1', harder: 1, flatter: 1 },
  { title: 'half as discriminating', harder: 0, flatter: 0.5 },
] as const;
const BIASED = 4;

function power(): void {
  console.log(`| bias | groups | ${MODEL_METHODS.map(({ id }) => id).join(' | ')} |`);
  console.log(`|---|---|${MODEL_METHODS.map(() => '---').join('|')}|`);
  for (const { title, harder, flatter } of BIASES) {
    for (const [reference, focal] of [
      [500, 500],
      [1000, 1000],
      [2000, 300],
    ] as const) {
      const counts = MODEL_METHODS.map(none);
      for (let run = 0; run < 15; run += 1) {
        const exam = simulatedExam({
          reference,
          focal,
          impact: 0.5,
          model: '2pl',
          items: ITEMS,
          seed: `power by models ${title} ${reference} ${focal} ${run}`,
          bias: (item) => ({
            harder: item < BIASED ? harder * (item % 2 === 0 ? 1 : -1) : 0,
            flatter: item < BIASED ? flatter : 1,
          }),
        });
        const form = formOf(exam.matrix, exam.groups, '2pl');
        MODEL_METHODS.forEach((method, place) => {
          countSignificant(method, form, BIASED, counts[place] ?? none());
        });
      }
      failed ||=
        harder === 1 && reference === 1000 && counts.some(({ hits, all }) => hits < 0.9 * all);
      console.error(`${title}, ${reference}/${focal} done`);
      const cells = counts.map(({ hits, all }) => percent(hits, all, 0));
      console.log(`| ${title} | ${reference}/${focal} | ${cells.join(' | ')} |`);
    }
  }
}

interface Tally {
  readonly found: Count;
  readonly clean: Count;
  readonly bareFound: Count;
  readonly bareClean: Count;
  unsettled: number;
}

function addTo(count: Count, hit: boolean): void {
  count.all += 1;
  count.hits += hit ? 1 : 0;
}

function judge(
  method: ModelMethod,
  form: ModelForm,
  biases: readonly number[],
  tally: Tally,
): void {
  const ready = prepared(method, form);
  if (ready === undefined) {
    return;
  }
  const purified = compareByModelPurified(ready);
  const plain = compareByModel(ready);
  tally.unsettled += purified.end === 'settled' ? 0 : 1;
  biases.forEach((bias, item) => {
    const bare = plain[item]?.found;
    addTo(bias === 0 ? tally.clean : tally.found, purified.look[item]?.flagged === true);
    addTo(
      bias === 0 ? tally.bareClean : tally.bareFound,
      bare?.ok === true && bare.value.pValue < 0.05,
    );
  });
}

const SEEDS = 50;
function plantedExams(plan: Omit<ExamPlan, 'seed'>): void {
  const tallies = MODEL_METHODS.map(
    (): Tally => ({
      found: none(),
      clean: none(),
      bareFound: none(),
      bareClean: none(),
      unsettled: 0,
    }),
  );
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { matrix, groups, planted } = plantedExam({ ...plan, seed });
    const form = formOf(matrix, groups, '2pl');
    MODEL_METHODS.forEach((method, place) => {
      const tally = tallies[place];
      if (tally !== undefined) {
        judge(method, form, planted, tally);
      }
    });
    if (seed % 10 === 0) {
      console.error(`${plan.model} ${plan.people} x ${plan.items}: ${seed} of ${SEEDS}`);
    }
  }
  tallies.forEach(({ found, clean, bareFound, bareClean, unsettled }, place) => {
    failed ||= clean.hits > 0.05 * clean.all;
    const cells = [found, clean].map(({ hits, all }) => percent(hits, all));
    const bare = [bareFound, bareClean].map(({ hits, all }) => percent(hits, all));
    console.log(
      `| ${plan.model} ${plan.people} x ${plan.items} | ${MODEL_METHODS[place]?.id} | ${cells.join(' | ')} | ${unsettled} of ${SEEDS} | ${bare.join(' | ')} |`,
    );
  });
}

if (part === undefined || part === 'alarms') {
  falseAlarms();
}
if (part === undefined || part === 'power') {
  power();
}
if (part === undefined || part === 'planted') {
  console.log(
    '| exam | method | planted found, % | clean flagged, % | did not settle | by p < .05, unpurified: found | clean flagged |',
  );
  console.log('|---|---|---|---|---|---|---|');
  plantedExams({ people: 2000, items: 40, model: '2pl' });
}
process.exitCode = failed ? 1 : 0;
