import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rendered, words } from '../../../../tests/look/markup.ts';
import { Verdict, verdictShape } from './verdict.tsx';

test('each verdict is said in words', () => {
  assert.equal(words(rendered(<Verdict kind="disparity" />)), 'Disparity shown');
  assert.equal(words(rendered(<Verdict kind="parity" />)), 'Parity shown');
  assert.equal(
    words(rendered(<Verdict kind="unknown" morePeople={1400} />)),
    'Cannot tell yet: about 1,400 more people needed',
  );
  assert.equal(words(rendered(<Verdict kind="unknown" morePeople={null} />)), 'Cannot tell yet');
});

test('each verdict has its own shape', () => {
  assert.deepEqual(verdictShape, { disparity: 'diamond', parity: 'disc', unknown: 'ring' });
});
