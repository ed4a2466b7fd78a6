import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { runJobAnalysis } from './job-analysis.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;
const ran = (files: Files, ...args: string[]): Promise<Ran> => ranWith(runJobAnalysis, args, files);

const TASKS = `task,domain,title
T1,Care,Assess needs
T2,Care,Plan care
T10,Law,Keep records
`;
const POPULATION = `variable,category,count
setting,hospital,300
setting,insurer,100
`;
/** Three of four respondents work for an insurer, who do the task on records often; hospitals do not do it at all. */
const RATINGS = `id,setting,T1:frequency,T1:importance,T2:frequency,T2:importance,T10:frequency,T10:importance
a,insurer,2,2,2,2,4,3
b,insurer,2,2,2,2,4,3
c,insurer,2,2,2,2,4,3
d,hospital,2,2,2,2,0,
`;
const FILES = { 'r.csv': RATINGS, 't.csv': TASKS, 'p.csv': POPULATION };
const ASKED = ['r.csv', 't.csv', '--population', 'p.csv', '--invited', '400'];

interface Told {
  readonly usableRate: number;
  readonly usable: number;
  readonly answered: number;
  readonly unvaried: number;
  readonly scales: readonly string[];
  readonly domains: readonly {
    readonly domain: string;
    readonly share: number;
    readonly unweighted: number;
    readonly otherwise: number;
    readonly questions: number;
  }[];
  readonly weights: { readonly effective?: number; readonly reason?: string };
  readonly views: readonly object[];
  readonly tasks: readonly { readonly does: { readonly mean: number } }[];
}

const told = async (files: Files, ...args: string[]): Promise<Told> => {
  const { code, out, err } = await ran(files, ...args, '--format', 'json');
  assert.equal(`${err}${code}`, '0');
  return JSON.parse(out) as Told;
};
const refused = async (files: Files, ...args: string[]): Promise<string> => {
  const { code, out, err } = await ran(files, ...args);
  assert.equal(code, 2);
  assert.equal(out, '');
  return err;
};

