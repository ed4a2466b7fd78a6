import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { inventedExam, type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import type {
  DifRow,
  ItemFacts,
  TechnicalReport,
} from '../../reporting/technical-report/report.ts';
import { AUDIT_USAGE, runAudit } from './audit.ts';

const onText = (text: string, ...args: string[]): Promise<Ran> =>
  ranWith(runAudit, ['file.csv', ...args], { 'file.csv': text });
const reportOn = async (text: string, ...args: string[]): Promise<TechnicalReport> =>
  JSON.parse((await onText(text, ...args, '--format', 'json')).out) as TechnicalReport;
const item = (report: TechnicalReport, id: string): ItemFacts =>
  report.items.find((one) => one.id === id)!;
const row = (report: TechnicalReport, id: string, method: string): DifRow =>
  report.dif.find((one) => one.item === id && one.method === method)!;
const TWO = ['--pretest', 'try1', '--group', 'site', '--focal', 'late', '--reference', 'early'];

test('the report opens in plain words, and every number of it has a page', async () => {
  const { code, out, err } = await onText(inventedExam(), ...TWO, '--cut', '7');
  assert.equal(code, 0);
  assert.equal(err, '', 'nobody watches, so no progress is told');
  const first = out.slice(0, out.indexOf('This form in numbers'));
  assert.match(first, /500 people sat 12 scored items/);
  assert.match(first, /Is it sound\?/);
  assert.match(first, /Do late and early meet the same exam\?/);
  assert.match(first, /q5: harder for late than for early who know as much/);
  assert.match(first, /q3: check the key: the able miss it/);
  assert.doesNotMatch(out, /\bis fair\b|\bunfair\b/, 'no verdict on fairness');
});

test('the rule for each kind of missing answer is printed with how often it was used', async () => {
  const { out } = await onText(inventedExam(), '--pretest', 'try1');
  for (const name of ['Omitted', 'Not reached', 'Not administered', 'Invalid']) {
    assert.match(out, new RegExp(`^${name} +\\d+ `, 'm'));
  }
  assert.match(out, /Not administered +333 /);
  const [first = ''] = out.replaceAll(/\s+/g, ' ').split('This form in numbers');
  assert.match(
    first,
    /Missing answers: omitted \(\d+\) counts as wrong; not reached \(\d+\) adds nothing to the total; not administered \(333\) says nothing [^;]*; invalid \(0\) counts as wrong\./,
  );
  assert.match(out, /planned blocks: 1 item\s+to 167 people/);
});

test('the block for accreditors holds N, passing, cut, mean, deviation, reliability, error and consistency', async () => {
  const { form } = await reportOn(inventedExam(), '--pretest', 'try1', '--cut', '7');
  assert.equal(form.people, 500);
  assert.equal(form.cut, 7);
  for (const name of ['passing', 'passRate', 'mean', 'deviation', 'reliability', 'sem'] as const) {
    assert.equal(typeof form[name], 'number', name);
  }
  assert.ok(form.decisionConsistency! > 0.5 && form.decisionConsistency! < 1);
  assert.equal(form.passRate, form.passing! / 500);
});

test('the names that others build on are there, and nothing is NaN, infinite or undefined', async () => {
  const { out } = await onText(inventedExam(), ...TWO, '--json');
  const report = JSON.parse(out) as TechnicalReport;
  assert.equal(report.sample.people, 500);
  assert.equal(report.sample.items, 12);
  assert.equal(typeof report.reliability.alpha, 'number');
  assert.equal(typeof report.reliability.sem, 'number');
  assert.equal(report.items.length, 13);
  const first = report.items[0]!;
  assert.deepEqual(
    [first.id, typeof first.difficulty, typeof first.discrimination],
    ['q1', 'number', 'number'],
  );
  assert.doesNotMatch(out, /NaN|Infinity|undefined/);
  for (const one of report.dif) {
    for (const name of [
      'item',
      'method',
      'group',
      'focal',
      'reference',
      'statistic',
      'pValue',
      'effect',
      'effectError',
      'class',
      'people',
      'strata',
    ]) {
      assert.ok(name in one, `${one.method} of ${one.item} has ${name}`);
    }
  }
});

test('a number that does not exist is null, and its reason stands beside it', async () => {
  const text = inventedExam().replaceAll(/,([01])?$/gm, (_, code) =>
    code === undefined ? ',' : ',1',
  );
  const report = await reportOn(text, ...TWO);
  const pilot = item(report, 'try1');
  assert.equal(pilot.discrimination, null);
  assert.match(pilot.reasons['discrimination']!, /everybody got the item right/);
  const compared = row(report, 'try1', 'mantel-haenszel');
  assert.equal(compared.class, null);
  assert.match(compared.reasons['class']!, /no score level/);
  for (const one of report.dif) {
    for (const [name, value] of Object.entries(one)) {
      if (value === null && name !== 'direction') {
        assert.equal(typeof one.reasons[name], 'string', `${one.method} of ${one.item}: ${name}`);
      }
    }
  }
});

test('for Mantel-Haenszel the statistic is uncorrected, its p-value belongs to it, and the corrected one stands beside', async () => {
  const found = row(await reportOn(inventedExam(), ...TWO), 'q5', 'mantel-haenszel');
  assert.ok(found.statistic! > found.statisticCorrected!);
  assert.ok(found.pValue! < (found.detail['pValueCorrected'] as number));
  assert.ok(found.effect! < -1.5 && found.class === 'C');
});

test('all five methods of an audit see the planted item, and say against whom', async () => {
  const report = await reportOn(inventedExam(1200), ...TWO);
  for (const method of ['mantel-haenszel', 'standardization', 'logistic', 'sibtest']) {
    const found = row(report, 'q5', method);
    assert.ok(found.pValue! < 1e-6, method);
    assert.equal(found.direction, 'harder for late than for early who know as much', method);
  }
  assert.ok(report.dif.some(({ method }) => method === 'breslow-day'));
});

test('turning the groups round turns every delta and no direction in words', async () => {
  const report = (reference: string, focal: string) =>
    reportOn(
      inventedExam(),
      '--pretest',
      'try1',
      '--group',
      'site',
      '--reference',
      reference,
      '--focal',
      focal,
    );
  const there = await report('early', 'late');
  const back = await report('late', 'early');
  for (let place = 1; place <= 12; place += 1) {
    const [one, other] = [there, back].map((side) => row(side, `q${place}`, 'mantel-haenszel'));
    assert.ok(Math.abs(one!.effect! + other!.effect!) < 1e-12);
    assert.ok(Math.abs(one!.statistic! - other!.statistic!) < 1e-9);
    assert.equal(one!.direction, other!.direction);
    assert.equal(one!.class, other!.class);
  }
});

test('the order of the rows changes no digit', async () => {
  const [header, ...rows] = inventedExam().trimEnd().split('\n');
  const turned = `${[header, ...rows.reverse()].join('\n')}\n`;
  const [one, other] = await Promise.all([
    reportOn(inventedExam(), ...TWO, '--cut', '7'),
    reportOn(turned, ...TWO, '--cut', '7'),
  ]);
  const close = (a: unknown, b: unknown, where: string): void => {
    if (typeof a === 'number' && typeof b === 'number') {
      assert.ok(Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a)), `${where}: ${a} and ${b}`);
    } else if (typeof a === 'object' && a !== null && typeof b === 'object' && b !== null) {
      assert.deepEqual(Object.keys(a), Object.keys(b), where);
      for (const [key, value] of Object.entries(a)) {
        close(value, (b as Record<string, unknown>)[key], `${where}.${key}`);
      }
    } else {
      assert.equal(a, b, where);
    }
  };
  close({ ...one, calibration: null }, { ...other, calibration: null }, 'report');
});

