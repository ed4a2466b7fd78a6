import assert from 'node:assert/strict';
import { test } from 'node:test';
import { all, byId, only, rendered, words } from '../../../../tests/look/markup.ts';
import { Clock } from './clock.tsx';

const clock = rendered(
  <Clock left="41 minutes" ends="It ends at 2:45 p.m." remainingMs={2_460_000} />,
);

test('the running time is silent: nothing around it is a live region', () => {
  const live = all(
    clock,
    (tag) => tag.attributes['role'] === 'status' || 'aria-live' in tag.attributes,
  );
  assert.deepEqual(
    live.map((tag) => tag.attributes['id']),
    ['clock-news'],
  );
  assert.equal(words(byId(clock, 'clock-news')), '');
});

test('the clock can be hidden without a script, and says in words when the time ends', () => {
  assert.ok('open' in only(clock, 'details').attributes);
  assert.match(words(clock), /41 minutes It ends at 2:45 p\.m\./);
  assert.equal(byId(clock, 'clock').attributes['data-remaining-ms'], '2460000');
});
