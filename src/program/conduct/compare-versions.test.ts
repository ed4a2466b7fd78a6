import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { date } from '../../kernel/dates/civil-date.ts';
import {
  type Binding,
  type CodeVersion,
  type Provision,
  provisionsOf,
} from '../definition/code-of-conduct.ts';
import { notSet, seen } from '../definition/sourced.ts';
import { compareVersions } from './compare-versions.ts';

const page = ['PAGE'];
type Row = readonly [number: string, title: string | null, beside?: Partial<Provision>];

const version = (
  rows: readonly Row[],
  id = 'code/1',
  binding: Binding = 'mandatory',
  group = 'Clients',
): CodeVersion => ({
  id,
  from: date('2020-01-01'),
  fromNote: '',
  parts: [
    {
      id: 'rules',
      title: seen('Rules', page),
      binding: seen(binding, page),
      count: seen(rows.length, page),
      groups: [{ id: '1', title: seen(group, page) }],
      provisions: rows.map(([number, title, beside]) => ({
        number,
        group: '1',
        title: title === null ? notSet() : seen(title, page),
        text: null,
        ...beside,
      })),
    },
  ],
});
const told = (before: CodeVersion, after: CodeVersion): readonly string[] =>
  compareVersions(before, after).map((line) =>
    line.kind === 'kept'
      ? `${line.before.provision.number}>${line.after.provision.number} ${line.changes.join('+')}`.trim()
      : line.kind === 'added'
        ? `+${line.after.provision.number}`
        : `-${line.before.provision.number}`,
  );

test('added, removed, renumbered, retitled', () => {
  const before = version([
    ['1', 'Consent'],
    ['2', 'Fees'],
    ['3', 'Gifts'],
    ['4', 'Records'],
  ]);
  const after = version([
    ['1', 'Consent'],
    ['2', 'Machines'],
    ['3', 'Fees'],
    ['4', 'Keeping records'],
  ]);
  assert.deepEqual(told(before, after), ['1>1', '+2', '2>3 renumbered', '4>4 retitled', '-3']);
});

test('a provision says itself what it was, and is believed for that version only', () => {
  const was = { version: 'code/1', number: '1' };
  const after: readonly Row[] = [['9', 'Presents', { was }]];
  assert.deepEqual(told(version([['1', 'Gifts']]), version(after)), ['1>9 renumbered+retitled']);
  assert.deepEqual(told(version([['1', 'Gifts']], 'code/0'), version(after)), ['+9', '-1']);
});

test('a title that two provisions share identifies neither of them', () => {
  const before = version([
    ['1', 'Duty'],
    ['2', 'Duty'],
  ]);
  assert.deepEqual(
    told(
      before,
      version([
        ['3', 'Duty'],
        ['4', 'Duty'],
      ]),
    ),
    ['+3', '+4', '-1', '-2'],
  );
});

test('advice that becomes a duty, a group that is named anew, words that change', () => {
  const before = version([['1', 'Consent']], 'code/1', 'advisory');
  const after = version(
    [['1', 'Consent', { text: 'Ask first.' }]],
    'code/2',
    'mandatory',
    'People',
  );
  assert.deepEqual(told(before, after), ['1>1 regrouped+rebound+reworded']);
});

test('titles nobody saw are never taken for the same title', () => {
  assert.deepEqual(told(version([['1', null]]), version([['2', null]])), ['+2', '-1']);
  assert.deepEqual(told(version([['1', null]]), version([['1', null]])), ['1>1']);
  assert.deepEqual(told(version([['1', null]]), version([['1', 'Consent']])), ['1>1 retitled']);
});

const rows: fc.Arbitrary<readonly Row[]> = fc.uniqueArray(
  fc.tuple(
    fc.integer({ min: 1, max: 9 }).map(String),
    fc.constantFrom<string | null>('a', 'b', 'c', 'd', 'e', null),
  ),
  { selector: ([number]) => number, maxLength: 8 },
);

test('every provision of both versions stands in exactly one line, and a version equals itself', () => {
  fc.assert(
    fc.property(rows, rows, (one, two) => {
      const [before, after] = [version(one), version(two, 'code/2')];
      const lines = compareVersions(before, after);
      const numbers = (of: CodeVersion) =>
        provisionsOf(of).map(({ provision }) => provision.number);
      const old = lines.flatMap((line) =>
        line.kind === 'added' ? [] : [line.before.provision.number],
      );
      const now = lines.flatMap((line) =>
        line.kind === 'removed' ? [] : [line.after.provision.number],
      );
      assert.deepEqual(old.toSorted(), numbers(before).toSorted());
      assert.deepEqual(now, numbers(after));
      for (const line of compareVersions(before, before)) {
        assert.ok(
          line.kind === 'kept' &&
            line.changes.length === 0 &&
            line.before.provision === line.after.provision,
        );
      }
    }),
  );
});

test('read backward, what was added was removed, and the same provisions belong together', () => {
  fc.assert(
    fc.property(rows, rows, (one, two) => {
      const [before, after] = [version(one), version(two, 'code/2')];
      const swap: Readonly<Record<string, string>> = { '+': '-', '-': '+' };
      const backward = told(after, before).map((line) => {
        const [pair = '', ...changes] = line.split(' ');
        const sign = swap[pair.charAt(0)];
        return sign === undefined
          ? [pair.split('>').toReversed().join('>'), ...changes].join(' ')
          : `${sign}${pair.slice(1)}`;
      });
      assert.deepEqual(backward.toSorted(), told(before, after).toSorted());
    }),
  );
});
