import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readEmail } from './email.ts';

test('addresses that mail can carry are read, in lower case', () => {
  for (const [typed, kept] of [
    [' Ada@Example.ORG ', 'ada@example.org'],
    ["o'neill+ccm@mail.example.co.uk", "o'neill+ccm@mail.example.co.uk"],
    ['josé@correo.example', 'josé@correo.example'],
    ['用户@例子.广告', '用户@例子.广告'],
    ['a@b-c.de', 'a@b-c.de'],
    [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ] as const) {
    assert.deepEqual(readEmail(typed), { ok: true, value: kept });
  }
});

test('what cannot be an address is refused, and the message says which part', () => {
  for (const [typed, why] of [
    ['', /is empty/],
    ['ada.example.org', /the @ is missing/],
    ['ada@home@example.org', /more than one @/],
    ['ada lovelace@example.org', /a space/],
    ['@example.org', /before the @/],
    [`${'a'.repeat(65)}@example.org`, /before the @/],
    ['ada,bob@example.org', /before the @/],
    ['.ada@example.org', /a dot/],
    ['a..da@example.org', /a dot/],
    ['ada@example', /after the @/],
    ['ada@-example.org', /after the @/],
    ['ada@example..org', /after the @/],
    ['ada@example.org\nBcc: x@y.org', /cannot be seen/],
    [`ada@${'a.'.repeat(130)}org`, /most that fits/],
  ] as const) {
    const read = readEmail(typed);
    assert.match(read.ok ? 'was read' : read.refusal.because, why, typed);
  }
});

test('an address made of ordinary pieces is always read, and reading it again changes nothing', () => {
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      const read = readEmail(address);
      if (read.ok) {
        assert.equal(read.value, address.toLowerCase());
        assert.deepEqual(readEmail(read.value), read);
      } else {
        assert.fail(`${address}: ${read.refusal.because}`);
      }
    }),
  );
});