test('several groups may be compared in one report, each with its own reference', async () => {
  const rows = Array.from({ length: 60 }, (_, person) => {
    const bits = (person * 2654435761) >>> 0;
    return `${['a', 'b', 'c'][person % 3]},${person % 2 ? 'x' : 'y'},${[1, 2, 4, 8, 16, 32].map((bit) => (bits & (bit << 7) ? 1 : 0)).join(',')}`;
  });
  const report = await reportOn(
    `g,h,q1,q2,q3,q4,q5,q6\n${rows.join('\n')}\n`,
    ...['--group', 'g', '--focal', 'a', '--reference', 'b', '--group', 'h', '--focal', 'x'],
  );
  assert.deepEqual(
    report.comparisons.map(({ group, focal, reference }) => [group, focal.name, reference.name]),
    [
      ['g', 'a', 'b'],
      ['h', 'x', 'y'],
    ],
  );
  assert.match(report.assumed.join(' '), /the largest other group, "y", is the reference/);
});

test('two columns crossed make groups of their own', async () => {
  const text = inventedExam()
    .replace('id,site', 'id,site,half')
    .replaceAll(
      /^00(\d+),(\w+),/gm,
      (_, id, site) => `00${id},${site},${Number(id) % 4 < 2 ? 'one' : 'two'},`,
    );
  const report = await reportOn(
    text,
    '--pretest',
    'try1',
    '--group',
    'site*half',
    '--focal',
    'late and one',
    '--reference',
    'early and two',
  );
  assert.equal(report.comparisons[0]!.focal.people, 125);
});

