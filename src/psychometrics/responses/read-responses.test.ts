import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import { NO_CODES } from './answers.ts';
import {
  INVALID,
  MISSING_RULES,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
  RIGHT,
  WRONG,
} from './codes.ts';
import { comparablePeople, onlyPeople, pilotBlocks, totals } from './matrix.ts';
import { type ReadingPlan, type Responses, readResponses } from './read-responses.ts';

const PLAN: ReadingPlan = {
  id: undefined,
  items: undefined,
  pilot: undefined,
  keep: [],
  codes: NO_CODES,
};
const plan = (some: Partial<ReadingPlan>): ReadingPlan => ({ ...PLAN, ...some });

function read(text: string | Uint8Array, some: Partial<ReadingPlan> = {}): Responses {
  const result = readResponses(typeof text === 'string' ? utf8(text) : text, plan(some));
  if (!result.ok) {
    throw new Error(result.refusal.because);
  }
  return result.value;
}

function refusal(text: string | Uint8Array, some: Partial<ReadingPlan> = {}) {
  const result = readResponses(typeof text === 'string' ? utf8(text) : text, plan(some));
  assert.equal(result.ok, false, 'expected a refusal');
  return result.ok ? { kind: '', because: '' } : result.refusal;
}

const row = (responses: Responses, person: number): number[] => {
  const width = responses.matrix.items.length;
  return [...responses.matrix.codes.slice(person * width, (person + 1) * width)];
};
const SMALL = 'id,item1,item2,item3\n0007,1,0,1\n0010,0,0,1\n';

test('a plain file becomes people, items, codes and totals', () => {
  const responses = read(SMALL);
  assert.equal(responses.matrix.people, 2);
  assert.deepEqual(
    responses.matrix.items.map((item) => item.name),
    ['item1', 'item2', 'item3'],
  );
  assert.deepEqual(row(responses, 0), [RIGHT, WRONG, RIGHT]);
  assert.deepEqual([...totals(responses.matrix)], [2, 1]);
});

test('ids are text: leading zeros stay, quoted or not', () => {
  assert.deepEqual(read(SMALL).ids, ['0007', '0010']);
  assert.deepEqual(read('id,q1,q2\n"0100",1,0\n00042,1,1\n').ids, ['0100', '00042']);
});

test('the same answers come out of every way spreadsheets save them', () => {
  const expected = read(SMALL);
  const utf16 = (text: string, big: boolean): Uint8Array => {
    const bytes = [...`\ufeff${text}`].flatMap((letter) => {
      const unit = letter.charCodeAt(0);
      return big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8];
    });
    return Uint8Array.from(bytes);
  };
  const variants: (string | Uint8Array)[] = [
    `\ufeff${SMALL}`,
    SMALL.replaceAll('\n', '\r\n'),
    SMALL.replaceAll('\n', '\r'),
    SMALL.replaceAll(',', ';'),
    SMALL.replaceAll(',', '\t'),
    SMALL.replaceAll(',', '|'),
    SMALL.replaceAll(',', ' , '),
    `\n${SMALL}`,
    `${SMALL}\n\n  \n`,
    `${SMALL},,,\n`,
    SMALL.trimEnd(),
    SMALL.replace('0007', '"0007" '),
    SMALL.replaceAll('1', '"1"').replaceAll('item"1"', 'item1').replaceAll('00"1"0', '0010'),
    utf16(SMALL, false),
    utf16(SMALL, true),
  ];
  for (const variant of variants) {
    const { ids, matrix } = read(variant);
    assert.deepEqual({ ids, matrix }, { ids: expected.ids, matrix: expected.matrix });
  }
});

