import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import type { Result } from '../../kernel/result/result.ts';
import { type AnswerKey, domainsInKey, itemsInKey, readKey } from './answer-key.ts';
import { missingRules, NO_CODES } from './answers.ts';
import { NO_ANSWER } from './categories.ts';
import { categoryMatrix } from './category-matrix.ts';
import {
  codeOfPoints,
  INVALID,
  NOT_ADMINISTERED,
  NOT_REACHED,
  OMITTED,
  pointsOf,
  RIGHT,
  WRONG,
} from './codes.ts';
import { enoughToAnalyze } from './enough-to-analyze.ts';
import { comparablePeople, highestTotal, pilotBlocks, rightOrWrong, totals } from './matrix.ts';
import { NO_OPTION, optionsOfPeople } from './option-matrix.ts';
import { type ReadingPlan, type Responses, readResponses, scoreAnswers } from './read-responses.ts';
import { responseReader } from './response-reader.ts';

const PLAN: ReadingPlan = {
  id: undefined,
  items: undefined,
  pilot: undefined,
  keep: [],
  codes: NO_CODES,
};
const value = <Value>(result: Result<Value>): Value => {
  assert.ok(result.ok, result.ok ? '' : result.refusal.because);
  return result.value;
};
const reason = (result: Result<unknown>): string => (result.ok ? '' : result.refusal.because);
const attempt = (text: string, some: Partial<ReadingPlan> = {}) =>
  readResponses(utf8(text), { ...PLAN, ...some });
const read = (text: string, some: Partial<ReadingPlan> = {}): Responses =>
  value(attempt(text, some));
const key = (text: string): AnswerKey => value(readKey(utf8(text)));
const row = ({ matrix }: Responses, person: number): number[] => {
  const width = matrix.items.length;
  return [...matrix.codes.slice(person * width, (person + 1) * width)];
};
const names = ({ matrix }: Responses): string[] => matrix.items.map(({ name }) => name);

/** Everything but the functions and what only says how the file was cut. */
const comparable = ({ rowOf, columns, ...rest }: Responses) => ({
  ...rest,
  rows: Array.from({ length: rest.matrix.people }, (_, person) => rowOf(person)),
  items: columns.items,
});

function inPieces(bytes: Uint8Array, sizes: readonly number[], plan: ReadingPlan) {
  const reader = responseReader(plan);
  let [place, turn] = [0, 0];
  while (place < bytes.length) {
    const size = sizes[turn % sizes.length] ?? 1;
    const pushed = reader.push(bytes.slice(place, place + size));
    if (!pushed.ok) {
      return pushed;
    }
    place += size;
    turn += 1;
  }
  const table = reader.end();
  return table.ok ? scoreAnswers(table.value, plan) : table;
}

test('a file in pieces of any size is the same file', () => {
  const files: [Uint8Array, Partial<ReadingPlan>][] = [
    [
      utf8('id,name,q1,q2\r\n1,"Thị, ""Mai""\r\nNguyễn",1,0\r\n2,é,,1\r\n\r\n3,x,0,NA\r\n'),
      { keep: ['name'] },
    ],
    [utf8('\ufeffid;q1;q2\r1;1;0\r2;"1";\r'), {}],
    [
      Uint8Array.from(
        [...'\ufeffid,q1,q2\n🙂,1,0\nß,0,1'].flatMap((point) =>
          Array.from({ length: point.length }, (_, unit) => point.charCodeAt(unit)).flatMap(
            (unit) => [unit & 255, unit >> 8],
          ),
        ),
      ),
      {},
    ],
    [utf8('id,item,response\nb,q2,1\na,q1,1\na,q2,0\nb,q1,\n'), {}],
  ];
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
  for (const [bytes, some] of files) {
    const plan = { ...PLAN, ...some };
    const whole = comparable(value(readResponses(bytes, plan)));
    fc.assert(
      fc.property(sizes, (cuts) => {
        assert.deepEqual(comparable(value(inPieces(bytes, cuts, plan))), whole);
      }),
      { numRuns: 30 },
    );
  }
});

