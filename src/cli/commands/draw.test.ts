import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { noPanels, panelFile } from '../../../tests/support/draws.ts';
import { type Ran, ranWith } from '../../../tests/support/exam-commands.ts';
import { growingSolver } from '../../outside/adapters/growing-solver.ts';
import { runDraw } from './draw.ts';

let drawnSeeds = 0;
type Files = Readonly<Record<string, string | Uint8Array>>;

const ran = (files: Files, ...args: string[]): Promise<Ran> =>
  ranWith(
    (words, world) =>
      runDraw(words, {
        ...world,
        solver: growingSolver,
        chance: {
          bytes: (count) => {
            drawnSeeds += 1;
            return new Uint8Array(count).fill(drawnSeeds);
          },
        },
      }),
    args,
    files,
  );

const POOL = `id,name,level,region,street
m1,Ana,nurse,north,1 Elm
m2,Bo,nurse,south,1 Elm
m3,Cy,nurse,south,
m4,Di,manager,north,
m5,Ed,manager,south,2 Oak
m6,Fu,manager,south,2 Oak
m7,Gi,nurse,north,
m8,Ha,nurse,south,
`;
const QUOTAS = `category,feature,min,max
level,nurse,1,2
level,manager,1,2
region,north,1,1
region,south,1,2
`;
const OTHER_NAMES = QUOTAS.replace('category,feature', 'feature,value');
const FILES = { 'pool.csv': POOL, 'quotas.csv': QUOTAS };
const ASKED = ['pool.csv', 'quotas.csv', '--size', '3', '--seed', 'AB12'];

interface Told {
  readonly minimum: number;
  readonly levels: readonly { readonly probability: number; readonly people: number }[];
  readonly people: readonly {
    readonly id: string;
    readonly probability: number;
    readonly tickets: number;
  }[];
  readonly panel: readonly string[];
  readonly certificate: { readonly levels: readonly object[]; readonly gap: number } | null;
  readonly lottery: {
    readonly seed: string;
    readonly winning: number;
    readonly commits: { readonly tickets: string };
  };
}

const told = async (files: Files, ...args: string[]): Promise<Told> => {
  const { code, out, err } = await ran(files, ...args, '--format', 'json');
  assert.equal(`${err}${code}`, '0');
  return JSON.parse(out) as Told;
};