test('a group smaller than the smallest that may be shown is withheld, and its partner with it', async () => {
  const text = inventedExam(200).replaceAll(/^00([1-9]),late/gm, '00$1,rare');
  const args = [
    '--pretest',
    'try1',
    '--group',
    'site',
    '--focal',
    'rare',
    '--reference',
    'early',
    '--cut',
    '7',
  ];
  const report = await reportOn(text, ...args);
  const [comparison] = report.comparisons;
  assert.equal(comparison!.focal.people, null);
  assert.equal(comparison!.reference.mean, null);
  assert.match(comparison!.reasons['mean']!, /^withheld: a group here has fewer than 11 people$/);
  assert.deepEqual(report.dif, []);
  const { out } = await onText(text, ...args);
  assert.match(out, /rare +withheld +withheld/);
  const shown = await reportOn(text, ...args, '--min-group', '3');
  assert.equal(shown.comparisons[0]!.focal.people, 5);
});

test('what the flagged items changed at the cut is counted for each group', async () => {
  const { comparisons } = await reportOn(inventedExam(1200), ...TWO, '--cut', '7');
  const { flips, focal, reference } = comparisons[0]!;
  assert.ok(flips.items.includes('q5'));
  const net = (gain: number | null, lose: number | null): number => gain! - lose!;
  assert.ok(
    net(flips.focalGain, flips.focalLose) > net(flips.referenceGain, flips.referenceLose),
    'the late group comes off better when the item against it goes',
  );
  assert.ok(flips.focalGain! < focal.people! && flips.referenceLose! < reference.people!);
});

test('codes for missing answers are declared, and blanks may be wrong answers whatever their place', async () => {
  const text = 'id,q1,q2,q3\n1,1,9,1\n2,0,1,X\n3,1,1,0\n4,0,,\n';
  const { missingRules, sample } = await reportOn(text, '--omitted', '9', '--invalid=X, Y');
  const cells = Object.fromEntries(missingRules.map((rule) => [rule.kind, rule.cells]));
  assert.deepEqual(cells, { Omitted: 1, 'Not reached': 2, 'Not administered': 0, Invalid: 1 });
  assert.equal(sample.people, 4);
  const wrong = await reportOn(text, '--omitted', '9', '--invalid=X', '--missing', 'wrong');
  assert.equal(wrong.missingRules.find(({ kind }) => kind === 'Omitted')!.cells, 3);
});

test('people who cannot be counted are left out and named', async () => {
  const text = 'q1,q2,q3\n1,0,1\n,,\n0,0,1\n1,-,1\n1,1,1\n';
  const { sample } = await reportOn(text, '--not-administered', '-', '--items', 'q1-q3');
  assert.deepEqual([sample.people, sample.incomplete], [3, 1]);
  const blank = await reportOn('id,q1,q2\n1,1,0\n2,,\n3,1,1\n4,0,1\n');
  assert.deepEqual(blank.sample.withoutAnswers, [3]);
});

test('options are scored by a key, and every option has its line', async () => {
  const rows = Array.from(
    { length: 80 },
    (_, person) =>
      `${person},${'ABCD'[(person * 7) % 4]},${'ABCD'[(person * 3) % 4]},${'ABC'[person % 3]}`,
  );
  const { out } = await ranWith(runAudit, ['f.csv', '--key', 'k.csv', '--json'], {
    'f.csv': `id,q1,q2,q3\n${rows.join('\n')}\n`,
    'k.csv': 'item,key\nq1,A\nq2,B\nq3,C\n',
  });
  const { options } = JSON.parse(out) as TechnicalReport;
  const q1 = options.filter((option) => option.item === 'q1');
  assert.deepEqual(
    q1.map(({ option, key }) => [option, key]),
    [
      ['A', true],
      ['B', false],
      ['C', false],
      ['D', false],
    ],
  );
  assert.ok(Math.abs(q1.reduce((sum, { share }) => sum + share!, 0) - 1) < 1e-12);
});

