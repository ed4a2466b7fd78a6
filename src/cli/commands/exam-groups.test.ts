import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inventedExam, ranWith } from '../../../tests/support/exam-commands.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { normalQuantile } from '../../numerics/distributions/normal.ts';
import type { DifResult } from '../../reporting/technical-report/dif-result.ts';
import type { TechnicalReport } from '../../reporting/technical-report/report.ts';
import { runAudit } from './audit.ts';
import { runDif } from './dif.ts';
import type { FileWorld } from './file-command.ts';

type Run = (args: readonly string[], world: FileWorld) => Promise<number>;

async function json<Found>(run: Run, text: string, ...args: string[]): Promise<Found> {
  const { out, err } = await ranWith(run, ['file.csv', ...args, '--json'], { 'file.csv': text });
  assert.equal(err, '');
  return JSON.parse(out) as Found;
}
const TWO = ['--pretest', 'try1', '--group', 'site', '--focal', 'late', '--reference', 'early'];
const sized = ({ effect }: { readonly effect: number | null }): number => Math.abs(effect ?? 0);

test('empirical Bayes pulls every reading toward the mean of the form, and still points at the planted item', async () => {
  const { dif } = await json<DifResult>(
    runDif,
    inventedExam(1200),
    ...TWO,
    '--method',
    'empirical-bayes',
  );
  assert.equal(dif.reduce((most, row) => (sized(row) > sized(most) ? row : most)).item, 'q5');
  for (const row of dif.filter(({ effect }) => effect !== null)) {
    const { reading, formMean, chanceOfA, chanceOfC } = row.detail as Record<string, number>;
    assert.ok(Math.abs(row.effect! - formMean!) <= Math.abs(reading! - formMean!), row.item);
    assert.ok(chanceOfA! + chanceOfC! <= 1 + 1e-12, row.item);
  }
});

test('the planted item lies furthest off the line of the delta plot, on the side of the focal group', async () => {
  const { dif } = await json<DifResult>(
    runDif,
    inventedExam(1200),
    ...TWO,
    '--method',
    'delta-plot',
  );
  const furthest = dif.reduce((most, row) => (sized(row) > sized(most) ? row : most));
  assert.equal(furthest.item, 'q5');
  assert.ok(furthest.effect! < 0);
  assert.match(furthest.direction!, /^harder for late than for early, beyond/);
});

/** People of every age between 20 and 59; item i3 gets harder with age, the others do not. */
function agedExam(people: number): string {
  const chance = generatorFrom('aged exam');
  const rows = Array.from({ length: people }, (_, person) => {
    const age = 20 + (person % 40);
    const able = normalQuantile(chance.next());
    const answers = Array.from({ length: 12 }, (__, item) => {
      const harder = item === 2 ? 0.05 * (age - 40) : 0;
      return chance.next() < 1 / (1 + Math.exp(-(1.2 * able - harder + (item - 6) / 6))) ? 1 : 0;
    });
    return [age, ...answers].join(',');
  });
  return `age,${Array.from({ length: 12 }, (_, item) => `i${item + 1}`).join(',')}\n${rows.join('\n')}\n`;
}

test('a number such as age finds the item that gets harder with it, alike in audit and dif', async () => {
  const text = agedExam(1500);
  const found = await json<DifResult>(runDif, text, '--covariate', 'age');
  const report = await json<TechnicalReport>(runAudit, text, '--covariate', 'age');
  assert.deepEqual(found.dif, report.dif);
  assert.equal(found.method, 'continuous');
  const [first] = [...found.dif].sort((a, b) => a.pValue! - b.pValue!);
  assert.equal(first!.item, 'i3');
  assert.ok(first!.pAdjusted! < 0.001 && first!.effect! < 0);
  assert.equal(first!.direction, 'harder as age rises among people who know as much');
  assert.equal(report.covariates[0]!.people, 1500);
  assert.ok(Math.abs(report.covariates[0]!.mean! - 39.4) < 0.2);
});

test('a word among the numbers is a fault of the file, with its row', async () => {
  const text = agedExam(300).replace('\n25,', '\nold,');
  const ran = await ranWith(runDif, ['file.csv', '--covariate', 'age'], { 'file.csv': text });
  assert.equal(ran.code, 2);
  assert.match(ran.err, /Row 7, column "age" holds "old", which is no number/);
});

test('an item that leaks between windows is the one that is called drifting, and easier', async () => {
  const chance = generatorFrom('windows');
  const rows = Array.from({ length: 3000 }, (_, person) => {
    const window = person < 1500 ? '2024-09' : '2024-10';
    const able = normalQuantile(chance.next());
    const answers = Array.from({ length: 20 }, (__, item) => {
      const leaked = item === 4 && person >= 1500 ? 1.5 : 0;
      return chance.next() < 1 / (1 + Math.exp(-(able + leaked + (item - 10) / 8))) ? 1 : 0;
    });
    return [window, ...answers].join(',');
  });
  const header = `window,${Array.from({ length: 20 }, (_, item) => `i${item + 1}`).join(',')}`;
  const { windows, items } = await json<TechnicalReport>(
    runAudit,
    `${header}\n${rows.join('\n')}\n`,
    '--window',
    'window',
  );
  assert.deepEqual([windows[0]!.before, windows[0]!.after], ['2024-09', '2024-10']);
  const drifting = windows[0]!.items.filter((item) => item.drifting).map(({ id }) => id);
  assert.deepEqual(drifting, ['i5']);
  assert.match(items[4]!.flags.find(({ kind }) => kind === 'drift')!.because, /easier.*passed on/);
});