test('a quoted cell may hold separators, line ends, quotes and every script', () => {
  const text =
    'id,name,q1,q2\n1,"Nguyễn, Thị\nMai",1,0\n2,"said ""yes""",0,1\n3,محمد,1,1\n4,🙂 O’Neil,1,1\n';
  const responses = read(text, { keep: ['name'] });
  assert.deepEqual(responses.labels.get('name'), [
    'Nguyễn, Thị\nMai',
    'said "yes"',
    'محمد',
    '🙂 O’Neil',
  ]);
  const sixteen = Uint8Array.from(
    [...`\ufeff${text}`].flatMap((point) =>
      Array.from({ length: point.length }, (_, unit) => point.charCodeAt(unit)).flatMap((unit) => [
        unit & 255,
        unit >> 8,
      ]),
    ),
  );
  assert.deepEqual(read(sixteen, { keep: ['name'] }).labels, responses.labels);
});

test('each kind of missing answer has its own code and its own rule', () => {
  const text = 'id,q1,q2,q3,p1,p2\n1,1,,1,,1\n2,1,0,,0,\n3,,,,,\n4,9,8,7,6,NA\n';
  const codes = { omitted: ['9'], notReached: ['8'], notAdministered: ['6'], invalid: ['7'] };
  const responses = read(text, { items: 'q*', pilot: 'p*', codes });
  assert.deepEqual(row(responses, 0), [RIGHT, OMITTED, RIGHT, NOT_ADMINISTERED, RIGHT]);
  assert.deepEqual(row(responses, 1), [RIGHT, WRONG, NOT_REACHED, WRONG, NOT_ADMINISTERED]);
  assert.deepEqual(row(responses, 3), [
    OMITTED,
    NOT_REACHED,
    INVALID,
    NOT_ADMINISTERED,
    NOT_ADMINISTERED,
  ]);
  assert.deepEqual([...MISSING_RULES.keys()], [OMITTED, NOT_REACHED, NOT_ADMINISTERED, INVALID]);
});

test('a person without a single answer keeps the row and is left out of the numbers', () => {
  const responses = read('id,q1,q2\n1,1,1\n2,,\n3,0,1\n');
  assert.equal(responses.matrix.people, 3);
  assert.deepEqual(responses.withoutAnswers, [3]);
  assert.deepEqual(comparablePeople(responses.matrix), [0, 2]);
  assert.deepEqual(
    [...totals(onlyPeople(responses.matrix, comparablePeople(responses.matrix)))],
    [2, 1],
  );
});

test('a person who was not given a scored item has no total to compare', () => {
  const codes = { ...NO_CODES, notAdministered: ['-'] };
  const { matrix } = read('id,q1,q2\n1,1,1\n2,-,1\n3,0,1\n', { codes });
  assert.deepEqual(comparablePeople(matrix), [0, 2]);
});

test('pilot items form blocks of planned missing answers, and never count in the total', () => {
  const text = 'id,q1,q2,p1,p2,p3\n1,1,1,1,1,\n2,0,1,,,1\n3,1,0,1,0,\n';
  const { matrix } = read(text, { items: 'q1,q2', pilot: 'p1-p3' });
  assert.deepEqual(pilotBlocks(matrix), [
    { items: [2, 3], people: 2 },
    { items: [4], people: 1 },
  ]);
  assert.deepEqual([...totals(matrix)], [2, 1, 1]);
});

test('columns are named by name, list, pattern and range', () => {
  const header = 'id,x.1,x.2,x.3,x.4,y-1\n1,1,1,1,1,1\n2,0,0,0,0,0\n';
  const pilots = (pilot: string): string[] =>
    read(header, { pilot })
      .matrix.items.filter((item) => item.pilot)
      .map((item) => item.name);
  assert.deepEqual(pilots('x.3,x.4'), ['x.3', 'x.4']);
  for (const range of ['x.3-x.4', 'x.3-4', 'x.3..x.4', 'x.3:4', 'x.3 - x.4', 'X.3-4']) {
    assert.deepEqual(pilots(range), ['x.3', 'x.4'], range);
  }
  assert.deepEqual(pilots('y*'), ['y-1']);
  assert.deepEqual(pilots('y-1'), ['y-1']);
  assert.deepEqual(pilots('?.3,y-1'), ['x.3', 'y-1']);
});