test('the result goes to a file in one piece, in the format of its ending or as asked', async () => {
  const named = await onText(inventedExam(), '--out', 'report.html');
  assert.equal(named.out, '');
  assert.match(named.written.get('report.html')!, /^<!doctype html>/);
  const asked = await onText(inventedExam(), '--format', 'csv', '--out', '-');
  assert.match(asked.out, /^table,id,method/);
  assert.equal(asked.written.size, 0);
});

test('a command that cannot be understood says what is wrong with it', async () => {
  const cases: [string[], RegExp][] = [
    [['a.csv', 'b.csv'], /One file at a time/],
    [['--json'], /Name the file/],
    [['a.csv', '--pilot', 'x'], /no option --pilot/],
    [['a.csv', '--group'], /--group needs a value/],
    [['a.csv', '--group', '--json'], /--group needs a value/],
    [['a.csv', '--reference', 'x'], /need --group/],
    [['a.csv', '--group=site'], /--group site needs --focal/],
    [['a.csv', '--group', 'g', '--focal', 'a', '--focal', 'b'], /--focal is given twice/],
    [['a.csv', '--cut', 'high'], /--cut is .* number above 0/],
    [['a.csv', '--min-group', '0'], /--min-group is a whole number/],
    [['a.csv', '--format', 'pdf'], /--format is one of text, html, json, csv, markdown/],
    [['a.csv', '--missing', 'zero'], /"omitted" or "wrong"/],
    [['a.csv', '--model', '2pl'], /no option --model/],
    [['a.csv', '--categories', 'few'], /such as 0-4/],
    [['a.csv', '--long', 'who,what'], /--long names three columns/],
  ];
  for (const [args, sentence] of cases) {
    const { code, out, err } = await ranWith(runAudit, args);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, sentence);
  }
  const help = await ranWith(runAudit, ['--help']);
  assert.deepEqual([help.code, help.out], [0, AUDIT_USAGE]);
  assert.equal((await ranWith(runAudit, [])).code, 2);
});

test('a key that names domains gives each its reliability, and the whole as their sum', async () => {
  const lettered = inventedExam().replaceAll(/,([01])(?=,)/g, (_, code) =>
    code === '1' ? ',A' : ',B',
  );
  const names = Array.from({ length: 12 }, (_, place) => `q${place + 1}`);
  const key = `item,key,domain\n${names.map((name, place) => `${name},A,${place < 6 ? 'history' : 'law'}`).join('\n')}\n`;
  const { out } = await ranWith(runAudit, ['f.csv', '--items', 'q*', '--key', 'k.csv', '--json'], {
    'f.csv': lettered,
    'k.csv': key,
  });
  const { reliability } = JSON.parse(out) as TechnicalReport;
  assert.deepEqual(
    reliability.domains.map(({ name, items }) => [name, items]),
    [
      ['history', 6],
      ['law', 6],
    ],
  );
  assert.ok(reliability.stratifiedAlpha! > 0);
  assert.ok(reliability.domains.every(({ alpha }) => typeof alpha === 'number'));
});

test('the standard error at every score, the speed of the test and its information are part of the result', async () => {
  const report = await reportOn(inventedExam(), '--pretest', 'try1', '--cut', '7');
  assert.equal(report.reliability.conditional.length, 13);
  assert.equal(report.reliability.conditional[7]!.lord, report.form.semAtCut);
  assert.deepEqual([report.speed.finished, report.speed.unspeeded], [1, true]);
  const best = report.calibration!.information.reduce((most, one) =>
    one.information > most.information ? one : most,
  );
  assert.ok(Math.abs(best.standardError! ** -2 - best.information) < 1e-9);
});

test('where every blank is a wrong answer, the printed rule says so', async () => {
  const out = (await onText('id,q1,q2\n1,1,\n2,0,1\n3,,1\n', '--missing', 'wrong')).out;
  assert.match(out, /any blank in a scored item, wherever it stands/);
});