describe('evenhand draw', () => {
  test('the public examples at their published 10.0 %, in both customary headers', {
    skip: noPanels,
  }, async () => {
    const examples = [
      [
        'sortition_example_small_20_respondents',
        'sortition_example_small_20_categories',
        '20',
        0.1,
        1,
      ],
      [
        'sortition_example_large_200_respondents',
        'sortition_example_large_200_categories',
        '200',
        0.1,
        1,
      ],
      ['sortition_fixture_candidates', 'sortition_fixture_features', '22', 1 / 11, 11],
    ] as const;
    for (const [pool, quotas, size, minimum, levels] of examples) {
      const files = [panelFile(pool), panelFile(quotas)];
      const found = await told({}, ...files, '--size', size, '--method', 'leximin');
      assert.ok(Math.abs(found.minimum - minimum) < 1e-8, `${found.minimum}`);
      assert.equal(found.levels.length, levels);
      assert.equal(found.panel.length, Number(size));
      const sum = found.people.reduce((total, { probability }) => total + probability, 0);
      assert.ok(Math.abs(sum - Number(size)) < 1e-7);
      assert.ok((found.certificate?.gap ?? 1) < 1e-6);
    }
  });

  test('people are called by their id, or by the number of their row where there is none', async () => {
    const found = await told(FILES, ...ASKED);
    assert.deepEqual(
      found.people.map(({ id }) => id),
      ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8'],
    );
    const without = POOL.replaceAll(/^[^,]*,/gm, '');
    const rows = await told({ ...FILES, 'pool.csv': without }, ...ASKED);
    assert.deepEqual(
      rows.people.map(({ id }) => id),
      ['2', '3', '4', '5', '6', '7', '8', '9'],
    );
    assert.deepEqual(
      rows.people.map(({ probability }) => probability),
      found.people.map(({ probability }) => probability),
    );
    assert.deepEqual(await told({ ...FILES, 'quotas.csv': OTHER_NAMES }, ...ASKED), found);
  });

  test('a seed that is given is the one that is used; without one, one is drawn and told', async () => {
    const [first, again, other] = [
      await told(FILES, ...ASKED),
      await told(FILES, ...ASKED),
      await told(FILES, ...ASKED, '--seed', 'ab13'),
    ];
    assert.deepEqual(first, again);
    assert.equal(first.lottery.seed, 'ab12');
    assert.notEqual(first.lottery.winning, other.lottery.winning);
    const unseeded = await told(FILES, ...ASKED.slice(0, 4));
    assert.match(unseeded.lottery.seed, /^[0-9a-f]{64}$/);
    const replayed = await told(FILES, ...ASKED.slice(0, 4), '--seed', unseeded.lottery.seed);
    assert.deepEqual(replayed, unseeded);
    const winners = new Set<number>();
    for (const words of ['1 2 3', '4 5 6', '7 8 9']) {
      winners.add((await told(FILES, ...ASKED, '--public', words)).lottery.winning);
    }
    assert.ok(winners.size > 1);
  });

  test('the tickets are written, and hold what is told of them', async () => {
    const { written, out } = await ran(FILES, ...ASKED, '--format', 'json', '--tickets', 't.csv');
    const found = JSON.parse(out) as Told;
    const text = written.get('t.csv') ?? '';
    assert.equal(found.lottery.commits.tickets, createHash('sha256').update(text).digest('hex'));
    const rows = text
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(1));
    assert.equal(rows.length, 1000);
    for (const { id, tickets } of found.people) {
      assert.equal(rows.filter((row) => row.includes(id)).length, tickets);
    }
    assert.deepEqual(rows[found.lottery.winning - 1], found.panel);
  });

  test('nobody sits beside somebody of their household', async () => {
    const { written } = await ran(FILES, ...ASKED, '--household', 'street', '--tickets', 't.csv');
    const rows = (written.get('t.csv') ?? '').trimEnd().split('\n').slice(1);
    assert.equal(rows.length, 1000);
    for (const row of rows) {
      assert.ok(
        !(row.includes('m1') && row.includes('m2')) && !(row.includes('m5') && row.includes('m6')),
        row,
      );
    }
    const staying = await told(
      FILES,
      ...ASKED,
      '--household',
      'street',
      '--staying',
      'm1,m5',
      '--left',
      'm3',
    );
    assert.deepEqual(
      staying.people.map(({ id }) => id),
      ['m4', 'm7', 'm8'],
    );
    assert.deepEqual(staying.panel.slice(0, 2), ['m1', 'm5']);
  });

  test('every format says the same chances; a page says what a ticket is and what is proved', async () => {
    const found = await told(FILES, ...ASKED);
    const csv = (await ran(FILES, ...ASKED, '--format', 'csv')).out.trimEnd().split('\n').slice(1);
    assert.deepEqual(
      csv,
      found.people.map(
        ({ id, probability, tickets }) =>
          `${id},${probability},${tickets},${found.panel.includes(id) ? 'yes' : 'no'}`,
      ),
    );
    const html = (await ran(FILES, ...ASKED, '--format', 'html')).out;
    const [first] = found.people;
    assert.ok(html.includes(`<td>${first?.tickets} of 1,000 tickets</td>`));
    assert.match(html, /holds \d+ of 1,000 tickets, a chance of/);
    assert.match(
      html,
      /nobody’s chance can be raised without lowering that of somebody who has no more/,
    );
    assert.match(html, /<circle /);
    const markdown = (await ran(FILES, ...ASKED)).out;
    assert.match(markdown, /^# A panel of 3, drawn by lot/);
    assert.doesNotMatch(markdown, /Ana|Elm/);
  });

  test('maximin and random panels are there to compare, and claim no more than they prove', async () => {
    const fairest = await told(FILES, ...ASKED);
    const least = await told(FILES, ...ASKED, '--method', 'maximin');
    assert.ok(Math.abs(least.minimum - fairest.minimum) < 1e-9);
    assert.equal(least.certificate?.levels.length, 1);
    const { out } = await ran(FILES, ...ASKED, '--method', 'uniform', '--json');
    const random = JSON.parse(out) as Told & { reasons: { certificate: string } };
    assert.equal(random.certificate, null);
    assert.match(random.reasons.certificate, /at random/);
    assert.ok(random.minimum <= fairest.minimum);
  });
});

