import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, rendered, words } from '../../../../tests/look/markup.ts';
import { DescriptionList } from './description-list.tsx';

test('terms and values pair up, and a change link says what it changes', () => {
  const root = rendered(
    <DescriptionList
      items={[
        { term: 'Name', value: 'Suharto', changeAt: '/my/name' },
        { term: 'City', value: 'Ponce' },
      ]}
    />,
  );
  assert.deepEqual(named(root, 'dt').map(words), ['Name', 'City']);
  const link = only(root, 'a');
  assert.equal(words(link), 'Change Name');
  assert.equal(link.attributes['href'], '/my/name');
});