test('items that nobody named are the largest family of numbered columns', () => {
  const text = 'id,flag1,q1,q2,q3,site\n1,0,1,1,0,5\n2,1,0,1,1,6\n';
  const responses = read(text);
  assert.equal(responses.columns.itemsAssumed, true);
  assert.deepEqual(
    responses.matrix.items.map((item) => item.name),
    ['q1', 'q2', 'q3'],
  );
});

test('a letter after the number names a part of an item, unless a column without it stands beside or it holds no single mark', () => {
  const rows = '7,1,0,1,1\n8,0,1,1,0\n';
  const itemsOf = (names: string, cells = rows): string[] =>
    read(`id,${names}\n${cells}`).matrix.items.map(({ name }) => name);
  assert.deepEqual(itemsOf('M1,M2A,M2B,M3'), ['M1', 'M2A', 'M2B', 'M3']);
  assert.deepEqual(itemsOf('Item1A_6,Item1B_6,Item3_6,Total_6'), [
    'Item1A_6',
    'Item1B_6',
    'Item3_6',
  ]);
  assert.deepEqual(itemsOf('q1,q1t,q2,q2t'), ['q1', 'q2']);
  assert.deepEqual(itemsOf('q1a,q1t,q2a,q2t', '7,1,12.5,1,31\n8,0,7,1,55\n'), ['q1a', 'q2a']);
});

test('a name of very many digits is read at once', () => {
  const { items } = read(`id,q1,q2,${'1'.repeat(60)}!\n1,1,0,1\n2,0,1,1\n`).matrix;
  assert.equal(items.length, 2);
});

test('the ids of people go by the names that people give them', () => {
  for (const name of ['idstud', 'IDSTUD', 'id_student', 'EID', 'candidate', 'Person No']) {
    const { columns } = read(`${name},q1,q2\n0012,1,0\n0013,0,1\n`);
    assert.equal(columns.id, 0, name);
  }
  for (const name of ['idschool', 'identity', 'idle']) {
    assert.equal(read(`${name},q1,q2\n1,1,0\n1,0,1\n`).columns.id, undefined, name);
  }
  const raters = 'idstud,rater,k1,k2\n100,a,1,0\n100,b,1,1\n';
  assert.match(
    refusal(raters).because,
    /^Row 3, column "idstud": the id "100" is already in row 2/,
  );
});

test('every fault says where it is and how to mend it', () => {
  const spreadsheet = Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]);
  const latin = Uint8Array.from([...utf8('id,q1,q2,g\n1,1,1,Espa'), 0xf1, ...utf8('a\n')]);
  const cases: [string | Uint8Array, Partial<ReadingPlan>, string, RegExp][] = [
    ['', {}, 'empty-file', /0 bytes/],
    ['\n \n', {}, 'empty-file', /blank lines/],
    [spreadsheet, {}, 'not-text', /spreadsheet.*CSV UTF-8/],
    [Uint8Array.from([1, 0, 0, 5]), {}, 'not-text', /not text/],
    [latin, { keep: ['g'] }, 'not-text', /Row 2, column "g": .*UTF-8/],
    ['id,q1,q2\n', {}, 'no-people', /row 1 but no rows.*Add/],
    ['id,q1,q2\n1,1,1\n2,1\n', {}, 'ragged-row', /Row 3 has 2 cells; .* 3: .*"q2"/],
    ['id,q1,q2\n1,1,1,1\n', {}, 'ragged-row', /Row 2 has 4 cells.*quotes/],
    ['id,q1,q2\n1,"1,1\n', {}, 'open-quote', /Row 2, column 2.*never closed/],
    ['id,q1,q2\n1,"1"x,1\n', {}, 'open-quote', /Row 2, column 2.*after the closing/],
    ['id,q1,q1\n1,1,1\n', {}, 'repeated-column', /columns 2 and 3 are both named "q1"/],
    ['id,q1,q2\n1,1,1\n', { keep: ['Cuontry'] }, 'unknown-column', /no column "Cuontry"/],
    ['id,q1,q2,Country\n', { keep: ['Cuontry'] }, 'unknown-column', /Did you mean "Country"/],
    ['id,q1,q2\n1,1,1\n', { pilot: 'z*' }, 'unknown-column', /no column "z\*"/],
    ['id,q1,q2\n1,1,1\n', { items: ' , ' }, 'unknown-column', /No column is named/],
    ['id,q1,q2\n1,1,1\n', { items: 'id,q1' }, 'unknown-column', /both as an item/],
    ['id,age\n1,30\n', {}, 'no-items', /^Row 1, .*at least two.*--items.*id, age/],
    ['id q1 q2\n1 1 1\n', {}, 'no-items', /one column only/],
    ['id,q1,q2\n1,1,3\n2,B,1\n', {}, 'unknown-code', /^Row 2, column "q2" holds "3".*row 3/],
    ['id,q1,q2\n1,1,1\n1,0,1\n', {}, 'repeated-id', /Row 3, column "id": .*"1" .*row 2/],
    ['id,q1,q2\n1,1,1\n,0,1\n', {}, 'missing-id', /Row 3, column "id": the id is empty/],
    [
      'id,q1,q2\n1,1,1\n',
      { codes: { ...NO_CODES, omitted: ['9'], invalid: ['9'] } },
      'clashing-codes',
      /"9"/,
    ],
    ['id,q1,q2\n1,1,1\n', { codes: { ...NO_CODES, omitted: ['0'] } }, 'clashing-codes', /"0"/],
  ];
  for (const [text, some, kind, sentence] of cases) {
    const refused = refusal(text, some);
    assert.equal(refused.kind, kind, refused.because);
    assert.match(refused.because, sentence);
  }
});

