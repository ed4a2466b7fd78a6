import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, rendered, withClass, words } from '../../../../tests/look/markup.ts';
import { Timeline } from './timeline.tsx';

test('events are an ordered list, each with its date first', () => {
  const root = rendered(
    <Timeline
      events={[
        { key: '1', when: 'May 1, 2026', what: ': submitted' },
        { key: '2', when: 'By May 29, 2026', what: ': we decide', ahead: true },
      ]}
    />,
  );
  assert.deepEqual(named(root, 'li').map(words), [
    'May 1, 2026: submitted',
    'By May 29, 2026: we decide',
  ]);
  assert.equal(withClass(root, 'timeline-ahead').length, 1);
});