describe('a stranger draws once more what was published', () => {
  const WORDS = [
    'pool.csv',
    'quotas.csv',
    '--size',
    '3',
    '--seed',
    'ab12',
    '--public',
    '7 11 2026',
  ];
  const HOMES = [...WORDS, '--household', 'street', '--staying', 'm5', '--left', 'm3'];
  const CHECK = ['pool.csv', 'quotas.csv', '--check', 'draw.json'];
  const published = async (...words: string[]): Promise<string> =>
    (await ran(FILES, ...words, '--json')).out;

  test('and hears that it is the same panel, with nothing said twice on the command line', async () => {
    for (const words of [WORDS, HOMES]) {
      const text = await published(...words);
      const { code, out, err } = await ran({ ...FILES, 'draw.json': text }, ...CHECK);
      assert.equal(`${err}${code}`, '0');
      assert.match(out, /^The same panel: 3 people/);
      assert.ok(out.includes((JSON.parse(text) as Told).panel.join(', ')));
      assert.doesNotMatch(out, /DIFFERS/);
    }
  });

  test('or what differs: a person moved, a quota loosened, another ticket, a member exchanged', async () => {
    const text = await published(...WORDS);
    const told = JSON.parse(text) as Told;
    const outside = told.people.find(({ id }) => !told.panel.includes(id))!.id;
    const changes: readonly (readonly [Files, RegExp])[] = [
      [{ 'pool.csv': POOL.replace('m8,Ha,nurse', 'm8,Ha,manager') }, /DIFFERS {2}the pool/],
      [{ 'quotas.csv': QUOTAS.replace('manager,1,2', 'manager,0,2') }, /DIFFERS {2}the quotas/],
      [
        { 'draw.json': text.replace(/"winning": \d+/, '"winning": 0') },
        /the winning ticket: published 0/,
      ],
      [
        { 'draw.json': JSON.stringify({ ...told, panel: [outside, ...told.panel.slice(1)] }) },
        new RegExp(`the panel: published ${outside}`),
      ],
    ];
    for (const [change, said] of changes) {
      const { code, out } = await ran({ ...FILES, 'draw.json': text, ...change }, ...CHECK);
      assert.equal(code, 1);
      assert.match(out, /^NOT THE SAME DRAW/);
      assert.match(out, said);
    }
  });

  test('or that nothing can be said, and why', async () => {
    const other = await ran({ ...FILES, 'draw.json': '{"schema": "evenhand.dif.1"}' }, ...CHECK);
    assert.equal(other.code, 2);
    assert.match(other.err, /"draw\.json" is no draw as evenhand writes it/);
    const gone = await ran(FILES, ...CHECK);
    assert.equal(gone.code, 2);
    assert.match(gone.err, /the published draw "draw\.json" cannot be read/);
    const more = await ran(FILES, ...CHECK, '--size', '3');
    assert.match(more.err, /everything else stands in the published file/);
  });
});

