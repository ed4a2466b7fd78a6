import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, rendered, words } from '../../../../tests/look/markup.ts';
import { Receipt } from './receipt.tsx';

test('the text of a receipt comes out letter by letter, line breaks included', () => {
  const root = rendered(<Receipt title="Your receipt" text={'one\ntwo  <3>'} />);
  assert.deepEqual(only(root, 'pre').inside, ['one\ntwo  <3>']);
  assert.equal(words(only(root, 'figcaption')), 'Your receipt');
});
