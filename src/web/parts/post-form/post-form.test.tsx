import assert from 'node:assert/strict';
import { test } from 'node:test';
import { named, only, rendered } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../page-frame/examples.tsx';
import { PostForm } from './post-form.tsx';

const form = (files: boolean) =>
  only(
    rendered(
      <PostForm frame={guestFrame} action="/here" files={files} hidden={{ version: '3' }}>
        x
      </PostForm>,
    ),
    'form',
  );

test('a form posts, leaves the checking to the server, and carries its token and hidden values', () => {
  const { method, action, novalidate, enctype } = form(false).attributes;
  assert.deepEqual([method, action, novalidate, enctype], ['post', '/here', '', undefined]);
  assert.deepEqual(
    named(form(false), 'input').map(({ attributes }) => [attributes['name'], attributes['value']]),
    [
      ['form-token', guestFrame.formToken],
      ['version', '3'],
    ],
  );
});

test('a form that sends files says so', () => {
  assert.equal(form(true).attributes['enctype'], 'multipart/form-data');
});
