import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rendered, withClass, words } from '../../../../tests/look/markup.ts';
import { Notice } from './notice.tsx';

test('only news is announced', () => {
  const role = (news: boolean) =>
    withClass(rendered(<Notice news={news}>x</Notice>), 'notice')[0]?.attributes['role'];
  assert.equal(role(true), 'status');
  assert.equal(role(false), undefined);
});

test('the title comes first', () => {
  assert.equal(
    words(rendered(<Notice title="A date.">It is Friday.</Notice>)),
    'A date.It is Friday.',
  );
});