describe('bad input', () => {
  const refused = async (files: Files, ...args: string[]): Promise<string> => {
    const all = [...(args.length === 0 ? ASKED : args), '--out', 'o.json', '--tickets', 't.csv'];
    const { code, out, err, written } = await ran({ ...FILES, ...files }, ...all);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.equal(written.size, 0, 'something was written');
    return err;
  };
  const pool = (text: string): Promise<string> => refused({ 'pool.csv': text });
  const quotas = (text: string): Promise<string> => refused({ 'quotas.csv': text });

  test('rules that clash are named, and nothing is written', async () => {
    const err = await quotas(
      QUOTAS.replace('north,1,1', 'north,2,2').replace('south,1,2', 'south,2,2'),
    );
    assert.match(
      err,
      /^pool\.csv: no panel keeps all rules\. The rules for "region" ask for at least 4 people/,
    );
  });

  test('rows without an id, ids that come twice, missing and unknown values are told by row', async () => {
    assert.match(
      await pool(POOL.replace('m3,', ',')),
      /row 4: the person has no id\. Write one, or take/,
    );
    assert.match(
      await pool(POOL.replace('m3,', 'm1,')),
      /row 2 and row 4: the id "m1" is there twice/,
    );
    assert.match(
      await pool(POOL.replace('Cy,nurse', 'Cy,')),
      /row 4: "m3" has no "level"\. Ask the person/,
    );
    assert.match(
      await pool(POOL.replace('Cy,nurse', 'Cy,Nurse')),
      /row 4: the quotas have no row for "Nurse" of "level"\. Mend the spelling \(nurse, manager\)/,
    );
  });

  test('rows that are empty from end to end are nobody, wherever they stand', async () => {
    const empty = POOL.replace('m3,', ',,,,\nm3,').concat(',,,,\n\n,,,,\n');
    const found = await told({ ...FILES, 'pool.csv': empty }, ...ASKED);
    assert.equal(found.people.length, 8);
  });

  test('a header that is a number is a name like another', async () => {
    const numeric = POOL.replace('level', '2026');
    const found = await told(
      { 'pool.csv': numeric, 'quotas.csv': QUOTAS.replaceAll('level', '2026') },
      ...ASKED,
    );
    const plain = await told(FILES, ...ASKED);
    assert.deepEqual(found.people, plain.people);
  });

  test('columns that are missing, twice or nearly right are named', async () => {
    assert.match(
      await pool(POOL.replace('level', 'grade')),
      /there is no column "level"\. The columns: id, name, grade/,
    );
    assert.match(
      await pool(POOL.replace('level', 'Level')),
      /but one that is called "Level"\. Spell the two alike/,
    );
    assert.match(
      await pool(POOL.replace('name', 'level')),
      /"level" stands in the first row more than once/,
    );
    assert.match(
      await pool(POOL.replace('id,name', 'staff_id,person_id')),
      /"staff_id" and "person_id" may both be ids\. Say which with --id/,
    );
    assert.match(await pool('id,level\n'), /there are no people/);
    assert.match(
      await pool(POOL.replace('Ana,nurse', 'Ana, Dr.,nurse')),
      /row 2 has 6 cells, and the first row names 5 columns\. Put a cell with a comma/,
    );
  });

  test('quotas that cannot be read say so, with the file’s name', async () => {
    assert.match(
      await quotas(QUOTAS.replace('nurse,1,2', 'nurse,one,2')),
      /the quotas "quotas\.csv": row 2: the min "one" of "nurse" of "level" is no whole number/,
    );
    assert.match(
      await quotas(QUOTAS.replace('nurse,1,2', 'nurse,2,1')),
      /the quotas "quotas\.csv": row 2: .* at least 2 and at most 1/,
    );
    assert.match(
      await quotas(`${QUOTAS}level,nurse,1,1\n`),
      /row 2 and row 6: "nurse" of "level" has two rules/,
    );
    assert.match(
      await quotas(QUOTAS.replace('min', 'least')),
      /the first row names the columns category, feature, min and max/,
    );
    assert.match(await quotas('category,feature,min,max\n'), /there are no rules/);
  });

  test('a pool smaller than the panel, and words that make no sense', async () => {
    const words = ['pool.csv', 'quotas.csv'];
    assert.match(await refused({}, ...words, '--size', '9'), /the pool has 8 people for 9 seats/);
    assert.match(await refused({}, ...words), /--size is needed/);
    assert.match(await refused({}, ...words, '--size', '3', '--seed', 'xyz'), /hexadecimal/);
    assert.match(
      await refused({}, ...words, '--size', '3', '--method', 'best'),
      /--method is one of/,
    );
    assert.match(
      await refused({}, 'pool.csv', '--size', '3'),
      /Name the file of quotas after "pool\.csv"/,
    );
    assert.match(await refused({}, ...words, 'more.csv', '--size', '3'), /Two files at a time/);
    assert.match(
      await refused({}, 'gone.csv', 'quotas.csv', '--size', '3'),
      /gone\.csv: the file cannot be read/,
    );
    assert.match(
      await refused({}, 'pool.csv', 'gone.csv', '--size', '3'),
      /the quotas "gone\.csv" cannot be read/,
    );
    assert.match(
      await refused({}, ...words, '--size', '3', '--staying', 'm99'),
      /nobody in the pool has the id "m99"/,
    );
    const { code } = await ran(FILES, ...ASKED, '--out', 'same.csv', '--tickets', 'same.csv');
    assert.equal(code, 2);
  });

  test('help tells every option, and every option is told', async () => {
    const { code, out } = await ran({}, '--help');
    assert.equal(code, 0);
    const source = readFileSync('src/cli/commands/draw.ts', 'utf8');
    const options = /const OPTIONS = \[([^\]]*)\]/.exec(source)?.[1]?.match(/'([a-z]+)'/g) ?? [];
    assert.ok(options.length >= 9);
    for (const option of options) {
      assert.ok(out.includes(`--${option.replaceAll("'", '')} `), option);
    }
  });
});