describe('evenhand job-analysis', () => {
  test('domains are weighed as the population is made up, not as those who answered', async () => {
    const found = await told(FILES, ...ASKED);
    // Care counts 4 + 4 to everybody; records 12 to insurers alone: a quarter of the population, three quarters of answers.
    assert.deepEqual(
      found.domains.map(({ domain }) => domain),
      ['Care', 'Law'],
    );
    assert.ok(Math.abs((found.domains[1]?.share ?? 0) - 3 / 11) < 1e-9);
    assert.ok(Math.abs((found.domains[1]?.unweighted ?? 0) - 9 / 17) < 1e-9);
    // Added: 4 + 4 beside 7 for a quarter.
    assert.ok(Math.abs((found.domains[1]?.otherwise ?? 0) - 1.75 / 9.75) < 1e-9);
    assert.deepEqual(
      found.domains.map(({ questions }) => questions),
      [109, 41],
    );
    assert.equal(found.usableRate, 0.01);
    assert.ok(Math.abs((found.tasks[2]?.does.mean ?? 0) - 0.25) < 1e-9);
    assert.ok(Math.abs((found.weights.effective ?? 0) - 16 / (3 * (1 / 3) ** 2 + 9)) < 1e-9);
    assert.deepEqual(found.views, []);
  });

  test('a task whose name begins like another’s is not taken for it; any scale may say how often', async () => {
    const found = await told(FILES, ...ASKED);
    assert.deepEqual(found.scales, ['frequency', 'importance']);
    const spaced = RATINGS.replaceAll(':frequency', ' how often').replaceAll(':', '_');
    const other = await told({ ...FILES, 'r.csv': spaced }, ...ASKED, '--frequency', 'how often');
    assert.deepEqual(other.domains, found.domains);
  });

  test('who rated too little is counted as an answer, and not used', async () => {
    const few = `${RATINGS}e,hospital,1,1,,,,\nf,,,,,,,\n`;
    const found = await told({ ...FILES, 'r.csv': few }, ...ASKED);
    assert.equal(found.answered, 5);
    assert.equal(found.usable, 4);
    const all = await told({ ...FILES, 'r.csv': few }, ...ASKED, '--usable', '30');
    assert.equal(all.usable, 5);
  });

  test('the page says in its findings who is not heard, who is missing and what weighting costs', async () => {
    const { out } = await ran(FILES, ...ASKED, '--format', 'text');
    assert.match(out, /99\.0 % of those who were asked are not heard/);
    assert.match(out, /By setting, respondents are not made up like the population/);
    assert.match(out, /Farthest\s+off\s+is\s+hospital:\s+25\.0\s+%/);
    assert.match(out, /A choice of method moves a domain by a question or more/);
    const { out: html } = await ran(FILES, ...ASKED, '--format', 'html');
    assert.match(html, /<svg[^>]*aria-hidden="true"/);
    const { out: csv } = await ran(FILES, ...ASKED, '--format', 'csv');
    assert.equal(csv.trimEnd().split('\n').length, 4);
  });

  test('a category that nobody answered from is told; without a population nothing is weighted, and that is said', async () => {
    const wider = `${POPULATION}setting,prison,50\n`;
    const { out } = await ran({ ...FILES, 'p.csv': wider }, ...ASKED, '--format', 'text');
    assert.match(out, /Nobody of prison \(setting\) answered/);
    const plain = await ran(FILES, 'r.csv', 't.csv', '--format', 'text');
    assert.match(plain.out, /Nothing is known of the population/);
  });

  test('what cannot be read is refused with where it is and how to mend it', async () => {
    const cases: readonly (readonly [Files, RegExp])[] = [
      [{ 't.csv': 'task,title\nT1,x\n' }, /the tasks "t\.csv": there is no column "domain"/],
      [{ 't.csv': `${TASKS}T1,Care,again\n` }, /row 5: the task "T1" stands there twice/],
      [{ 't.csv': `${TASKS}T3,Care,new\n` }, /"frequency" has no column for the task "T3"/],
      [
        { 'r.csv': RATINGS.replace('2,2,2,2,0', 'often,2,2,2,0') },
        /row 5: "often" in the column "T1:frequency" is no rating/,
      ],
      [
        { 'r.csv': RATINGS.replace('d,hospital', 'd,Hospital') },
        /row 5: "Hospital" is no category of "setting".*hospital, insurer/,
      ],
      [{ 'r.csv': RATINGS.replace('setting', 'place') }, /there is no column "setting"/],
      [
        { 'r.csv': RATINGS.replaceAll('frequency', 'often') },
        /no scale is called "frequency"\. The scales: "often", "importance"/,
      ],
      [{ 'p.csv': `${POPULATION}setting,clinic,many\n` }, /the population "p\.csv": row 4 needs/],
      [{ 'r.csv': RATINGS.split('\n').slice(0, 2).join('\n') }, /two respondents at least/],
      [
        { 'r.csv': RATINGS.replaceAll(/^(\w),(\w+),2,2/gm, '$1,$2,,') },
        /nobody rated the task "T1"/,
      ],
    ];
    for (const [changed, says] of cases) {
      assert.match(await refused({ ...FILES, ...changed }, ...ASKED), says);
    }
    const twice = { ...FILES, 'r.csv': RATINGS.replace('b,insurer', 'a,insurer') };
    assert.match(
      await refused(twice, ...ASKED, '--id', 'id'),
      /row 3: "a" answered in row 2 already/,
    );
    assert.match(
      await refused(FILES, 'r.csv', 't.csv', '--invited', '3'),
      /4 people answered, and --invited says that 3/,
    );
    assert.match(await refused(FILES, 'r.csv'), /Name the file of tasks/);
  });
});
