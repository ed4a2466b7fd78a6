import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { utf8 } from '../../kernel/bytes/bytes.ts';
import type { Result } from '../../kernel/result/result.ts';
import { readKey } from '../responses/answer-key.ts';
import { NO_CODES } from '../responses/answers.ts';
import { onlyPeople, totals } from '../responses/matrix.ts';
import { type Responses, readResponses } from '../responses/read-responses.ts';
import { conditionalErrors } from './conditional-error.ts';
import { type DistractorTable, distractorTables, groupsByTotal } from './distractors.ts';
import { reliability } from './reliability.ts';
import { stratifiedAlpha } from './stratified-alpha.ts';

const value = <Value>(result: Result<Value> | undefined): Value => {
  assert.ok(result?.ok, result === undefined || result.ok ? '' : result.refusal.because);
  return result.value;
};
const reason = (result: Result<unknown> | undefined): string =>
  result === undefined || result.ok ? '' : result.refusal.because;

const read = (file: Uint8Array, key: Uint8Array, items: string | undefined): Responses =>
  value(
    readResponses(file, {
      id: undefined,
      items,
      pilot: undefined,
      keep: [],
      codes: { ...NO_CODES, invalid: ['*'] },
      key: value(readKey(key)),
    }),
  );
const tablesOf = ({ options, matrix }: Responses): readonly DistractorTable[] => {
  assert.ok(options);
  return value(distractorTables(options, matrix, totals(matrix)));
};

const SMALL = 'id,q1,q2,q3\n1,A,B,C\n2,A,B,D\n3,B,B,C\n4,C,A,*\n5,C,,D\n';
test('a distractor table counts who chose what and how they did on the other items', () => {
  const [first, second, third] = tablesOf(read(utf8(SMALL), utf8('A,B,C\n'), undefined));
  assert.ok(first && second && third);
  assert.deepEqual(
    first.options.map(({ option, right, people, share }) => [option, right, people, share]),
    [
      ['A', true, 2, 0.4],
      ['B', false, 1, 0.2],
      ['C', false, 2, 0.4],
    ],
  );
  // Rests on q2 and q3: 2 1 2 0 0.
  assert.deepEqual(
    first.options.map(({ meanRest }) => value(meanRest)),
    [1.5, 2, 0],
  );
  // Correlations of choosing A (1 1 0 0 0) and C (0 0 0 1 1) with the rests, by hand.
  assert.ok(Math.abs(value(first.options[0]?.pointBiserial) - 5 / Math.sqrt(6 * 20)) < 1e-12);
  assert.ok(Math.abs(value(first.options[2]?.pointBiserial) + 10 / Math.sqrt(6 * 20)) < 1e-12);
  assert.deepEqual([second.answering, second.withoutOption], [5, 1]);
  assert.deepEqual([third.answering, third.withoutOption], [5, 1]);
});

test('the groups by total keep people with the same total together', () => {
  assert.deepEqual([...groupsByTotal(Int32Array.from([5, 1, 3, 3, 9]))], [3, 0, 2, 2, 4]);
  assert.deepEqual([...groupsByTotal(Int32Array.from([2, 2, 2]))], [2, 2, 2]);
});

test('an option that draws better people than the key is pointed out', () => {
  const lines = Array.from({ length: 60 }, (_, person) => {
    const able = person % 2 === 0;
    return `${person},${able ? 'B' : 'A'},${able ? 'A,A,A' : 'B,B,A'}`;
  });
  const file = utf8(`id,q1,q2,q3,q4\n${lines.join('\n')}\n`);
  const [wrongKey, good] = tablesOf(read(file, utf8('A,A,A,A\n'), undefined));
  const flags = (table: DistractorTable | undefined) =>
    table?.options.map(({ drawsBetterThanKey }) => drawsBetterThanKey);
  assert.deepEqual(
    [flags(wrongKey), flags(good)],
    [
      [false, true],
      [false, false],
    ],
  );
});

