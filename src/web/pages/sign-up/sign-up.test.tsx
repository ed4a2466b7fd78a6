import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, description, parse, words } from '../../../../tests/look/markup.ts';
import { guestFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { SignUpPage, SignUpSentPage } from './sign-up-page.tsx';

const root = parse(
  renderPage(
    <SignUpPage
      frame={guestFrame}
      typed={{ name: '王', email: 'ada@' }}
      shortestPassphrase={12}
      mistakes={[{ field: 'passphrase', message: 'Use at least 12 characters.' }]}
    />,
  ),
);

test('name and address come back as typed; the passphrase never does', () => {
  assert.equal(byId(root, 'name').attributes['value'], '王');
  assert.equal(byId(root, 'email').attributes['value'], 'ada@');
  assert.equal(byId(root, 'passphrase').attributes['value'], undefined);
});

test('each field says who will see it or how to fill it in', () => {
  assert.match(description(root, byId(root, 'name')), /Whoever decides about you never sees it\./);
  assert.match(description(root, byId(root, 'passphrase')), /^At least 12 characters\./);
});

test('the answer is the same for everybody and says why', () => {
  const sent = words(
    parse(renderPage(<SignUpSentPage frame={guestFrame} email="ada@example.org" />)),
  );
  assert.match(sent, /so that nobody can find out who has an account\./);
});