/** Ten items; `passing` people of the small group have all of them right, everybody else of it has none. */
function smallGroup(people: number, passing: number, others = 300): string {
  const rows = [
    ...Array.from({ length: people }, (_, person) => ['few', person < passing ? 10 : 2] as const),
    ...Array.from({ length: others }, (_, person) => ['many', 1 + (person % 10)] as const),
  ].map(
    ([group, right]) =>
      `${group},${Array.from({ length: 10 }, (_, item) => (item < right ? 1 : 0)).join(',')}`,
  );
  return `g,${Array.from({ length: 10 }, (_, item) => `i${item + 1}`).join(',')}\n${rows.join('\n')}\n`;
}
const FEW = ['--group', 'g', '--focal', 'few', '--reference', 'many', '--cut', '8'];

test('one or two who passed read alike, and nothing beside them says which', async () => {
  const reports = await Promise.all(
    [1, 2].map((passing) => json<TechnicalReport>(runAudit, smallGroup(24, passing), ...FEW)),
  );
  for (const { comparisons } of reports) {
    const { focal, reference, ...between } = comparisons[0]!;
    assert.deepEqual([focal.passing, focal.passRate], [null, null]);
    assert.equal(focal.reasons['passing'], 'withheld: fewer than 3 of 24 (under 13 %)');
    assert.deepEqual([reference.passing, reference.passRate], [null, null]);
    assert.deepEqual(
      [between.impactRatio, between.impactDifference, between.impactP, between.impactRatioLow],
      [null, null, null, null],
    );
    assert.equal(between.verdict, 'Disparity shown', 'the same whether one passed or two');
  }
  const texts = await Promise.all(
    (['html', 'markdown', 'csv', 'text'] as const).map((format) =>
      ranWith(runAudit, ['file.csv', ...FEW, '--format', format], {
        'file.csv': smallGroup(24, 1),
      }),
    ),
  );
  for (const { out } of texts) {
    assert.match(out, /fewer than 3 of 24/);
    assert.doesNotMatch(out, /\b1 of 24\b|\b90 of 300\b/);
  }
});

test('three who passed are shown, and so is nobody', async () => {
  for (const passing of [0, 3]) {
    const { comparisons } = await json<TechnicalReport>(runAudit, smallGroup(24, passing), ...FEW);
    assert.equal(comparisons[0]!.focal.passing, passing);
    assert.equal(comparisons[0]!.reference.passing, 90);
  }
});

test('where a handful stands in neither group, the shown numbers do not give their results away', async () => {
  const rest = smallGroup(60, 20).trimEnd();
  const strangers = (right: number): string =>
    `${rest}\n,${Array.from({ length: 10 }, (_, item) => (item < right ? 1 : 0)).join(',')}\n`;
  const reports = await Promise.all(
    [strangers(10), strangers(1)].map((text) => json<TechnicalReport>(runAudit, text, ...FEW)),
  );
  const [able, weak] = reports.map(({ comparisons }) => comparisons[0]!);
  assert.deepEqual(able, weak, 'the groups read the same whatever the stranger did');
  assert.match(
    able!.rounded!,
    /everybody and the groups shown would tell about fewer than 11 people/,
  );
  assert.equal(able!.focal.passing! % 5, 0);
  assert.deepEqual([able!.focal.people, able!.reference.people], [60, 300]);
  assert.deepEqual([able!.notStated, able!.elsewhere], [null, null]);
  assert.match(able!.reasons['notStated']!, /^withheld: fewer than 11 people/);
});

test('two comparisons that differ by a handful are not both shown', async () => {
  const text = smallGroup(60, 20)
    .split('\n')
    .map((line, place) => (place > 0 && place <= 5 ? line.replace('few', 'rare') : line))
    .join('\n');
  const { comparisons } = await json<TechnicalReport>(
    runAudit,
    text,
    ...['--group', 'g', '--focal', 'others', '--reference', 'many'],
    ...['--group', 'g', '--focal', 'few', '--reference', 'many'],
  );
  assert.equal(comparisons[0]!.focal.people, 60);
  assert.equal(comparisons[1]!.focal.people, null);
  assert.match(
    comparisons[1]!.reasons['people']!,
    /put together with the groups above, these would tell about fewer than 11/,
  );
});