test('a long file in pieces is planned from its beginning and read to its end', () => {
  const lines = Array.from({ length: 9000 }, (_, person) => {
    const answers = Array.from({ length: 12 }, (_, item) =>
      (person * 7 + item * 3) % 5 < 3 ? 1 : 0,
    );
    return `p${person},${answers.join(',')}`;
  });
  const header = ['id', ...Array.from({ length: 12 }, (_, item) => `q${item + 1}`)].join(',');
  const bytes = utf8(`${header}\n${lines.join('\n')}\n`);
  assert.ok(bytes.length > 3 * 65536);
  const whole = comparable(value(readResponses(bytes, PLAN)));
  assert.deepEqual(comparable(value(inPieces(bytes, [4093, 65537], PLAN))), whole);
  assert.equal(whole.matrix.people, 9000);
  assert.equal(whole.ids?.at(-1), 'p8999');
  assert.equal(whole.rows.at(-1), 9001);
});

test('a fault in a later piece is the fault of the file, with its row', () => {
  const reader = responseReader(PLAN);
  const lines = Array.from({ length: 9000 }, (_, person) => `${person},1,0\n`);
  value(reader.push(utf8(`id,q1,q2\n${lines.join('')}`)));
  const fault = reader.push(utf8('x,1\n'));
  assert.match(reason(fault), /^Row 9002 has 2 cells/);
  assert.deepEqual(reader.push(utf8('y,1,0\n')), fault);
  assert.deepEqual(reader.end(), fault);
});

test('a header longer than the first pieces is waited for', () => {
  const long = Array.from(
    { length: 3000 },
    (_, item) => `${'a question with a long name '}${item}`,
  );
  const bytes = utf8(
    `${long.join(',')}\n${long.map(() => 1).join(',')}\n${long.map(() => 0).join(',')}`,
  );
  assert.ok(bytes.length > 80_000);
  const responses = value(inPieces(bytes, [30_000], PLAN));
  assert.deepEqual([responses.matrix.people, responses.matrix.items.length], [2, 3000]);
});

test('a quotation mark that nobody closes is named long before the end of a large file', () => {
  const reader = responseReader(PLAN);
  const lines = Array.from({ length: 9000 }, (_, person) => `${person},1,0\n`);
  value(reader.push(utf8(`id,q1,q2\n${lines.join('')}x,"1,0\n`)));
  const piece = utf8('1,0,1\n'.repeat(700_000));
  let pushed = reader.push(piece);
  let pieces = 1;
  while (pushed.ok && pieces < 20) {
    pushed = reader.push(piece);
    pieces += 1;
  }
  assert.ok(pieces < 6);
  assert.match(
    reason(pushed),
    /^Row 9002, column 2: a quotation mark opens here and is never closed/,
  );
});

test('rows of one answer each make the same table in any order', () => {
  const lines = ['a,q10,1,F', 'a,q2,0,F', 'b,q2,1,M', 'b,q10,,M', 'c,q2,1,', 'c,q10,1,F'];
  const header = 'person_id,item,response,sex';
  const there = read([header, ...lines].join('\n'), { keep: ['sex'] });
  assert.deepEqual(names(there), ['q2', 'q10']);
  assert.deepEqual(there.ids, ['a', 'b', 'c']);
  assert.deepEqual(row(there, 1), [RIGHT, NOT_REACHED]);
  assert.deepEqual(there.labels.get('sex'), ['F', 'M', 'F']);
  assert.match(there.assumed.join(' '), /Each row is taken to be one answer/);
  const back = read([header, ...lines.slice().reverse()].join('\n'), { keep: ['sex'] });
  assert.deepEqual(back.matrix, there.matrix);
  assert.deepEqual(back.labels, there.labels);
});

test('in rows of answers an item without a row was not put before the person', () => {
  const text = 'id,item,response\n1,a,1\n1,b,0\n2,a,1\n3,a,0\n3,b,1\n';
  const responses = read(text);
  assert.deepEqual(row(responses, 1), [RIGHT, NOT_ADMINISTERED]);
  assert.deepEqual(comparablePeople(responses.matrix), [0, 2]);
  const named = read(text.replace('id,item,response', 'who,what,said'), {
    long: { id: 'who', item: 'what', response: 'said' },
  });
  assert.deepEqual(named.matrix, responses.matrix);
  const some = read(`${text}1,c,1\n2,c,1\n`, { items: 'a-b', pilot: 'c' });
  assert.deepEqual(some.matrix.items, [
    { name: 'a', pilot: false },
    { name: 'b', pilot: false },
    { name: 'c', pilot: true },
  ]);
  assert.deepEqual(pilotBlocks(some.matrix), [{ items: [2], people: 2 }]);
});

