import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, rendered, withClass, words } from '../../../../tests/look/markup.ts';
import { Steps } from './steps.tsx';

test('the step is said in words and the bars are not read', () => {
  const root = rendered(<Steps current={2} all={9} name="Education" />);
  assert.equal(words(root), 'Step 2 of 9: Education');
  assert.equal(all(root, (tag) => tag.attributes['aria-hidden'] === 'true').length, 1);
  assert.equal(withClass(root, 'step-done').length, 1);
  assert.equal(withClass(root, 'step-now').length, 1);
});