test('items that give several points are described, graded and compared by points', async () => {
  const rows = Array.from({ length: 400 }, (_, person) => {
    const points = [0, 1, 2, 3, 4].map((place) =>
      Math.max(1, Math.min(4, Math.floor((person % 12) / 3 + ((person * (place + 5)) % 7) / 3))),
    );
    return `${person % 2 ? 'x' : 'y'},${points.join(',')}`;
  });
  const text = `g,p1,p2,p3,p4,p5\nx,4,4,4,4,4\n${rows.join('\n')}\n`;
  const report = await reportOn(
    text,
    '--categories',
    '1-4',
    '--group',
    'g',
    '--focal',
    'x',
    '--cut',
    '8',
  );
  assert.equal(report.scores.highestPossible, 15);
  assert.equal(report.calibration!.model, 'graded');
  assert.equal((report.calibration!.items[0]!.d as number[]).length, 3);
  assert.deepEqual(
    report.dif.map(({ item: id, method }) => `${method} ${id}`),
    ['mantel', 'ordinal-logistic'].flatMap((method) =>
      [1, 2, 3, 4, 5].map((place) => `${method} p${place}`),
    ),
  );
  assert.ok(report.dif.every(({ pValue, effect }) => pValue !== null && effect !== null));
  assert.equal(report.reliability.kr20, null);
  assert.equal(typeof report.comparisons[0]!.impactRatio, 'number');
});

test('a file of one answer a row is the same exam', async () => {
  const [header, ...rows] = inventedExam(100).trimEnd().split('\n');
  const names = header!.split(',').slice(2, 14);
  const answers = rows.flatMap((row) => {
    const cells = row.split(',');
    return names.map((name, place) => `${cells[0]},${name},${cells[place + 2]}`);
  });
  const long = await reportOn(
    `who,what,answer\n${answers.join('\n')}\n`,
    '--long',
    'who,what,answer',
  );
  const wide = await reportOn(inventedExam(100), '--items', 'q*');
  assert.equal(long.reliability.alpha, wide.reliability.alpha);
  assert.deepEqual(
    long.items.map(({ id }) => id),
    names,
  );
});

test('a file with many blanks is asked whether everybody was given every item', async () => {
  const rows = Array.from({ length: 30 }, (_, person) => (person % 2 ? '1,0,,' : ',,1,0'));
  const { assumed } = await reportOn(`q1,q2,q3,q4\n${rows.join('\n')}\n`);
  assert.match(assumed.join(' '), /50 % of the scored cells are blank .* --not-administered/);
});

const REAL = '../shared/data/responses/credential1_scored.csv';
test('the audit of a real licensure exam equals the reference to every digit asked for', {
  skip: existsSync(REAL) ? false : 'no ../shared',
}, async () => {
  const { code, out } = await ranWith(runAudit, [
    REAL,
    ...['--pretest', 'iraw.171-iraw.200', '--group', 'Country'],
    ...['--focal', 'others', '--reference', 'USA', '--json'],
  ]);
  assert.equal(code, 0);
  const report = JSON.parse(out) as TechnicalReport;
  const reference = (name: string) => JSON.parse(readFileSync(`reference/${name}.json`, 'utf8'));
  const ctt = reference('psychometrics/classical').sets.find(
    (set: { name: string }) => set.name === 'credential1',
  );
  const dif = reference('fairness/dif-credential1-country');
  const near = (answer: number | null, expected: number, what: string): void => {
    assert.ok(
      answer !== null && Math.abs(answer - expected) < 1e-8,
      `${what}: ${answer} against ${expected}`,
    );
  };
  near(report.reliability.alpha, ctt.alpha, 'alpha');
  near(report.reliability.kr21, ctt.kr21, 'KR-21');
  near(report.reliability.sem, ctt.sem, 'SEM');
  near(report.reliability.alphaLow, ctt.feldt95[0], 'Feldt');
  for (let place = 0; place < 170; place += 1) {
    const mine = report.items[place]!;
    near(mine.discrimination, ctt.itemRest[place], mine.id);
    near(mine.pointBiserial, ctt.itemTotal[place], mine.id);
    near(mine.alphaIfDeleted, ctt.alphaIfDeleted[place], mine.id);
    const compared = row(report, mine.id, 'mantel-haenszel');
    near(compared.detail['oddsRatio'] as number, dif.oddsRatio[place], mine.id);
    near(compared.detail['logOddsVariance'] as number, dif.logOddsVariance[place], mine.id);
  }
  assert.equal(report.items.filter(({ pilot }) => pilot).length, 30);
  const [comparison] = report.comparisons;
  assert.equal(comparison!.purification[0]!.end, 'goes-round', 'never presented as settled');
});