test('faults in rows of answers name the row', () => {
  const start = 'id,item,response,sex\n1,a,1,F\n1,b,0,F\n';
  const cases: [string, RegExp][] = [
    [`${start}1,a,0,F\n`, /Row 4: the person "1" answers the item "a" a second time/],
    [`${start}1,c,0,M\n`, /Row 4, column "sex": "M" for the person "1", of whom row 2 says "F"/],
    [`${start},a,0,M\n`, /Row 4, column "id": the id is empty/],
    [`${start}2,,0,M\n`, /Row 4, column "item": the item has no name/],
    [`${start}2,a,0\n`, /Row 4 has 3 cells/],
    [`${start}2,a,7,M\n`, /^Row 4, column "a" holds "7"/],
  ];
  for (const [text, sentence] of cases) {
    assert.match(reason(attempt(text, { keep: ['sex'] })), sentence);
  }
  assert.match(reason(attempt(start, { keep: ['age'] })), /no column "age"/);
  const missing = { long: { id: 'id', item: 'task', response: 'response' } };
  assert.match(reason(attempt(start, missing)), /no column "task"/);
});

test('a key is understood down the rows, across one row, and without names', () => {
  const file = 'id,q1,q2,q3\n1,A,b,C\n2,B,B,\n3,A,D,C\n';
  const forms = [
    'item,key\nq1,A\nq2,B\nq3,C\n',
    'key;item\nC;q3\nA;q1\nB;q2\n',
    'q3,C\nq1,A\nq2,B\n',
    'q1,q2,q3\nA,B,C\n',
    'id,q1,q2,q3\nKEY,A,B,C\n',
    'A,B,C\n',
  ];
  for (const form of forms) {
    const responses = read(file, { key: key(form) });
    assert.equal(responses.form, 'keyed', form);
    assert.deepEqual(row(responses, 0), [RIGHT, RIGHT, RIGHT], form);
    assert.deepEqual(row(responses, 1), [WRONG, RIGHT, NOT_REACHED], form);
    assert.deepEqual(row(responses, 2), [RIGHT, WRONG, RIGHT], form);
  }
});

test('the options people chose are kept beside what was right', () => {
  const { options } = read('id,q1,q2\n1,A,2\n2,C,10\n3,a,\n4,C,9\n', {
    key: key('item,key,domain\nq1,A,law\nq2,9|10,care\n'),
  });
  assert.ok(options);
  assert.deepEqual(options.items, [
    { name: 'q1', pilot: false, options: ['A', 'C'], right: [0], key: 'A' },
    { name: 'q2', pilot: false, options: ['2', '9', '10'], right: [1, 2], key: '9|10' },
  ]);
  assert.deepEqual([...options.codes], [0, 0, 1, 2, 0, NO_OPTION, 1, 1]);
  assert.deepEqual([...optionsOfPeople(options, [3, 0]).codes], [1, 1, 0, 0]);
  assert.deepEqual(domainsInKey(key('item,key,domain\nq1,A,law\nq2,B,\nq3,C,law\n')), [
    { name: 'law', items: ['q1', 'q3'] },
  ]);
});

test('a gap written NA is a gap, wherever it stands and however the file ends its lines', () => {
  const cell = fc.constantFrom('0', '1', '', 'NA');
  const people = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(people, fc.constantFrom('\n', '\r\n', '\r'), (rows, end) => {
      const file = (gap: string): string =>
        [
          'q1,q2,id,q3',
          ...rows.map(([a, b, c], person) =>
            [a, b, `p${person}`, c].map((text) => (text === 'NA' ? gap : text)).join(','),
          ),
        ].join(end);
      assert.deepEqual(comparable(read(file('NA'))).matrix, comparable(read(file(''))).matrix);
    }),
  );
});

test('no key file whatever makes the reader throw', () => {
  const pieces = fc.constantFrom('item', 'key', ',', '"', '\n', ';', 'A', 'B|C', 'q1', ' ', 'é');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), (text) => {
      const found = readKey(utf8(text.join('')));
      const scored = found.ok ? attempt('id,q1,q2\n1,A,B\n', { key: found.value }) : found;
      return scored.ok || scored.refusal.because.endsWith('.');
    }),
  );
});

test('options may be texts, and the column names in a key say which columns are items', () => {
  const file = 'id,age,Risk factor,Dose\n1,30,smoking,low\n2,40,Age,high\n';
  const named = key('item,key\nDose,low\nRisk factor,age\n');
  const items = itemsInKey(named, ['id', 'age', 'Risk factor', 'Dose']);
  assert.equal(items, 'Dose,Risk factor');
  const responses = read(file, { key: named, items });
  assert.deepEqual(names(responses), ['Risk factor', 'Dose']);
  assert.deepEqual(
    [row(responses, 0), row(responses, 1)],
    [
      [WRONG, RIGHT],
      [RIGHT, WRONG],
    ],
  );
  assert.equal(itemsInKey(key('A,B\n'), ['q1', 'q2']), undefined);
});

