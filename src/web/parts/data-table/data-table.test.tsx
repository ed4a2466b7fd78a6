import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, named, only, rendered, words } from '../../../../tests/look/markup.ts';
import { DataTable } from './data-table.tsx';

const table = (onPhone: 'stack' | 'scroll') =>
  rendered(
    <DataTable
      caption="Fees"
      onPhone={onPhone}
      columns={[{ label: 'Fee' }, { label: 'Amount', figures: true }]}
      rows={[
        { key: 'a', cells: ['Application', '$235'] },
        { key: 'b', cells: ['Exam', '$195'] },
      ]}
    />,
  );

test('a table has a caption, and headers for its columns and rows', () => {
  const root = table('stack');
  assert.equal(words(only(root, 'caption')), 'Fees');
  const headers = (scope: string) =>
    all(root, (tag) => tag.attributes['scope'] === scope).map(words);
  assert.deepEqual(headers('col'), ['Fee', 'Amount']);
  assert.deepEqual(headers('row'), ['Application', 'Exam']);
});

test('stacked on a phone it stays a table, and each cell knows its column', () => {
  const root = table('stack');
  assert.equal(only(root, 'table').attributes['role'], 'table');
  const cells = named(root, 'td');
  assert.deepEqual(
    cells.map((cell) => [cell.attributes['role'], cell.attributes['data-label'], words(cell)]),
    [
      ['cell', 'Amount', '$235'],
      ['cell', 'Amount', '$195'],
    ],
  );
});

test('a table that scrolls sideways can be reached by keyboard and has a name', () => {
  const { 'aria-label': name, tabindex } = only(table('scroll'), 'section').attributes;
  assert.deepEqual([name, tabindex], ['Fees', '0']);
});
