import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, rendered, words } from '../../../../tests/look/markup.ts';
import { Pagination } from './pagination.tsx';

test('it says where one is and offers only ways that lead somewhere', () => {
  const root = rendered(<Pagination here="Entries 1 to 50 of 60" next="/log?page=2" />);
  assert.equal(only(root, 'nav').attributes['aria-label'], 'Pages');
  assert.deepEqual(named(root, 'a').map(words), ['Next']);
  assert.match(words(root), /Entries 1 to 50 of 60/);
});
