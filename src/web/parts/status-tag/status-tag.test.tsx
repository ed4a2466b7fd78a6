import assert from 'node:assert/strict';
import { test } from 'node:test';
import { only, rendered, words } from '../../../../tests/look/markup.ts';
import { StatusTag, type StatusTone } from './status-tag.tsx';

const tones: readonly StatusTone[] = ['waiting', 'working', 'done', 'stopped', 'late'];

test('a state is a word with a shape that is not read aloud', () => {
  for (const tone of tones) {
    const root = rendered(<StatusTag tone={tone} label="With a reviewer" />);
    assert.equal(words(root), 'With a reviewer');
    assert.equal(only(root, 'svg').attributes['aria-hidden'], 'true');
  }
});
