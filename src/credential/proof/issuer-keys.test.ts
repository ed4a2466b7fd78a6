import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type HeldKey, nextName, planned, signingKey, stolen } from './issuer-keys.ts';

const DAY = 86_400_000;
const now = Date.parse('2026-12-01T12:00:00Z');
const bytes = new Uint8Array(32);
const held = (fragment: string, change: Partial<HeldKey> = {}): HeldKey => ({
  ...{ fragment, use: 'credentials', publicKey: bytes, signsFrom: '2026-01-01T00:00:00Z' },
  ...change,
});
const status = held('s-2026a', { use: 'status' });
const next = { fragment: 'c-2026b', publicKey: bytes };

test('a name has its use, the year and a letter, and was never taken', () => {
  assert.equal(nextName([], 'credentials', 2026), 'c-2026a');
  assert.equal(nextName([held('c-2026a'), status], 'credentials', 2026), 'c-2026b');
  assert.equal(nextName([held('c-2026a', { revoked: 'x' })], 'credentials', 2026), 'c-2026b');
  assert.equal(nextName([status], 'status', 2027), 's-2027a');
});

test('a planned key is listed at once, signs from the change-over, and the old one ends then', () => {
  const changeOver = now + 31 * DAY;
  const keys = planned([held('c-2026a'), status], 'credentials', next, { now, changeOver });
  assert.ok(keys.ok);
  const signs = (at: number) => signingKey(keys.value, 'credentials', at)?.fragment;
  assert.deepEqual(
    [signs(now), signs(changeOver - 1), signs(changeOver), signs(changeOver + 365 * DAY)],
    ['c-2026a', 'c-2026a', 'c-2026b', 'c-2026b'],
  );
  assert.equal(keys.value[0]?.expires, '2027-01-01T12:00:00Z');
  assert.equal(keys.value[1]?.expires, undefined, 'the other use is left as it is');
  const again = planned(keys.value, 'credentials', held('c-2026c'), { now, changeOver });
  assert.equal(!again.ok && again.refusal.kind, 'planned-already');
});

test('a key that is not listed a month ahead is not planned', () => {
  const soon = planned([held('c-2026a')], 'credentials', next, { now, changeOver: now + 29 * DAY });
  assert.equal(!soon.ok && soon.refusal.kind, 'too-soon');
});

test('a stolen key signs nothing, and another signs from that moment', () => {
  const keys = stolen([held('c-2026a'), status], 'c-2026a', next, { now, since: now - 3 * DAY });
  assert.ok(keys.ok);
  assert.equal(keys.value[0]?.revoked, '2026-11-28T12:00:00Z');
  assert.equal(signingKey(keys.value, 'credentials', now)?.fragment, 'c-2026b');
  assert.equal(signingKey(keys.value, 'status', now)?.fragment, 's-2026a');
  const kind = (key: string): string => {
    const done = stolen(keys.value, key, held('c-2026c'), { now, since: now });
    return done.ok ? 'done' : done.refusal.kind;
  };
  assert.deepEqual([kind('c-2026a'), kind('c-2025x')], ['stolen-already', 'no-such-key']);
});

test('an old key that is stolen takes no new one: the one that signs stays', () => {
  const retired = held('c-2025a', { expires: '2026-01-01T00:00:00Z' });
  const keys = stolen([retired, held('c-2026a')], 'c-2025a', next, { now, since: now });
  assert.ok(keys.ok);
  assert.deepEqual(
    keys.value.map(({ fragment }) => fragment),
    ['c-2025a', 'c-2026a'],
  );
});

test('where every key is over or stolen, none signs', () => {
  assert.equal(signingKey([held('c-2026a', { revoked: 'x' })], 'credentials', now), undefined);
});