/** Groups of the same column, each of `people` with `passing` who have everything right; the others have two right. */
function groupsOf(groups: readonly (readonly [name: string, people: number, passing: number])[]) {
  const rows = groups.flatMap(([name, people, passing]) =>
    Array.from({ length: people }, (_, person) => {
      const right = person < passing ? 10 : 2 + (person % 5);
      return `${name},${Array.from({ length: 10 }, (__, item) => (item < right ? 1 : 0)).join(',')}`;
    }),
  );
  return `g,${Array.from({ length: 10 }, (_, item) => `i${item + 1}`).join(',')}\n${rows.join('\n')}\n`;
}
const against = (focal: string): readonly string[] => [
  ...['--group', 'g', '--focal', focal, '--reference', 'many'],
];

test('what all others, less each group of them in turn, would leave is not shown: three comparisons, no two of which tell', async () => {
  const text = groupsOf([
    ['many', 200, 80],
    ['a', 40, 10],
    ['b', 50, 12],
    ['c', 6, 6],
  ]);
  const { comparisons } = await json<TechnicalReport>(
    runAudit,
    text,
    ...against('others'),
    ...against('a'),
    ...against('b'),
    '--cut',
    '8',
  );
  assert.deepEqual(
    comparisons.map(({ focal }) => focal.people),
    [96, 40, null],
    'others less a less b would be the six of c',
  );
  assert.match(comparisons[2]!.focal.reasons['people']!, /tell about fewer than 11 people/);
});

test('a hidden count of one or two does not follow from the same group in another comparison, or from everybody', async () => {
  const text = groupsOf([
    ['many', 200, 80],
    ['a', 40, 2],
    ['b', 50, 12],
  ]);
  const report = await json<TechnicalReport>(
    runAudit,
    text,
    ...against('a'),
    ...against('b'),
    '--cut',
    '8',
  );
  const [first, second] = report.comparisons;
  assert.equal(report.form.passing, 94, 'everybody together is told');
  assert.equal(first!.focal.reasons['passing'], 'withheld: fewer than 3 of 40 (under 8 %)');
  for (const side of [first!.reference, second!.reference]) {
    assert.equal(side.passing, null, '94 less 12 less those of many would be those of a');
  }
  assert.equal(second!.focal.passing, 12);
  assert.deepEqual([second!.impactRatio, second!.impactP], [null, null]);
});

test('where all but one or two of a group are matched, the people behind an item go in fives', async () => {
  const { dif } = await json<DifResult>(runDif, inventedExam(600), ...TWO);
  const matched = dif.filter(({ people }) => people !== null);
  assert.ok(matched.length > 5);
  for (const { item, people, focalPeople, rounded } of matched) {
    const left = [300 - focalPeople!, 300 - (people! - focalPeople!)];
    assert.ok(rounded === true || left.every((one) => one !== 1 && one !== 2), item);
    assert.ok(rounded !== true || (people! % 5 === 0 && focalPeople! % 5 === 0), item);
  }
});

test('the delta plot leaves out an item that one or two people of a group got right', async () => {
  const lines = inventedExam(600).trimEnd().split('\n');
  const rare = lines.map((line, place) => {
    const cells = line.split(',');
    cells[13] = place === 0 ? 'q12' : cells[1] === 'late' ? String(Number(place < 4)) : cells[13]!;
    return cells.join(',');
  });
  const { dif } = await json<DifResult>(
    runDif,
    `${rare.join('\n')}\n`,
    ...TWO,
    ...['--method', 'delta-plot'],
  );
  const row = dif.find(({ item }) => item === 'q12')!;
  assert.deepEqual([row.effect, row.detail], [null, {}]);
  assert.match(row.reasons['effect']!, /^withheld: one or two people/);
  assert.ok(dif.filter(({ effect }) => effect !== null).length > 8);
});

test('a number that hardly anybody stated is not summed up', async () => {
  const few = agedExam(300)
    .split('\n')
    .map((line, place) => (place > 9 ? line.replace(/^\d+/, '') : line))
    .join('\n');
  const { covariates, dif } = await json<TechnicalReport>(runAudit, few, '--covariate', 'age');
  const [age] = covariates;
  assert.deepEqual([age!.people, age!.mean, age!.notStated], [null, null, null]);
  assert.match(age!.reasons['mean']!, /^withheld: a group here has fewer than 11 people/);
  assert.ok(dif.every(({ statistic }) => statistic === null));
});

test('on request the audit says how well the model as a whole describes the answers', async () => {
  const { calibration } = await json<TechnicalReport>(runAudit, agedExam(1500), '--fit');
  const { fit, personFit } = calibration!;
  assert.equal(fit!.name, 'M2');
  assert.equal(fit!.degreesOfFreedom, 12 + 66 - 24);
  assert.ok(fit!.rmsea! < 0.03 && fit!.rmseaLow! <= fit!.rmsea! && fit!.rmsea! <= fit!.rmseaHigh!);
  assert.ok(personFit!.share! > 0 && personFit!.share! < 0.08);
  const without = await json<TechnicalReport>(runAudit, agedExam(300));
  assert.equal(without.calibration!.fit, undefined);
});
