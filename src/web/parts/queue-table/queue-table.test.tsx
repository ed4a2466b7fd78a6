import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, named, only, rendered, words } from '../../../../tests/look/markup.ts';
import { QueueTable } from './queue-table.tsx';

test('the promised date comes first and an overdue case says so by a word', () => {
  const root = rendered(
    <QueueTable
      caption="Cases"
      items={[
        { key: '1', promised: 'May 1, 2026', overdue: '3 days overdue', label: 'A', href: '/a' },
        { key: '2', promised: 'May 9, 2026', label: 'B' },
      ]}
    />,
  );
  assert.deepEqual(all(root, (tag) => tag.attributes['scope'] === 'row').map(words), [
    'May 1, 2026 3 days overdue',
    'May 9, 2026',
  ]);
  assert.equal(only(root, 'a').attributes['href'], '/a');
});

test('an empty queue is a sentence and not an empty table', () => {
  const root = rendered(<QueueTable caption="Cases" items={[]} />);
  assert.equal(words(root), 'Nothing is waiting here.');
  assert.equal(named(root, 'table').length, 0);
});
