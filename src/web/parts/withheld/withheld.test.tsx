import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderToStaticMarkup } from 'react-dom/server';
import { Withheld } from './withheld.tsx';

test('a withheld figure reads the one word and carries nothing else', () => {
  assert.equal(renderToStaticMarkup(<Withheld />), '<span class="withheld">withheld</span>');
});
