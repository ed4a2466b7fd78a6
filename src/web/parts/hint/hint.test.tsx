import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, rendered, words } from '../../../../tests/look/markup.ts';
import { Hint } from './hint.tsx';

test('a hint has the id that its field points to', () => {
  assert.equal(
    words(byId(rendered(<Hint id="name-hint">Any script.</Hint>), 'name-hint')),
    'Any script.',
  );
});