test('row numbers are those a spreadsheet shows, blank lines and quoted line ends included', () => {
  const refused = refusal('\nid,q1,q2,n\n1,1,1,"a\nb"\n\n2,1,7,c\n', { keep: ['n'] });
  assert.match(refused.because, /^Row 5, column "q2" holds "7"/);
});

test('many unknown codes are counted, the first five shown', () => {
  const lines = Array.from({ length: 9 }, (_, person) => `${person},1,x`);
  const refused = refusal(`id,q1,q2\n${lines.join('\n')}\n`);
  assert.match(refused.because, /And 4 more cells/);
});

test('no bytes whatever make the reader throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      readResponses(bytes, PLAN);
      return true;
    }),
  );
  const pieces = fc.constantFrom('id', ',', '"', '\n', '\r', ';', '1', '0', 'q1', 'q2', ' ', 'é');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (text) => {
      readResponses(utf8(text.join('')), PLAN);
      return true;
    }),
  );
});

test('any answers written to a file are read back the same', () => {
  const cell = fc.constantFrom('0', '1');
  const people = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1 });
  fc.assert(
    fc.property(people, fc.constantFrom(',', ';', '\t'), fc.boolean(), (rows, mark, quoted) => {
      const quote = (text: string): string => (quoted ? `"${text}"` : text);
      const lines = rows.map((cells, id) => [`0${id}`, ...cells].map(quote).join(mark));
      const responses = read([['id', 'a1', 'a2', 'a3'].join(mark), ...lines].join('\r\n'));
      assert.deepEqual([...responses.matrix.codes], rows.flat().map(Number));
      assert.deepEqual(
        responses.ids,
        rows.map((_, id) => `0${id}`),
      );
    }),
  );
});

const REAL = '../shared/data/responses/credential1_scored.csv';
test('a real licensure exam is read whole, with its three pilot blocks', {
  skip: existsSync(REAL) ? false : 'no ../shared',
}, () => {
  const responses = read(readFileSync(REAL), { pilot: 'iraw.171-200', keep: ['Country'] });
  assert.equal(responses.matrix.people, 1636);
  assert.equal(responses.matrix.items.filter((item) => !item.pilot).length, 170);
  assert.deepEqual(
    pilotBlocks(responses.matrix).map(({ items, people }) => [items.length, people]),
    [
      [10, 723],
      [10, 302],
      [10, 611],
    ],
  );
  assert.equal(responses.columns.names[responses.columns.id ?? -1], 'EID');
});
