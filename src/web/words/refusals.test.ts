import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusalSentence, refusals } from './refusals.ts';

test('a kind that is listed reads the same wherever it comes up', () => {
  const said = refusalSentence({ kind: 'unknown-receipt', because: 'no concern has this code' });
  assert.equal(said, refusals['unknown-receipt']);
});

test('a kind that is not listed is shown with its own words, as a sentence', () => {
  const own = (because: string) => refusalSentence({ kind: 'not-listed', because });
  assert.equal(own('the window closed on May 31'), 'The window closed on May 31.');
  assert.equal(own('Was it closed?'), 'Was it closed?');
});

test('every sentence starts with a capital, ends, begs for nothing and shouts at nobody', () => {
  for (const [kind, sentence] of Object.entries(refusals)) {
    assert.match(sentence, /^[A-Z].*[.?]$/, kind);
    assert.doesNotMatch(sentence, /please|!/i, kind);
  }
});
