import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { routes } from '../../contract/routes/routes.ts';
import type { Office, SessionRow } from '../../workflow/ports/records.ts';
import { packed, unpacked } from './carry.ts';
import { cameFromHere, formTokenMatches, formTokenOf } from './form-token.ts';
import { mayEnter } from './guard.ts';

const session = (...offices: Office[]): SessionRow => ({
  person: 'p',
  fullName: 'Ada',
  email: 'ada@example.org',
  demonstration: false,
  offices,
  programs: [],
  expiresAt: 0,
});

describe('who may enter', () => {
  test('a stranger gets to public pages only, and is asked to sign in everywhere else', () => {
    for (const route of routes) {
      const entry = mayEnter(route.who, undefined);
      assert.equal(entry, route.who === 'anybody' ? 'enter' : 'sign-in', route.id);
    }
  });
  test('a candidate has no office, so no page of the desk opens', () => {
    for (const route of routes.filter(({ path }) => path.startsWith('/desk'))) {
      assert.equal(mayEnter(route.who, session()), 'not-yours', route.id);
    }
  });
  test('an office opens its own pages and no others', () => {
    const opens = (office: Office): string[] =>
      routes
        .filter(
          ({ path, who }) => path.startsWith('/desk') && mayEnter(who, session(office)) === 'enter',
        )
        .map(({ id }) => id);
    assert.deepEqual(opens('clerk'), [
      'overdue',
      'records',
      'records-matter',
      'records-attest',
      'records-former',
      'records-document',
    ]);
    assert.ok(!opens('reviewer').includes('records-document'));
    assert.ok(!opens('staff').includes('packet'));
    assert.ok(
      !opens('auditor').some(
        (id) => id.includes('send') || id.includes('record-') || id.includes('decide'),
      ),
    );
  });
  test('every address has one row for each method, and every change says what it leaves behind', () => {
    const keys = routes.map(({ method, path }) => `${method} ${path}`);
    assert.equal(new Set(keys).size, keys.length);
    assert.equal(new Set(routes.map(({ id }) => id)).size, routes.length);
    for (const route of routes.filter(({ method }) => method === 'GET')) {
      // Reading a confidential page is an event of its own.
      const isReading = /^that (?:an?|the) .* (?:was|were) read$/.test(route.records);
      assert.ok(route.records === 'nothing' || isReading || route.id === 'sitting', route.id);
    }
  });
});

describe('the token in every form', () => {
  test('fits its own session and no other', () => {
    const token = formTokenOf('secret', 'session-1');
    assert.equal(formTokenMatches('secret', 'session-1', token), true);
    assert.equal(formTokenMatches('secret', 'session-2', token), false);
    assert.equal(formTokenMatches('another', 'session-1', token), false);
    assert.equal(formTokenMatches('secret', 'session-1', ''), false);
  });
  test('a post that another site sent is told by what the browser says of it', () => {
    const host = 'larkspur.example';
    const from = (site: string | undefined, origin: string | undefined): boolean =>
      cameFromHere({ site, origin, host });
    assert.equal(from('same-origin', 'https://larkspur.example'), true);
    assert.equal(from(undefined, 'https://larkspur.example'), true);
    assert.equal(from(undefined, undefined), true);
    assert.equal(from('cross-site', 'https://evil.example'), false);
    assert.equal(from('same-site', 'https://other.larkspur.example'), false);
    assert.equal(from(undefined, 'https://evil.example'), false);
    assert.equal(from(undefined, 'null'), false);
    assert.equal(from(undefined, 'not an address'), false);
  });
});

describe('a form sent after the session ended', () => {
  const carried = {
    action: '/apply/x/y',
    form: { name: 'Nguyễn O’Brien', many: ['a', 'b'] },
    hadFiles: false,
    at: 1000,
  };
  test('comes back as it was typed', () =>
    assert.deepEqual(unpacked('secret', packed('secret', carried), 2000), carried));
  test('is not taken back when it was changed, is old, or was packed elsewhere', () => {
    const text = packed('secret', carried);
    const flipped = `${text.slice(0, 40)}${text.at(40) === 'A' ? 'B' : 'A'}${text.slice(41)}`;
    assert.equal(unpacked('secret', flipped, 2000), undefined);
    assert.equal(unpacked('another', text, 2000), undefined);
    assert.equal(unpacked('secret', text, 1000 + 13 * 3_600_000), undefined);
    assert.equal(unpacked('secret', 'junk', 2000), undefined);
  });
});
