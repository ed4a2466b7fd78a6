import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byId, parse, words } from '../../../../tests/look/markup.ts';
import { candidateFrame } from '../../parts/page-frame/examples.tsx';
import { renderPage } from '../../parts/page-frame/render-page.ts';
import { PassphrasePage } from './passphrase-page.tsx';

const page = (changed: boolean) =>
  parse(
    renderPage(
      <PassphrasePage
        frame={candidateFrame}
        shortestPassphrase={12}
        mistakes={changed ? [] : [{ field: 'old', message: 'It is not right.' }]}
        changed={changed}
      />,
    ),
  );

test('password managers can tell the old passphrase from the new one', () => {
  assert.equal(byId(page(false), 'old').attributes['autocomplete'], 'current-password');
  assert.equal(byId(page(false), 'fresh').attributes['autocomplete'], 'new-password');
});

test('the change says that everything else is signed out', () => {
  assert.match(words(page(true)), /Everywhere else you are signed out\./);
});