test('tables of other people or items than the scored answers are refused', () => {
  const { options, matrix } = read(utf8(SMALL), utf8('A,B,C\n'), undefined);
  assert.ok(options);
  const fewer = onlyPeople(matrix, [0, 1]);
  assert.match(reason(distractorTables(options, fewer, totals(fewer))), /not of the same people/);
});

const SHARED = '../shared/data/responses';
test('the key of every item of a real test goes along with the rest as R says', {
  skip: existsSync(`${SHARED}/hci_nominal.csv`) ? false : 'no ../shared',
}, () => {
  const bytes = (name: string): Uint8Array => readFileSync(`${SHARED}/${name}.csv`);
  const tables = tablesOf(read(bytes('hci_nominal'), bytes('hci_key'), 'Item*'));
  const { sets } = JSON.parse(readFileSync('reference/psychometrics/classical.json', 'utf8'));
  const hci = sets.find(({ name }: { name: string }) => name === 'hci');
  tables.forEach(({ item, options }, place) => {
    const right = options.find((option) => option.right);
    assert.ok(Math.abs(value(right?.pointBiserial) - hci.itemRest[place]) < 1e-12, item.name);
    assert.ok(Math.abs((right?.share ?? 0) - hci.mean[place]) < 1e-12, item.name);
    const shares = options.reduce((sum, option) => sum + option.share, 0);
    assert.ok(Math.abs(shares - 1) < 1e-12, item.name);
    for (let group = 0; group < 5; group += 1) {
      const all = options.reduce((sum, { byGroup }) => sum + value(byGroup[group]), 0);
      assert.ok(Math.abs(all - 1) < 1e-12);
    }
  });
});

const { matrix: SCORED } = read(utf8(SMALL), utf8('A,B,C\n'), undefined);
test('one domain that holds everything has the alpha of the whole', () => {
  const whole = value(reliability(SCORED, totals(SCORED)));
  const one = value(stratifiedAlpha(SCORED, [{ name: 'all', items: ['q3', 'q1', 'q2'] }]));
  assert.ok(Math.abs(one.alpha - whole.alpha) < 1e-12);
  assert.ok(Math.abs(one.standardError - whole.standardError) < 1e-12);
  const [all] = one.domains;
  assert.ok(all && Math.abs(all.mean - whole.totals.mean) < 1e-12);
  assert.deepEqual([all.items, all.highestPossible], [3, 3]);
});

test('domains that do not divide the items are refused, and a domain of one item counts with no alpha', () => {
  const refused = (domains: { name: string; items: string[] }[]): string =>
    reason(stratifiedAlpha(SCORED, domains));
  assert.match(refused([{ name: 'a', items: ['q1', 'q2'] }]), /"q3" is in no domain/);
  assert.match(refused([{ name: 'a', items: ['q1', 'q9'] }]), /"q9", which is not a scored item/);
  const twice = [
    { name: 'a', items: ['q1', 'q2'] },
    { name: 'b', items: ['q2', 'q3'] },
  ];
  assert.match(refused(twice), /"q2" is in domain "a" and in domain "b"/);
  const single = value(
    stratifiedAlpha(SCORED, [
      { name: 'a', items: ['q1', 'q2'] },
      { name: 'b', items: ['q3'] },
    ]),
  );
  assert.match(reason(single.domains[1]?.alpha), /one item/);
});

test("averaged over the people, Keats's squared error is the ordinary one, and Lord's that of KR-21", () => {
  const scores = totals(SCORED);
  const whole = value(reliability(SCORED, scores));
  const errors = value(conditionalErrors(SCORED, whole));
  const average = (of: 'lord' | 'keats'): number =>
    scores.reduce((sum, score) => sum + (errors[score]?.[of] ?? Number.NaN) ** 2, 0) /
    scores.length;
  const population = (whole.totals.deviation ** 2 * (scores.length - 1)) / scores.length;
  assert.ok(Math.abs(average('keats') - population * (1 - whole.alpha)) < 1e-12);
  assert.ok(Math.abs(average('lord') - population * (1 - (whole.kr21 ?? 0))) < 1e-12);
  assert.deepEqual([errors[0]?.lord, errors[3]?.lord], [0, 0]);
});