test('a key that does not fit says which entry or item has no partner', () => {
  const file = 'id,q1,q2\n1,A,B\n2,C,B\n';
  const cases: [string, RegExp][] = [
    [
      'item,key\nq1,A\nq2,B\nq3,C\n',
      /row 4: the item "q3" is not among the 2 items of the file \(the key has 3\)/,
    ],
    ['item,key\nq1,A\n', /no key for the item "q2"/],
    ['A,B,C\n', /The key has 3 answers in one row; the file has 2 items, from "q1" to "q2"/],
  ];
  for (const [text, sentence] of cases) {
    assert.match(reason(attempt(file, { key: key(text) })), sentence);
  }
  const broken: [string, RegExp][] = [
    ['', /0 bytes/],
    ['\n\n', /blank lines/],
    ['item,key\nq1,\n', /row 2: there is no key for the item "q1"/],
    ['item,key\n,A\n', /row 2: the item has no name/],
    ['item,key\nq1,A\nq1,B\n', /row 3: the item "q1" already has a key in row 2/],
    ['item,key\nq1,"A\n', /quotation mark/],
  ];
  for (const [text, sentence] of broken) {
    assert.match(reason(readKey(utf8(text))), sentence);
  }
});

test('an answer outside the declared set is refused with its rows, and never becomes a category (case 18)', () => {
  const nine = 'id,q1,q2\n1,1,0\n2,9,1\n3,0,9\n4,1,1\n';
  assert.match(
    reason(attempt(nine)),
    /^Row 3, column "q1" holds "9".*row 4, column "q2" holds "9"/,
  );
  assert.deepEqual(row(read(nine, { codes: { ...NO_CODES, invalid: ['9'] } }), 1), [
    INVALID,
    RIGHT,
  ]);
  assert.match(
    reason(attempt(nine, { categories: [0, 2] })),
    /holds "9", which is none of the categories/,
  );
  const options = 'id,q1,q2\n1,A,B\n2,8,B\n3,X,A\n';
  const keyed = attempt(options, { key: key('A,B') });
  assert.match(reason(keyed), /^Row 3, column "q1" holds "8", which is no option.*row 4.*"X"/);
  const digits = attempt('id,q1,q2\n1,1,4\n2,8,2\n', { key: key('1,4') });
  assert.match(reason(digits), /Row 3, column "q1" holds "8"/);
});

test('blanks, NA, a point and -9 mixed are refused until it is said what they stand for', () => {
  const text = 'id,q1,q2,q3\n1,1,,1\n2,NA,0,1\n3,.,1,0\n4,1,-9,1\n';
  const refused = reason(attempt(text));
  assert.match(refused, /^Row 4, column "q1" holds "\.".*row 5, column "q2" holds "-9"/);
  assert.match(refused, /declare it with --omitted/);
  const read1 = read(text, { codes: { ...NO_CODES, omitted: ['.'], notAdministered: ['-9'] } });
  assert.deepEqual(row(read1, 0), [RIGHT, OMITTED, RIGHT]);
  assert.deepEqual(row(read1, 1), [OMITTED, WRONG, RIGHT]);
  assert.deepEqual(row(read1, 2), [OMITTED, RIGHT, WRONG]);
  assert.deepEqual(row(read1, 3), [RIGHT, NOT_ADMINISTERED, RIGHT]);
});

test('blanks are read by their place, or every one as a wrong answer where that is asked for', () => {
  const text = 'id,q1,q2,q3,p1\n1,1,,1,\n2,1,,,1\n3,,,,\n';
  const some = { items: 'q*', pilot: 'p*' };
  const byPlace = read(text, some);
  assert.deepEqual(row(byPlace, 1), [RIGHT, NOT_REACHED, NOT_REACHED, RIGHT]);
  assert.deepEqual(byPlace.withoutAnswers, [4]);
  const wrong = read(text, { ...some, blanks: 'wrong' });
  assert.deepEqual(row(wrong, 0), [RIGHT, OMITTED, RIGHT, NOT_ADMINISTERED]);
  assert.deepEqual(row(wrong, 1), [RIGHT, OMITTED, OMITTED, RIGHT]);
  assert.deepEqual(wrong.withoutAnswers, [4]);
  assert.deepEqual([...totals(wrong.matrix)], [2, 1, 0]);
  assert.match(missingRules('by-place').get(NOT_REACHED)?.meaning ?? '', /no scored item answered/);
  assert.match(missingRules('wrong').get(NOT_REACHED)?.meaning ?? '', /declared code/);
  assert.match(missingRules('wrong').get(OMITTED)?.meaning ?? '', /any blank/);
});

