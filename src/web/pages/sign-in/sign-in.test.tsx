import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, named, parse, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { SignInPage } from './sign-in-page.tsx';

const page = (news?: 'carried', demonstration = true) =>
  parse(
    renderPage(
      <SignInPage
        frame={{ ...guestFrame, demonstration }}
        email="ada@example.org"
        mistakes={[{ field: 'email', message: 'The address or the passphrase is not right.' }]}
        hidden={{ next: '/my', carried: 'sealed' }}
        news={news}
      />,
    ),
  );

test('browsers can fill in both fields, so nobody has to remember or copy (WCAG 3.3.8)', () => {
  assert.equal(byId(page(), 'email').attributes['autocomplete'], 'username');
  assert.equal(byId(page(), 'passphrase').attributes['autocomplete'], 'current-password');
});

test('the address comes back after a mistake; the passphrase never does', () => {
  assert.equal(byId(page(), 'email').attributes['value'], 'ada@example.org');
  assert.equal(byId(page(), 'passphrase').attributes['value'], undefined);
});

test('what was typed before the session ended travels along, and the page says it is safe', () => {
  const hidden = named(page(), 'input').filter(({ attributes }) => attributes['type'] === 'hidden');
  assert.deepEqual(
    hidden.map(({ attributes }) => attributes['name']),
    ['form-token', 'next', 'carried'],
  );
  assert.match(words(page('carried')), /What you typed is safe\./);
});

test('only the demonstration offers to be somebody else', () => {
  assert.match(words(page()), /choose who you want to be/);
  assert.doesNotMatch(words(page(undefined, false)), /choose who you want to be/);
});
