import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { generatorFrom } from '../../kernel/chance/generator.ts';
import { AUDIT_USAGE, runAudit } from './audit.ts';

interface Ran {
  code: number;
  out: string;
  err: string;
}

async function ran(
  args: readonly string[],
  read: (path: string) => Promise<Uint8Array> = (path) => readFile(path),
): Promise<Ran> {
  const said = { out: '', err: '' };
  const code = await runAudit(args, {
    readFile: read,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { code, ...said };
}

const onText = (text: string, ...args: string[]): Promise<Ran> =>
  ran(['file.csv', ...args], async () => utf8(text));

/** An invented exam: 500 people in two groups, item q5 harder for the late group, item q3 keyed backwards. */
function exam(): string {
  const chance = generatorFrom('audit test');
  const lines = Array.from({ length: 500 }, (_, person) => {
    const late = person % 2 === 1;
    const ability = 3 * chance.next() - 1.5;
    const answers = Array.from({ length: 12 }, (__, item) => {
      const hardness = item / 6 - 1 + (late && item === 4 ? 2 : 0);
      const right = chance.next() < 1 / (1 + Math.exp(hardness - 1.5 * ability));
      return right !== (item === 2) ? '1' : '0';
    });
    const pilot = person % 3 === 0 ? '1' : '';
    return `00${person},${late ? 'late' : 'early'},${answers.join(',')},${pilot}`;
  });
  const names = Array.from({ length: 12 }, (_, item) => `q${item + 1}`);
  return `id,site,${names.join(',')},try1\n${lines.join('\n')}\n`;
}

test('the first page holds the rule for each kind of missing answer, before any number', async () => {
  const { code, out } = await onText(exam(), '--pretest', 'try1');
  assert.equal(code, 0);
  const first = out.slice(0, out.indexOf('Page 2.'));
  for (const name of ['Omitted', 'Not reached', 'Not administered', 'Invalid']) {
    assert.match(first, new RegExp(`${name} \\(\\d+ cells\\)`));
  }
  assert.match(first, /Not administered \(333 cells\)/);
  assert.match(first, /12 \(q1 to q12\)/);
  assert.match(first, /1 items to 167 people/);
});

test('difficulty, discrimination, reliability and group differences are printed, directions in words', async () => {
  const { out } = await onText(
    exam(),
    ...['--pretest', 'try1', '--group', 'site', '--reference', 'early'],
  );
  assert.match(out, /Alpha +0\.\d{3}, 95 % interval 0\.\d{3} to 0\.\d{3}/);
  assert.match(out, /Check the key of this item: .* q3 \(r rest -0\.\d+\)/);
  assert.match(out, /^q5 .* C +harder for all others than for early at the same score$/m);
  assert.match(out, /try1: none, because everybody got the item right/);
  assert.match(out, /No class, because .*: try1/);
});

test('as data, every digit is kept and a number that does not exist is null with its reason', async () => {
  const args = ['--pretest', 'try1', '--group', 'site', '--reference', 'early', '--json'];
  const { out } = await onText(exam(), ...args);
  const report = JSON.parse(out);
  assert.equal(report.items.length, 13);
  assert.equal(report.read.people, 500);
  assert.equal(report.missingRules.length, 4);
  assert.equal(report.items[12].itemRest, null);
  assert.match(report.items[12].reasons.itemRest, /everybody/);
  assert.equal(report.dif.items[4].class, 'C');
  assert.ok(report.dif.items[4].delta < -1.5);
  assert.equal(report.dif.items[12].class, null);
  assert.doesNotMatch(out, /NaN|Infinity|undefined/);
});

test('turning the groups round turns every delta and no direction in words', async () => {
  const report = async (reference: string, focal: string) =>
    JSON.parse(
      (
        await onText(
          exam(),
          ...['--pretest', 'try1', '--group', 'site', '--json'],
          ...['--reference', reference, '--focal', focal],
        )
      ).out,
    ).dif.items;
  const there = await report('early', 'late');
  const back = await report('late', 'early');
  for (let item = 0; item < 12; item += 1) {
    assert.ok(Math.abs(there[item].delta + back[item].delta) < 1e-12);
    assert.ok(Math.abs(there[item].chiSquared - back[item].chiSquared) < 1e-9);
    assert.equal(there[item].direction, back[item].direction);
    assert.equal(there[item].class, back[item].class);
  }
});

test('a faulty file ends at once with the row, the column and the reason, and prints no number', async () => {
  const cases: [string, string[], RegExp][] = [
    ['', [], /0 bytes/],
    ['id,q1,q2\n1,1,2\n', [], /Row 2, column "q2" holds "2"/],
    ['id,q1,q2\n1,1\n', [], /Row 2 has 2 cells/],
    ['id,q1,q2\n7,1,1\n7,1,0\n', [], /Row 3, column "id"/],
    ['id,q1,q2\n1,,\n2,,\n', [], /Nobody in the file answered/],
    ['id,q1,q2,g\n1,1,0,a\n', ['--group', 'g', '--reference', 'b'], /"b".*The groups: a/],
    ['id,q1,q2,g\n1,1,0,a\n', ['--group', 'h', '--reference', 'b'], /no column "h"/],
    ['id,q1,q2\n1,1,0\n', ['--pretest', 'p*'], /no column "p\*"/],
  ];
  for (const [text, args, sentence] of cases) {
    const started = performance.now();
    const { code, out, err } = await onText(text, ...args);
    assert.equal(code, 1);
    assert.equal(out, '');
    assert.match(err, sentence);
    assert.ok(performance.now() - started < 2000);
  }
});

test('a command that cannot be understood says what is wrong with it', async () => {
  const cases: [string[], RegExp][] = [
    [['a.csv', 'b.csv'], /One file at a time/],
    [['--json'], /Name the file/],
    [['a.csv', '--pilot', 'x'], /no option --pilot/],
    [['a.csv', '--group'], /--group needs a value/],
    [['a.csv', '--group', '--json'], /--group needs a value/],
    [['a.csv', '--reference', 'x'], /need --group/],
    [['a.csv', '--group=site'], /needs --reference/],
  ];
  for (const [args, sentence] of cases) {
    const { code, err } = await ran(args);
    assert.equal(code, 2);
    assert.match(err, sentence);
  }
  assert.deepEqual(await ran(['--help']), { code: 0, out: AUDIT_USAGE, err: '' });
  assert.equal((await ran([])).code, 2);
});

test('a file that is not there is named', async () => {
  const { code, err } = await ran(['no-such-file.csv']);
  assert.equal(code, 1);
  assert.match(err, /no file "no-such-file\.csv" here/);
});

test('codes for missing answers are declared on the command line', async () => {
  const text = 'id,q1,q2,q3\n1,1,9,1\n2,0,1,X\n3,1,1,0\n';
  const { code, out } = await onText(text, '--omitted', '9', '--invalid=X, Y');
  assert.equal(code, 0);
  assert.match(out, /Omitted \(1 cells\)/);
  assert.match(out, /Invalid \(1 cells\)/);
});

test('people who cannot be counted are left out and named', async () => {
  const text = 'q1,q2,q3\n1,0,1\n,,\n0,0,1\n1,-,1\n1,1,1\n';
  const { out } = await onText(text, '--not-administered', '-', '--items', 'q1-q3');
  assert.match(out, /People: 3 of 5 rows. Left out: 1 person without .*\(row 3\)/);
  assert.match(out, /not given every scored item/);
  const blank = await onText('id,q1,q2\n1,1,0\n2,,\n3,1,1\n');
  assert.match(blank.out, /People: 2 of 3 rows. Left out: 1 person .*\(row 3\)/);
});

const REAL = '../shared/data/responses/credential1_scored.csv';
test('the audit of a real licensure exam equals the reference to every digit asked for', {
  skip: existsSync(REAL) ? false : 'no ../shared',
}, async () => {
  const started = performance.now();
  const { code, out } = await ran([
    REAL,
    ...['--pretest', 'iraw.171-iraw.200', '--group', 'Country'],
    ...['--focal', 'others', '--reference', 'USA', '--json'],
  ]);
  assert.equal(code, 0);
  assert.ok(performance.now() - started < 2000);
  const report = JSON.parse(out);
  const reference = (name: string) => JSON.parse(readFileSync(`reference/${name}.json`, 'utf8'));
  const ctt = reference('psychometrics/classical').sets.find(
    (set: { name: string }) => set.name === 'credential1',
  );
  const dif = reference('fairness/dif-credential1-country');
  const near = (answer: number, expected: number, what: string): void => {
    assert.ok(Math.abs(answer - expected) < 1e-8, `${what}: ${answer} against ${expected}`);
  };
  near(report.reliability.alpha, ctt.alpha, 'alpha');
  near(report.reliability.kr21, ctt.kr21, 'KR-21');
  near(report.reliability.standardError, ctt.sem, 'SEM');
  near(report.reliability.alphaInterval.low, ctt.feldt95[0], 'Feldt');
  for (let item = 0; item < 170; item += 1) {
    const mine = report.items[item];
    near(mine.difficulty, ctt.mean[item], mine.name);
    near(mine.itemRest, ctt.itemRest[item], mine.name);
    near(mine.pointBiserial, ctt.itemTotal[item], mine.name);
    near(mine.discrimination, ctt.d27[item], mine.name);
    near(mine.alphaIfDeleted, ctt.alphaIfDeleted[item], mine.name);
    const compared = report.dif.items[item];
    near(compared.chiSquaredWithoutFloor, dif.chiSquared[item], mine.name);
    near(compared.oddsRatio, dif.oddsRatio[item], mine.name);
    near(compared.logOddsVariance, dif.logOddsVariance[item], mine.name);
  }
  assert.equal(report.items.filter((item: { pilot: boolean }) => item.pilot).length, 30);
});