test('whole numbers from 0 without a gap are taken for points, and said so', () => {
  const text = 'id,q1,q2,q3\n1,2,1,0\n2,0,1,2\n3,1,0,2\n4,2.0,1,1\n5,0,0,0\n';
  const responses = read(text);
  assert.equal(responses.form, 'points');
  assert.match(responses.assumed.join(' '), /0 to 2, taken for points.*--categories 0-2/);
  assert.deepEqual(
    responses.matrix.items.map(({ highest }) => highest),
    [2, 1, 2],
  );
  assert.deepEqual([...totals(responses.matrix)], [3, 3, 3, 4, 0]);
  assert.equal(highestTotal(responses.matrix), 5);
  assert.equal(rightOrWrong(responses.matrix), false);
  const rated = 'id,q1,q2\n1,1,4\n2,3,2\n3,4,4\n';
  assert.match(reason(attempt(rated)), /give the key with --key; if they are ratings or points/);
  const rating = read(rated, { categories: 'observed' });
  assert.equal(rating.lowestCategory, 1);
  assert.deepEqual([...totals(rating.matrix)], [3, 3, 6]);
  assert.deepEqual(rating.matrix, read(rated, { categories: [1, 4] }).matrix);
  assert.match(reason(attempt(rated, { categories: [3, 3] })), /cannot be scored/);
});

test('a rare 2 among 0 and 1 is an undeclared code, not a category', () => {
  const lines = Array.from({ length: 300 }, (_, person) => `${person},${person % 2},1`);
  assert.match(
    reason(attempt(`id,q1,q2\n${lines.join('\n')}\n300,2,1\n`)),
    /Row 302, column "q1" holds "2"/,
  );
});

test('points keep their value through their code, and missing answers have none', () => {
  for (let points = 0; points <= 200; points += 1) {
    assert.equal(pointsOf(codeOfPoints(points)), points);
  }
  assert.deepEqual([OMITTED, NOT_REACHED, NOT_ADMINISTERED, INVALID].map(pointsOf), [0, 0, 0, 0]);
});

test('an empty category is closed up, its neighbors keep their labels, and the user is told (case 19)', () => {
  const { matrix, lowestCategory } = read('id,q1,q2\n1,1,2\n2,4,3\n3,1,2\n4,2,5\n', {
    categories: [1, 5],
  });
  const made = categoryMatrix(matrix, [0, 1], 'lowest', lowestCategory);
  assert.deepEqual(made.matrix.items, [
    { name: 'q1', categories: 3, labels: ['1', '2', '4'] },
    { name: 'q2', categories: 3, labels: ['2', '3', '5'] },
  ]);
  assert.deepEqual([...made.matrix.codes], [0, 0, 2, 1, 0, 0, 1, 2]);
  assert.match(made.notes.join(' '), /"q1": only the categories 1, 2, 4 were given/);
});

test('an item on which nobody differs is left out of the categories with its reason, the rest go on (case 3)', () => {
  const { matrix } = read('id,q1,q2,q3,q4\n1,1,1,0,1\n2,1,0,0,\n3,1,1,0,0\n');
  const made = categoryMatrix(matrix, [0, 1, 2, 3], 'lowest');
  assert.deepEqual(made.places, [1, 3]);
  assert.deepEqual(made.leftOut, [
    { place: 0, because: 'everybody got the item right' },
    { place: 2, because: 'everybody got the item wrong' },
  ]);
  assert.deepEqual([...made.matrix.codes], [1, 1, 0, NO_ANSWER, 1, 0]);
});

test('an omitted answer is the lowest category or none, as the caller asks', () => {
  const { matrix } = read('id,q1,q2\n1,1,1\n2,,0\n3,0,1\n');
  assert.equal(categoryMatrix(matrix, [0, 1], 'lowest').matrix.codes[2], 0);
  assert.equal(categoryMatrix(matrix, [0, 1], 'no-answer').matrix.codes[2], NO_ANSWER);
});

test('a person without any answer keeps the row, in order, and is out of every number (case 26)', () => {
  const responses = read('id,q1,q2\na,1,0\nb,,\nc,0,1\n');
  assert.deepEqual(responses.ids, ['a', 'b', 'c']);
  assert.deepEqual(responses.withoutAnswers, [3]);
  assert.deepEqual(comparablePeople(responses.matrix), [0, 2]);
  const { codes } = categoryMatrix(responses.matrix, [0, 1], 'lowest').matrix;
  assert.deepEqual([...codes.slice(2, 4)], [NO_ANSWER, NO_ANSWER]);
});

test('without ids a row of nothing between people is a person, and after the last one it is nothing', () => {
  const responses = read('q1,q2\n1,0\n,\n0,1\n,\n,\n');
  assert.equal(responses.matrix.people, 3);
  assert.deepEqual(responses.withoutAnswers, [3]);
  assert.deepEqual([0, 1, 2].map(responses.rowOf), [2, 3, 4]);
  assert.equal(read('id,q1,q2\na,1,0\n,,\nb,0,1\n').matrix.people, 2);
});

test('one row of answers, or answers all alike, are refused with row, column and mend', () => {
  const one = enoughToAnalyze(read('id,q1,q2\n7,1,0\n'));
  assert.match(reason(one), /^Row 2 is the only person.*column "q1"/);
  const alike = enoughToAnalyze(read('id,q1,q2,q3\n7,1,0,1\n8,1,0,1\n'));
  assert.match(
    reason(alike),
    /From row 2 to row 3 every one of the 3 scored items, from column "q1" to column "q3"/,
  );
  assert.equal(enoughToAnalyze(read('id,q1,q2\n7,1,0\n8,1,1\n')).ok, true);
});

test('items without numbers are recognized by holding only 0 and 1, and several families of them together', () => {
  const plain = read('id,sex,anger,joy,fear\n1,0,1,0,1\n2,1,0,0,1\n');
  assert.deepEqual(names(plain), ['anger', 'joy', 'fear']);
  assert.match(plain.assumed.join(' '), /3 columns from "anger" to "fear".*--items/);
  const families = read('a1,a2,a3,b1,b2,b3,year1\n1,0,1,0,1,1,2020\n0,0,1,1,1,0,2021\n');
  assert.deepEqual(names(families), ['a1', 'a2', 'a3', 'b1', 'b2', 'b3']);
  const nested = read('b1,b2,b3.1,b3.2\n1,0,1,0\n0,1,1,1\n');
  assert.equal(nested.matrix.items.length, 4);
});

test('a column with more different answers than any item has is called no item', () => {
  const lines = Array.from({ length: 300 }, (_, person) => `${person},1,text ${person}`);
  const refused = reason(attempt(`id,q1,q2\n${lines.join('\n')}\n`, { key: key('1,x') }));
  assert.match(refused, /column "q2": the column holds more than 240 different answers/);
});

const SHARED = '../shared/data/responses';
const absent = existsSync(`${SHARED}/hci_nominal.csv`) ? false : 'no ../shared';
for (const [name, items] of [
  ['hci', 'Item*'],
  ['sat12', 'Item.*'],
] as const) {
  test(`options scored by their key give the scored file of ${name}`, { skip: absent }, () => {
    const bytes = (file: string): Uint8Array => readFileSync(`${SHARED}/${file}.csv`);
    const keyed = value(
      readResponses(bytes(`${name}_nominal`), {
        ...PLAN,
        items,
        key: value(readKey(bytes(`${name}_key`))),
        codes: { ...NO_CODES, omitted: name === 'sat12' ? ['8'] : [] },
      }),
    );
    const scored = value(readResponses(bytes(name), { ...PLAN, items }));
    assert.deepEqual(totals(keyed.matrix), totals(scored.matrix));
    const zeros = keyed.matrix.codes.map((code) => (code === RIGHT ? 1 : 0));
    assert.deepEqual(zeros, scored.matrix.codes);
  });
}

test('real files are recognized without a word from anybody', { skip: absent }, () => {
  const found: [string, number, number][] = [
    ['lsat7', 1000, 5],
    ['ability', 1525, 16],
    ['czmatura', 15702, 30],
    ['ecpe', 2922, 28],
    ['datamedical', 2392, 100],
    ['verbal_difR', 316, 24],
  ];
  for (const [file, people, items] of found) {
    const responses = value(readResponses(readFileSync(`${SHARED}/${file}.csv`), PLAN));
    assert.deepEqual(
      [responses.matrix.people, responses.matrix.items.length],
      [people, items],
      file,
    );
  }
});
